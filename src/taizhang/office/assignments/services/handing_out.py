"""Handing out (下达): drafts become duties of units, with a day to sign by; taken back, adjusted or ended with a reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone

from taizhang.office.accounts.models import User
from taizhang.office.assignments.models import Action, Assignment, Duty, DutyRole, State
from taizhang.office.assignments.selectors.force import are_in_force
from taizhang.office.assignments.selectors.held_terms import terms_of
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.services import errors
from taizhang.office.assignments.services.rows import (
    Deed,
    Done,
    Note,
    duties_for,
    held_assignment,
    held_assignments,
    held_commitments,
    note,
    put_on,
    write_drafts,
    write_steps,
)
from taizhang.office.assignments.terms import Revised, Terms, differences
from taizhang.office.commitments.models import Status
from taizhang.office.pages.errors import ChangedMeanwhileError

SATURDAY = 5
# What each change means for a duty that was signed for: deadlines and the target are everybody's, the steps the lead's.
CONCERNS_ALL = frozenset({"measure", "starts_on", "due_on"})
CONCERNS_LEAD = frozenset({"steps"})


@dataclass(frozen=True, slots=True)
class Ground:
    """Ground (依据): why something handed out is changed, and the paper that says so."""

    reason: str
    document: str = ""

    def checked(self, *, needs_document: bool = False) -> "Ground":
        """The same without blanks around.

        Raises:
            ReasonMissingError, DocumentMissingError: it says too little.
        """
        said = Ground(self.reason.strip(), self.document.strip())
        if not said.reason:
            raise errors.ReasonMissingError
        if needs_document and not said.document:
            raise errors.DocumentMissingError
        return said


@transaction.atomic
def hand_out(*, commitment_ids: Iterable[int], by: User, now: datetime, document: str = "") -> Done:
    """Hand drafts out; those that lack a lead or a deadline are left, those handed out already skipped.

    Raises:
        NotInForceError: their plan's version is not the one in force.
        NotReadyError: none is complete.
    """
    commitments = held_commitments(commitment_ids)
    if not are_in_force(commitments.values()):
        raise errors.NotInForceError
    held = held_assignments(key for key, each in commitments.items() if each.status == Status.ADOPTED)
    out = [each for each in held.values() if each.state == State.HANDED_OUT]
    ready = [each for each in held.values() if each.state != State.HANDED_OUT and terms_of(each).is_complete]
    deed = Deed(Action.HANDED_OUT, by, document=document.strip())
    left = len(commitments) - len(out) - len(ready)
    if not ready and not out:
        raise errors.NotReadyError
    for assignment in ready:
        assignment.state, assignment.handed_out_at, assignment.handed_out_by = State.HANDED_OUT, now, by
        assignment.revision += 1
    Assignment.objects.bulk_update(ready, ["state", "handed_out_at", "handed_out_by", "revision"])
    _give(ready, now)
    note(deed, map(Note, ready))
    return Done(deed.batch, tuple(each.id for each in ready), skipped=len(out), left=left)


@transaction.atomic
def take_back(*, assignment_id: int, ground: Ground, by: User, now: datetime) -> Done:
    """Take an assignment back to the drawing board, while no unit has signed for it."""
    said = ground.checked()
    assignment = _standing(assignment_id)
    duties: list[Duty] = assignment.standing  # type: ignore[attr-defined]  # see rows.with_terms
    if any(each.signed_at for each in duties):
        raise errors.AlreadySignedError
    terms = terms_of(assignment)
    _end(duties, now, said.reason)
    assignment.state = State.DRAFT
    write_drafts({assignment: terms})
    deed = Deed(Action.TAKEN_BACK, by, reason=said.reason, document=said.document)
    note(deed, [Note(assignment)])
    return Done(deed.batch, (assignment.id,))


@transaction.atomic
def adjust(*, assignment_id: int, revised: Revised, ground: Ground, by: User, units: Units, now: datetime) -> Done:
    """Change what was handed out, on the ground of a paper; units whose own part changed sign anew.

    Raises:
        ChangedMeanwhileError: it was saved since the form with that revision was opened.
        NotReadyError: it would be without a lead or a deadline.
    """
    said = ground.checked(needs_document=True)
    assignment = _standing(assignment_id)
    if assignment.revision != revised.revision:
        raise ChangedMeanwhileError
    terms = revised.terms
    if not terms.is_complete:
        raise errors.NotReadyError
    before = terms_of(assignment)
    changes = differences(before, terms, units.name)
    if not changes:
        raise errors.NothingToDoError
    put_on(assignment, terms)
    assignment.save()
    write_steps({assignment: terms})
    _redistribute(assignment, terms, said.reason, now)
    _ask_anew(assignment, frozenset(changes), now)
    deed = Deed(Action.CHANGED, by, reason=said.reason, document=said.document)
    note(deed, [Note(assignment, changes)])
    return Done(deed.batch, (assignment.id,))


@transaction.atomic
def end(*, assignment_id: int, ground: Ground, by: User, now: datetime) -> Done:
    """End an assignment, signed for or not: its commitment was withdrawn, merged or replaced, or it is nobody's any more."""
    said = ground.checked()
    assignment = _standing(assignment_id)
    _end(assignment.standing, now, said.reason)  # type: ignore[attr-defined]  # see rows.with_terms
    assignment.state = State.ENDED
    assignment.revision += 1
    assignment.save(update_fields=["state", "revision"])
    deed = Deed(Action.ENDED, by, reason=said.reason, document=said.document)
    note(deed, [Note(assignment)])
    return Done(deed.batch, (assignment.id,))


def last_day_to_sign(today: date) -> date:
    """So many working days after that day: Saturdays and Sundays do not count; holidays are not known here."""
    day, left = today, settings.ASSIGNMENT_SIGNING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < SATURDAY
    return day


def _standing(assignment_id: int) -> Assignment:
    get_object_or_404(Assignment, id=assignment_id)
    assignment = held_assignment(assignment_id)
    if assignment.state != State.HANDED_OUT:
        raise errors.NotHandedOutError
    return assignment


def _give(assignments: Iterable[Assignment], now: datetime) -> None:
    """The duties named are the units' from now on."""
    day = last_day_to_sign(timezone.localdate(now))
    Duty.objects.filter(assignment__in=list(assignments), ended_at=None).update(sign_by=day)


def _end(duties: Iterable[Duty], now: datetime, reason: str) -> None:
    for duty in duties:
        duty.ended_at, duty.ended_for = now, reason
        duty.save(update_fields=["ended_at", "ended_for"])


def _redistribute(assignment: Assignment, terms: Terms, reason: str, now: datetime) -> None:
    """End the duties of units that are named no more, or in another role; name new ones."""
    wanted = {each.organisation_id: each for each in duties_for(assignment, terms)}
    standing: list[Duty] = assignment.standing  # type: ignore[attr-defined]  # see rows.with_terms
    kept = {each.organisation_id: each for each in standing if _is_kept(each, wanted.get(each.organisation_id))}
    _end((each for each in standing if each.organisation_id not in kept), now, reason)
    for organisation, duty in wanted.items():
        if organisation in kept:
            kept[organisation].position = duty.position
            kept[organisation].save(update_fields=["position"])
        else:
            duty.sign_by = last_day_to_sign(timezone.localdate(now))
            duty.save()


def _is_kept(duty: Duty, wanted: Duty | None) -> bool:
    return wanted is not None and wanted.role == duty.role


def _ask_anew(assignment: Assignment, changed: frozenset[str], now: datetime) -> None:
    """Whoever signed for something else signs again."""
    roles = list(_concerned(changed))
    signed = Duty.objects.filter(assignment=assignment, ended_at=None, role__in=roles, signed_at__isnull=False)
    signed.update(signed_at=None, signed_by=None, sign_by=last_day_to_sign(timezone.localdate(now)))


def _concerned(changed: frozenset[str]) -> Iterator[DutyRole]:
    if changed & (CONCERNS_ALL | CONCERNS_LEAD):
        yield DutyRole.LEAD
    if changed & CONCERNS_ALL:
        yield DutyRole.SUPPORT
