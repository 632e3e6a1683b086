"""Terms are drafted freely, one or many at once, and taken back as long as nothing else was done."""

from datetime import date
from decimal import Decimal

import pytest

from taizhang.office.assignments.models import Assignment, Event
from taizhang.office.assignments.proposals.quarters import even_steps, last_step, level_steps
from taizhang.office.assignments.selectors.held_terms import terms_of, with_terms
from taizhang.office.assignments.services import drafting, errors, handing_out
from taizhang.office.assignments.terms import Revised, StepTerms, Terms, as_values, from_values
from taizhang.office.audit.models import AuditEntry
from taizhang.office.organisations.models import HistoryIsKeptError
from taizhang.office.pages.errors import ChangedMeanwhileError

from .conftest import NOW  # noqa: TID252  # tests are no package


def now(commitment):
    return terms_of(with_terms(Assignment.objects.filter(commitment=commitment)).get())


@pytest.fixture
def whole(names):
    return Terms(
        lead=names["区商务局"],
        supports=(names["区统计局"], names["区财政局"]),
        leader="领导甲",
        measure="年内新增8家",
        due_on=date(2024, 11, 30),
        steps=(StepTerms("2024-Q2", "完成摸底", Decimal("3")), StepTerms("2024-Q4", value=Decimal("8"))),
    )


def save(commitment, terms, clerk, units, revision=0):
    revised = Revised(terms, revision)
    return drafting.draft(commitment_id=commitment.id, revised=revised, by=clerk, units=units)


def test_terms_are_kept_as_they_are_put_down(firms, whole, clerk, units):
    save(firms, whole, clerk, units)
    assert now(firms) == whole
    assert from_values(as_values(whole)) == whole


def test_what_was_before_stands_beside_what_is(firms, whole, clerk, units, names):
    save(firms, whole, clerk, units)
    save(firms, whole.led_by(names["区统计局"]), clerk, units, revision=1)
    changes = Event.objects.order_by("id").last().changes
    assert changes["lead"] == ["区商务局", "区统计局"]
    assert changes["supports"] == ["区统计局、区财政局", "区财政局"]


def test_whoever_saves_second_is_told(firms, whole, clerk, units):
    save(firms, whole, clerk, units)
    with pytest.raises(ChangedMeanwhileError):
        save(firms, whole, clerk, units, revision=0)


def test_one_lead_for_many_at_once(firms, retail, clerk, units, names):
    lead = drafting.leading(names["区统计局"])
    done = drafting.draft_many(changes={firms.id: lead, retail.id: lead}, by=clerk, units=units)
    assert len(done.assignments) == 2
    assert now(firms).lead == now(retail).lead == names["区统计局"]


def test_supports_and_deadlines_for_many(firms, retail, clerk, units, names):
    both = (names["区统计局"], names["区财政局"])
    drafting.draft_many(changes={firms.id: drafting.leading(both[0])}, by=clerk, units=units)
    drafting.draft_many(changes=dict.fromkeys([firms.id, retail.id], drafting.supporting(both)), by=clerk, units=units)
    due = drafting.due(date(2024, 9, 30))
    drafting.draft_many(changes=dict.fromkeys([firms.id, retail.id], due), by=clerk, units=units)
    assert now(firms).supports == (both[1],)  # the lead is not its own support
    assert now(retail).supports == both
    assert now(retail).due_on == date(2024, 9, 30)


def test_what_changes_nothing_is_said_so(firms, clerk, units, names):
    change = {firms.id: drafting.leading(names["区统计局"])}
    drafting.draft_many(changes=change, by=clerk, units=units)
    with pytest.raises(errors.NothingToDoError):
        drafting.draft_many(changes=change, by=clerk, units=units)
    assert Event.objects.count() == 1


def test_a_bulk_draft_is_taken_back_whole(firms, retail, whole, clerk, units, names):
    save(firms, whole, clerk, units)
    lead = drafting.leading(names["区民政局"])
    done = drafting.draft_many(changes=dict.fromkeys([firms.id, retail.id], lead), by=clerk, units=units)
    drafting.undo(batch=done.batch, by=clerk, units=units)
    assert now(firms) == whole
    assert now(retail) == Terms()


def test_nothing_is_taken_back_after_something_else_was_done(firms, whole, clerk, units, names):
    done = save(firms, whole, clerk, units)
    drafting.draft_many(changes={firms.id: drafting.leading(names["区民政局"])}, by=clerk, units=units)
    with pytest.raises(errors.NotLatestError):
        drafting.undo(batch=done.batch, by=clerk, units=units)


def test_nothing_is_taken_back_once_it_is_handed_out(approved, firms, whole, clerk, units):
    done = save(firms, whole, clerk, units)
    handing_out.hand_out(commitment_ids=[firms.id], by=clerk, now=NOW)
    with pytest.raises(errors.NotLatestError):
        drafting.undo(batch=done.batch, by=clerk, units=units)


def test_what_was_handed_out_is_not_drafted_over(handed_out, firms, retail, clerk, units, names):
    with pytest.raises(errors.NothingToDoError):
        drafting.draft_many(changes={firms.id: drafting.leading(names["区民政局"])}, by=clerk, units=units)
    with pytest.raises(errors.AlreadyHandedOutError):
        save(firms, Terms(), clerk, units, revision=handed_out.revision)


def test_history_is_written_once(drafted):
    event = Event.objects.first()
    with pytest.raises(HistoryIsKeptError):
        event.save()


def test_the_audit_log_knows_of_every_draft(firms, retail, clerk, units):
    drafting.accept_proposals(commitment_ids=[firms.id, retail.id], by=clerk, units=units)
    assert AuditEntry.objects.filter(action="assignments.drafted").count() == 2


def test_quarters_add_up_to_the_target_and_keep_its_digits():
    assert [each.value for each in even_steps(Decimal(3000), 2024)] == [750, 1500, 2250, 3000]
    assert [str(each.value) for each in even_steps(Decimal("10.5"), 2024)] == ["2.6", "5.3", "7.9", "10.5"]


def test_rates_stand_the_same_in_every_quarter():
    assert {each.value for each in level_steps(Decimal(6), 2024)} == {6}
    assert [each.period for each in last_step(Decimal(6), 2024)] == ["2024-Q4"]
