"""Explanation (解读): what was understood of one statement or table cell, said in plain words beside its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from taizhang.office.plans import layout, wording
from taizhang.office.plans.comparison import cell_figure, statement_figure
from taizhang.office.plans.indicator_tables import VERDICTS, Figure, Verdict
from taizhang.office.plans.intake import CatalogueEntry, catalogue_entry
from taizhang.office.plans.layout import Heading
from taizhang.office.plans.models import Aspect, PlanVersion, StatementRecord, TableCellRecord
from taizhang.office.plans.wording import Understanding


@dataclass(frozen=True, slots=True)
class Fact:
    """Fact (一项): a name and what is known under it."""

    label: str
    words: str | Promise


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Elsewhere (另一处): where the other of text and annex speaks of the same thing, and whether both agree.

    Attributes:
        place: 附表 or 正文.
        figures: what it says there.
        verdict: whether they agree.
    """

    place: str
    figures: tuple[Figure, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Explanation:
    """Explanation (解读).

    Attributes:
        anchor: id of the mark in the page of the document.
        plan_id, statement_id: the plan; and the record where it is a statement, else None.
        subject, amount: what is measured and how much, the amount as it is meant.
        aspect, modality: keys of kind, for colour and shape; ``aspect_label`` and ``modality_label`` their names.
        sentence: what was understood, as one plain sentence; empty where a cell holds no number.
        facts: the same, item by item.
        before, quote, after: the sentence or row it stands in, cut at the figure.
        headings: the sections it stands in, outermost first.
        indicator: what the catalogue knows of the subject; None where it does not know it.
        doubts: ambiguities of the sentence.
        twins: others that share the very same figure.
        elsewhere: what the annex says of a statement, or the text of a cell; None where it says nothing.
    """

    anchor: str
    plan_id: int
    statement_id: int | None
    subject: str
    amount: str
    aspect: str
    aspect_label: str
    modality: str
    modality_label: str
    sentence: str
    facts: tuple[Fact, ...]
    before: str
    quote: str
    after: str
    headings: tuple[Heading, ...]
    indicator: CatalogueEntry | None
    doubts: tuple[str | Promise, ...] = ()
    twins: tuple[StatementRecord, ...] = ()
    elsewhere: Elsewhere | None = None


def explain_statement(statement_id: int) -> Explanation:
    """What was understood of a statement."""
    record = StatementRecord.objects.filter(id=statement_id).first()
    if record is None:
        raise Http404
    understanding = Understanding(
        subject=record.subject,
        aspect=record.aspect,
        value=record.value,
        value_high=record.value_high,
        unit=record.unit,
        bound=record.bound,
        period=record.period,
        modality=record.modality,
        basis=record.basis,
    )
    version = _version(record.version_id)
    entry = catalogue_entry(record.indicator)
    text = version.text
    return Explanation(
        anchor=f"s-{record.pk}",
        plan_id=version.plan_id,
        statement_id=record.pk,
        subject=record.subject,
        amount=_signed_amount(understanding),
        aspect=record.aspect,
        aspect_label=record.get_aspect_display(),
        modality=record.modality,
        modality_label=record.get_modality_display(),
        sentence=understanding.sentence(),
        facts=tuple(_facts(understanding)),
        before=text[record.sentence_start : record.start],
        quote=text[record.start : record.end],
        after=text[record.end : record.sentence_end],
        headings=_headings(version, record.start),
        indicator=entry,
        doubts=tuple(wording.DOUBTS.get(doubt, doubt) for doubt in record.doubts),
        twins=tuple(_twins(record)),
        elsewhere=_in_annex(version, record),
    )


def explain_cell(cell_id: int) -> Explanation:
    """What was understood of a table cell."""
    cell = TableCellRecord.objects.select_related("row").filter(id=cell_id).first()
    if cell is None:
        raise Http404
    row = cell.row
    understanding = _cell_understanding(cell)
    version = _version(row.version_id)
    text = version.text
    return Explanation(
        anchor=f"c-{cell.pk}",
        plan_id=version.plan_id,
        statement_id=None,
        subject=row.indicator,
        amount=_signed_amount(understanding) if understanding else cell.text,
        aspect=cell.role,
        aspect_label=cell.get_role_display(),
        modality=cell.modality,
        modality_label=cell.get_modality_display(),
        sentence=understanding.sentence() if understanding else "",
        facts=(*_cell_facts(cell), *(_facts(understanding) if understanding else ())),
        before=text[row.start : cell.start].replace("\t", "　").replace("\n", "　"),
        quote=text[cell.start : cell.end],
        after=text[cell.end : row.end].replace("\t", "　").replace("\n", "　"),
        headings=_headings(version, row.start),
        indicator=catalogue_entry(row.code),
        elsewhere=_in_text(version, cell),
    )


def _cell_understanding(cell: TableCellRecord) -> Understanding | None:
    if cell.value is None:
        return None
    return Understanding(
        subject=cell.row.indicator,
        aspect=cell.role,
        value=cell.value,
        value_high=cell.value_high,
        unit="%" if cell.role == Aspect.GROWTH else cell.row.unit,
        bound=cell.bound,
        period=cell.year,
        modality=cell.modality,
        basis="yoy" if cell.role == Aspect.GROWTH else "",
    )


def _version(version_id: int) -> PlanVersion:
    return PlanVersion.objects.only("plan", "text", "layout", "bindings").get(id=version_id)


def _in_annex(version: PlanVersion, record: StatementRecord) -> Elsewhere | None:
    bound = (each for each in version.bindings if record.position in each["statements"] and each["cell"] is not None)
    for binding in bound:
        cells = TableCellRecord.objects.filter(row__version=version.id, row__position=binding["row"])
        cell = cells.get(position=binding["cell"])
        return Elsewhere(_("附表"), (cell_figure(cell),), VERDICTS[binding["agreement"]])
    return None


def _in_text(version: PlanVersion, cell: TableCellRecord) -> Elsewhere | None:
    place = (cell.row.position, cell.position)
    for binding in version.bindings:
        if (binding["row"], binding["cell"]) == place and binding["statements"]:
            said = StatementRecord.objects.filter(version=version.id, position__in=binding["statements"])
            return Elsewhere(_("正文"), tuple(map(statement_figure, said)), VERDICTS[binding["agreement"]])
    return None


def _headings(version: PlanVersion, offset: int) -> tuple[Heading, ...]:
    return layout.path_to(layout.load_headings(version.layout), offset)


def _signed_amount(understanding: Understanding) -> str:
    return f"−{understanding.amount}" if understanding.value < 0 else understanding.amount


def _facts(understanding: Understanding) -> Iterator[Fact]:
    yield Fact(_("时期"), wording.period_words(understanding.period) or _("原文没有写明"))
    yield Fact(_("界限"), wording.BOUNDS.get(understanding.bound, understanding.bound))
    if understanding.basis:
        yield Fact(_("比较基准"), wording.basis_words(understanding.basis))
    if understanding.unit:
        yield Fact(_("单位"), understanding.unit)


def _cell_facts(cell: TableCellRecord) -> Iterator[Fact]:
    if cell.row.group:
        yield Fact(_("分组"), cell.row.group)
    if cell.head:
        yield Fact(_("栏目"), " / ".join(dict.fromkeys(cell.head)))
    if cell.value is None:
        yield Fact(_("内容"), wording.CELL_KINDS.get(cell.kind, cell.kind))
        yield Fact(_("时期"), wording.period_words(cell.year) or _("原文没有写明"))


def _twins(record: StatementRecord) -> Iterator[StatementRecord]:
    same = StatementRecord.objects.filter(version=record.version_id, start__lt=record.end, end__gt=record.start)
    yield from same.exclude(id=record.pk)
