"""Services of decomposition (目标分解的写操作): draw up, put in force, discard. What was in force stays to be read."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import User
from taizhang.office.assignments.decomposition.checking import check
from taizhang.office.assignments.decomposition.division import Approved, Division, Line, period_key
from taizhang.office.assignments.decomposition.models import Decomposition, DecompositionState, Share
from taizhang.office.assignments.decomposition.proposing import NoUnitsError
from taizhang.office.assignments.decomposition.selectors import approved_of, division_of
from taizhang.office.assignments.selectors.units import load_units
from taizhang.office.audit.services import record
from taizhang.office.commitments.models import Commitment
from taizhang.office.pages.errors import ChangedMeanwhileError, ExpectedError
from taizhang.office.pages.trail import Act, Matter

NONE_SEEN = -1  # the revision of a form that was opened when there was no draft


class NothingToDivideError(ExpectedError):
    """Nothing to divide (没有可分解的数)."""

    def __init__(self) -> None:
        super().__init__(_("这一条没有可以分解的数值目标，或者已经不在账上。"))


class NotWholeError(ExpectedError):
    """Not whole (没有分完): gaps, or figures that fall through the year."""

    def __init__(self, fault: str) -> None:
        super().__init__(_("还不能生效：%(fault)s") % {"fault": fault}, status=422)


class RuleNotKeptError(ExpectedError):
    """Rule not kept (没有满足校核规则): only with a reason does it come into force nevertheless."""

    def __init__(self, words: str) -> None:
        super().__init__(_("%(words)s确要生效，请写明理由，并填写政府批准文号。") % {"words": words}, status=422)


class NoDocumentError(ExpectedError):
    """No document (没有批准文号)."""

    def __init__(self) -> None:
        super().__init__(_("请填写批准这次分解的文号。"), status=422)


class NoReasonError(ExpectedError):
    """No reason (没有理由): whoever was given other figures before is told why they changed."""

    def __init__(self) -> None:
        super().__init__(_("这是重新分解，请写明为什么调整。"), status=422)


class NoDraftError(ExpectedError):
    """No draft (不是拟定中的分解)."""

    def __init__(self) -> None:
        super().__init__(_("这次分解已不在拟定中，请刷新页面查看。"))


@transaction.atomic
def save_draft(*, commitment_id: int, division: Division, revision: int, by: User) -> Decomposition:
    """Write the draft down, the first time as the next number."""
    if not division.lines:
        raise NoUnitsError
    commitment = _locked_commitment(commitment_id)
    approved = _demand_target(commitment)
    row = Decomposition.objects.filter(commitment=commitment, state=DecompositionState.DRAFT).first()
    if row is not None and row.revision != revision:
        if _says_the_same(row, division):
            return row
        raise ChangedMeanwhileError
    if row is None and revision != NONE_SEEN:
        raise ChangedMeanwhileError
    row = row or _next_number(commitment, by)
    _write(row, division, approved)
    record(Act("assignments.division_drawn_up", by, _matter(row, approved), {"rows": len(division.lines)}))
    return row


@transaction.atomic
def put_in_force(
    *, decomposition_id: int, revision: int, document: str, reason: str, by: User, now: datetime
) -> Decomposition:
    """Let the draft hold from now on, in place of the one before."""
    row = _locked(decomposition_id)
    if row.state == DecompositionState.IN_FORCE:
        return row
    _demand_draft(row, revision)
    approved = _demand_target(row.commitment)
    row.document, row.reason = document.strip(), reason.strip()
    _demand_grounds(row, division_of(row, load_units(timezone.localdate(now))), approved)
    before = Decomposition.objects.filter(commitment=row.commitment_id, state=DecompositionState.IN_FORCE)
    before.update(state=DecompositionState.REPLACED)
    row.state, row.in_force_at, row.in_force_by = DecompositionState.IN_FORCE, now, by
    row.target, row.unit = approved.value, approved.unit
    row.revision += 1
    row.save()
    record(Act("assignments.division_in_force", by, _matter(row, approved)))
    return row


@transaction.atomic
def discard(*, decomposition_id: int, revision: int, by: User) -> Decomposition:
    """Give a draft up; its number and shares stay to be read."""
    row = _locked(decomposition_id)
    if row.state == DecompositionState.DISCARDED:
        return row
    _demand_draft(row, revision)
    row.state = DecompositionState.DISCARDED
    row.revision += 1
    row.save()
    record(Act("assignments.division_discarded", by, _matter(row, approved_of(row.commitment))))
    return row


def _demand_target(commitment: Commitment) -> Approved:
    approved = approved_of(commitment)
    if approved is None:
        raise NothingToDivideError
    return approved


def _demand_draft(row: Decomposition, revision: int) -> None:
    if row.state != DecompositionState.DRAFT:
        raise NoDraftError
    if row.revision != revision:
        raise ChangedMeanwhileError


def _demand_grounds(row: Decomposition, division: Division, approved: Approved) -> None:
    found = check(division, approved)
    if not found.is_whole:
        raise NotWholeError(found.faults[0])
    if not row.document:
        raise NoDocumentError
    if not found.holds and not row.reason:
        raise RuleNotKeptError(found.words)
    if row.number > 1 and not row.reason:
        raise NoReasonError


def _next_number(commitment: Commitment, by: User) -> Decomposition:
    last = Decomposition.objects.filter(commitment=commitment).aggregate(last=Max("number"))["last"]
    return Decomposition(commitment=commitment, number=(last or 0) + 1, by=by, revision=-1)


def _write(row: Decomposition, division: Division, approved: Approved) -> None:
    row.method, row.rule, row.seasons = division.method, division.rule, division.seasons
    row.season_weights, row.places = [f"{each:f}" for each in division.percents], division.places
    row.target, row.unit = approved.value, approved.unit
    row.revision += 1
    row.save()
    row.shares.all().delete()
    Share.objects.bulk_create(share for line in division.lines for share in _shares(row, line, division, approved))


def _shares(row: Decomposition, line: Line, division: Division, approved: Approved) -> list[Share]:
    shares = []
    for period in division.periods:
        share = Share(decomposition=row, organisation_id=line.unit_id, period=period_key(period, approved.year))
        share.value = line.values.get(period)
        share.basis = line.basis if period == division.periods[-1] else None
        shares.append(share)
    return shares


def _says_the_same(row: Decomposition, division: Division) -> bool:
    """A second press of the same button."""
    held = division_of(row, load_units(timezone.localdate(row.at)))
    return {line.unit_id: (line.values, line.basis) for line in held.lines} == {
        line.unit_id: ({period: line.values.get(period) for period in division.periods}, line.basis)
        for line in division.lines
    } and (held.rule, held.method) == (division.rule, division.method)


def _locked_commitment(commitment_id: int) -> Commitment:
    return get_object_or_404(
        Commitment.objects.select_for_update(of=("self",)).select_related("version__plan"), id=commitment_id
    )


def _locked(decomposition_id: int) -> Decomposition:
    rows = Decomposition.objects.select_for_update(of=("self",)).select_related("commitment__version__plan")
    return get_object_or_404(rows, id=decomposition_id)


def _matter(row: Decomposition, approved: Approved | None) -> Matter:
    title = approved.title if approved else row.commitment.title
    return Matter("decomposition", str(row.pk), f"{title} {row.number}")
