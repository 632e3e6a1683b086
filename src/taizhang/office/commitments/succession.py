"""Succession (承接): a new version came; commitments move over to it with all their history, or are kept or withdrawn.

The row itself moves: whatever hangs on it — assignments, shares, reports — follows without being touched. What it said in
the version before stands in the amendment and in the places it still holds there. See docs/adr/0012.
"""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import User
from taizhang.office.commitments import drafts
from taizhang.office.commitments.deeds import Done, Hand, change, finish, hold, locked_all, said
from taizhang.office.commitments.models import Action, Commitment
from taizhang.office.commitments.selectors.succession import Succeeded, Succession, succession_of
from taizhang.office.commitments.services import withdraw_held
from taizhang.office.pages.errors import ExpectedError


class NothingToCarryError(ExpectedError):
    """Nothing to carry (无可承接): all of those asked for were dealt with, or are not of this plan."""

    def __init__(self) -> None:
        super().__init__(_("所选条目都已承接或处理过。请刷新页面查看最新情况。"))


class AwaitingApprovalError(ExpectedError):
    """Awaiting approval (待批准): an approved plan is carried out as approved until its adjustment is."""

    def __init__(self) -> None:
        super().__init__(_("现行计划已经批准，新稿还没有批准。等调整稿批准后再承接，现在先按原目标执行。"))


@transaction.atomic
def carry_unchanged(*, plan_id: int, by: User) -> Done:
    """Move over everything whose words the new version repeats."""
    found = _ready(plan_id)
    return _carry(found, {each.commitment.id: each for each in found.unchanged}, Hand(by))


@transaction.atomic
def carry_changed(*, plan_id: int, ids: Iterable[int], by: User, reason: str) -> Done:
    """Move over what the new version words anew, its target along with it."""
    found, wanted = _ready(plan_id), set(ids)
    chosen = {each.commitment.id: each for each in found.changed if each.commitment.id in wanted}
    return _carry(found, chosen, Hand(by, reason.strip()))


@transaction.atomic
def keep(*, plan_id: int, ids: Iterable[int], by: User, reason: str) -> Done:
    """Let commitments stand that the new version does not repeat."""
    hand, found = Hand(by, said(reason)), succession_of(plan_id)
    rows = _locked(found.gone, ids)
    for commitment in rows:
        change(commitment, {"kept_for_id": found.version_id}, Action.KEPT, hand)
    return finish("kept", Done(hand.batch, tuple(rows)), by)


@transaction.atomic
def withdraw_gone(*, plan_id: int, ids: Iterable[int], by: User, reason: str) -> Done:
    """Withdraw commitments that the new version does not repeat."""
    hand = Hand(by, said(reason))
    rows = _locked(_ready(plan_id).gone, ids)
    for commitment in rows:
        withdraw_held(commitment, hand)
    return finish("withdrawn", Done(hand.batch, tuple(rows)), by)


def _ready(plan_id: int) -> Succession:
    found = succession_of(plan_id)
    if found.is_held_back:
        raise AwaitingApprovalError
    return found


def _carry(found: Succession, chosen: Mapping[int, Succeeded], hand: Hand) -> Done:
    rows = _locked(chosen.values(), chosen)
    for commitment in rows:
        pair = chosen[commitment.id]
        assert pair.suggestion is not None
        change(commitment, pair.values, Action.CARRIED, hand)
        commitment.version_id = found.version_id
        hold(drafts.sources(commitment, pair.suggestion))
    return finish("carried", Done(hand.batch, tuple(rows)), hand.by)


def _locked(succeeded: Iterable[Succeeded], ids: Iterable[int]) -> list[Commitment]:
    """The rows, unless someone moved them while this page was read."""
    wanted, known = set(ids), {each.commitment.id: each.commitment for each in succeeded}
    rows = locked_all(wanted & known.keys())
    still = [row for row in rows.values() if row.revision == known[row.id].revision]
    if not still:
        raise NothingToCarryError
    return still
