"""Ledger (台账): the commitments of a plan as rows to be filtered, sorted, shown and exported."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from itertools import count as count_from
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, NullIf
from django.shortcuts import get_object_or_404
from django.urls import reverse

from taizhang.office.commitments.access import commitment_within, commitments_within
from taizhang.office.commitments.addresses import place_in
from taizhang.office.commitments.models import Action, Amendment, Commitment, Kind, Role, Source, Status
from taizhang.office.commitments.selectors.facets import facets_of
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
from taizhang.office.plans.models import Modality, PlanVersion, ReadingState, StatementRecord

ROWS_A_PAGE = 100
TARGET = tuple(field.name for field in fields(Target))
# Of a commitment what a row of the ledger shows; the last three are found beside it.
SHOWN = (
    "id",
    "kind",
    "title",
    "subject",
    "indicator",
    *TARGET,
    "baseline_value",
    "baseline_unit",
    "baseline_period",
    "sentence",
    "sentence_start",
    "sentence_end",
    "clause_start",
    "clause_end",
    "section",
    "status",
    "reason",
    "decided_at",
    "person",
    "draft",
    "changed",
)
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


def get_ledger(plan_id: int, wanted: LedgerFilter, grant: Grant | None = None, *, is_whole: bool = False) -> Ledger:
    """The ledger of a plan as far as a grant reaches: one page of it, or all that is asked for."""
    held = _within(plan_id, grant)
    of_status = held.filter(status=wanted.status)
    facets = facets_of(held, wanted.status, plan_id=plan_id if grant is None or grant.is_unlimited else None)
    ids = sort(sift(of_status, wanted, facets.sections), wanted.sort).values_list("id", flat=True)
    # What is left of a filter is counted by fetching it; of everything only the page is fetched.
    found: Sequence[int] | QuerySet[Commitment, int] = ids if wanted.is_everything else list(ids)
    count = facets.total if wanted.is_everything else len(found)
    pages = 1 if is_whole else max(1, -(-count // ROWS_A_PAGE))
    page = min(wanted.page, pages)
    before = (page - 1) * ROWS_A_PAGE
    shown = list(found if is_whole else found[before : before + ROWS_A_PAGE])
    is_as_it_stands = wanted.is_everything and wanted.is_in_order
    numbers = dict(zip(shown, count_from(before + 1))) if is_as_it_stands else _numbers(of_status)
    return Ledger(
        rows=_rows(plan_id, shown, numbers),
        found=count,
        page=page,
        pages=pages,
        total=facets.total,
        statuses=tuple(_choice(each, facets.statuses.get(each, 0)) for each in Status),
        kinds=tuple(_choice(each, facets.kinds[each]) for each in Kind if each in facets.kinds),
        sections=tuple(Choice(chapter, chapter, count) for chapter, count in facets.chapters.items()),
        indicators=tuple(Choice(*each) for each in facets.indicators),
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


def cut(commitment: Commitment) -> tuple[str, str, str]:
    """The sentence before, in and after what it promises here; uncut where line wraps were joined or a cell is meant."""
    sentence = Stretch(commitment.sentence_start, commitment.sentence_end)
    clause = Stretch(commitment.clause_start, commitment.clause_end)
    return clauses.cut(commitment.sentence, sentence, clause) or ("", commitment.sentence, "")


def _within(plan_id: int, grant: Grant | None) -> QuerySet[Commitment]:
    reached = Commitment.objects.all() if grant is None else commitments_within(grant)
    return reached.filter(version__plan=plan_id)


def _choice(value: Status | Kind, count: int) -> Choice:
    return Choice(value.value, str(value.label), count)


def _numbers(of_status: QuerySet[Commitment]) -> dict[int, int]:
    """By id the place of each commitment among all of its status."""
    in_order = of_status.order_by(*IN_ORDER_OF_THE_PLAN).values_list("id", flat=True)
    return {commitment_id: number for number, commitment_id in enumerate(in_order, start=1)}


def _rows(plan_id: int, shown: Sequence[int], numbers: Mapping[int, int]) -> tuple[LedgerRow, ...]:
    newest = PlanVersion.objects.filter(plan=plan_id, state=ReadingState.READ).order_by("-number").values("number")[:1]
    amended = Amendment.objects.filter(commitment=OuterRef("id"), action=Action.AMENDED).order_by().values("commitment")
    # Plain rows: to build models of sixty columns would take longer than everything else on the page.
    found = Commitment.objects.filter(id__in=shown).annotate(
        person=F("decided_by__name"),
        draft=NullIf("version__number", Subquery(newest)),
        changed=Coalesce(Subquery(amended.values(count=Count("id"))), 0),
    )
    promises, text_url = _promises(shown), reverse("plans:text", args=[plan_id])
    labels = {each.value: str(each.label) for each in (*Kind, *Status)}
    rows = {
        each.id: _row(numbers[each.id], each, promises[each.id], text_url, labels)
        for each in found.values_list(*SHOWN, named=True)
    }
    return tuple(rows[each] for each in shown)


def _promises(shown: Sequence[int]) -> dict[int, list[Source]]:
    """For each commitment the places of its version that promise it, then those of what was merged into it."""
    meant = Commitment.objects.filter(Q(id__in=shown) | Q(merged_into__in=shown)).values("id")
    promises = Source.objects.filter(commitment__in=meant, role=Role.PROMISE).annotate(
        holder=Coalesce("commitment__merged_into", "commitment"),
        holder_version=Coalesce("commitment__merged_into__version", "commitment__version"),
    )
    own_first = F("commitment__merged_into").asc(nulls_first=True)
    found: defaultdict[int, list[Source]] = defaultdict(list)
    for source in promises.filter(version=F("holder_version")).order_by(own_first, "commitment_id", "id"):
        found[source.holder].append(source)
    return found


def _row(
    number: int,
    commitment: Any,  # noqa: ANN401 - a plain row
    said: Sequence[Source],
    text_url: str,
    labels: Mapping[str, str],
) -> LedgerRow:
    before, clause, after = cut(commitment)
    return LedgerRow(
        number=number,
        id=commitment.id,
        kind=commitment.kind,
        kind_label=labels[commitment.kind],
        title=commitment.title,
        subject=commitment.subject,
        indicator=commitment.indicator,
        target=Target(**{name: getattr(commitment, name) for name in TARGET}),
        baseline_value=commitment.baseline_value,
        baseline_unit=commitment.baseline_unit,
        baseline_period=commitment.baseline_period,
        section=tuple(commitment.section),
        chapter=chapter_of(commitment.section),
        before=before,
        clause=clause,
        after=after,
        place=place_of(said),
        said=tuple(said),
        url=place_in(text_url, said[0], commitment.draft),
        status=commitment.status,
        status_label=labels[commitment.status],
        reason=commitment.reason,
        decided_by=commitment.person,
        decided_at=commitment.decided_at,
        amendments=commitment.changed,
    )
