"""Services of comments (征求意见的写操作): open a round, comment, answer, close; both sides are told why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from taizhang.office.accounts.models import User
from taizhang.office.audit.services import record
from taizhang.office.pages.doors import Grant
from taizhang.office.pages.errors import ChangedMeanwhileError
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans.comments.errors import (
    AnsweredError,
    DeadlineError,
    EmptyCommentError,
    NobodyAskedError,
    NotAskedError,
    RoundOverError,
    VerdictReasonError,
)
from taizhang.office.plans.comments.models import Comment, Invitation, Round, Verdict
from taizhang.office.plans.life.errors import NoSuchMoveError
from taizhang.office.plans.life.moves import moves
from taizhang.office.plans.life.passages import carrier, demand, hold, pass_on
from taizhang.office.plans.life.step import Step
from taizhang.office.plans.models import PlanVersion


@dataclass(frozen=True, slots=True)
class Letter:
    """Letter (征求意见函): whom a round asks, until when, and what they are told."""

    organisations: tuple[int, ...]
    deadline: date
    words: str = ""
    version_id: int | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Remark (意见内容): what a unit says of a passage, or of the whole where there is no span.

    Attributes:
        ticket: made when the form was shown; the same ticket makes one comment.
    """

    organisation_id: int
    words: str
    ticket: UUID
    span: tuple[int, int] | None = None


@transaction.atomic
def open_round(*, plan_id: int, letter: Letter, by: User, today: date) -> Round:
    """Show a draft to units until a day; a plan that is drafted moves to 征求意见, one that is there gets another round."""
    plan = hold(plan_id)
    is_open = Round.objects.filter(plan=plan, closed_at=None).first()
    if is_open is not None:
        return is_open
    if plan.step not in {Step.DRAFTING, Step.CONSULTATION}:
        raise NoSuchMoveError
    if not letter.organisations:
        raise NobodyAskedError
    if letter.deadline < today:
        raise DeadlineError
    version_id = letter.version_id or carrier(plan)
    move = moves()["consult"]
    demand(move, plan, version_id)
    assert version_id is not None  # one that was read is demanded
    if plan.step == Step.DRAFTING:
        pass_on(plan, move, version_id, by=by)
    last = Round.objects.filter(plan=plan).aggregate(Max("number"))["number__max"] or 0
    opened = Round.objects.create(
        plan=plan,
        version_id=version_id,
        number=last + 1,
        deadline=letter.deadline,
        letter=letter.words.strip(),
        opened_by=by,
        opened_at=timezone.now(),
    )
    _invite(opened, letter.organisations)
    _record("plans.round_opened", opened, by, rows=len(letter.organisations), to=letter.deadline.isoformat())
    return opened


@transaction.atomic
def change_round(*, round_id: int, letter: Letter, revision: int, by: User, today: date) -> Round:
    """Give a round more time, or ask more units; those asked stay asked."""
    held = _held(round_id)
    if held.revision != revision:
        raise ChangedMeanwhileError
    if held.closed_at is not None:
        raise RoundOverError
    if letter.deadline < today:
        raise DeadlineError
    held.deadline, held.letter, held.revision = letter.deadline, letter.words.strip(), held.revision + 1
    held.save(update_fields=["deadline", "letter", "revision"])
    _invite(held, letter.organisations)
    _record("plans.round_extended", held, by, to=letter.deadline.isoformat())
    return held


@transaction.atomic
def close_round(*, round_id: int, by: User) -> Round:
    """End a round; what was said can still be answered."""
    held = _held(round_id)
    if held.closed_at is None:
        held.closed_by, held.closed_at = by, timezone.now()
        held.save(update_fields=["closed_by", "closed_at"])
        _record("plans.round_closed", held, by)
    return held


@transaction.atomic
def comment(*, round_id: int, remark: Remark, by: User, grant: Grant, today: date) -> Comment:
    """Say something for one's unit; pressing twice says it once."""
    held = _held(round_id)
    said = Comment.objects.filter(ticket=remark.ticket, by=by).first()
    if said is not None:
        return said
    _demand_open(held, today)
    _demand_voice(held, remark.organisation_id, grant)
    if not remark.words.strip():
        raise EmptyCommentError
    quote = ""
    if remark.span is not None:
        text = PlanVersion.objects.values_list("text", flat=True).get(id=held.version_id)
        quote = text[slice(*remark.span)]
    start, end = remark.span if quote and remark.span else (None, None)
    made = Comment.objects.create(
        round=held,
        organisation_id=remark.organisation_id,
        start=start,
        end=end,
        quote=quote,
        words=remark.words.strip(),
        ticket=remark.ticket,
        by=by,
        at=timezone.now(),
    )
    _record("plans.commented", held, by)
    return made


@transaction.atomic
def withdraw(*, comment_id: int, by: User, grant: Grant, today: date) -> Comment:
    """Take back what one's unit said, while it can still be said and nobody has answered."""
    held = Comment.objects.select_for_update().get(id=comment_id)
    _demand_voice(held.round, held.organisation_id, grant)
    if held.withdrawn_at is not None:
        return held
    _demand_open(held.round, today)
    if held.verdict:
        raise AnsweredError
    held.withdrawn_at = timezone.now()
    held.save(update_fields=["withdrawn_at"])
    _record("plans.comment_withdrawn", held.round, by)
    return held


@transaction.atomic
def reply(*, round_id: int, organisation_id: int, by: User, grant: Grant, today: date) -> Invitation:
    """Hand in a unit's answer as complete: with what it said, or as 无意见 where it said nothing."""
    held = _held(round_id)
    _demand_voice(held, organisation_id, grant)
    invitation = Invitation.objects.select_for_update().filter(round=held, organisation=organisation_id).first()
    if invitation is None:
        raise NotAskedError
    if invitation.replied_at is None:
        _demand_open(held, today)
        invitation.replied_by, invitation.replied_at = by, timezone.now()
        invitation.save(update_fields=["replied_by", "replied_at"])
        _record("plans.replied", held, by)
    return invitation


@transaction.atomic
def answer(*, comment_id: int, verdict: str, reason: str, revision: int, by: User) -> Comment:
    """Say what became of a comment; an answer may be bettered, the unit sees the last."""
    held = Comment.objects.select_for_update().get(id=comment_id)
    if held.revision != revision:
        if (held.verdict, held.reason, held.answered_by_id) == (verdict, reason.strip(), by.pk):
            return held
        raise ChangedMeanwhileError
    if held.withdrawn_at is not None:
        raise AnsweredError
    if verdict != Verdict.ADOPTED and not reason.strip():
        raise VerdictReasonError
    held.verdict, held.reason = verdict, reason.strip()
    held.answered_by, held.answered_at, held.revision = by, timezone.now(), held.revision + 1
    held.save(update_fields=["verdict", "reason", "answered_by", "answered_at", "revision"])
    _record("plans.comment_answered", held.round, by)
    return held


def _held(round_id: int) -> Round:
    """The round, held until the transaction is over."""
    return Round.objects.select_for_update().get(id=round_id)


def _invite(opened: Round, organisations: Iterable[int]) -> None:
    asked = set(Invitation.objects.filter(round=opened).values_list("organisation_id", flat=True))
    fresh = dict.fromkeys(each for each in organisations if each not in asked)
    Invitation.objects.bulk_create(Invitation(round=opened, organisation_id=each) for each in fresh)


def _demand_open(held: Round, today: date) -> None:
    if held.closed_at is not None or held.deadline < today:
        raise RoundOverError


def _demand_voice(held: Round, organisation_id: int, grant: Grant) -> None:
    """A person speaks for their own units; whoever may speak to everything need not have been asked."""
    if organisation_id not in grant.organisations:
        raise NotAskedError
    is_asked = Invitation.objects.filter(round=held, organisation=organisation_id).exists()
    if not is_asked and not grant.is_unlimited:
        raise NotAskedError


def _record(action: str, held: Round, by: User, **details: object) -> None:
    plan = held.plan
    record(Act(action, by, Matter("plan", str(plan.pk), plan.title), details))
