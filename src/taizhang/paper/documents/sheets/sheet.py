"""Sheet (工作表): one visible sheet of a workbook, its cells as they are shown."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from taizhang.paper.documents.typesetting import MOST_PLACES, LooseCell, LooseGrid
from taizhang.paper.errors import TableTooLargeError

Place = tuple[int, int]
Range = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sheet (工作表).

    Attributes:
        name: as on its tab.
        cells: text of each cell by (row, column) from 0; cells that show nothing may be left out.
        merged: merged ranges as (first row, first column, last row, last column).
        hidden_rows, hidden_columns: those not shown.
    """

    name: str
    cells: dict[Place, str]
    merged: tuple[Range, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def lay_out(sheet: Sheet, file_name: str) -> LooseGrid:
    """The filled part of a sheet as a grid: empty borders trimmed, hidden rows and columns closed up.

    Raises:
        TableTooLargeError: filled cells lie so far apart that the table between them has no use.
    """
    filled = [place for place, text in sheet.cells.items() if text.strip()]
    if not filled:
        return LooseGrid((), sheet.name)
    rows = _extent(row for row, _ in filled)
    columns = _extent(column for _, column in filled)
    if len(rows) * len(columns) > MOST_PLACES:
        raise TableTooLargeError(file_name, MOST_PLACES)
    cells = _cells(sheet, _shown(rows, sheet.hidden_rows), _shown(columns, sheet.hidden_columns))
    return LooseGrid(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), sheet.name)


def _extent(numbers: Iterable[int]) -> range:
    known = list(numbers)
    return range(min(known), max(known) + 1)


def _shown(numbers: range, hidden: frozenset[int]) -> list[int]:
    """The rows or columns that are shown; where one stands in the list is its position in the grid."""
    return [number for number in numbers if number not in hidden]


def _cells(sheet: Sheet, rows: list[int], columns: list[int]) -> Iterator[LooseCell]:
    covered = set[Place]()
    for merged in _merged_cells(sheet, rows, columns):
        if covered.isdisjoint(_places(merged)):
            yield merged
            covered.update(_places(merged))
    for row_position, row in enumerate(rows):
        for column_position, column in enumerate(columns):
            if (row_position, column_position) not in covered:
                yield LooseCell(sheet.cells.get((row, column), ""), row_position, column_position)


def _merged_cells(sheet: Sheet, rows: list[int], columns: list[int]) -> Iterator[LooseCell]:
    """The merged ranges as far as they are shown; as they should not overlap, they cover no more than there is."""
    left = len(rows) * len(columns)
    for first_row, first_column, last_row, last_column in sheet.merged:
        inside_rows, inside_columns = _inside(rows, first_row, last_row), _inside(columns, first_column, last_column)
        left -= len(inside_rows) * len(inside_columns)
        if left < 0:
            return
        if inside_rows and inside_columns:
            text = sheet.cells.get((first_row, first_column), "")
            yield LooseCell(text, inside_rows[0], inside_columns[0], len(inside_rows), len(inside_columns))


def _places(cell: LooseCell) -> Iterator[Place]:
    return product(range(cell.row, cell.row + cell.row_span), range(cell.column, cell.column + cell.column_span))


def _inside(shown: list[int], first: int, last: int) -> range:
    """Positions of the shown numbers from first to last; shown numbers lie close together in the grid."""
    return range(bisect_left(shown, first), bisect_right(shown, last))
