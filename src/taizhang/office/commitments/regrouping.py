"""Regrouping (拆分与合并): one sentence's promises told apart, one promise made in several places told once."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import User
from taizhang.office.commitments import drafts
from taizhang.office.commitments.deeds import (
    ApprovedTargetError,
    Done,
    Hand,
    ReasonMissingError,
    change,
    demand_adopted,
    finish,
    hold,
    locked,
    locked_all,
    note,
)
from taizhang.office.commitments.models import Action, Commitment, Status
from taizhang.office.commitments.selectors import likeness, parts
from taizhang.office.commitments.selectors.readings import is_approved
from taizhang.office.commitments.suggestions.clauses import Stretch
from taizhang.office.commitments.suggestions.suggestion import Suggestion
from taizhang.office.pages.errors import ExpectedError


class NotDivisibleError(ExpectedError):
    """Not divisible (不能拆分): a row of a table, or fewer than two parts."""

    def __init__(self) -> None:
        super().__init__(_("这一条不能拆分：至少要分成两部分，而且要出自正文。"), status=422)


class NotTogetherError(ExpectedError):
    """Not together (不能合并): what is merged must stand in the ledger of the same version."""

    def __init__(self) -> None:
        super().__init__(_("只能合并同一稿里在账的条目。请刷新页面，看看所选条目是否已有变动。"))


@transaction.atomic
def split(*, commitment_id: int, revision: int, into: Sequence[Stretch], by: User, reason: str = "") -> Done:
    """Tell the promises of a sentence apart: the commitment goes on as one of the parts, each other becomes its own.

    The commitment keeps the part with its figure, and with it whatever hangs on it: history, assignments, reports.
    """
    commitment = locked(commitment_id, revision)
    demand_adopted(commitment)
    if len(into) < 2 or not parts.is_divisible(commitment):
        raise NotDivisibleError
    hand, own = Hand(by, reason.strip()), parts.own_part(commitment, into)
    others = [part for number, part in enumerate(into) if number != own]
    kept = into[own]
    changes = {"clause_start": kept.start, "clause_end": kept.end, "title": parts.words_of(commitment, kept)}
    split_off = _split_off(commitment, parts.suggestions_of_parts(commitment, others), hand)
    change(commitment, changes, Action.SPLIT, hand)
    return finish("split", Done(hand.batch, (commitment, *split_off)), by)


@transaction.atomic
def merge(*, survivor_id: int, revision: int, others: Iterable[int], by: User, reason: str = "") -> Done:
    """Tell a promise once that is made in several places: the others lead to the one that survives, and keep their places.

    So are a promise of the text and the same in the annex linked, where reading did not do so.

    Raises:
        ReasonMissingError: the figures differ, and nobody says why one of them holds.
        ApprovedTargetError: the figures differ, and the plan is approved.
    """
    wanted = set(others) - {survivor_id}
    held = locked_all({survivor_id, *wanted})
    if wanted and all(each in held and held[each].merged_into_id == survivor_id for each in wanted):
        return Done(Hand(by).batch, ())  # the button was pressed twice
    survivor = locked(survivor_id, revision)
    merged = [held[each] for each in sorted(wanted) if each in held]
    _demand_together(survivor, merged, wanted)
    _demand_grounds(survivor, merged, reason)
    hand = Hand(by, reason.strip())
    for each in merged:
        _lead(each, survivor, hand)
    survivor.revision += 1
    survivor.save(update_fields=["revision"])
    note(survivor, Action.ABSORBED, hand)
    return finish("merged", Done(hand.batch, (survivor, *merged)), by)


def _split_off(commitment: Commitment, suggestions: Iterable[Suggestion], hand: Hand) -> list[Commitment]:
    made = []
    for suggestion in suggestions:
        new = drafts.commitment(
            suggestion,
            version_id=commitment.version_id,
            year=commitment.version.plan.year,
            status=Status.ADOPTED,
            by=hand.by,
        )
        new.split_from, new.position = commitment, commitment.position
        new.save()
        hold(drafts.sources(new, suggestion))
        note(new, Action.SPLIT_OFF, hand)
        made.append(new)
    return made


def _demand_together(survivor: Commitment, merged: Sequence[Commitment], wanted: set[int]) -> None:
    demand_adopted(survivor)
    is_whole = bool(wanted) and len(merged) == len(wanted)
    if not is_whole or any(each.status != Status.ADOPTED or each.version_id != survivor.version_id for each in merged):
        raise NotTogetherError


def _demand_grounds(survivor: Commitment, merged: Iterable[Commitment], reason: str) -> None:
    if not any(likeness.differ(survivor, each) for each in merged):
        return
    if is_approved(survivor.version_id):
        raise ApprovedTargetError
    if not reason.strip():
        raise ReasonMissingError


def _lead(merged: Commitment, survivor: Commitment, hand: Hand) -> None:
    """Let a commitment, and whatever was merged into it before, lead to the one that survives."""
    for earlier in Commitment.objects.select_for_update().filter(merged_into=merged).order_by("id"):
        change(earlier, {"merged_into_id": survivor.id}, Action.MERGED, hand)
    change(merged, {"status": Status.MERGED.value, "merged_into_id": survivor.id}, Action.MERGED, hand)
