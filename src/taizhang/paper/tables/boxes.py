"""Boxes (格): the cells of a grid at every place they cover, so that a merged cell is met in each of its rows and columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from taizhang.paper.documents.document import Grid
from taizhang.paper.spans import Span


@dataclass(frozen=True, slots=True)
class Box:
    """Box (格): a cell with its words and the columns it covers.

    Attributes:
        words: without blanks and line breaks.
        text: as printed.
        span: where it stands.
        left, right: its columns, right end exclusive.
    """

    words: str
    text: str
    span: Span
    left: int
    right: int


Row = tuple[Box | None, ...]
"""A row of a table: the box at each column; one merged over several stands at each of them, as the same object."""


def rows_of(text: str, grid: Grid) -> list[Row]:
    """The rows of a grid."""
    rows: list[list[Box | None]] = [[None] * grid.column_count for _ in range(grid.row_count)]
    for cell in grid.cells:
        words = cell.span.quote(text)
        right = min(cell.column + cell.column_span, grid.column_count)
        box = Box("".join(words.split()), words, cell.span, cell.column, right)
        for row in rows[cell.row : cell.row + cell.row_span]:
            row[cell.column : right] = [box] * (right - cell.column)
    return [tuple(row) for row in rows]


def boxes_of(row: Sequence[Box | None]) -> list[Box]:
    """The boxes of a row, each once, left to right, blank ones too."""
    return [box for at, box in enumerate(row) if box is not None and (at == 0 or row[at - 1] is not box)]


def printed(row: Sequence[Box | None]) -> list[Box]:
    """The boxes of a row that have words."""
    return [box for box in boxes_of(row) if box.words]
