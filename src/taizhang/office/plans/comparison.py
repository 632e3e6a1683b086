"""Comparison (对照): the indicator tables of a plan — what the annex says beside what the text says, as bound when read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from taizhang.office.plans import wording
from taizhang.office.plans.indicator_tables import (
    COUNTED,
    NOTHING,
    VERDICTS,
    Column,
    Comparison,
    Figure,
    IndicatorRow,
    IndicatorTable,
    Pair,
)
from taizhang.office.plans.intake import catalogue_entry
from taizhang.office.plans.models import PlanVersion, RowKind, StatementRecord, TableCellRecord, TableRowRecord

Binding = dict[str, Any]  # as ``plans.conversion`` stores it


def compare(version_id: int) -> Comparison:
    """Annex and text of a version that was read, side by side."""
    version = (
        PlanVersion.objects
        .select_related("plan")
        .only("layout", "bindings", "review_year", "plan__year")
        .get(id=version_id)
    )
    statements = {record.position: record for record in StatementRecord.objects.filter(version=version_id)}
    rows = TableRowRecord.objects.filter(version=version_id, kind=RowKind.INDICATORS).prefetch_related("cells")
    said = _by_row(version.bindings)
    titles = version.layout.get("tables", [])
    tables = tuple(
        _annex_table(titles[number] if number < len(titles) else "", list(group), said, statements)
        for number, group in groupby(rows, key=lambda row: row.table)
    )
    verdicts = [pair.verdict.key for table in tables for row in table.rows for pair in row.pairs]
    counts = tuple((VERDICTS[key], verdicts.count(key)) for key in COUNTED if key in verdicts)
    return Comparison(tables, _text_table(version, statements), counts)


def _by_row(bindings: Sequence[Binding]) -> dict[int, list[Binding]]:
    by_row: dict[int, list[Binding]] = defaultdict(list)
    for binding in bindings:
        if binding["row"] is not None:
            by_row[binding["row"]].append(binding)
    return by_row


def _annex_table(
    title: str,
    rows: Sequence[TableRowRecord],
    said: dict[int, list[Binding]],
    statements: dict[int, StatementRecord],
) -> IndicatorTable:
    columns = _columns(rows)
    return IndicatorTable(
        title, columns, tuple(_annex_row(row, columns, said[row.position], statements) for row in rows)
    )


def _columns(rows: Iterable[TableRowRecord]) -> tuple[Column, ...]:
    """The columns in the order they are printed; those alike are told apart by their heads."""
    found: dict[tuple[str, str, str, int], TableCellRecord] = {}
    for row in rows:
        for key, cell in _keyed(row):
            found.setdefault(key, cell)
    doubled = {key[:3] for key in found if key[3]}
    return tuple(Column(*key, head="/".join(cell.head) if key[:3] in doubled else "") for key, cell in found.items())


def _keyed(row: TableRowRecord) -> Iterator[tuple[tuple[str, str, str, int], TableCellRecord]]:
    seen: dict[tuple[str, str, str], int] = defaultdict(int)
    for cell in row.cells.all():
        place = (cell.year, cell.modality, cell.role)
        yield (*place, seen[place]), cell
        seen[place] += 1


def _annex_row(
    row: TableRowRecord, columns: Sequence[Column], said: Sequence[Binding], statements: dict[int, StatementRecord]
) -> IndicatorRow:
    cells = dict(_keyed(row))
    entry = catalogue_entry(row.code)
    return IndicatorRow(
        group=row.group,
        name=f"{row.indicator} {row.measure}".strip(),
        official_name=entry.name if entry else "",
        unit=row.unit,
        pairs=tuple(
            _pair(column, cells.get(column.key), _binding_of(column, cells.get(column.key), said), statements, before)
            for before, column in zip((None, *columns), columns, strict=False)
        ),
    )


def _binding_of(column: Column, cell: TableCellRecord | None, said: Sequence[Binding]) -> Binding | None:
    """What was bound to the cell; where the annex has no such cell, what only the text says in that column."""
    for binding in said:
        if cell is not None and binding["cell"] == cell.position:
            return binding
        if cell is None and binding["cell"] is None and _place_of(binding) == column.key[:3]:
            return binding
    return None


def _place_of(binding: Binding) -> tuple[str, str, str]:
    return binding["year"], binding["modality"], binding["role"]


def _pair(
    column: Column,
    cell: TableCellRecord | None,
    binding: Binding | None,
    statements: dict[int, StatementRecord],
    before: Column | None,
) -> Pair:
    text = tuple(statement_figure(statements[position]) for position in binding["statements"]) if binding else ()
    is_first = before is None or before.key[:2] != column.key[:2]
    # A dash, or a quality, is nothing the text could be held against.
    is_empty = binding is None or (not text and (cell is None or cell.value is None))
    verdict = NOTHING if is_empty or binding is None else VERDICTS[binding["agreement"]]
    return Pair(column, cell_figure(cell) if cell else None, text, verdict, is_first)


def cell_figure(cell: TableCellRecord) -> Figure:
    """A cell as printed."""
    return Figure(f"c-{cell.pk}", cell.text)


def statement_figure(record: StatementRecord) -> Figure:
    """A statement with its hedge words and its sign."""
    words = record.quote
    if record.bound in wording.AMOUNTS:
        words = str(wording.AMOUNTS[record.bound]) % {"figure": words}
    return Figure(f"s-{record.pk}", f"−{words}" if record.value < 0 else words)


def _text_table(version: PlanVersion, statements: dict[int, StatementRecord]) -> IndicatorTable | None:
    """Indicators the catalogue knows and no table lists: last year's results, this year's targets."""
    years = ((version.review_year, "actual"), (version.plan.year, "target"))
    columns = tuple(Column(year, modality, aspect) for year, modality in years for aspect in ("level", "growth"))
    said: dict[str, list[Binding]] = defaultdict(list)
    for binding in version.bindings:
        if binding["row"] is None and _place_of(binding) in {column.key[:3] for column in columns}:
            said[binding["code"]].append(binding)
    rows = tuple(row for code, bindings in said.items() for row in _text_rows(code, columns, bindings, statements))
    return IndicatorTable("", columns, rows, has_annex=False) if rows else None


def _text_rows(
    code: str, columns: Sequence[Column], said: Sequence[Binding], statements: dict[int, StatementRecord]
) -> Iterator[IndicatorRow]:
    entry = catalogue_entry(code)
    if entry is not None:
        pairs = tuple(
            _pair(column, None, _binding_of(column, None, said), statements, before)
            for before, column in zip((None, *columns), columns, strict=False)
        )
        yield IndicatorRow("", entry.name, entry.name, "", pairs)
