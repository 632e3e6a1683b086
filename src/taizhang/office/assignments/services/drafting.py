"""Drafting (拟定): terms of assignments that were not handed out yet, one or many at once, and taking it back."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from django.db import transaction

from taizhang.office.accounts.models import User
from taizhang.office.assignments.models import Action, Assignment, Event, State
from taizhang.office.assignments.selectors.held_terms import terms_of
from taizhang.office.assignments.selectors.proposals import propose, with_sources
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.services.errors import AlreadyHandedOutError, NothingToDoError, NotLatestError
from taizhang.office.assignments.services.rows import (
    Deed,
    Done,
    Note,
    held_assignments,
    held_commitments,
    note,
    write_drafts,
)
from taizhang.office.assignments.terms import Revised, Terms, as_values, differences, from_values
from taizhang.office.commitments.models import Commitment, Status
from taizhang.office.pages.errors import ChangedMeanwhileError

Amend = Callable[[Terms], Terms]


@transaction.atomic
def draft(*, commitment_id: int, revised: Revised, by: User, units: Units) -> Done:
    """Put down what one assignment says.

    Raises:
        ChangedMeanwhileError: it was saved since the form with that revision was opened.
        AlreadyHandedOutError: it has left the drawing board.
    """
    held_commitments([commitment_id])
    before = held_assignments([commitment_id]).get(commitment_id)
    if (before.revision if before else 0) != revised.revision:
        raise ChangedMeanwhileError
    if before and before.state == State.HANDED_OUT:
        raise AlreadyHandedOutError
    return _draft({commitment_id: _always(revised.terms)}, Deed(Action.DRAFTED, by), units)


@transaction.atomic
def draft_many(*, changes: Mapping[int, Amend], by: User, units: Units) -> Done:
    """Change the terms of many at once, each from what it says now; those handed out already are left as they are."""
    return _draft(changes, Deed(Action.DRAFTED, by), units)


@transaction.atomic
def accept_proposals(*, commitment_ids: Iterable[int], by: User, units: Units) -> Done:
    """Fill in what is lacking as proposed; what a person chose stays."""
    found = propose(with_sources(Commitment.objects.filter(id__in=set(commitment_ids))), units)
    return _draft({key: proposal.fill for key, proposal in found.items()}, Deed(Action.DRAFTED, by), units)


def leading(organisation_id: int) -> Amend:
    """Led by that unit."""
    return lambda terms: terms.led_by(organisation_id)


def supporting(organisations: tuple[int, ...]) -> Amend:
    """Supported by these units besides."""
    return lambda terms: terms.supported_by(organisations)


def due(day: date) -> Amend:
    """Due on that day."""
    return lambda terms: replace(terms, due_on=day)


@transaction.atomic
def undo(*, batch: uuid.UUID, by: User, units: Units) -> Done:
    """Take back a drafting: each assignment says again what it said before, unless something was done to it since."""
    events = list(Event.objects.filter(batch=batch, action=Action.DRAFTED).select_related("assignment").order_by("id"))
    if not events:
        raise NotLatestError
    ids = [event.assignment_id for event in events]
    held_commitments(event.assignment.commitment_id for event in events)
    latest = Event.objects.filter(assignment__in=ids, id__gt=max(event.id for event in events))
    drafts = Assignment.objects.filter(id__in=ids).exclude(state=State.HANDED_OUT)
    if latest.exists() or drafts.count() != len(ids):
        raise NotLatestError
    before = {event.assignment.commitment_id: from_values(event.restore) for event in events}
    changes = {key: _always(terms) for key, terms in before.items()}
    return _draft(changes, Deed(Action.DRAFTED, by), units, audited_as="undone")


def _draft(changes: Mapping[int, Amend], deed: Deed, units: Units, *, audited_as: str = "") -> Done:
    commitments = held_commitments(changes)
    standing = {key: each for key, each in commitments.items() if each.status == Status.ADOPTED}
    held = _with_new(standing, held_assignments(standing))
    drafts: dict[Assignment, Terms] = {}
    notes = []
    for key, assignment in held.items():
        before = terms_of(assignment)
        after = changes[key](before)
        if assignment.state != State.HANDED_OUT and after != before:
            assignment.state = State.DRAFT
            drafts[assignment] = after
            notes.append(Note(assignment, differences(before, after, units.name), as_values(before)))
    if not drafts:
        raise NothingToDoError
    write_drafts(drafts)
    note(deed, notes, audited_as=audited_as)
    return Done(deed.batch, tuple(each.id for each in drafts), skipped=len(changes) - len(drafts))


def _with_new(commitments: Mapping[int, Commitment], held: dict[int, Assignment]) -> dict[int, Assignment]:
    """With an empty one for each commitment that has none."""
    missing = [Assignment(commitment=each) for key, each in commitments.items() if key not in held]
    if not missing:
        return held
    Assignment.objects.bulk_create(missing)
    return held | held_assignments(each.commitment_id for each in missing)


def _always(terms: Terms) -> Amend:
    return lambda _before: terms
