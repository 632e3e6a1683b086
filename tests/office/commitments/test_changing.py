"""Commitments change, and nothing is lost by it."""

from decimal import Decimal

import pytest
from django.http import Http404

from taizhang.office.commitments import deeds, services
from taizhang.office.commitments.models import Action, Commitment, HistoryIsKeptError, Status


def actions(commitment):
    return [amendment.action for amendment in commitment.amendments.all()]


def test_an_amendment_keeps_the_old_value_with_reason_and_person(adopted, clerk):
    services.amend(
        commitment_id=adopted.id,
        revision=adopted.revision,
        changes={"value": Decimal("6.5"), "bound": "at_least"},
        by=clerk,
        reason="常务会议",
    )
    adopted.refresh_from_db()
    assert (adopted.value, adopted.bound) == (Decimal("6.5"), "at_least")
    last = adopted.amendments.last()
    assert last.changes == {"value": ["6", "6.5"], "bound": ["about", "at_least"]}
    assert (last.reason, last.by) == ("常务会议", clerk)


def test_an_amendment_that_changes_nothing_leaves_no_trace(adopted, clerk):
    services.amend(commitment_id=adopted.id, revision=adopted.revision, changes={"value": Decimal("6.0")}, by=clerk)
    assert actions(adopted) == [Action.ADOPTED]


def test_history_is_written_once(adopted):
    written = adopted.amendments.get()
    written.reason = "另一种说法"
    with pytest.raises(HistoryIsKeptError):
        written.save()


def test_a_withdrawn_commitment_frees_its_sentence(adopted, version_id, suggestions, clerk):
    services.withdraw(commitment_id=adopted.id, reason="重复", by=clerk)
    adopted.refresh_from_db()
    assert adopted.status == Status.WITHDRAWN
    services.adopt(version_id=version_id, key=suggestions["地区生产总值增长6%左右"].key, by=clerk)
    assert Commitment.objects.filter(status=Status.ADOPTED).count() == 1


def test_withdrawing_needs_a_reason(adopted, clerk):
    with pytest.raises(deeds.ReasonMissingError):
        services.withdraw(commitment_id=adopted.id, reason="", by=clerk)


def test_what_is_withdrawn_can_be_neither_changed_nor_withdrawn(adopted, clerk):
    services.withdraw(commitment_id=adopted.id, reason="重复", by=clerk)
    with pytest.raises(deeds.NotInForceError):
        services.amend(commitment_id=adopted.id, revision=adopted.revision, changes={"value": Decimal(7)}, by=clerk)
    with pytest.raises(deeds.NotInForceError):
        services.withdraw(commitment_id=adopted.id, reason="再撤", by=clerk)


def test_restoring_lets_the_decision_stand_again(adopted, clerk):
    services.withdraw(commitment_id=adopted.id, reason="误撤前", by=clerk)
    services.restore(commitment_id=adopted.id, by=clerk)
    adopted.refresh_from_db()
    assert adopted.status == Status.ADOPTED
    assert actions(adopted) == [Action.ADOPTED, Action.WITHDRAWN, Action.RESTORED]
    assert adopted.sources.filter(is_held=True).count() == 2


def test_restoring_fails_where_the_sentence_is_taken(adopted, version_id, suggestions, clerk):
    services.withdraw(commitment_id=adopted.id, reason="重复", by=clerk)
    services.adopt(version_id=version_id, key=suggestions["地区生产总值增长6%左右"].key, by=clerk)
    with pytest.raises(deeds.TakenError):
        services.restore(commitment_id=adopted.id, by=clerk)


def test_only_what_is_withdrawn_can_be_restored(adopted, clerk):
    with pytest.raises(services.NotWithdrawnError):
        services.restore(commitment_id=adopted.id, by=clerk)


def test_undoing_an_adoption_withdraws_it(adopted, clerk):
    services.undo(batch=adopted.amendments.get().batch, by=clerk)
    adopted.refresh_from_db()
    assert adopted.status == Status.WITHDRAWN


def test_undoing_takes_back_everything_done_at_once(version_id, suggestions, clerk):
    done = services.adopt_many(version_id=version_id, keys=[each.key for each in suggestions.values()], by=clerk)
    undone = services.undo(batch=done.batch, by=clerk)
    assert len(undone.commitments) == len(suggestions)
    assert not Commitment.objects.exclude(status=Status.WITHDRAWN).exists()


def test_undoing_an_amendment_puts_the_old_values_back(adopted, clerk):
    done = services.amend(
        commitment_id=adopted.id,
        revision=adopted.revision,
        changes={"value": Decimal("6.5"), "value_high": Decimal(7)},
        by=clerk,
        reason="会议",
    )
    services.undo(batch=done.batch, by=clerk)
    adopted.refresh_from_db()
    assert (adopted.value, adopted.value_high) == (Decimal(6), None)
    assert actions(adopted) == [Action.ADOPTED, Action.AMENDED, Action.AMENDED]


def test_undoing_a_withdrawal_restores(adopted, clerk):
    done = services.withdraw(commitment_id=adopted.id, reason="误", by=clerk)
    services.undo(batch=done.batch, by=clerk)
    adopted.refresh_from_db()
    assert adopted.status == Status.ADOPTED


def test_undoing_sets_nothing_aside(version_id, suggestions, clerk):
    done = services.set_aside(
        version_id=version_id, keys=[suggestions["健全梯次培育机制"].key], reason="由上级组织", by=clerk
    )
    services.undo(batch=done.batch, by=clerk)
    assert Commitment.objects.get().status == Status.WITHDRAWN


def test_what_was_changed_since_is_not_undone(adopted, clerk):
    batch = adopted.amendments.get().batch
    services.amend(
        commitment_id=adopted.id, revision=adopted.revision, changes={"value": Decimal(7)}, by=clerk, reason="会议"
    )
    with pytest.raises(services.NotLatestError):
        services.undo(batch=batch, by=clerk)


def test_what_does_not_exist_is_not_found(clerk):
    with pytest.raises(Http404):
        services.amend(commitment_id=1, revision=0, changes={}, by=clerk)
