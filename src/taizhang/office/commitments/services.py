"""Services of commitments (台账的写操作): adopt, set aside, amend, withdraw, restore — and undo any of them.

Whatever is done leaves an amendment; everything done by one press of a button shares its batch.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import User
from taizhang.office.audit.services import record_all
from taizhang.office.commitments import drafts
from taizhang.office.commitments.models import Action, Amendment, Commitment, Source, Status
from taizhang.office.commitments.selectors.worklist import open_suggestions
from taizhang.office.commitments.suggestions.suggestion import Suggestion
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.trail import Act, Matter

Changes = Mapping[str, Any]


class NothingOpenError(ExpectedError):
    """Nothing open (无可处理): every suggestion asked for is decided already, or is no suggestion of this plan."""

    def __init__(self) -> None:
        super().__init__(_("所选条目都已处理过，或者不在这份计划里。请刷新页面查看最新情况。"))


class TakenError(ExpectedError):
    """Taken (已被占用): someone else decided about the same place a moment ago."""

    def __init__(self) -> None:
        super().__init__(_("其中有条目刚刚由别人处理过。这次没有保存，请刷新页面后再试。"))


class NotInForceError(ExpectedError):
    """Not in force (已不在账): only a commitment that stands can be amended or withdrawn."""

    def __init__(self) -> None:
        super().__init__(_("这一条已经撤回，不能再修改或撤回。需要时请先恢复。"))


class NotWithdrawnError(ExpectedError):
    """Not withdrawn (未撤回): only what was withdrawn can be restored."""

    def __init__(self) -> None:
        super().__init__(_("这一条没有撤回过，不需要恢复。"))


class NotLatestError(ExpectedError):
    """Not latest (其后另有改动): what was done can be undone only while nothing else was done after it."""

    def __init__(self) -> None:
        super().__init__(_("其后又有别的改动，不能直接撤销。请到台账里逐条核对。"))


class ReasonMissingError(ExpectedError):
    """Reason missing (缺少理由): setting aside and withdrawing are explained to whoever looks later."""

    def __init__(self) -> None:
        super().__init__(_("请写明理由，以后查看的人才知道为什么。"), status=422)


@dataclass(frozen=True, slots=True)
class Done:
    """Done (办理结果): what one press of a button did.

    Attributes:
        batch: by which it can be undone.
        commitments: what it was done to.
        skipped: how many of those asked for were decided before.
    """

    batch: uuid.UUID
    commitments: tuple[Commitment, ...]
    skipped: int = 0


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
    said = _said(reason)
    found, skipped = _still_open(version_id, keys)
    return replace(_decide(version_id, found, Status.SET_ASIDE, by, {"reason": said}), skipped=skipped)


@transaction.atomic
def amend(*, commitment_id: int, changes: Changes, by: User, reason: str = "") -> Done:
    """Change what an adopted commitment says; the old values stay in its history."""
    commitment = _locked(commitment_id)
    if commitment.status != Status.ADOPTED:
        raise NotInForceError
    batch = uuid.uuid4()
    return _noted("amended", Done(batch, (_amend(commitment, changes, by=by, reason=reason, batch=batch),)), by)


@transaction.atomic
def withdraw(*, commitment_id: int, reason: str, by: User) -> Done:
    """Take a decision back; its sentence is open again, its history stays."""
    said = _said(reason)
    batch = uuid.uuid4()
    return _noted("withdrawn", Done(batch, (_withdraw(_locked(commitment_id), by=by, reason=said, batch=batch),)), by)


@transaction.atomic
def restore(*, commitment_id: int, by: User) -> Done:
    """Let a withdrawn decision stand again."""
    batch = uuid.uuid4()
    return _noted("restored", Done(batch, (_restore(_locked(commitment_id), by=by, batch=batch),)), by)


@transaction.atomic
def undo(*, batch: uuid.UUID, by: User) -> Done:
    """Take back everything done by one press of a button."""
    done = list(Amendment.objects.filter(batch=batch).order_by("-id"))
    again = uuid.uuid4()
    undone = tuple(_undo(amendment, by=by, batch=again) for amendment in done)
    return _noted("undone", Done(again, undone), by)


def _undo(amendment: Amendment, *, by: User, batch: uuid.UUID) -> Commitment:
    commitment = _locked(amendment.commitment_id)
    if commitment.amendments.filter(id__gt=amendment.id).exists():
        raise NotLatestError
    if amendment.action == Action.AMENDED:
        old = drafts.values_before(amendment.changes)
        return _amend(commitment, old, by=by, reason=str(_("撤销上一次修改")), batch=batch)
    if amendment.action == Action.WITHDRAWN:
        return _restore(commitment, by=by, batch=batch)
    return _withdraw(commitment, by=by, reason=str(_("撤销上一步操作")), batch=batch)


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
    decided = [drafts.commitment(each, version_id=version_id, status=status, by=by) for each in suggestions]
    changed = [drafts.change(each, changes or {}) for each in decided]
    for commitment in decided:
        commitment.clean_fields()
    Commitment.objects.bulk_create(decided)
    _hold([source for pair in zip(decided, suggestions, strict=True) for source in drafts.sources(*pair)])
    batch, is_adopted = uuid.uuid4(), status == Status.ADOPTED
    Amendment.objects.bulk_create(
        Amendment(
            commitment=commitment,
            action=Action.ADOPTED if is_adopted else Action.SET_ASIDE,
            changes=chosen if is_adopted else {},
            reason=commitment.reason,
            by=by,
            batch=batch,
        )
        for commitment, chosen in zip(decided, changed, strict=True)
    )
    return _noted("adopted" if is_adopted else "set_aside", Done(batch, tuple(decided)), by)


def _noted(action: str, done: Done, by: User) -> Done:
    """The same, once it stands in the audit log: each commitment that changed, and which of its fields."""
    changed = dict(Amendment.objects.filter(batch=done.batch).values_list("commitment_id", "changes"))
    record_all(
        Act(
            f"commitments.{action}",
            by,
            Matter("commitment", str(each.id), each.title),
            {"batch": str(done.batch), **_fields(changed[each.id])},
        )
        for each in done.commitments
        if each.id in changed
    )
    return done


def _fields(changes: Changes) -> dict[str, object]:
    return {"fields": sorted(changes)} if changes else {}


def _hold(sources: Sequence[Source]) -> None:
    """Put the places down as held; the database lets each be held once."""
    try:
        with transaction.atomic():
            Source.objects.bulk_create(sources)
    except IntegrityError as error:
        raise TakenError from error


def _amend(commitment: Commitment, changes: Changes, *, by: User, reason: str, batch: uuid.UUID) -> Commitment:
    changed = drafts.change(commitment, changes)
    if changed:
        commitment.full_clean()
        commitment.save(update_fields=list(changed))
        Amendment.objects.create(
            commitment=commitment, action=Action.AMENDED, changes=changed, reason=reason, by=by, batch=batch
        )
    return commitment


def _withdraw(commitment: Commitment, *, by: User, reason: str, batch: uuid.UUID) -> Commitment:
    if commitment.status == Status.WITHDRAWN:
        raise NotInForceError
    _turn(commitment, Status.WITHDRAWN, Action.WITHDRAWN, by=by, reason=reason, batch=batch)
    commitment.sources.update(is_held=False)
    return commitment


def _restore(commitment: Commitment, *, by: User, batch: uuid.UUID) -> Commitment:
    if commitment.status != Status.WITHDRAWN:
        raise NotWithdrawnError
    withdrawal = commitment.amendments.filter(action=Action.WITHDRAWN).order_by("-id")[0]
    _turn(commitment, drafts.status_before(withdrawal.changes), Action.RESTORED, by=by, reason="", batch=batch)
    try:
        with transaction.atomic():
            drafts.promises(commitment).update(is_held=True)
    except IntegrityError as error:
        raise TakenError from error
    return commitment


def _turn(commitment: Commitment, status: str, action: Action, *, by: User, reason: str, batch: uuid.UUID) -> None:
    changed = drafts.change(commitment, {"status": status})
    commitment.save(update_fields=["status"])
    Amendment.objects.create(commitment=commitment, action=action, changes=changed, reason=reason, by=by, batch=batch)


def _locked(commitment_id: int) -> Commitment:
    """The commitment, held until the transaction ends where the database can do so."""
    return get_object_or_404(Commitment.objects.select_for_update(), id=commitment_id)


def _said(reason: str) -> str:
    if not reason.strip():
        raise ReasonMissingError
    return reason.strip()
