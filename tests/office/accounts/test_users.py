"""People have a name from the first day."""

import pytest
from django.core.exceptions import ValidationError

from taizhang.office.accounts.models import User
from taizhang.office.accounts.services import create_user, ensure_demonstration_user


def test_a_person_is_shown_by_their_name(db):
    user = create_user(username="li", name="李四", password="a long pass phrase")
    assert str(user) == user.get_full_name() == user.get_short_name() == "李四"
    assert user.check_password("a long pass phrase")


def test_a_nameless_person_is_refused(db):
    with pytest.raises(ValidationError):
        create_user(username="li", name="", password="a long pass phrase")


def test_a_user_name_is_given_once(db, clerk):
    with pytest.raises(ValidationError, match="已有人使用"):
        create_user(username="clerk", name="另一人", password="a long pass phrase")


def test_an_administrator_may_be_made_from_the_shell(db):
    assert User.objects.create_superuser("root", "管理员", "a long pass phrase").is_superuser


def test_the_demonstration_user_is_made_once(db):
    first = ensure_demonstration_user(username="demo", name="演示办事员")
    assert ensure_demonstration_user(username="demo", name="演示办事员") == first
    assert not first.has_usable_password()
