"""Ledger (台账): the commitments of a plan as rows to be filtered, sorted, shown and exported."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from taizhang.office.commitments.addresses import place_url
from taizhang.office.commitments.models import Action, Commitment, Kind, Role, Source, Status
from taizhang.office.commitments.selectors.readings import current_version_id
from taizhang.office.commitments.suggestions import clauses
from taizhang.office.commitments.suggestions.clauses import Stretch
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.plans.models import Modality, PlanVersion, ReadingState, StatementRecord

TEXT, ANNEX, BOTH = "text", "annex", "both"
SECTION_DEPTH = 2  # 三、… and （一）… are what a ledger is divided by
BEYOND = Decimal("Infinity")
LONGEST_LEAD = 20  # code points shown of a sentence before what it promises


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Ledger filter (筛选条件); empty where everything is wanted.

    Attributes:
        status: what stands decided.
        words: to be found in title, subject, the promise itself, its headings or the indicator.
        kind, section, indicator, place: one of each; ``section`` as ``LedgerRow.chapter``.
        sort: a key of ``SORTS``, after ``-`` the other way round.
    """

    status: str = Status.ADOPTED
    words: str = ""
    kind: str = ""
    section: str = ""
    indicator: str = ""
    place: str = ""
    sort: str = ""


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
    """Ledger (台账): rows as asked for, and what else there is to ask for.

    Attributes:
        rows: filtered and sorted.
        total: rows of that status before filtering.
        statuses: how many of each status.
        kinds, sections, indicators, places: choices among the rows of that status.
    """

    rows: tuple[LedgerRow, ...]
    total: int
    statuses: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    sections: tuple[Choice, ...]
    indicators: tuple[Choice, ...]
    places: tuple[Choice, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever decided, so that there is nothing to filter."""
        return not any(choice.count for choice in self.statuses)


# By what the ledger can be sorted; rows without the thing come last when sorted upwards.
SORTS: dict[str, Callable[[LedgerRow], tuple[object, ...]]] = {
    "number": lambda row: (row.number,),
    "kind": lambda row: (Kind.values.index(row.kind), row.number),
    "subject": lambda row: (row.subject or row.title, row.number),
    "target": lambda row: (row.target.unit or "\uffff", row.target.value if row.has_figure else BEYOND, row.number),
    "baseline": lambda row: (
        row.baseline_unit or "\uffff",
        BEYOND if row.baseline_value is None else row.baseline_value,
        row.number,
    ),
    "section": lambda row: (row.number,),  # sections stand in the order of the plan
    "place": lambda row: (row.place, row.number),
    "decided": lambda row: (row.decided_at, row.number),
}


def get_ledger(plan_id: int, wanted: LedgerFilter) -> Ledger:
    """The ledger of a plan."""
    current = current_version_id(plan_id)
    held = enumerate(_commitments(plan_id, wanted.status), start=1)
    rows = tuple(_row(number, each, current) for number, each in held)
    found = [row for row in rows if _matches(row, wanted)]
    key = SORTS.get(wanted.sort.removeprefix("-"), SORTS["number"])
    found.sort(key=key, reverse=wanted.sort.startswith("-"))
    return Ledger(
        rows=tuple(found),
        total=len(rows),
        statuses=_statuses(plan_id),
        kinds=_choices(rows, lambda row: (row.kind, row.kind_label)),
        sections=_choices(rows, lambda row: (row.chapter, row.chapter)),
        indicators=_choices(rows, lambda row: (row.indicator, row.subject) if row.indicator else None),
        places=_choices(rows, lambda row: (row.place, row.place)),
    )


def count_adopted(plan_id: int) -> int:
    """How many commitments stand in the ledger of a plan."""
    return Commitment.objects.filter(version__plan=plan_id, status=Status.ADOPTED).count()


def digest_of(plan_id: int) -> str:
    """The digest of the file a plan was issued as, which the ledger rests on."""
    versions = PlanVersion.objects.filter(plan_id=plan_id, state=ReadingState.READ).order_by("-number")
    return versions.values_list("sha256", flat=True)[0]


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


def custody_of(statement_id: int) -> Custody:
    """What became of a statement, or how to adopt it.

    Raises:
        Http404: there is none of that id.
    """
    statement = get_object_or_404(StatementRecord.objects.select_related("version"), id=statement_id)
    plan_id = statement.version.plan_id
    held = Source.objects.filter(statement=statement, is_held=True).select_related("commitment").first()
    if held:
        return Custody(plan_id, held.commitment_id, held.commitment.status, held.commitment.reason, "")
    is_promise = statement.modality == Modality.TARGET and not statement.is_optional
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


def _commitments(plan_id: int, status: str) -> QuerySet[Commitment]:
    chosen = Commitment.objects.filter(version__plan=plan_id)
    if status in Status.values:
        chosen = chosen.filter(status=status)
    changed = Count("amendments", filter=Q(amendments__action=Action.AMENDED))
    return (
        chosen
        .select_related("decided_by", "version")
        .defer("version__text", "version__layout", "version__bindings")
        .prefetch_related("sources", "merged__sources")
        .annotate(changed=changed)
    )


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
        chapter=" ".join(commitment.section[:SECTION_DEPTH]),
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


def _matches(row: LedgerRow, wanted: LedgerFilter) -> bool:
    searched = " ".join((row.title, row.subject, row.clause, row.indicator, *row.section)).casefold()
    return (
        all(word in searched for word in wanted.words.casefold().split())
        and wanted.kind in {"", row.kind}
        and wanted.section in {"", row.chapter}
        and wanted.indicator in {"", row.indicator}
        and wanted.place in {"", row.place}
    )


def _choices(rows: Iterable[LedgerRow], of: Callable[[LedgerRow], tuple[str, str] | None]) -> tuple[Choice, ...]:
    """What rows have, in the order of their first appearance."""
    labels: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for row in rows:
        found = of(row)
        if found:
            labels.setdefault(*found)
            counts[found[0]] += 1
    return tuple(Choice(value, label, counts[value]) for value, label in labels.items())


def _statuses(plan_id: int) -> tuple[Choice, ...]:
    counted = Commitment.objects.filter(version__plan=plan_id).values_list("status").annotate(count=Count("id"))
    counts = dict(counted.order_by())
    return tuple(Choice(each.value, str(each.label), counts.get(each.value, 0)) for each in Status)
