"""The table of roles: read whole or not at all, and what a person may do follows from it."""

import datetime

import pytest
from django.utils import timezone, translation

from taizhang.office.accounts.checks import roles_hold_together
from taizhang.office.accounts.models import Membership
from taizhang.office.accounts.models.membership import ADMINISTRATORS
from taizhang.office.accounts.roles import FaultyRolesError, UnknownPermissionError, permissions, read_permissions
from taizhang.office.organisations.services import changes
from taizhang.office.organisations.services.decision import Decision, Draft

BUSINESS = ("plans", "findings", "commitments", "assignments", "decompositions", "tables")
TABLE = """
[groups]
units = { name = "部门", english = "Departments" }

[roles]
reporter = { name = "填报人", english = "Reporter", group = "units" }

[actions."plans.view"]
name = "查看计划"
english = "See plans"
"""


@pytest.fixture
def tree(db):
    """A district with a department and an office below it; by name."""

    def stand(name, parent):
        draft = Draft(name, "department", "", parent, "", ())
        return changes.establish(draft=draft, decision=Decision(on=None, by=None)).organisation_id

    district = stand("青山县人民政府", None)
    department = stand("青山县商务局", district)
    return {"district": district, "department": department, "office": stand("青山县招商中心", department)}


@pytest.mark.parametrize("line", ['nobody = "all"', 'reporter = "everywhere"', "reporter = []"])
def test_a_role_or_scope_there_is_not_is_a_fault(line):
    with pytest.raises(FaultyRolesError, match=r"plans\.view"):
        read_permissions(f"{TABLE}{line}\n")


def test_a_role_of_no_group_is_a_fault():
    with pytest.raises(FaultyRolesError, match="unknown group"):
        read_permissions(TABLE.replace('group = "units"', 'group = "elsewhere"'))


def test_asking_about_an_action_nobody_named_is_a_fault_of_ours(clerk):
    with pytest.raises(UnknownPermissionError):
        clerk.grant("plans.burn")


def test_the_table_and_the_doors_agree():
    assert roles_hold_together(None) == []


def test_every_name_is_said_in_two_languages():
    table = permissions()
    named = (*table.groups.values(), *table.roles.values(), *table.actions.values())
    assert [each.code for each in named if each.en == each.zh or not each.en] == []
    with translation.override("en"):
        assert str(table.roles["planner"]) == "Planning section"


@pytest.mark.parametrize("role", ADMINISTRATORS)
def test_administrators_have_no_hand_in_business(role):
    theirs = [code for code, action in permissions().actions.items() if role in action.scopes]
    assert [code for code in theirs if code.partition(".")[0] in BUSINESS] == []


def test_who_holds_nothing_may_nothing(person):
    nobody = person("reporter")
    Membership.objects.filter(user=nobody).update(valid_to=timezone.localdate())
    assert [code for code in permissions().actions if nobody.grant(code)] == []


def test_a_superuser_holds_no_business_data(db):
    from taizhang.office.accounts.models import User

    root = User.objects.create_superuser("root", "管理员", "a long pass phrase")
    assert [code for code in permissions().actions if root.grant(code)] == []


def test_a_grant_reaches_the_unit_and_all_below_it(person, tree):
    grant = person("reporter", tree["department"]).grant("commitments.view")
    assert grant.scopes == {"assigned"}
    assert grant.organisations == {tree["department"], tree["office"]}


def test_a_unit_not_settled_reaches_no_unit(person):
    assert person("reporter").grant("commitments.view").organisations == frozenset()


def test_a_unit_that_moved_away_is_reached_no_more(person, tree):
    today = timezone.localdate()
    decision = Decision(on=today, by=None, document="编发1号", reason="划转")
    changes.move(organisation_id=tree["office"], parent_id=tree["district"], decision=decision)
    assert person("reporter", tree["department"]).grant("commitments.view").organisations == {tree["department"]}


def test_several_roles_are_counted_together_each_where_it_is_held(person, tree):
    both = person("reporter", tree["department"])
    Membership.objects.create(
        user=both, role="congress", organisation_id=tree["district"], valid_from=timezone.localdate()
    )
    assert both.grant("commitments.view").scopes == {"assigned", "approved"}
    assert both.grant("assignments.sign").organisations == {tree["department"], tree["office"]}


@pytest.mark.parametrize(("begins", "ends"), [(1, None), (-9, 0), (-9, -1)])
def test_a_role_counts_from_its_first_day_to_the_day_before_its_end(person, begins, ends):
    today, someone = timezone.localdate(), person("planner")
    day = datetime.timedelta(days=1)
    until = None if ends is None else today + ends * day
    Membership.objects.filter(user=someone).update(valid_from=today + begins * day, valid_to=until)
    assert someone.grant("plans.view") is None


def test_whoever_was_stopped_may_nothing(clerk):
    clerk.is_active = False
    assert clerk.grant("plans.view") is None


def test_all_grants_of_a_person_take_two_queries(person, tree, django_assert_num_queries):
    someone = person("reporter", tree["department"])
    with django_assert_num_queries(2):
        for action in permissions().actions:
            someone.grant(action)
