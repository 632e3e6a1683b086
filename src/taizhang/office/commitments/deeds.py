"""Deeds (办理): what every change of the ledger has in common — locked rows, an amendment each, word in the audit log."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import User
from taizhang.office.audit.services import record_all
from taizhang.office.commitments import drafts
from taizhang.office.commitments.folding import BETWEEN, fold, joined, own_words
from taizhang.office.commitments.models import Action, Amendment, Commitment, SearchText, Source, Status
from taizhang.office.commitments.selectors.readings import is_approved
from taizhang.office.pages.errors import ChangedMeanwhileError, ExpectedError
from taizhang.office.pages.trail import Act, Matter

Changes = Mapping[str, Any]
LOOKED_UP = ("version", "decided_by", "split_from", "merged_into", "kept_for")  # by the database, when saved


class TakenError(ExpectedError):
    """Taken (已被占用): someone else decided about the same place a moment ago."""

    def __init__(self) -> None:
        super().__init__(_("其中有条目刚刚由别人处理过。这次没有保存，请刷新页面后再试。"))


class NotInForceError(ExpectedError):
    """Not in force (已不在账): only a commitment that stands can be changed."""

    def __init__(self) -> None:
        super().__init__(_("这一条已经撤回或并入别条，不能再修改或撤回。需要时请先恢复。"))


class ReasonMissingError(ExpectedError):
    """Reason missing (缺少理由): setting aside and withdrawing are explained to whoever looks later."""

    def __init__(self) -> None:
        super().__init__(_("请写明理由，以后查看的人才知道为什么。"), status=422)


class ApprovedTargetError(ExpectedError):
    """Approved target (已批准的目标): what the congress approved changes only by an adjustment that it approves."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "这份计划已经批准，目标值、单位、界限和时期不能直接改。请走“调整”：上传调整稿，批准后在“承接新稿”里更新。"
            )
        )


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


@dataclass(frozen=True, slots=True)
class Hand:
    """Hand (经手): who does something, why, and under which batch.

    Attributes:
        by, reason: the person and their own words.
        batch: shared by everything done with one press of a button.
    """

    by: User
    reason: str = ""
    batch: uuid.UUID = field(default_factory=uuid.uuid4)


def locked(commitment_id: int, revision: int | None = None) -> Commitment:
    """The commitment, held until the transaction ends where the database can do so.

    Raises:
        Http404: there is none of that id.
        ChangedMeanwhileError: it is not as the page that asks had it.
    """
    commitment = get_object_or_404(Commitment.objects.select_for_update(), id=commitment_id)
    if revision is not None and commitment.revision != revision:
        raise ChangedMeanwhileError
    return commitment


def locked_all(ids: Iterable[int]) -> dict[int, Commitment]:
    """Several, in one order for everybody, so that two people never wait for each other."""
    found = Commitment.objects.select_for_update().filter(id__in=set(ids)).order_by("id")
    return {each.id: each for each in found}


def demand_adopted(commitment: Commitment) -> None:
    """Refuse what does not stand in the ledger."""
    if commitment.status != Status.ADOPTED:
        raise NotInForceError


def said(reason: str) -> str:
    """The reason without blanks; there must be one."""
    if not reason.strip():
        raise ReasonMissingError
    return reason.strip()


def demand_thawed(commitment: Commitment, changes: Changes) -> None:
    """Refuse to change what is promised by an approved plan."""
    moved = [name for name, new in changes.items() if name in drafts.FROZEN and getattr(commitment, name) != new]
    if moved and is_approved(commitment.version_id):
        raise ApprovedTargetError


def change(commitment: Commitment, changes: Changes, action: Action, hand: Hand) -> bool:
    """Set fields and keep what they were; whether anything was different, or the action is more than its changes."""
    changed = drafts.change(commitment, changes)
    if not changed and action == Action.AMENDED:
        return False
    commitment.clean_fields(exclude=LOOKED_UP)
    commitment.revision += 1
    commitment.save()
    note(commitment, action, hand, changed)
    return True


def note(commitment: Commitment, action: Action, hand: Hand, changed: Changes | None = None) -> None:
    """Write down what was done."""
    Amendment.objects.create(
        commitment=commitment,
        action=action,
        changes=dict(changed or {}),
        reason=hand.reason,
        by=hand.by,
        batch=hand.batch,
    )


def hold(sources: Sequence[Source]) -> None:
    """Put the places down as held; the database lets each be held once."""
    try:
        with transaction.atomic():
            Source.objects.bulk_create(sources)
    except IntegrityError as error:
        raise TakenError from error


def finish(action: str, done: Done, by: User) -> Done:
    """The same, once it stands in the audit log and can be found: each commitment that changed, and which fields."""
    changed = dict(Amendment.objects.filter(batch=done.batch).order_by("id").values_list("commitment_id", "changes"))
    touched = [each for each in done.commitments if each.id in changed]
    record_all(
        Act(
            f"commitments.{action}",
            by,
            Matter("commitment", str(each.id), each.title),
            {"batch": str(done.batch), **_fields(changed[each.id])},
        )
        for each in touched
    )
    make_findable(touched)
    return done


def make_findable(commitments: Iterable[Commitment]) -> None:
    """Write down anew by what commitments are found; later floors add their words, see ``COMMITMENT_SEARCH_WORDS``."""
    found = {each.id: each for each in commitments}
    more: dict[int, str] = {}
    for path in settings.COMMITMENT_SEARCH_WORDS:
        for commitment_id, words in import_string(path)(list(found)).items():
            more[commitment_id] = f"{more.get(commitment_id, '')}{BETWEEN}{words}"
    SearchText.objects.bulk_create(
        [
            SearchText(
                commitment=each,
                title=fold(each.title),
                words=joined((*own_words(each), *more.get(each.id, "").split(BETWEEN))),
            )
            for each in found.values()
        ],
        update_conflicts=True,
        unique_fields=["commitment"],
        update_fields=["title", "words"],
    )


def _fields(changes: Changes) -> dict[str, object]:
    return {"fields": sorted(changes)} if changes else {}
