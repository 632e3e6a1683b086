"""Typesetting (排版): lays loose lines and tables out as one text, so that everything has its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from taizhang.paper.documents.document import Cell, Document, Grid, Line, LineRole, Origin
from taizhang.paper.errors import TableTooLargeError, TextTooLongError
from taizhang.paper.spans import Span

# A table beyond this is a mistake or an attack: rows × columns, whether filled or not.
MOST_PLACES = 1_000_000
# Six shelves of plans; at the pace of the slowest text we could think of, still read within a minute.
LONGEST_TEXT = 2_000_000
# Soft hyphens and zero-width signs are never printed; for ``str.translate``.
INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF))


@dataclass(frozen=True, slots=True)
class LooseLine:
    """Loose line (待排的行): a line before it has a place; see ``Line`` for what its attributes mean."""

    text: str
    role: LineRole = LineRole.BODY
    style: str | None = None
    outline_level: int | None = None
    is_wrapped: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class LooseCell:
    """Loose cell (待排的单元格): a cell before it has a place; see ``Cell``."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class LooseGrid:
    """Loose grid (待排的表格): a table before it has a place; cells in reading order."""

    cells: tuple[LooseCell, ...]
    title: str | None = None
    page: int | None = None


LoosePiece = LooseLine | LooseGrid


def typeset(pieces: Iterable[LoosePiece], origin: Origin, title: str | None = None) -> Document:
    """One text of all pieces: a line break after each, tabs between cells (and in none of them), line breaks between rows.

    Places that a merged cell covers stay as empty fields, so that a row read as text keeps its columns.

    Raises:
        TableTooLargeError, TextTooLongError: it takes more memory than a document is worth.
    """
    parts: list[str] = []
    placed: list[Line | Grid] = []
    offset = 0
    for piece in pieces:
        if isinstance(piece, LooseLine):
            text = piece.text
            placed.append(_line(piece, offset))
        elif piece.cells:
            _demand_bounded(piece, offset, origin.name)
            text, grid = _grid(piece, offset)
            placed.append(grid)
        else:
            continue
        parts.append(text)
        offset += len(text) + 1
        demand_short(offset, origin.name)
    return Document("\n".join(parts), tuple(placed), origin, title)


def demand_short(length: int, name: str) -> None:
    """Refuse a text of that many code points where nobody could mean it to be read.

    Raises:
        TextTooLongError: it is longer than we read.
    """
    if length > LONGEST_TEXT:
        raise TextTooLongError(name, LONGEST_TEXT)


def _demand_bounded(grid: LooseGrid, offset: int, name: str) -> None:
    """Empty places and words that many cells share take no room in the file: they are counted before they are spent."""
    rows = max(cell.row + cell.row_span for cell in grid.cells)
    if rows * max(cell.column + cell.column_span for cell in grid.cells) > MOST_PLACES:
        raise TableTooLargeError(name, MOST_PLACES)
    demand_short(offset + sum(len(cell.text) for cell in grid.cells), name)


def _line(piece: LooseLine, offset: int) -> Line:
    span = Span(offset, offset + len(piece.text))
    return Line(span, piece.role, piece.style, piece.outline_level, piece.page, piece.is_wrapped)


def _grid(piece: LooseGrid, offset: int) -> tuple[str, Grid]:
    columns = max(cell.column + cell.column_span for cell in piece.cells)
    parts: list[str] = []
    cells: list[Cell] = []
    position, row, column = offset, 0, 0
    for cell in piece.cells:
        gap = _gap(row, column, cell, columns)
        position += len(gap)
        cells.append(_cell(cell, position))
        parts += (gap, cell.text.replace("\t", " "))
        position += len(cell.text)
        row, column = cell.row, cell.column
    span = Span(cells[0].span.start, cells[-1].span.end)
    rows = max(cell.row + cell.row_span for cell in piece.cells)
    return "".join(parts), Grid(span, tuple(cells), rows, columns, piece.page, piece.title)


def _gap(row: int, column: int, cell: LooseCell, columns: int) -> str:
    """What stands between two neighbouring cells of the text."""
    if cell.row == row:
        return "\t" * (cell.column - column)
    full_rows = ("\t" * (columns - 1) + "\n") * (cell.row - row - 1)
    return "\t" * (columns - 1 - column) + "\n" + full_rows + "\t" * cell.column


def _cell(cell: LooseCell, position: int) -> Cell:
    span = Span(position, position + len(cell.text))
    return Cell(span, cell.row, cell.column, cell.row_span, cell.column_span)


def words_of(pieces: Sequence[LoosePiece]) -> int:
    """How many code points of text the pieces hold."""
    return sum(
        len(piece.text) if isinstance(piece, LooseLine) else sum(len(cell.text) for cell in piece.cells)
        for piece in pieces
    )
