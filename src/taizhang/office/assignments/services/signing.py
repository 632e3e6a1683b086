"""Signing (签收): a unit takes its duties on, names its officer, asks what is unclear; the bureau answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.shortcuts import get_object_or_404

from taizhang.office.accounts.models import User
from taizhang.office.assignments.models import Action, Duty, Query, State
from taizhang.office.assignments.selectors.moved import Moved, moves_of, since
from taizhang.office.assignments.selectors.people import is_of_unit
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.services import errors
from taizhang.office.assignments.services.rows import Deed, Done, Note, note


@dataclass(frozen=True, slots=True)
class Side:
    """Side (单位一方): who acts, and for which units.

    Attributes:
        units: ids of the person's own units and those below, as the grant says.
        may_name: whether the person may name another officer in place of the one there is.
    """

    by: User
    units: frozenset[int]
    registry: Units
    may_name: bool = False

    def held(self, duty_ids: Iterable[int]) -> list[Duty]:
        """Those of the duties that are the side's own and stand, held until the transaction ends, by their order."""
        wanted = Duty.objects.filter(
            id__in=set(duty_ids),
            organisation__in=self.registry.acted_for(self.units),
            ended_at=None,
            assignment__state=State.HANDED_OUT,
        )
        found = wanted.select_related("assignment__commitment", "officer").order_by("id")
        return list(found.select_for_update(of=("self", "assignment")))  # nobody takes it back meanwhile

    def one(self, duty_id: int) -> Duty:
        """One of them.

        Raises:
            NotOursError: it is none of them.
        """
        found = self.held([duty_id])
        if not found:
            raise errors.NotOursError
        return found[0]


@transaction.atomic
def sign(*, duty_ids: Iterable[int], side: Side, officer: User | None, now: datetime) -> Done:
    """Sign for duties, and name who reports on them; those signed for already stay as they are."""
    found = side.held(duty_ids)
    if not found:
        raise errors.NotOursError
    moves = moves_of(each.assignment.commitment_id for each in found)
    waiting = [each for each in found if _waits(each, moves.get(each.assignment.commitment_id, ()))]
    if any(each.queries.filter(hand_to__isnull=False, answered_at=None).exists() for each in waiting):
        raise errors.OpenQueryError
    deed = Deed(Action.SIGNED, side.by)
    for duty in waiting:
        if officer:
            _check_colleague(duty, officer, side)
        duty.signed_at, duty.signed_by = now, side.by
        duty.officer = officer or duty.officer or side.by
        duty.save(update_fields=["signed_at", "signed_by", "officer"])
    note(deed, [Note(each.assignment, _unit_and_officer(each, side), duty=each) for each in waiting])
    return Done(deed.batch, tuple(each.assignment_id for each in waiting), skipped=len(found) - len(waiting))


@transaction.atomic
def name_officer(*, duty_id: int, officer: User, side: Side) -> Done:
    """Pass a duty on to a colleague: by the officer, or by whoever answers for the unit."""
    duty = side.one(duty_id)
    if duty.officer and duty.officer != side.by and not side.may_name:
        raise errors.NotYoursToNameError
    _check_colleague(duty, officer, side)
    before = duty.officer.name if duty.officer else ""
    duty.officer = officer
    duty.save(update_fields=["officer"])
    deed = Deed(Action.OFFICER_NAMED, side.by)
    note(deed, [Note(duty.assignment, {"officer": [before, officer.name]}, duty=duty)])
    return Done(deed.batch, (duty.assignment_id,))


@transaction.atomic
def ask(*, duty_id: int, words: str, side: Side) -> Query:
    """Ask what is unclear."""
    duty = side.one(duty_id)
    query = Query.objects.create(duty=duty, words=_said(words), by=side.by)
    note(Deed(Action.QUERIED, side.by, reason=query.words[:500]), [Note(duty.assignment, duty=duty)])
    return query


@transaction.atomic
def answer(*, query_id: int, words: str, by: User, now: datetime) -> Query:
    """Answer a question; a hand-over is decided in ``handing_over`` instead."""
    query = held_query(query_id)
    query.answer, query.answered_by, query.answered_at = _said(words), by, now
    query.save(update_fields=["answer", "answered_by", "answered_at"])
    deed = Deed(Action.ANSWERED, by, reason=query.answer[:500])
    note(deed, [Note(query.duty.assignment, duty=query.duty)])
    return query


def held_query(query_id: int) -> Query:
    """A query nobody answered, held until the transaction ends.

    Raises:
        AnsweredError: someone did.
    """
    wanted = Query.objects.select_related("duty__assignment__commitment", "duty__organisation", "hand_to")
    query = get_object_or_404(wanted.select_for_update(of=("self",)), id=query_id)
    if query.answered_at:
        raise errors.AnsweredError
    return query


def _waits(duty: Duty, moves: tuple[Moved, ...]) -> bool:
    """Whether it was not signed for, or its target moved since."""
    return duty.signed_at is None or bool(since(moves, duty.signed_at))


def _check_colleague(duty: Duty, officer: User, side: Side) -> None:
    acting = side.registry.acting(duty.organisation_id)
    if acting is None or not is_of_unit(officer, acting):
        raise errors.NoColleagueError


def _unit_and_officer(duty: Duty, side: Side) -> dict[str, list[str]]:
    return {
        "unit": ["", side.registry.label(duty.organisation_id).name],
        "officer": ["", duty.officer.name if duty.officer else ""],
    }


def _said(words: str) -> str:
    if not words.strip():
        raise errors.ReasonMissingError
    return words.strip()
