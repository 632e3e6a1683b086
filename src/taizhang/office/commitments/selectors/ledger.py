"""Ledger (台账): the commitments of a plan as rows to be filtered, sorted, shown and exported."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, Min, Q, QuerySet
from django.shortcuts import get_object_or_404

from taizhang.office.commitments.access import commitment_within, commitments_within
from taizhang.office.commitments.addresses import place_url
from taizhang.office.commitments.models import Action, Commitment, Kind, Role, Source, Status
from taizhang.office.commitments.selectors.readings import current_version_id
from taizhang.office.commitments.selectors.sifting import (
    ANNEX,
    BOTH,
    IN_ORDER_OF_THE_PLAN,
    TEXT,
    LedgerFilter,
    chapter_of,
    sift,
    sort,
)
from taizhang.office.commitments.suggestions import clauses
from taizhang.office.commitments.suggestions.clauses import Stretch
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.pages.doors import Grant
from taizhang.office.plans.models import Modality, PlanVersion, StatementRecord

ROWS_A_PAGE = 100
LONGEST_LEAD = 20  # code points shown of a sentence before what it promises


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """Ledger row (台账行): one commitment as pages and workbooks show it.

    Attributes:
        number: its place in the whole ledger of that status, from 1, however it is filtered and sorted.
        chapter: the headings it stands under, as far as the ledger is divided by them.
        before, clause, after: the sentence, cut at what it promises here.
        place: ``text``, ``annex`` or ``both``.
        said: what each source says.
        url: the very sentence in the page of the document.
        amendments: how often it was changed since.
    """

    number: int
    id: int
    kind: str
    kind_label: str
    title: str
    subject: str
    indicator: str
    target: Target
    baseline_value: Decimal | None
    baseline_unit: str
    baseline_period: str
    section: tuple[str, ...]
    chapter: str
    before: str
    clause: str
    after: str
    place: str
    said: tuple[Source, ...]
    url: str
    status: str
    status_label: str
    reason: str
    decided_by: str
    decided_at: datetime
    amendments: int

    @property
    def sentence(self) -> str:
        """The sentence whole."""
        return f"{self.before}{self.clause}{self.after}"

    @property
    def lead(self) -> str:
        """The words right before the promise; a row of a table, being short, whole."""
        if self.place == ANNEX or len(self.before) <= LONGEST_LEAD:
            return self.before
        return f"…{self.before[-LONGEST_LEAD:]}"

    @property
    def has_figure(self) -> bool:
        """Whether it promises a number."""
        return self.target.value is not None


@dataclass(frozen=True, slots=True)
class Choice:
    """Choice (选项): one thing to filter by, and how many rows have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """Ledger (台账): a page of rows as asked for, and what else there is to ask for.

    Attributes:
        rows: filtered and sorted, those of the page.
        found: how many there are on all pages.
        page, pages: which page it is, from 1, and how many there are.
        total: rows of that status before filtering.
        statuses: how many of each status.
        kinds, sections, indicators: choices among the rows of that status.
    """

    rows: tuple[LedgerRow, ...]
    found: int
    page: int
    pages: int
    total: int
    statuses: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    sections: tuple[Choice, ...]
    indicators: tuple[Choice, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever decided, so that there is nothing to filter."""
        return not any(choice.count for choice in self.statuses)


@dataclass(frozen=True, slots=True)
class Group:
    """Group (一组): rows of a ledger that have everything in common by which it is filtered."""

    status: str
    kind: str
    indicator: str
    section: list[str]
    subject: str
    count: int


def get_ledger(plan_id: int, wanted: LedgerFilter, grant: Grant | None = None, *, is_whole: bool = False) -> Ledger:
    """The ledger of a plan as far as a grant reaches: one page of it, or all that is asked for."""
    held = _within(plan_id, grant)
    everything = _groups(held)
    groups = [group for group in everything if group.status == wanted.status]
    of_status = held.filter(status=wanted.status)
    found = sift(of_status, wanted, [group.section for group in groups])
    ids = list(sort(found, wanted.sort).values_list("id", flat=True))
    pages = 1 if is_whole else max(1, -(-len(ids) // ROWS_A_PAGE))
    page = min(max(wanted.page, 1), pages)
    shown = ids if is_whole else ids[(page - 1) * ROWS_A_PAGE : page * ROWS_A_PAGE]
    in_order = (
        ids if wanted.is_whole_in_order else of_status.order_by(*IN_ORDER_OF_THE_PLAN).values_list("id", flat=True)
    )
    return Ledger(
        rows=_rows(plan_id, shown, in_order),
        found=len(ids),
        page=page,
        pages=pages,
        total=sum(group.count for group in groups),
        statuses=_statuses(everything),
        kinds=_choices(groups, lambda group: (group.kind, str(Kind(group.kind).label))),
        sections=_choices(groups, lambda group: (chapter_of(group.section), chapter_of(group.section))),
        indicators=_choices(groups, lambda group: (group.indicator, group.subject) if group.indicator else None),
    )


def count_adopted(plan_id: int) -> int:
    """How many commitments stand in the ledger of a plan."""
    return Commitment.objects.filter(version__plan=plan_id, status=Status.ADOPTED).count()


def digest_of(version_id: int) -> str:
    """The digest of the file a ledger rests on."""
    return PlanVersion.objects.values_list("sha256", flat=True).get(id=version_id)


@dataclass(frozen=True, slots=True)
class Custody:
    """Custody (去向): what became of one statement of a document.

    Attributes:
        plan_id: whose it is.
        commitment_id, status, reason: the decision that holds it; None and empty while it is open.
        key: by which it can be adopted; empty where it is no promise.
    """

    plan_id: int
    commitment_id: int | None
    status: str
    reason: str
    key: str


def custody_of(statement_id: int, grant: Grant | None = None) -> Custody:
    """What became of a statement, or how to adopt it; a commitment beyond the grant is not told of.

    Raises:
        Http404: there is none of that id.
    """
    statement = get_object_or_404(StatementRecord.objects.select_related("version"), id=statement_id)
    plan_id = statement.version.plan_id
    held = Source.objects.filter(statement=statement, is_held=True).select_related("commitment").first()
    if held and (grant is None or commitment_within(grant, commitment_id=held.commitment_id)):
        return Custody(plan_id, held.commitment_id, held.commitment.status, held.commitment.reason, "")
    is_promise = held is None and statement.modality == Modality.TARGET and not statement.is_optional
    return Custody(plan_id, None, "", "", f"s{statement_id}" if is_promise else "")


def draft_of(commitment: Commitment, current: int | None) -> int | None:
    """The number of the version its words stand in, where that is no longer the current one."""
    return None if commitment.version_id == current else commitment.version.number


def place_of(sources: Iterable[Source]) -> str:
    """Whether text, annex or both promise it."""
    in_annex = {bool(source.cell_id or source.row_id) for source in sources if source.role == Role.PROMISE}
    return BOTH if len(in_annex) > 1 else ANNEX if True in in_annex else TEXT


def promises_of(commitment: Commitment) -> tuple[Source, ...]:
    """The places of its version that promise it, and those of what was merged into it; expects them fetched before."""
    return tuple(
        source
        for each in (commitment, *commitment.merged.all())
        for source in each.sources.all()
        if source.role == Role.PROMISE and source.version_id == commitment.version_id
    )


def cut(commitment: Commitment) -> tuple[str, str, str]:
    """The sentence before, in and after what it promises here; uncut where line wraps were joined or a cell is meant."""
    sentence = Stretch(commitment.sentence_start, commitment.sentence_end)
    clause = Stretch(commitment.clause_start, commitment.clause_end)
    return clauses.cut(commitment.sentence, sentence, clause) or ("", commitment.sentence, "")


def _within(plan_id: int, grant: Grant | None) -> QuerySet[Commitment]:
    reached = Commitment.objects.all() if grant is None else commitments_within(grant)
    return reached.filter(version__plan=plan_id)


def _groups(held: QuerySet[Commitment]) -> list[Group]:
    """In the order in which the plan has the first of each."""
    grouped = held.values_list("status", "kind", "indicator", "section").annotate(
        subject=Min("subject"), count=Count("id"), version=Min("version"), first=Min("position")
    )
    return [Group(*row[:6]) for row in grouped.order_by("version", "first")]


def _rows(plan_id: int, shown: Sequence[int], in_order: Iterable[int]) -> tuple[LedgerRow, ...]:
    """Those rows, each with its number among all of its status."""
    changed = Count("amendments", filter=Q(amendments__action=Action.AMENDED))
    commitments = (
        Commitment.objects
        .filter(id__in=shown)
        .select_related("decided_by", "version")
        .defer("version__text", "version__layout", "version__bindings")
        .prefetch_related("sources", "merged__sources")
        .annotate(changed=changed)
        .in_bulk()
    )
    numbers = {commitment_id: number for number, commitment_id in enumerate(in_order, start=1)}
    current = current_version_id(plan_id)
    return tuple(_row(numbers[each], commitments[each], current) for each in shown)


def _row(number: int, commitment: Commitment, current: int | None) -> LedgerRow:
    said = promises_of(commitment)
    before, clause, after = cut(commitment)
    return LedgerRow(
        number=number,
        id=commitment.id,
        kind=commitment.kind,
        kind_label=commitment.get_kind_display(),
        title=commitment.title,
        subject=commitment.subject,
        indicator=commitment.indicator,
        target=commitment.target,
        baseline_value=commitment.baseline_value,
        baseline_unit=commitment.baseline_unit,
        baseline_period=commitment.baseline_period,
        section=tuple(commitment.section),
        chapter=chapter_of(commitment.section),
        before=before,
        clause=clause,
        after=after,
        place=place_of(said),
        said=said,
        url=place_url(commitment.version.plan_id, said[0], draft_of(commitment, current)),
        status=commitment.status,
        status_label=commitment.get_status_display(),
        reason=commitment.reason,
        decided_by=commitment.decided_by.name,
        decided_at=commitment.decided_at,
        amendments=getattr(commitment, "changed", 0),
    )


def _choices(groups: Iterable[Group], of: Callable[[Group], tuple[str, str] | None]) -> tuple[Choice, ...]:
    """What groups have, in the order of their first appearance."""
    labels: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for group in groups:
        found = of(group)
        if found:
            labels.setdefault(*found)
            counts[found[0]] += group.count
    return tuple(Choice(value, label, counts[value]) for value, label in labels.items())


def _statuses(groups: Iterable[Group]) -> tuple[Choice, ...]:
    counts: Counter[str] = Counter()
    for group in groups:
        counts[group.status] += group.count
    return tuple(Choice(each.value, str(each.label), counts[each.value]) for each in Status)
