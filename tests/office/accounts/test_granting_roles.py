"""Granting and ending roles: by somebody else, with a reason, administrators apart, everything on record."""

import datetime
import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from django.utils import timezone

from taizhang.office.accounts.models import Membership, User
from taizhang.office.accounts.models.membership import MembershipIsKeptError
from taizhang.office.accounts.services import roles as services
from taizhang.office.accounts.services.roles import Appointment, end_role, grant_role
from taizhang.office.audit.models import AuditEntry
from taizhang.office.organisations.services.changes import establish
from taizhang.office.organisations.services.decision import Decision, Draft

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def officer(person):
    return person("security_administrator", username="officer", name="安全员甲")


@pytest.fixture
def newcomer(db):
    return User.objects.create_user("newcomer", "新来的人", None)


@pytest.fixture
def unit(db):
    draft = Draft("青山县商务局", "department", "", None, "", ())
    return establish(draft=draft, decision=Decision(on=None, by=None)).organisation_id


def give(user, role, by, unit=None, **period):
    wanted = Appointment(role, unit, period.get("valid_from", TODAY), period.get("valid_to"))
    return grant_role(user_id=user.pk, wanted=wanted, reason="任职文件", by=by)


def test_a_role_is_granted_with_a_reason_and_recorded(newcomer, officer, unit):
    given = give(newcomer, "reporter", officer, unit)
    assert newcomer.grant("assignments.sign").organisations == {unit}
    assert (given.granted_by, given.granted_for) == (officer, "任职文件")
    entry = AuditEntry.objects.get(action="access.granted")
    assert (entry.action, entry.name, entry.title) == ("access.granted", "安全员甲", "新来的人")
    assert json.loads(entry.details) == {
        "from": str(TODAY),
        "reason": "任职文件",
        "role": "填报人 reporter",
        "unit": "青山县商务局",
    }


def test_nobody_grants_to_themselves_nor_ends_their_own(officer):
    with pytest.raises(services.OwnRoleError):
        give(officer, "audit_administrator", officer)
    with pytest.raises(services.OwnRoleError):
        end_role(membership_id=officer.memberships.get().pk, reason="离任", by=officer)


def test_the_database_itself_refuses_a_grant_to_oneself(officer):
    with pytest.raises(IntegrityError):
        Membership.objects.create(user=officer, role="leader", valid_from=TODAY, granted_by=officer)


@pytest.mark.parametrize("first", ["system_administrator", "planner"])
@pytest.mark.parametrize("second", ["audit_administrator", "security_administrator"])
def test_an_administrator_holds_no_other_role_and_nobody_else_theirs(newcomer, officer, first, second):
    give(newcomer, first, officer)
    with pytest.raises(services.ExclusiveRolesError):
        give(newcomer, second, officer)


def test_an_administrator_is_given_no_business(newcomer, officer):
    give(newcomer, "system_administrator", officer)
    with pytest.raises(services.ExclusiveRolesError, match="系统管理员"):
        give(newcomer, "planner", officer)


def test_roles_that_exclude_each_other_may_follow_each_other(newcomer, officer):
    give(newcomer, "planner", officer, valid_to=TODAY + 5 * DAY)
    give(newcomer, "audit_administrator", officer, valid_from=TODAY + 5 * DAY)
    with pytest.raises(services.ExclusiveRolesError):
        give(newcomer, "leader", officer, valid_from=TODAY + 9 * DAY)


def test_the_database_itself_refuses_two_administrators_in_one(newcomer):
    Membership.objects.create(user=newcomer, role="system_administrator", valid_from=TODAY)
    with pytest.raises(IntegrityError):
        Membership.objects.create(user=newcomer, role="audit_administrator", valid_from=TODAY)


def test_what_reaches_only_through_a_unit_needs_one(newcomer, officer):
    with pytest.raises(services.UnitMissingError):
        give(newcomer, "reporter", officer)


def test_pressing_twice_grants_once(newcomer, officer, unit):
    give(newcomer, "reporter", officer, unit)
    with pytest.raises(services.AlreadyHeldError):
        give(newcomer, "reporter", officer, unit)
    with pytest.raises(IntegrityError):
        Membership.objects.create(user=newcomer, role="reporter", organisation_id=unit, valid_from=TODAY)


def test_nonsense_is_told(newcomer, officer):
    with pytest.raises(services.UnknownRoleError):
        give(newcomer, "king", officer)
    with pytest.raises(services.BackwardPeriodError):
        give(newcomer, "planner", officer, valid_to=TODAY)


def test_what_is_ended_is_over_at_once_and_stays_on_record(newcomer, officer):
    given = give(newcomer, "planner", officer)
    end_role(membership_id=given.pk, reason="调离", by=officer)
    assert User.objects.get(pk=newcomer.pk).grant("plans.view") is None
    kept = Membership.objects.get(pk=given.pk)
    assert (kept.ended_by, kept.ended_for, kept.valid_to) == (officer, "调离", TODAY)
    assert AuditEntry.objects.filter(action="access.ended", title="新来的人").exists()
    with pytest.raises(services.RoleEndedError):
        end_role(membership_id=given.pk, reason="再来一次", by=officer)


def test_a_session_that_is_open_feels_it_at_once(client, newcomer, officer):
    given = give(newcomer, "planner", officer)
    client.force_login(newcomer)
    assert client.get("/plans/").status_code == 200
    end_role(membership_id=given.pk, reason="调离", by=officer)
    assert client.get("/plans/").status_code == 403


def test_who_held_what_is_never_deleted(newcomer, officer):
    given = give(newcomer, "planner", officer)
    with pytest.raises(MembershipIsKeptError):
        given.delete()
    with pytest.raises(MembershipIsKeptError):
        Membership.objects.all().delete()


def test_the_first_administrators_are_appointed_at_the_command_line(newcomer):
    call_command("appoint", "newcomer", "security_administrator", stdout=io.StringIO())
    assert newcomer.grant("people.grant")
    assert AuditEntry.objects.get().action == "access.granted"
    with pytest.raises(CommandError, match="不能由同一个人担任"):
        call_command("appoint", "newcomer", "audit_administrator")
    with pytest.raises(CommandError, match="没有用户"):
        call_command("appoint", "nobody", "audit_administrator")


def test_the_page_grants_and_ends(client, newcomer, officer, unit):
    client.force_login(officer)
    address = f"/people/{newcomer.pk}/roles/"
    asked = {"role": "reporter", "organisation": unit, "valid_from": str(TODAY), "last_day": "", "reason": "任职"}
    assert client.post(address, asked | {"reason": ""}).status_code == 422
    refused = client.post(address, asked | {"organisation": ""})
    assert "要定在一个单位上" in refused.content.decode()
    assert client.post(address, asked).status_code == 302
    page = client.get(address).content.decode()
    assert "现任" in page
    held = newcomer.memberships.get()
    assert client.post(f"/people/roles/{held.pk}/end/", {"reason": ""}).status_code == 422
    assert client.post(f"/people/roles/{held.pk}/end/", {"reason": "调离"}).status_code == 302
    assert "已结束" in client.get(address).content.decode()


def test_ones_own_roles_are_shown_without_a_form(client, officer):
    client.force_login(officer)
    page = client.get(f"/people/{officer.pk}/roles/").content.decode()
    assert "要由另一位安全管理员办理" in page
    assert 'name="role"' not in page


def test_who_holds_what_costs_the_same_whatever_the_number(client, officer, person, django_assert_max_num_queries):
    client.force_login(officer)
    for count in (3, 30):
        for _each in range(count):
            person("leader")
        with django_assert_max_num_queries(12):
            assert client.get("/people/roles/").status_code == 200


def test_the_table_can_be_read_by_everybody_and_names_nobody(client, person):
    client.force_login(person("congress", name="张三丰"))
    page = client.get("/roles/").content.decode()
    assert "角色与权限" in page
    assert page.count('scope="row"') >= 25
    assert "谁担任什么角色" not in page
