"""What is handed out is the units' own: it comes back, changes and ends only for a reason, and never twice."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from taizhang.office.assignments.models import Assignment, Duty, Event, State
from taizhang.office.assignments.selectors.force import nothing_rests_on
from taizhang.office.assignments.selectors.held_terms import terms_of, with_terms
from taizhang.office.assignments.selectors.holders import commitments_of
from taizhang.office.assignments.selectors.mine import get_my_work
from taizhang.office.assignments.selectors.standing import READY, STRANDED, WAITING, standings_of
from taizhang.office.assignments.services import drafting, errors, handing_out, signing
from taizhang.office.assignments.services.handing_out import Ground, last_day_to_sign
from taizhang.office.assignments.terms import Revised, StepTerms
from taizhang.office.audit.models import AuditEntry
from taizhang.office.commitments import services as ledger
from taizhang.office.commitments.models import Amendment
from taizhang.office.commitments.selectors.readings import current_version_id
from taizhang.office.pages.errors import ChangedMeanwhileError
from taizhang.office.plans.life.models import Resolution

from .conftest import NOW, TODAY  # noqa: TID252  # tests are no package

PAPER = Ground("县政府常务会议调整", "柳政发〔2024〕9号")


def held(assignment):
    return with_terms(Assignment.objects.filter(id=assignment.id)).get()


def adjust(assignment, clerk, units, ground=PAPER, **changes):
    now = held(assignment)
    revised = Revised(replace(terms_of(now), **changes), now.revision)
    return handing_out.adjust(
        assignment_id=assignment.id, revised=revised, ground=ground, by=clerk, units=units, now=NOW
    )


@pytest.fixture
def signed(duty_of, side):
    """The lead signed."""
    signing.sign(duty_ids=[duty_of("区商务局").id], side=side, officer=None, now=NOW)
    return duty_of("区商务局")


def test_units_have_it_at_once(handed_out, firms, names):
    assert handed_out.state == State.HANDED_OUT
    assert firms.id in commitments_of([names["区商务局"]])
    assert firms.id in commitments_of([names["区统计局"]])
    assert firms.id not in commitments_of([names["区民政局"]])


def test_drafts_are_nobodys_yet(drafted, names):
    assert commitments_of([names["区商务局"]]) == frozenset()


def test_it_is_to_be_signed_within_five_working_days(handed_out):
    assert {each.sign_by for each in handed_out.duties.all()} == {date(2024, 3, 11)}
    assert last_day_to_sign(date(2024, 3, 8)) == date(2024, 3, 15)  # a Friday


def test_a_double_click_hands_out_once(handed_out, firms, retail, clerk):
    again = handing_out.hand_out(commitment_ids=[firms.id, retail.id], by=clerk, now=NOW)
    assert (again.assignments, again.skipped) == ((), 2)
    assert Event.objects.filter(action="handed_out").count() == 2
    assert AuditEntry.objects.filter(action="assignments.handed_out").count() == 2


def test_what_lacks_a_lead_is_left(approved, firms, retail, clerk, units):
    drafting.accept_proposals(commitment_ids=[firms.id], by=clerk, units=units)
    done = handing_out.hand_out(commitment_ids=[firms.id, retail.id], by=clerk, now=NOW)
    assert (len(done.assignments), done.left) == (1, 1)
    with pytest.raises(errors.NotReadyError):
        handing_out.hand_out(commitment_ids=[retail.id], by=clerk, now=NOW)


def test_only_what_is_in_force_is_handed_out(drafted, firms, clerk):
    Resolution.objects.update(is_in_force=False)
    with pytest.raises(errors.NotInForceError):
        handing_out.hand_out(commitment_ids=[firms.id], by=clerk, now=NOW)


def test_it_comes_back_while_nobody_signed(handed_out, firms, clerk, names, plan):
    handing_out.take_back(assignment_id=handed_out.id, ground=Ground("牵头单位有误"), by=clerk, now=NOW)
    assert firms.id not in commitments_of([names["区商务局"]])
    assert Duty.objects.filter(assignment=handed_out, ended_for="牵头单位有误").count() == 3
    assert standing(plan, firms).stage == READY
    handing_out.hand_out(commitment_ids=[firms.id], by=clerk, now=NOW)
    assert standing(plan, firms).stage == WAITING


def test_it_does_not_come_back_once_signed(handed_out, signed, clerk):
    with pytest.raises(errors.AlreadySignedError):
        handing_out.take_back(assignment_id=handed_out.id, ground=Ground("牵头单位有误"), by=clerk, now=NOW)


def test_nothing_comes_back_without_a_reason(handed_out, clerk):
    with pytest.raises(errors.ReasonMissingError):
        handing_out.take_back(assignment_id=handed_out.id, ground=Ground("  "), by=clerk, now=NOW)


def test_adjusting_needs_a_paper(handed_out, clerk, units):
    with pytest.raises(errors.DocumentMissingError):
        adjust(handed_out, clerk, units, ground=Ground("会议决定"), due_on=date(2024, 10, 31))


def test_a_new_deadline_is_signed_for_anew(handed_out, signed, clerk, units, names):
    adjust(handed_out, clerk, units, due_on=date(2024, 10, 31))
    signed.refresh_from_db()
    assert signed.signed_at is None
    mine = get_my_work([names["区商务局"]], units)
    duty = next(each for each in mine.duties if each.id == signed.id)
    assert [(each.old, each.new) for each in duty.changes] == [("2024-12-31", "2024-10-31")]
    assert "柳政发〔2024〕9号" in duty.changed_for


def test_another_units_coming_in_changes_nothing_for_who_signed(handed_out, signed, clerk, units, names):
    adjust(handed_out, clerk, units, supports=(names["区统计局"], names["区民政局"]))
    signed.refresh_from_db()
    assert signed.signed_at == NOW
    live = Duty.objects.filter(assignment=handed_out, ended_at=None)
    assert {each.organisation_id for each in live} == {names["区商务局"], names["区统计局"], names["区民政局"]}
    assert Duty.objects.get(organisation=names["区财政局"]).ended_for == "县政府常务会议调整"


def test_steps_concern_only_the_lead(handed_out, signed, clerk, units, names, person):
    statistician = person("reporter", names["区统计局"])
    other = signing.Side(statistician, frozenset({names["区统计局"]}), units)
    support = Duty.objects.get(assignment=handed_out, organisation=names["区统计局"])
    signing.sign(duty_ids=[support.id], side=other, officer=None, now=NOW)
    now = held(handed_out)
    steps = (StepTerms("2024-Q2", "完成过半"),)
    revised = Revised(replace(terms_of(now), steps=steps), now.revision)
    handing_out.adjust(assignment_id=now.id, revised=revised, ground=PAPER, by=clerk, units=units, now=NOW)
    signed.refresh_from_db()
    support.refresh_from_db()
    assert (signed.signed_at, support.signed_at) == (None, NOW)


def test_a_changed_lead_ends_one_duty_and_begins_another(handed_out, signed, clerk, units, names):
    adjust(handed_out, clerk, units, lead=names["区统计局"], supports=(names["区财政局"],))
    live = {each.organisation_id: each for each in Duty.objects.filter(assignment=handed_out, ended_at=None)}
    assert live[names["区统计局"]].role == "lead"
    assert live[names["区统计局"]].signed_at is None
    assert names["区商务局"] not in live


def test_whoever_adjusts_second_is_told(handed_out, clerk, units):
    stale = held(handed_out)
    adjust(handed_out, clerk, units, due_on=date(2024, 10, 31))
    revised = Revised(replace(terms_of(stale), due_on=date(2024, 9, 30)), stale.revision)
    with pytest.raises(ChangedMeanwhileError):
        handing_out.adjust(assignment_id=stale.id, revised=revised, ground=PAPER, by=clerk, units=units, now=NOW)


def test_a_withdrawn_commitment_leaves_its_assignment_stranded_until_it_is_ended(handed_out, firms, clerk, plan, units):
    ledger.withdraw(commitment_id=firms.id, reason="计划调整，不再实施", by=clerk)
    assert standing(plan, firms).stage == STRANDED
    handing_out.end(assignment_id=handed_out.id, ground=Ground("目标已撤回"), by=clerk, now=NOW)
    assert standing(plan, firms) is None
    assert not Duty.objects.filter(assignment=handed_out, ended_at=None).exists()


def test_units_are_late_the_day_after(handed_out, plan, firms):
    found = standing(plan, firms)
    assert not any(part.is_late(date(2024, 3, 11)) for part in found.parts)
    assert all(part.is_late(date(2024, 3, 11) + timedelta(days=1)) for part in found.parts)
    assert date(2024, 3, 11) > TODAY


def standing(plan, commitment):
    return next((each for each in standings_of(plan.id) if each.commitment_id == commitment.id), None)


def test_an_approval_that_something_rests_on_is_not_annulled(handed_out, drafted, plan, clerk):
    version_id = current_version_id(plan.id)
    assert nothing_rests_on(version_id=version_id)
    for each in Assignment.objects.all():
        handing_out.take_back(assignment_id=each.id, ground=Ground("批准有误"), by=clerk, now=NOW)
    assert nothing_rests_on(version_id=version_id) == ""


def test_a_target_that_moved_after_it_was_signed_for_is_signed_for_anew(signed, side, plan, firms, clerk, names, units):
    Amendment.objects.create(
        commitment=firms,
        action="carried",
        changes={"value": ["8", "10"], "title": ["甲", "乙"]},
        reason="调整方案",
        by=clerk,
        batch=uuid.uuid4(),
    )
    Duty.objects.filter(id=signed.id).update(signed_at=NOW)
    mine = next(each for each in get_my_work([names["区商务局"]], units).duties if each.id == signed.id)
    assert (mine.signed_at, [(each.old, each.new) for each in mine.changes]) == (None, [("8", "10")])
    assert standing(plan, firms).signed == 0
    later = timezone.now() + timedelta(minutes=1)
    signing.sign(duty_ids=[signed.id], side=side, officer=None, now=later)
    assert standing(plan, firms).signed == 1
