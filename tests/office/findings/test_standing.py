"""What stands of everything people did about one finding."""

from itertools import count

import pytest

from taizhang.office.findings.models import Action, Disposition
from taizhang.office.findings.standing import State, standing_of


def rows(*done):
    """``("fixed", who, version)`` … as rows in the order they were written."""
    number = count(1)
    return [
        Disposition(id=next(number), action=action, by_id=who, version_id=version, reason="因为")
        for action, who, version in done
    ]


def state(*done, severity="error", version=1):
    return standing_of(rows(*done), severity=severity, version_id=version).state


def test_nothing_done_is_open():
    assert state() == State.OPEN


@pytest.mark.parametrize("action", ["fixed", "accepted", "not_applicable"])
def test_an_error_waits_for_a_second_person(action):
    assert state((action, 1, 1)) == State.REVIEW
    assert state((action, 1, 1), (Action.CONFIRMED, 2, 1)) == State.SETTLED


def test_a_warning_needs_nobody_else():
    assert state(("accepted", 1, 1), severity="warning") == State.SETTLED


def test_what_is_taken_back_is_open_again():
    assert state(("accepted", 1, 1), ("taken_back", 1, 1)) == State.OPEN


def test_a_confirmation_taken_back_leaves_the_decision():
    assert state(("accepted", 1, 1), ("confirmed", 2, 1), ("taken_back", 2, 1)) == State.REVIEW


def test_a_decision_to_let_it_stand_holds_in_the_next_version():
    standing = standing_of(rows(("accepted", 1, 1), ("confirmed", 2, 1)), severity="error", version_id=2)
    assert standing.state == State.SETTLED
    assert standing.is_carried


def test_what_was_fixed_and_is_still_there_has_come_back():
    standing = standing_of(rows(("fixed", 1, 1), ("confirmed", 2, 1)), severity="error", version_id=2)
    assert standing.state == State.OPEN
    assert standing.has_come_back


def test_what_came_back_can_be_decided_anew():
    done = [("fixed", 1, 1), ("confirmed", 2, 1), ("accepted", 1, 2)]
    assert state(*done, version=2) == State.REVIEW


def test_a_warning_that_became_an_error_needs_a_second_person_after_all():
    assert state(("accepted", 1, 1), version=2) == State.REVIEW
