"""Interpreting tables (读表): from grids to indicator tables, project lists and tables of other kinds."""

from taizhang.paper.blocks.block import TableBlock
from taizhang.paper.outline.section import FrontMatter, Outline
from taizhang.paper.outline.setting import Zone, zone_at, zones
from taizhang.paper.tables.heads import ColumnSort, column_head, has_strange_heads, read_columns
from taizhang.paper.tables.layout import Sheet, split_sheets
from taizhang.paper.tables.projects import is_project_list, read_records, record_spans
from taizhang.paper.tables.rows import cross_rows, indicator_rows, is_cross
from taizhang.paper.tables.setting import Setting, read_setting
from taizhang.paper.tables.table import CellKind, Table, TableKind, TableRow
from taizhang.paper.tables.values import Frame


def interpret_tables(outline: Outline, text: str, told: tuple[Zone, ...] = ()) -> tuple[Table, ...]:
    """Every table of a document in order; what is not understood keeps its words as records.

    ``told`` are the outline's zones, where they are known already.
    """
    blocks = [block for block in outline.blocks if isinstance(block, TableBlock)]
    all_zones = told or (zones(outline) if blocks else ())
    return tuple(
        _interpret(sheet, outline.front, zone_at(all_zones, sheet.span.start))
        for block in blocks
        for sheet in split_sheets(text, block)
    )


def _interpret(sheet: Sheet, front: FrontMatter, zone: Zone) -> Table:
    heads = tuple("/".join(column_head(sheet, at)) for at in range(sheet.width))
    if is_project_list(heads):
        return _listed(TableKind.PROJECTS, sheet, heads)
    rows = _indicator_rows(sheet, read_setting(sheet.title, sheet.unit, front, zone))
    if rows:
        return Table(TableKind.INDICATORS, sheet.title, sheet.span, heads, rows=rows)
    return _listed(TableKind.OTHER, sheet, heads)


def _listed(kind: TableKind, sheet: Sheet, heads: tuple[str, ...]) -> Table:
    records, spans = read_records(sheet), record_spans(sheet)
    return Table(kind, sheet.title, sheet.span, heads, records=records, record_spans=spans)


def _indicator_rows(sheet: Sheet, setting: Setting) -> tuple[TableRow, ...]:
    """The rows of a table of indicators; none where it is no such table."""
    frame = Frame(sheet, read_columns(sheet, setting), setting)
    sorts = {column.sort for column in frame.columns}
    if not sheet.heads or not sorts >= {ColumnSort.LABEL, ColumnSort.VALUE} or has_strange_heads(frame.columns):
        return ()
    rows = tuple(cross_rows(frame) if is_cross(frame) else indicator_rows(frame))
    has_number = any(cell.kind is CellKind.NUMBER for row in rows for cell in row.cells)
    return rows if has_number else ()
