"""Selectors of decomposition (目标分解的读操作): what can be divided, how far it has come, and one target with all its divisions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from taizhang.office.assignments.decomposition.checking import Check, check
from taizhang.office.assignments.decomposition.division import Approved, Division, Line, period_of
from taizhang.office.assignments.decomposition.figures import is_rate, places_of
from taizhang.office.assignments.decomposition.models import (
    Decomposition,
    DecompositionState,
    Method,
    Rule,
    Season,
    Share,
)
from taizhang.office.assignments.decomposition.standing import Standing
from taizhang.office.assignments.decomposition.units import in_order
from taizhang.office.assignments.selectors.units import Units, load_units
from taizhang.office.commitments.models import Aspect, Bound, Commitment, Status
from taizhang.office.commitments.semantics.rule import TargetKind, Timing
from taizhang.office.commitments.wording import target_words
from taizhang.office.pages.doors import APPROVED, Grant

YEAR_DIGITS = 4
CAPS = (Bound.AT_MOST, Bound.NEARLY)


@dataclass(frozen=True, slots=True)
class Stored:
    """Stored division (已存的分解): one number of a target.

    Attributes:
        row: what was written down about it.
        division: the shares.
        check: held against the target as it is approved today.
    """

    row: Decomposition
    division: Division
    check: Check

    @property
    def is_draft(self) -> bool:
        """Whether it is being drawn up."""
        return self.row.state == DecompositionState.DRAFT

    @property
    def is_in_force(self) -> bool:
        """Whether it holds."""
        return self.row.state == DecompositionState.IN_FORCE


@dataclass(frozen=True, slots=True)
class Divided:
    """Divided target (可分解的目标): a target of the plan, and how far its division has come."""

    approved: Approved
    standing: Standing
    in_force: Stored | None
    draft: Stored | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Dossier (一个目标的分解情况): everything ever decided about dividing one target, the newest first."""

    commitment: Commitment
    approved: Approved
    numbers: tuple[Stored, ...]
    units: Units

    @property
    def in_force(self) -> Stored | None:
        """The one that holds."""
        return next((each for each in self.numbers if each.is_in_force), None)

    @property
    def draft(self) -> Stored | None:
        """The one being drawn up."""
        return next((each for each in self.numbers if each.is_draft), None)

    @property
    def earlier(self) -> tuple[Stored, ...]:
        """Those that held once, or never came to hold."""
        return tuple(each for each in self.numbers if not each.is_draft and not each.is_in_force)

    @property
    def standing(self) -> Standing:
        """How far it has come."""
        return _standing(self.approved, self.in_force, self.draft)


def approved_of(commitment: Commitment) -> Approved | None:
    """The target as something that can be divided; None where there is no figure to divide."""
    target = commitment.target
    if target.value is None or commitment.status != Status.ADOPTED or target.aspect == Aspect.RANK:
        return None
    kind, timing = commitment.target_kind, commitment.timing
    is_growth = target.aspect == Aspect.GROWTH or is_rate(target.unit)
    is_cap = target.bound in CAPS or kind == TargetKind.CAP
    if target.value < 0 and target.bound in (*CAPS, Bound.AT_LEAST, Bound.MORE_THAN):
        is_cap = not is_cap  # 下降3%以上: the more it falls the better; 降幅3%以内: the less
    return Approved(
        commitment_id=commitment.id,
        title=commitment.short_title,
        words=target_words(target),
        value=target.value,
        unit=target.unit,
        is_growth=is_growth,
        is_cap=is_cap,
        year=_year(commitment),
        is_average=not is_growth and timing == Timing.AVERAGE,
        is_cumulative=not is_growth and kind != TargetKind.STOCK and timing in {"", Timing.CUMULATIVE},
    )


def _year(commitment: Commitment) -> str:
    year = commitment.period[:YEAR_DIGITS]
    return year if year.isdecimal() else commitment.version.plan.year[:YEAR_DIGITS]


def fresh_division(approved: Approved) -> Division:
    """How a target would usually be divided; nobody chosen yet."""
    places = max(places_of(approved.value), 1 if approved.is_growth else 0)
    return Division(approved.methods[0], approved.rules[0], approved.seasons[0], places, ())


def divided_targets(plan_id: int, units: Units) -> tuple[Divided, ...]:
    """The plan's targets that have a figure, in the order of the ledger."""
    commitments = _of_plan(plan_id).filter(value__isnull=False, status=Status.ADOPTED)
    found = [(each, approved) for each in commitments if (approved := approved_of(each)) is not None]
    open_ones = (DecompositionState.IN_FORCE, DecompositionState.DRAFT)
    shares = Share.objects.filter(
        decomposition__commitment__in=[each.id for each, _ in found], decomposition__state__in=open_ones
    )
    stored = _stored(shares, {approved.commitment_id: approved for _, approved in found}, units)
    return tuple(_divided(approved, stored[commitment.id]) for commitment, approved in found)


def dossier(commitment_id: int, today: date) -> Dossier:
    """One target with every division of it.

    Raises:
        Http404: there is no such commitment, or no figure to divide.
    """
    rows = Commitment.objects.select_related("version__plan").defer("version__text", "version__layout")
    commitment = get_object_or_404(rows, id=commitment_id)
    approved = approved_of(commitment)
    if approved is None:
        raise Http404
    units = load_units(today)
    numbers = _stored(Share.objects.filter(decomposition__commitment=commitment_id), {commitment_id: approved}, units)
    newest_first = sorted(numbers[commitment_id], key=lambda each: -each.row.number)
    return Dossier(commitment, approved, tuple(newest_first), units)


def can_be_divided(commitment_id: int) -> bool:
    """Whether it is a commitment with a figure to divide."""
    found = Commitment.objects.select_related("version__plan").filter(id=commitment_id)
    commitment = found.defer("version__text", "version__layout").first()
    return commitment is not None and approved_of(commitment) is not None


def own_lines(grant: Grant, lines: Iterable[Line], units: Units) -> tuple[Line, ...]:
    """What a person may see of the shares: the bureau all, a unit its own and those of units it carries on."""
    if grant.is_unlimited or APPROVED in grant.scopes:
        return tuple(lines)
    own = units.acted_for(grant.organisations)
    return tuple(line for line in lines if line.unit_id in own)


def commitments_shared_by(organisations: Iterable[int], today: date) -> frozenset[int]:
    """The targets in which these units have a share that is in force."""
    own = load_units(today).acted_for(organisations)
    shares = Share.objects.filter(organisation__in=own, decomposition__state=DecompositionState.IN_FORCE)
    return frozenset(shares.values_list("decomposition__commitment_id", flat=True))


def _of_plan(plan_id: int) -> QuerySet[Commitment]:
    rows = Commitment.objects.filter(version__plan=plan_id).select_related("version__plan")
    return rows.defer("version__text", "version__layout").order_by("version_id", "position", "id")


def _divided(approved: Approved, stored: list[Stored]) -> Divided:
    in_force = next((each for each in stored if each.is_in_force), None)
    draft = next((each for each in stored if each.is_draft), None)
    return Divided(approved, _standing(approved, in_force, draft), in_force, draft)


def _standing(approved: Approved, in_force: Stored | None, draft: Stored | None) -> Standing:
    if in_force is None:
        return Standing.NOT_DIVIDED if draft is None else Standing.IN_DRAFT
    if in_force.row.target != approved.value or in_force.row.unit != approved.unit:
        return Standing.TARGET_CHANGED if in_force.check.holds else Standing.NO_LONGER
    if draft is not None:
        return Standing.BEING_CHANGED
    return Standing.IN_FORCE if in_force.check.holds else Standing.EXCEPTED


def _stored(shares: QuerySet[Share], approved: Mapping[int, Approved], units: Units) -> Mapping[int, list[Stored]]:
    """The divisions of each target, with one query however many there are: none is without shares."""
    rows: dict[int, Decomposition] = {}
    held: dict[int, list[Share]] = defaultdict(list)
    for share in shares.select_related("decomposition__by", "decomposition__in_force_by").order_by("id"):
        row = rows.setdefault(share.decomposition_id, share.decomposition)
        held[row.id].append(share)
    found: dict[int, list[Stored]] = defaultdict(list)
    for row in rows.values():
        division = _division(row, held[row.id], units)
        found[row.commitment_id].append(Stored(row, division, check(division, approved[row.commitment_id])))
    return found


def division_of(row: Decomposition, units: Units) -> Division:
    """What a row and its shares say, as a value."""
    return _division(row, row.shares.order_by("id"), units)


def _division(row: Decomposition, held: Iterable[Share], units: Units) -> Division:
    shares: dict[int, list[Share]] = defaultdict(list)
    for share in held:
        shares[share.organisation_id].append(share)
    lines = tuple(_line(unit_id, shares[unit_id], units) for unit_id in in_order(units, shares))
    return Division(
        method=Method(row.method),
        rule=Rule(row.rule),
        seasons=Season(row.seasons),
        places=row.places,
        lines=lines,
        percents=row.percents,
    )


def _line(unit_id: int, shares: Iterable[Share], units: Units) -> Line:
    values = {period_of(share.period): share.value for share in shares}
    basis = next((share.basis for share in shares if share.basis is not None), None)
    return Line(unit_id, units.name(unit_id), values, basis)
