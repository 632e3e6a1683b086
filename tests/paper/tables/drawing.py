"""Tables drawn in tests (画表): one row a line, cells between bars; ``<`` continues the cell to the left, ``^`` the one above."""

from taizhang.paper.blocks.block import TableBlock
from taizhang.paper.documents.document import Cell, Grid
from taizhang.paper.outline.section import FrontMatter, Outline
from taizhang.paper.spans import Span
from taizhang.paper.tables.interpret import interpret_tables
from taizhang.paper.tables.table import Table, TableRow

DISTRICT = FrontMatter(
    title="甲市乙区2024年国民经济和社会发展计划", region="甲市乙区", plan_year="2024", review_year="2023"
)


def draw(drawing: str) -> tuple[str, Grid]:
    """The text a drawing stands for, and its grid."""
    rows = [[cell.strip(" ") for cell in line.split("|")] for line in drawing.strip().splitlines()]
    width = max(map(len, rows))
    rows = [line + [""] * (width - len(line)) for line in rows]
    cells: list[Cell] = []
    text = ""
    for row, line in enumerate(rows):
        for column, words in enumerate(line):
            if words in {"<", "^"}:
                continue
            right = next((at for at in range(column + 1, len(line)) if line[at] != "<"), len(line))
            bottom = next((at for at in range(row + 1, len(rows)) if rows[at][column] != "^"), len(rows))
            cells.append(Cell(Span(len(text), len(text) + len(words)), row, column, bottom - row, right - column))
            text += words + "\t"
        text = text[:-1] + "\n"
    return text, Grid(Span(0, len(text) - 1), tuple(cells), len(rows), width)


def read_all(
    drawing: str, title: str | None = None, unit: str | None = None, front: FrontMatter = DISTRICT
) -> tuple[Table, ...]:
    """The tables that are understood of a drawing."""
    text, grid = draw(drawing)
    block = TableBlock(grid.span, grid, title=title, unit_note=unit)
    return interpret_tables(Outline((), (block,), front), text)


def read_one(drawing: str, title: str | None = None, unit: str | None = None, front: FrontMatter = DISTRICT) -> Table:
    """The only table of a drawing."""
    (table,) = read_all(drawing, title, unit, front)
    return table


def told(row: TableRow) -> str:
    """A row in one line: indicator, unit, values with role, year and modality."""
    cells = [f"{cell.role} {cell.year} {cell.modality} {cell.text or cell.kind}" for cell in row.cells]
    return f"{row.indicator} ({row.unit}): " + "; ".join(cells)


def beside(row: TableRow) -> list[str]:
    """The attributes of a row."""
    return [f"{attribute.head}={attribute.text}" for attribute in row.attributes]
