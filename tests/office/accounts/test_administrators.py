"""The first three: made once, each with a role of their own, a password to change, and no business data."""

import pytest
from django.test import Client
from tests.office.accounts.conftest import is_signed_in

from taizhang.office.accounts.models import Membership, User
from taizhang.office.accounts.services.administrators import (
    AdministratorsExistError,
    NoSuchPersonError,
    create_administrators,
    person_called,
)


def test_the_three_are_made_once(db, recorded):
    made = create_administrators()
    assert [each.user.username for each in made] == ["sysadmin", "secadmin", "auditadmin"]
    assert len({each.password for each in made}) == 3
    roles = Membership.objects.order_by("id").values_list("role", flat=True)
    assert list(roles) == ["system_administrator", "security_administrator", "audit_administrator"]
    assert recorded() == ["accounts.created", "access.granted"] * 3
    with pytest.raises(AdministratorsExistError):
        create_administrators()
    assert User.objects.count() == 3


def test_each_comes_in_changes_the_password_and_then_sees_no_business(db, settings):
    settings.TOTP_REQUIRED = "nobody"
    for made, own in zip(create_administrators(), ("/people/", "/people/", "/audit/"), strict=True):
        door = Client()
        door.post("/sign-in/", {"username": made.user.username, "password": made.password})
        typed = {"present": made.password, "new": "Rivers-4-Stones", "again": "Rivers-4-Stones"}
        door.post("/account/password/", typed)
        assert is_signed_in(door)
        assert door.get(own).status_code == 200
        assert door.get("/plans/").status_code == 403


def test_on_a_real_site_they_enrol_a_second_factor_next(db, settings):
    settings.TOTP_REQUIRED = "administrators"
    made = create_administrators()[0]
    door = Client()
    door.post("/sign-in/", {"username": made.user.username, "password": made.password})
    typed = {"present": made.password, "new": "Rivers-4-Stones", "again": "Rivers-4-Stones", "next": "/people/"}
    assert door.post("/account/password/", typed).headers["Location"] == "/people/"
    assert door.get("/people/").headers["Location"].startswith("/account/second-factor/")


def test_nobody_is_found_by_a_name_nobody_has(db, clerk):
    assert person_called("clerk") == clerk
    with pytest.raises(NoSuchPersonError):
        person_called("Clerk")
