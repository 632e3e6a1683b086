"""Annex (附表): the indicator tables of a plan, as the rules about them ask for them."""

from collections.abc import Iterator

from taizhang.paper.plan import Plan
from taizhang.paper.spans import Span
from taizhang.paper.tables.table import CellKind, CellRole, Table, TableCell, TableKind, TableRow


def indicator_tables(plan: Plan) -> Iterator[Table]:
    """The tables that list indicators, in order."""
    return (table for table in plan.tables if table.kind is TableKind.INDICATORS)


def target_tables(plan: Plan) -> Iterator[Table]:
    """The annexes of a plan: indicator tables with a column of targets."""
    return (table for table in indicator_tables(plan) if any(cell.modality == "target" for _, cell in cells(table)))


def cells(table: Table) -> Iterator[tuple[TableRow, TableCell]]:
    """Every value of a table with its row."""
    return ((row, cell) for row in table.rows for cell in row.cells)


def find_cell(row: TableRow, role: CellRole, modality: str) -> TableCell | None:
    """The row's first number of a role and manner."""
    return next(
        (
            cell
            for cell in row.cells
            if cell.role is role and cell.modality == modality and cell.kind is CellKind.NUMBER
        ),
        None,
    )


def name_span(row: TableRow, text: str) -> Span:
    """Where the row's name stands, for a finding about the row as a whole."""
    label = row.label.strip()
    start = text.find(label, row.span.start, row.span.end)
    return row.span if start < 0 or not label else Span(start, start + len(label))
