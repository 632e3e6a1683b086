"""Suggestions become commitments."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from taizhang.office.commitments import deeds, services
from taizhang.office.commitments.models import Action, Amendment, Commitment, Role, Source, Status


def test_a_commitment_says_what_the_suggestion_said(adopted, clerk):
    assert (adopted.kind, adopted.subject, adopted.indicator) == ("indicator_target", "地区生产总值", "gdp")
    assert (adopted.aspect, adopted.value, adopted.unit, adopted.bound) == ("growth", Decimal(6), "%", "about")
    assert (adopted.baseline_value, adopted.baseline_unit, adopted.baseline_period) == (Decimal("5.2"), "%", "2023")
    assert adopted.period == "2024"
    assert adopted.status == Status.ADOPTED
    assert adopted.decided_by == clerk
    assert adopted.section == ["二、2024年主要预期目标"]


def test_the_sentence_is_frozen_with_its_place(adopted):
    text = adopted.version.text
    assert adopted.sentence == text[adopted.sentence_start : adopted.sentence_end]
    assert text[adopted.clause_start : adopted.clause_end] == "地区生产总值增长6%左右；"


def test_every_place_is_kept_and_that_of_the_baseline_with_it(adopted):
    places = {(source.role, bool(source.statement_id), bool(source.cell_id)) for source in adopted.sources.all()}
    assert places == {
        (Role.PROMISE, True, False),
        (Role.PROMISE, False, True),
        (Role.BASELINE, False, True),
    }


def test_what_the_clerk_chose_otherwise_is_kept_beside_what_was_suggested(version_id, suggestions, clerk):
    key = suggestions["固定资产投资增长9%以上"].key
    services.adopt(version_id=version_id, key=key, by=clerk, changes={"value": Decimal(10), "unit": "%"})
    commitment = Commitment.objects.get()
    assert commitment.value == Decimal(10)
    assert commitment.amendments.get().changes == {"value": ["9", "10"]}


def test_many_are_adopted_by_one_press_of_a_button(version_id, suggestions, clerk):
    keys = [each.key for each in suggestions.values()]
    done = services.adopt_many(version_id=version_id, keys=keys, by=clerk)
    assert (len(done.commitments), done.skipped) == (len(suggestions), 0)
    assert set(Amendment.objects.values_list("batch", flat=True)) == {done.batch}
    assert [each.title for each in Commitment.objects.all()] == list(suggestions)


def test_what_is_decided_already_is_skipped(adopted, version_id, suggestions, clerk):
    keys = [suggestions["地区生产总值增长6%左右"].key, suggestions["健全梯次培育机制"].key]
    done = services.adopt_many(version_id=version_id, keys=keys, by=clerk)
    assert (len(done.commitments), done.skipped) == (1, 1)


def test_nothing_open_is_said_so(adopted, version_id, suggestions, clerk):
    with pytest.raises(services.NothingOpenError):
        services.adopt(version_id=version_id, key=suggestions["地区生产总值增长6%左右"].key, by=clerk)


def test_a_key_that_no_suggestion_has_is_no_suggestion(version_id, clerk):
    with pytest.raises(services.NothingOpenError):
        services.adopt(version_id=version_id, key="s999999", by=clerk)


def test_the_database_lets_one_commitment_hold_a_place(adopted, clerk):
    held = adopted.sources.filter(statement__isnull=False).get()
    again = Source(
        commitment=adopted, version=held.version, statement=held.statement, start=held.start, end=held.end, quote="6%"
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_words_without_a_record_are_held_once_too(version_id, suggestions, clerk):
    services.adopt(version_id=version_id, key=suggestions["健全梯次培育机制"].key, by=clerk)
    held = Source.objects.get()
    held.pk, held._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        held.save()


def test_two_people_at_the_same_moment_are_told_apart(version_id, suggestions, clerk, monkeypatch):
    """Both saw the suggestion as open; the database lets the second know."""
    suggestion = suggestions["健全梯次培育机制"]
    monkeypatch.setattr(services, "_still_open", lambda version_id, keys: ([suggestion], 0))
    services.adopt(version_id=version_id, key=suggestion.key, by=clerk)
    with pytest.raises(deeds.TakenError), transaction.atomic():
        services.adopt(version_id=version_id, key=suggestion.key, by=clerk)
    assert Commitment.objects.count() == 1


def test_setting_aside_needs_a_reason(version_id, suggestions, clerk):
    key = suggestions["健全梯次培育机制"].key
    with pytest.raises(deeds.ReasonMissingError):
        services.set_aside(version_id=version_id, keys=[key], reason="  ", by=clerk)
    services.set_aside(version_id=version_id, keys=[key], reason="由上级组织", by=clerk)
    commitment = Commitment.objects.get()
    assert (commitment.status, commitment.reason) == (Status.SET_ASIDE, "由上级组织")
    assert commitment.amendments.get().action == Action.SET_ASIDE


def test_the_database_wants_a_reason_too(adopted):
    adopted.status = Status.SET_ASIDE
    with pytest.raises(IntegrityError), transaction.atomic():
        adopted.save()


def test_a_plan_with_something_in_the_ledger_cannot_be_removed(adopted, plan, clerk):
    from taizhang.office.plans.services import PlanInUseError, remove

    with pytest.raises(PlanInUseError):
        remove(plan_id=plan.id, by=clerk)
