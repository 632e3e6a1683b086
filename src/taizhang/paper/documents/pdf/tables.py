"""Printed tables (版面上的表): a filled frame as a table, and a table that goes on over the page as one."""

from dataclasses import dataclass, field

from taizhang.paper.documents.pdf.cells import FilledFrame
from taizhang.paper.documents.pdf.frames import Slot
from taizhang.paper.documents.pdf.joins import join_all
from taizhang.paper.documents.pdf.runs import row_text

# A frame with fewer of its slots filled is a chart or an ornament.
_LEAST_FILLED = 0.15
_PADDING = 1.5


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """Printed cell (版面上的格): words and place of one cell.

    Attributes:
        text: its words, in one line.
        row, column, row_span, column_span: see ``documents.document.Cell``.
        room: what its last line leaves free, in heights of its type: with next to none, more may follow overleaf.
    """

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    room: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """Printed table (版面上的表).

    Attributes:
        cells: in reading order.
        row_count: number of rows.
        across: distances of its column edges from the left edge of the sheet.
        top, bottom: distances of its ends from the upper edge.
        page: page it starts on, counted from 1.
    """

    cells: tuple[PrintedCell, ...]
    row_count: int
    across: tuple[float, ...]
    top: float
    bottom: float
    page: int

    @property
    def column_count(self) -> int:
        """Number of columns."""
        return len(self.across) - 1

    def row(self, index: int) -> tuple[PrintedCell, ...]:
        """The cells that begin in a row."""
        return tuple(cell for cell in self.cells if cell.row == index)


def as_table(filled: FilledFrame, page: int) -> PrintedTable | None:
    """The table in a filled frame, or None where it holds none."""
    frame = filled.frame
    if len(frame.across) < 3 or len(filled.words) <= _LEAST_FILLED * len(frame.slots):
        return None
    cells = tuple(_cell(slot, filled) for slot in frame.slots)
    return PrintedTable(cells, len(frame.down) - 1, frame.across, frame.down[0], frame.down[-1], page)


def _cell(slot: Slot, filled: FilledFrame) -> PrintedCell:
    right = filled.frame.across[slot.column + slot.column_span]
    rows = filled.words.get(slot, ())
    rooms = [(right - row[-1].right) / row[-1].size for row in rows]
    words = join_all((row_text(row), room < _PADDING) for row, room in zip(rows, rooms, strict=True))
    return PrintedCell(words, slot.row, slot.column, slot.row_span, slot.column_span, rooms[-1] if rooms else 0.0)
