"""Services of commitments (台账的写操作): adopt, set aside, amend, withdraw, restore — and undo any of them.

Whatever is done leaves an amendment; everything done by one press of a button shares its batch.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import User
from taizhang.office.commitments import drafts
from taizhang.office.commitments.deeds import (
    Changes,
    Done,
    Hand,
    NotInForceError,
    TakenError,
    change,
    demand_adopted,
    demand_thawed,
    finish,
    hold,
    locked,
    said,
)
from taizhang.office.commitments.models import Action, Amendment, Commitment, Role, Source, Status
from taizhang.office.commitments.selectors.worklist import open_suggestions
from taizhang.office.commitments.suggestions.suggestion import Suggestion
from taizhang.office.pages.errors import ChangedMeanwhileError, ExpectedError
from taizhang.office.plans.models import PlanVersion


class NothingOpenError(ExpectedError):
    """Nothing open (无可处理): every suggestion asked for is decided already, or is no suggestion of this plan."""

    def __init__(self) -> None:
        super().__init__(_("所选条目都已处理过，或者不在这份计划里。请刷新页面查看最新情况。"))


class NotWithdrawnError(ExpectedError):
    """Not withdrawn (未撤回): only what was withdrawn can be restored."""

    def __init__(self) -> None:
        super().__init__(_("这一条没有撤回过，不需要恢复。"))


class NotLatestError(ExpectedError):
    """Not latest (其后另有改动): what was done can be undone only while nothing else was done after it."""

    def __init__(self) -> None:
        super().__init__(_("其后又有别的改动，不能直接撤销。请到台账里逐条核对。"))


@transaction.atomic
def adopt(*, version_id: int, key: str, by: User, changes: Changes | None = None) -> Done:
    """Take one suggestion into the ledger, changed as the clerk chose; what was changed is kept."""
    found, _skipped = _still_open(version_id, [key])
    return _decide(version_id, found, Status.ADOPTED, by, changes)


@transaction.atomic
def adopt_many(*, version_id: int, keys: Iterable[str], by: User) -> Done:
    """Take suggestions into the ledger as they are; those decided before are skipped."""
    found, skipped = _still_open(version_id, keys)
    return replace(_decide(version_id, found, Status.ADOPTED, by), skipped=skipped)


@transaction.atomic
def set_aside(*, version_id: int, keys: Iterable[str], reason: str, by: User) -> Done:
    """Decide that suggestions do not belong in the ledger, and why."""
    why = said(reason)
    found, skipped = _still_open(version_id, keys)
    return replace(_decide(version_id, found, Status.SET_ASIDE, by, {"reason": why}), skipped=skipped)


@transaction.atomic
def amend(*, commitment_id: int, revision: int, changes: Changes, by: User, reason: str = "") -> Done:
    """Change what an adopted commitment says; the old values stay in its history.

    Args:
        revision: as the page that asks had it. Whoever asks for what stands already is answered as if it were done now.

    Raises:
        ChangedMeanwhileError: someone else changed it since.
        ApprovedTargetError: the plan is approved, and the change touches what it promises.
    """
    commitment = locked(commitment_id)
    demand_adopted(commitment)
    demand_thawed(commitment, changes)
    if commitment.revision != revision and any(getattr(commitment, name) != new for name, new in changes.items()):
        raise ChangedMeanwhileError
    hand = Hand(by, reason)
    change(commitment, changes, Action.AMENDED, hand)
    return finish("amended", Done(hand.batch, (commitment,)), by)


@transaction.atomic
def withdraw(*, commitment_id: int, reason: str, by: User) -> Done:
    """Take a decision back; its sentence is open again, its history stays."""
    hand, commitment = Hand(by, said(reason)), locked(commitment_id)
    withdraw_held(commitment, hand)
    return finish("withdrawn", Done(hand.batch, (commitment,)), by)


@transaction.atomic
def restore(*, commitment_id: int, by: User) -> Done:
    """Let a withdrawn decision stand again; or a merged commitment stand for itself again."""
    hand, commitment = Hand(by), locked(commitment_id)
    _restore(commitment, hand)
    return finish("restored", Done(hand.batch, (commitment,)), by)


@transaction.atomic
def undo(*, batch: UUID, by: User) -> Done:
    """Take back everything done by one press of a button."""
    done = list(Amendment.objects.filter(batch=batch).order_by("-id"))
    again = Hand(by, str(_("撤销上一步操作")))
    undone = tuple(_undo(amendment, again) for amendment in done)
    return finish("undone", Done(again.batch, undone), by)


def _undo(amendment: Amendment, hand: Hand) -> Commitment:
    commitment = locked(amendment.commitment_id)
    if commitment.amendments.filter(id__gt=amendment.id).exclude(batch=hand.batch).exists():
        raise NotLatestError
    if amendment.action in {Action.ADOPTED, Action.SET_ASIDE, Action.SPLIT_OFF, Action.RESTORED}:
        withdraw_held(commitment, hand)
    elif amendment.action == Action.WITHDRAWN:
        _restore(commitment, hand)
    else:
        old = drafts.values_before(amendment.changes)
        demand_thawed(commitment, old)
        if amendment.action == Action.CARRIED:
            commitment.sources.filter(version_id=commitment.version_id).exclude(version_id=old["version_id"]).delete()
        change(commitment, old, Action.AMENDED, hand)
    return commitment


def _still_open(version_id: int, keys: Iterable[str]) -> tuple[Sequence[Suggestion], int]:
    """The suggestions of those keys that nobody decided about yet; and how many were left out."""
    wanted = set(keys)
    found = open_suggestions(version_id, wanted)
    if not found:
        raise NothingOpenError
    return found, len(wanted) - len(found)


def _decide(
    version_id: int,
    suggestions: Sequence[Suggestion],
    status: Status,
    by: User,
    changes: Changes | None = None,
) -> Done:
    """Write decisions down, each with every place it rests on and whatever the clerk chose otherwise."""
    year = PlanVersion.objects.values_list("plan__year", flat=True).get(id=version_id)
    decided = [drafts.commitment(each, version_id=version_id, year=year, status=status, by=by) for each in suggestions]
    changed = [drafts.change(each, changes or {}) for each in decided]
    for commitment in decided:
        commitment.clean_fields()
    Commitment.objects.bulk_create(decided)
    hold([source for pair in zip(decided, suggestions, strict=True) for source in drafts.sources(*pair)])
    hand, is_adopted = Hand(by), status == Status.ADOPTED
    Amendment.objects.bulk_create(
        Amendment(
            commitment=commitment,
            action=Action.ADOPTED if is_adopted else Action.SET_ASIDE,
            changes=chosen if is_adopted else {},
            reason=commitment.reason,
            by=by,
            batch=hand.batch,
        )
        for commitment, chosen in zip(decided, changed, strict=True)
    )
    return finish("adopted" if is_adopted else "set_aside", Done(hand.batch, tuple(decided)), by)


def withdraw_held(commitment: Commitment, hand: Hand) -> None:
    """Take back a decision on a row that is held already; a merged one is taken apart first."""
    if commitment.status not in {Status.ADOPTED, Status.SET_ASIDE}:
        raise NotInForceError
    change(commitment, {"status": Status.WITHDRAWN.value}, Action.WITHDRAWN, hand)
    _places(commitment).update(is_held=False)


def _restore(commitment: Commitment, hand: Hand) -> None:
    if commitment.status == Status.MERGED:
        apart = {"status": Status.ADOPTED.value, "merged_into_id": None}
        change(commitment, apart, Action.RESTORED, hand)
        return
    if commitment.status != Status.WITHDRAWN:
        raise NotWithdrawnError
    withdrawal = commitment.amendments.filter(action=Action.WITHDRAWN).order_by("-id")[0]
    change(commitment, {"status": drafts.status_before(withdrawal.changes)}, Action.RESTORED, hand)
    try:
        with transaction.atomic():
            _places(commitment).filter(role=Role.PROMISE).update(is_held=True)
    except IntegrityError as error:
        raise TakenError from error


def _places(commitment: Commitment) -> QuerySet[Source]:
    """Every place it rests on, those of what was merged into it included."""
    return Source.objects.filter(Q(commitment=commitment) | Q(commitment__merged_into=commitment))
