"""Comparison (对照): the indicator table — last year and this, what the text says beside what the annex says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from taizhang.office.plans import wording
from taizhang.office.plans.intake import catalogue_entry
from taizhang.office.plans.models import (
    Aspect,
    Modality,
    PlanVersion,
    RowKind,
    StatementRecord,
    TableCellRecord,
    TableRowRecord,
)

Place = tuple[str, str, str]  # period, modality, aspect


@dataclass(frozen=True, slots=True)
class Verdict:
    """Verdict (对照结果): whether text and annex agree on one figure.

    Attributes:
        key: ``agree``, ``differ``, ``unlike`` (not the same unit), ``annex``, ``text`` (only one of them says) or ``none``.
        label: the word shown.
        tone, icon: which badge and drawing go with it.
    """

    key: str
    label: Promise
    tone: str
    icon: str


AGREE = Verdict("agree", _("一致"), "good", "check")
DIFFER = Verdict("differ", _("不一致"), "bad", "warning")
UNLIKE = Verdict("unlike", _("单位不同，待核"), "caution", "info")
ANNEX_ONLY = Verdict("annex", _("正文未提"), "plain", "dash")
TEXT_ONLY = Verdict("text", _("附表未列"), "plain", "dash")
NOTHING = Verdict("none", _("均未列"), "plain", "dash")


@dataclass(frozen=True, slots=True)
class Figure:
    """Figure (数): one number as printed, and where it stands.

    Attributes:
        anchor: id of its mark in the page of the document.
        words: as printed, with hedge words.
        value, value_high, unit: the number; None where none is printed.
    """

    anchor: str
    words: str
    value: Decimal | None
    value_high: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class Column:
    """Column (一栏): a period, whether it is past or planned, and which aspect of it."""

    period: str
    modality: str
    modality_label: str
    aspect_label: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Pair (一对数): what annex and text say of one indicator in one column."""

    column: Column
    annex: Figure | None
    text: tuple[Figure, ...]
    verdict: Verdict

    @property
    def is_said(self) -> bool:
        """Whether either says anything."""
        return bool(self.annex or self.text)


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """Indicator row (指标行): one indicator under every column."""

    group: str
    name: str
    official_name: str
    unit: str
    pairs: tuple[Pair, ...]

    @property
    def worst(self) -> Verdict:
        """The verdict someone should look at first."""
        order = (DIFFER, UNLIKE, AGREE, ANNEX_ONLY, TEXT_ONLY)
        found = {pair.verdict for pair in self.pairs}
        return next((verdict for verdict in order if verdict in found), NOTHING)


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """Indicator table (指标对照表).

    Attributes:
        columns: period by period, level before growth.
        rows: the annex's indicators, in its order.
        more: indicators of the catalogue that only the text speaks of.
        counts: verdicts that occur, with how often.
    """

    columns: tuple[Column, ...]
    rows: tuple[IndicatorRow, ...]
    more: tuple[IndicatorRow, ...]
    counts: tuple[tuple[Verdict, int], ...]

    @property
    def periods(self) -> tuple[Column, ...]:
        """One column of each period."""
        return self.columns[::2]

    @property
    def width(self) -> int:
        """Columns of the table as drawn: name, unit, annex and text under every column, verdict."""
        return 3 + 2 * len(self.columns)


def compare(version_id: int) -> IndicatorTable:
    """The indicator table of a version that was read."""
    version = PlanVersion.objects.select_related("plan").only("review_year", "plan__year").get(id=version_id)
    cells_by_row = _cells(version_id)
    places = _places(version, (cell for cells in cells_by_row.values() for cell in cells))
    said = _said_in_text(version_id)
    rows = tuple(_annex_row(row, cells, places, said) for row, cells in cells_by_row.items())
    listed = {row.code or row.indicator for row in cells_by_row}
    more = tuple(_text_rows(said, listed, places))
    verdicts = [pair.verdict for row in rows for pair in row.pairs]
    counts = tuple((each, verdicts.count(each)) for each in (AGREE, DIFFER, UNLIKE, ANNEX_ONLY) if each in verdicts)
    return IndicatorTable(tuple(_column(place) for place in places), rows, more, counts)


def _cells(version_id: int) -> dict[TableRowRecord, list[TableCellRecord]]:
    rows = TableRowRecord.objects.filter(version=version_id, kind=RowKind.INDICATORS).prefetch_related("cells")
    return {row: list(row.cells.all()) for row in rows}


def _places(version: PlanVersion, cells: Iterable[TableCellRecord]) -> tuple[Place, ...]:
    """The columns: those of the annex; without one, last year's results and this year's targets."""
    periods = dict.fromkeys((cell.year, cell.modality) for cell in cells)
    if not periods:
        periods = {(version.review_year, "actual"): None, (version.plan.year, "target"): None}
    ordered = sorted(periods, key=lambda period: period[0])
    return tuple((year, modality, aspect) for year, modality in ordered for aspect in (Aspect.LEVEL, Aspect.GROWTH))


def _column(place: Place) -> Column:
    period, modality, aspect = place
    return Column(wording.period_words(period), modality, str(Modality(modality).label), str(Aspect(aspect).label))


def _said_in_text(version_id: int) -> dict[str, dict[Place, list[Figure]]]:
    """What the running text says: by indicator, then by period, modality and aspect."""
    said: dict[str, dict[Place, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for record in StatementRecord.objects.filter(version=version_id, aspect__in=(Aspect.LEVEL, Aspect.GROWTH)):
        place = (record.period, record.modality, record.aspect)
        said[record.indicator or record.subject][place].append(_statement_figure(record))
    return said


def _statement_figure(record: StatementRecord) -> Figure:
    words = (
        str(wording.AMOUNTS[record.bound]) % {"figure": record.quote}
        if record.bound in wording.AMOUNTS
        else record.quote
    )
    signed = f"−{words}" if record.value < 0 else words
    return Figure(f"s-{record.pk}", signed, record.value, record.value_high, record.unit)


def _annex_row(
    row: TableRowRecord,
    cells: list[TableCellRecord],
    places: tuple[Place, ...],
    said: dict[str, dict[Place, list[Figure]]],
) -> IndicatorRow:
    listed = {(cell.year, cell.modality, cell.role): _cell_figure(cell, row.unit) for cell in cells}
    spoken = said.get(row.code or row.indicator, {})
    entry = catalogue_entry(row.code)
    return IndicatorRow(
        group=row.group,
        name=row.indicator,
        official_name=entry.name if entry else "",
        unit=row.unit,
        pairs=tuple(_pair(place, listed.get(place), tuple(spoken.get(place, ()))) for place in places),
    )


def _cell_figure(cell: TableCellRecord, unit: str) -> Figure:
    of_growth = cell.role == Aspect.GROWTH
    return Figure(f"c-{cell.pk}", cell.text, cell.value, cell.value_high, "%" if of_growth else unit)


def _text_rows(
    said: dict[str, dict[Place, list[Figure]]], listed: set[str], places: tuple[Place, ...]
) -> Iterator[IndicatorRow]:
    for code, spoken in said.items():
        entry = catalogue_entry(code)
        if entry is None or code in listed or not any(place in spoken for place in places):
            continue
        pairs = tuple(_pair(place, None, tuple(spoken.get(place, ()))) for place in places)
        yield IndicatorRow("", entry.name, entry.name, "", pairs)


def _pair(place: Place, annex: Figure | None, text: tuple[Figure, ...]) -> Pair:
    if annex is None or annex.value is None:  # a dash, a quality or nothing at all stands in the annex
        return Pair(_column(place), annex, text, TEXT_ONLY if text else NOTHING)
    if not text:
        return Pair(_column(place), annex, text, ANNEX_ONLY)
    verdicts = {_judge(annex, figure) for figure in text}
    return Pair(_column(place), annex, text, next(each for each in (DIFFER, UNLIKE, AGREE) if each in verdicts))


def _judge(annex: Figure, text: Figure) -> Verdict:
    if annex.unit.replace("％", "%") != text.unit.replace("％", "%"):
        return UNLIKE
    return AGREE if (annex.value, annex.value_high) == (text.value, text.value_high) else DIFFER
