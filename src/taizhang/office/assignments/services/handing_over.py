"""Handing over (移交): a unit asks that another take its duty; the bureau decides; who had it when stays written down."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taizhang.office.accounts.models import User
from taizhang.office.assignments.models import Action, Duty, DutyRole, Query, State
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.services import errors
from taizhang.office.assignments.services.handing_out import last_day_to_sign
from taizhang.office.assignments.services.rows import Deed, Note, held_assignment, note
from taizhang.office.assignments.services.signing import Side, held_query


@transaction.atomic
def ask_to_hand_over(*, duty_id: int, to: int, words: str, side: Side) -> Query:
    """Ask that another unit take the duty over.

    Raises:
        OpenQueryError: that was asked already.
        SameUnitError: that unit has the duty, or already leads.
    """
    duty = side.one(duty_id)
    _check_other(duty, to)
    if not words.strip():
        raise errors.ReasonMissingError
    query = _put(duty, to, words.strip(), side.by)
    deed = Deed(Action.HAND_OVER_ASKED, side.by, reason=query.words[:500])
    note(deed, [Note(duty.assignment, {"unit": _names(duty, to, side.registry)}, duty=duty)])
    return query


@transaction.atomic
def decide(*, query_id: int, granted: bool, words: str, by: User, units: Units, now: datetime) -> Query:
    """Decide about a hand-over; where it is granted the other unit has the duty from now on, and signs for it.

    Raises:
        AnsweredError: it was decided meanwhile.
        NotHandedOutError: the duty has ended meanwhile.
    """
    query = held_query(query_id)
    assert query.hand_to_id is not None
    assignment = held_assignment(query.duty.assignment_id)
    query.answer = words.strip() or str(_("同意移交。") if granted else "")
    if not query.answer:
        raise errors.ReasonMissingError
    query.granted, query.answered_by, query.answered_at = granted, by, now
    query.save(update_fields=["answer", "granted", "answered_by", "answered_at"])
    deed = Deed(Action.HANDED_OVER if granted else Action.KEPT, by, reason=query.answer[:500])
    if granted:
        if assignment.state != State.HANDED_OUT or query.duty.ended_at:
            raise errors.NotHandedOutError
        _hand_over(query.duty, query.hand_to_id, query.answer, now)
        assignment.revision += 1
        assignment.save(update_fields=["revision"])
    note(deed, [Note(query.duty.assignment, {"unit": _names(query.duty, query.hand_to_id, units)}, duty=query.duty)])
    return query


def _hand_over(duty: Duty, to: int, reason: str, now: datetime) -> None:
    """The other unit takes the place; where it supported so far, that ends."""
    Duty.objects.filter(assignment=duty.assignment_id, organisation=to, ended_at=None).update(
        ended_at=now, ended_for=reason[:500]
    )
    duty.ended_at, duty.ended_for = now, reason[:500]
    duty.save(update_fields=["ended_at", "ended_for"])
    Duty.objects.create(
        assignment=duty.assignment,
        organisation_id=to,
        role=duty.role,
        position=duty.position,
        sign_by=last_day_to_sign(timezone.localdate(now)),
    )


def _check_other(duty: Duty, to: int) -> None:
    standing = Duty.objects.filter(assignment=duty.assignment_id, organisation=to, ended_at=None).first()
    if standing and not (duty.role == DutyRole.LEAD and standing.role == DutyRole.SUPPORT):
        raise errors.SameUnitError


def _put(duty: Duty, to: int, words: str, by: User) -> Query:
    try:
        with transaction.atomic():
            return Query.objects.create(duty=duty, hand_to_id=to, words=words, by=by)
    except IntegrityError as error:
        raise errors.OpenQueryError from error


def _names(duty: Duty, to: int, units: Units) -> list[str]:
    return [units.label(duty.organisation_id).name, units.name(to)]
