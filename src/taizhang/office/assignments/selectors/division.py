"""Division (责任分解表): the commitments of a plan with who answers for each, filtered, a page at a time."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from taizhang.office.assignments.models import Step
from taizhang.office.assignments.selectors.proposals import Proposal, propose, with_sources
from taizhang.office.assignments.selectors.standing import MISSING, STATES, Part, Standing, count_stages, standings_of
from taizhang.office.assignments.selectors.units import UnitLabel, Units
from taizhang.office.assignments.terms import StepTerms, Terms
from taizhang.office.commitments.addresses import place_url
from taizhang.office.commitments.models import Commitment, Role
from taizhang.office.commitments.selectors.ledger import cut, draft_of
from taizhang.office.commitments.selectors.sifting import SECTION_DEPTH
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.pages.doors import ASSIGNED, Grant
from taizhang.office.plans.selectors import PlanSummary

PAGE_SIZE = 50
LATE = "late"
GONE = "gone"


@dataclass(frozen=True, slots=True)
class DivisionFilter:
    """Division filter (筛选条件); empty where everything is wanted.

    Attributes:
        stage: a key of ``standing.STATES``; ``late``: not signed for in time; ``gone``: a unit that is no more.
        unit: who leads or supports, by id.
    """

    stage: str = ""
    words: str = ""
    kind: str = ""
    section: str = ""
    unit: int | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class DutyLabel:
    """Duty label (责任单位): a unit in its role, and whether it signed."""

    id: int
    unit: UnitLabel
    role: str
    is_signed: bool
    is_late: bool
    is_queried: bool


@dataclass(frozen=True, slots=True)
class DivisionRow:
    """Division row (分解表的一行).

    Attributes:
        number: its place in the whole division, from 1.
        url: the very sentence in the page of the document.
        lead, supports: who was named; None and empty where nobody.
        proposal: what could be filled in; None where nothing is lacking.
    """

    number: int
    id: int
    assignment_id: int | None
    title: str
    kind: str
    kind_label: str
    target: Target
    section: str
    clause: str
    url: str
    stage: str
    is_out: bool
    signed: int
    asked: int
    lead: DutyLabel | None
    supports: tuple[DutyLabel, ...]
    terms: Terms
    proposal: Proposal | None

    @property
    def stage_label(self) -> str:
        """As people read it."""
        return str(STATES[self.stage])

    @property
    def is_late(self) -> bool:
        """Whether somebody should have signed by now."""
        return any(each.is_late for each in (self.lead, *self.supports) if each)


@dataclass(frozen=True, slots=True)
class Choice:
    """Choice (选项): one thing to filter by, and how many rows have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Division:
    """Division (责任分解表).

    Attributes:
        sections: rows of this page under their headings.
        found, total: how many were asked for, and there are.
        page, pages: which page of how many.
        ready: ids of all complete drafts, wherever they stand.
    """

    sections: tuple[tuple[str, tuple[DivisionRow, ...]], ...]
    stages: tuple[Choice, ...]
    chapters: tuple[Choice, ...]
    units: tuple[Choice, ...]
    found: int
    total: int
    page: int
    pages: int
    late: int
    gone: int

    @property
    def previous(self) -> int:
        """The page before."""
        return self.page - 1

    @property
    def next(self) -> int:
        """The page after."""
        return self.page + 1

    @property
    def missing(self) -> int:
        """How many cannot be handed out yet."""
        return next(choice.count for choice in self.stages if choice.value == MISSING)


def get_division(plan: PlanSummary, wanted: DivisionFilter, *, grant: Grant, units: Units) -> Division:
    """The division of a plan, as far as the grant reaches."""
    plan_id = plan.id
    every = [each for each in standings_of(plan_id) if _within(each, grant, units)]
    numbers = {each.commitment_id: number for number, each in enumerate(every, start=1)}
    gone = units.gone
    allowed = _allowed(plan_id, wanted)
    found = [
        each for each in every if _matches(each, wanted, units) and (allowed is None or each.commitment_id in allowed)
    ]
    pages = max(1, -(-len(found) // PAGE_SIZE))
    page = min(max(wanted.page, 1), pages)
    shown = found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    rows = _rows(plan.version_id, shown, numbers, units)
    return Division(
        sections=_grouped(rows),
        stages=tuple(Choice(key, str(STATES[key]), count) for key, count in count_stages(every).items()),
        chapters=_counted((chapter, chapter) for chapter in map(_chapter, every)),
        units=_unit_choices(every, units),
        found=len(found),
        total=len(every),
        page=page,
        pages=pages,
        late=sum(_is_late(each, units.today) for each in every),
        gone=sum(_has_gone(each, gone) for each in every),
    )


def ids_of(plan_id: int, wanted: DivisionFilter, *, grant: Grant, units: Units) -> tuple[int, ...]:
    """Commitments that match, on whatever page."""
    allowed = _allowed(plan_id, wanted)
    every = (each for each in standings_of(plan_id) if _within(each, grant, units) and _matches(each, wanted, units))
    return tuple(each.commitment_id for each in every if allowed is None or each.commitment_id in allowed)


def _within(standing: Standing, grant: Grant, units: Units) -> bool:
    """Everything; what was handed out; or what one's own units were handed out."""
    if grant.is_unlimited:
        return True
    if not standing.is_out:
        return False
    if grant.scopes == {ASSIGNED}:
        return any(units.acting(part.organisation) in grant.organisations for part in standing.parts)
    return True


def _allowed(plan_id: int, wanted: DivisionFilter) -> frozenset[int] | None:
    """Commitments with these words and of this kind; None where all are wanted."""
    if not wanted.words and not wanted.kind:
        return None
    chosen = Commitment.objects.filter(version__plan=plan_id)
    if wanted.kind:
        chosen = chosen.filter(kind=wanted.kind)
    for word in wanted.words.split():
        chosen = chosen.filter(Q(title__icontains=word) | Q(subject__icontains=word) | Q(sentence__icontains=word))
    return frozenset(chosen.values_list("id", flat=True).order_by())


def _matches(standing: Standing, wanted: DivisionFilter, units: Units) -> bool:
    if wanted.section and wanted.section != _chapter(standing):
        return False
    if wanted.unit is not None and wanted.unit not in {units.acting(part.organisation) for part in standing.parts}:
        return False
    if wanted.stage == LATE:
        return _is_late(standing, units.today)
    if wanted.stage == GONE:
        return _has_gone(standing, units.gone)
    return wanted.stage in {"", standing.stage}


def _is_late(standing: Standing, today: date) -> bool:
    return standing.is_out and any(part.is_late(today) for part in standing.parts)


def _has_gone(standing: Standing, gone: frozenset[int]) -> bool:
    return any(part.organisation in gone for part in standing.parts)


def _chapter(standing: Standing) -> str:
    return " ".join(standing.chapter[:SECTION_DEPTH])


def _rows(
    current: int, shown: Iterable[Standing], numbers: Mapping[int, int], units: Units
) -> list[tuple[str, DivisionRow]]:
    standings = {each.commitment_id: each for each in shown}
    held = Commitment.objects.filter(id__in=standings).select_related("version")
    light = held.defer("version__text", "version__layout", "version__bindings")
    commitments = {each.id: each for each in with_sources(light)}
    proposals = propose((commitments[key] for key, each in standings.items() if each.stage == MISSING), units)
    steps = _steps(standings)
    rows = []
    for key, standing in standings.items():
        page = _Page(current, units, steps.get(key, ()), proposals.get(key))
        rows.append((_chapter(standing), _row(commitments[key], standing, numbers[key], page)))
    return rows


def _steps(commitments: Iterable[int]) -> dict[int, tuple[StepTerms, ...]]:
    found: dict[int, tuple[StepTerms, ...]] = {}
    steps = Step.objects.filter(assignment__commitment__in=list(commitments)).order_by("period")
    for key, period, words, value in steps.values_list("assignment__commitment_id", "period", "words", "value"):
        found[key] = (*found.get(key, ()), StepTerms(period, words, value))  # type: ignore[arg-type]  # a decimal field
    return found


@dataclass(frozen=True, slots=True)
class _Page:
    """What a row needs besides itself: the current version, the registry, its steps and what is proposed for it."""

    current: int
    units: Units
    steps: tuple[StepTerms, ...]
    proposal: Proposal | None


def _row(commitment: Commitment, standing: Standing, number: int, page: _Page) -> DivisionRow:
    said = next(source for source in commitment.sources.all() if source.role == Role.PROMISE)
    duties = tuple(_duty(part, page.units) for part in standing.parts)
    lead = next((each for part, each in zip(standing.parts, duties, strict=True) if part is standing.lead), None)
    return DivisionRow(
        number=number,
        id=commitment.id,
        assignment_id=standing.assignment_id,
        title=commitment.short_title,
        kind=commitment.kind,
        kind_label=commitment.get_kind_display(),
        target=commitment.target,
        section=" › ".join(commitment.section),
        clause=cut(commitment)[1] if commitment.clause_end - commitment.clause_start > len(said.quote) else said.quote,
        url=place_url(commitment.version.plan_id, said, draft_of(commitment, page.current)),
        stage=standing.stage,
        is_out=standing.is_out,
        signed=standing.signed,
        asked=len(standing.parts),
        lead=lead,
        supports=tuple(each for each in duties if each is not lead),
        terms=replace(standing.terms, steps=page.steps),
        proposal=page.proposal,
    )


def _duty(part: Part, units: Units) -> DutyLabel:
    late = part.is_late(units.today)
    return DutyLabel(part.id, units.label(part.organisation), part.role, part.is_signed, late, part.is_queried)


def _grouped(rows: Iterable[tuple[str, DivisionRow]]) -> tuple[tuple[str, tuple[DivisionRow, ...]], ...]:
    sections: dict[str, list[DivisionRow]] = {}
    for chapter, row in rows:
        sections.setdefault(chapter, []).append(row)
    return tuple((chapter, tuple(listed)) for chapter, listed in sections.items())


def _unit_choices(standings: Iterable[Standing], units: Units) -> tuple[Choice, ...]:
    counts: Counter[int] = Counter()
    for standing in standings:
        counts.update({units.acting(part.organisation) or part.organisation for part in standing.parts})
    return tuple(Choice(str(each), units.name(each), count) for each, count in counts.most_common())


def _counted(found: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    counts = Counter(found)
    return tuple(Choice(value, label, count) for (value, label), count in counts.items() if value)
