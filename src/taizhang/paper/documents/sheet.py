"""Sheet (工作表): one visible sheet of a workbook, its cells as they are shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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


def _shown(numbers: range, hidden: frozenset[int]) -> dict[int, int]:
    """Position in the grid of each row or column that is shown."""
    return {number: position for position, number in enumerate(n for n in numbers if n not in hidden)}


def _cells(sheet: Sheet, rows: dict[int, int], columns: dict[int, int]) -> Iterator[LooseCell]:
    covered = set[Place]()
    for first_row, first_column, last_row, last_column in sheet.merged:
        inside_rows = _inside(rows, first_row, last_row)
        inside_columns = _inside(columns, first_column, last_column)
        places = [(row, column) for row in inside_rows for column in inside_columns]
        if places and covered.isdisjoint(places):
            text = sheet.cells.get((first_row, first_column), "")
            yield LooseCell(text, *places[0], len(inside_rows), len(inside_columns))
            covered.update(places)
    for row, row_position in rows.items():
        for column, column_position in columns.items():
            if (row_position, column_position) not in covered:
                yield LooseCell(sheet.cells.get((row, column), ""), row_position, column_position)


def _inside(shown: dict[int, int], first: int, last: int) -> range:
    """Positions of the shown numbers from first to last; shown numbers lie close together in the grid."""
    if not shown:
        return range(0)
    first, last = max(first, min(shown)), min(last, max(shown))
    positions = [shown[number] for number in range(first, last + 1) if number in shown]
    return range(positions[0], positions[-1] + 1) if positions else range(0)
