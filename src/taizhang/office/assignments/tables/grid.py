"""Grid (读表): the cells of a workbook somebody sent, merged ones filled, with whatever keys of ours it still carries."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.office.assignments.decomposition.figures import FLOAT_DIGITS
from taizhang.office.assignments.tables.columns import known_heads, plain
from taizhang.office.assignments.tables.sheets import HEAD_KEY, META
from taizhang.office.pages.errors import ExpectedError

LARGEST_FILE = 5 * 1024 * 1024
LARGEST_UNPACKED = 60 * 1024 * 1024  # a small file can be packed out of a huge one
MOST_ROWS, MOST_COLUMNS = 5000, 400
LOOKED_AT = 30  # rows; above the heads people put titles and notes
UNREADABLE = (
    InvalidFileException,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    OSError,
    IndexError,
    AttributeError,
    TypeError,
)
COLUMN_KEY = re.compile(
    r"key|unit|t\d+\.(?:Q[123]|Y)|"
    + "|".join(("number", "task", "measure", "Q[1-4]", "leader", "lead", "supports", "due"))
)

Place = tuple[int, int]


class UnreadableTableError(ExpectedError):
    """Unreadable table (表格无法读取)."""

    def __init__(self) -> None:
        super().__init__(_("这个文件不是能读取的 .xlsx 表格。请用 Excel 或 WPS 另存为 .xlsx 后再试。"), status=422)


class TooLargeTableError(ExpectedError):
    """Too large table (表格过大)."""

    def __init__(self) -> None:
        super().__init__(_("表格太大。请只保留分解表，不超过 5 MB、5000 行。"), status=422)


class EmptyTableError(ExpectedError):
    """Empty table (空表)."""

    def __init__(self) -> None:
        super().__init__(_("这个文件里没有可读的内容。请上传填好的分解表。"), status=422)


@dataclass(frozen=True)
class Grid:
    """Grid (表格).

    Attributes:
        title: of the sheet.
        cells: row and column → what stands there; merged cells all say what the first says.
        formulas: places of formulas whose result the file does not hold.
        column_keys, row_keys: ours, where the file still has them.
        facts, stood: what the workbook is and what stood in it when it left; see ``sheets.remember``.
    """

    title: str
    rows: int
    columns: int
    cells: Mapping[Place, object]
    formulas: frozenset[Place] = frozenset()
    key_row: int = 0
    column_keys: Mapping[int, str] = field(default_factory=dict)
    row_keys: Mapping[int, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    stood: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def words(self, row: int, column: int) -> str:
        """What a person sees in the cell."""
        return as_words(self.cells.get((row, column)))

    def is_blank(self, row: int) -> bool:
        """Whether nothing is written in the row, or nothing but heads of ours."""
        return self.row_keys.get(row) == HEAD_KEY or not any(
            self.words(row, column) for column in range(1, self.columns + 1) if column not in self.hidden
        )

    @property
    def hidden(self) -> frozenset[int]:
        """The column of our keys, which says nothing itself."""
        return frozenset(column for column, said in self.column_keys.items() if said == "key")


def read_grid(content: bytes) -> Grid:
    """The sheet of the workbook that is a table of ours, or looks most like one."""
    values, formulas = open_book(content, values_only=True), open_book(content)
    sheets = [each for each in values.worksheets if isinstance(each, Worksheet) and each.title != META]
    seen = [each for each in sheets if each.sheet_state == "visible" and each.max_row and _has_words(each)]
    if not seen:
        raise EmptyTableError
    if any(each.max_row > MOST_ROWS or each.max_column > MOST_COLUMNS for each in seen):
        raise TooLargeTableError
    facts, stood = _remembered(values)
    found = [_grid(each, formulas, facts, stood) for each in seen]
    return next((each for each in found if each.column_keys), max(found, key=_likeness))


def open_book(content: bytes, *, values_only: bool = False) -> Workbook:
    """The file as a workbook, if it is one and not too large."""
    if len(content) > LARGEST_FILE:
        raise TooLargeTableError
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
                raise TooLargeTableError
        return load_workbook(io.BytesIO(content), data_only=values_only)
    except UNREADABLE as error:
        raise UnreadableTableError from error


def as_words(value: object) -> str:
    """A number without the noise of binary floats, a day as 2024-06-30, words without blanks around them."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        short = Decimal(f"{value:.{FLOAT_DIGITS}g}")
        return str(int(short)) if short == short.to_integral_value() else f"{short.normalize():f}"
    return "" if value is None else str(value).strip()


def cell_name(row: int, column: int) -> str:
    """C7."""
    return f"{get_column_letter(column)}{row}"


def _has_words(sheet: Worksheet) -> bool:
    return any(value is not None for row in sheet.iter_rows(values_only=True) for value in row)


def _grid(sheet: Worksheet, formulas: Workbook, facts: Mapping[str, str], stood: Mapping[tuple[str, str], str]) -> Grid:
    cells: dict[Place, object] = {
        (cell.row, cell.column): cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
    }
    written = formulas[sheet.title]
    unknown = frozenset(
        (row, column)
        for row, line in enumerate(written.iter_rows(), start=written.min_row)
        for column, cell in enumerate(line, start=written.min_column)
        if cell.data_type == "f" and (row, column) not in cells
    )
    cells.update(_merged(sheet, cells))
    key_row, column_keys = _column_keys(cells, sheet.max_column)
    keys = next((column for column, said in column_keys.items() if said == "key"), None)
    row_keys = {row: as_words(said) for (row, column), said in cells.items() if column == keys and row > key_row}
    return Grid(
        sheet.title, sheet.max_row, sheet.max_column, cells, unknown, key_row, column_keys, row_keys, facts, stood
    )


def _merged(sheet: Worksheet, cells: Mapping[Place, object]) -> Iterator[tuple[Place, object]]:
    for area in sheet.merged_cells.ranges:
        said = cells.get((area.min_row, area.min_col))
        if said is not None:
            for row, column in area.cells:
                yield (row, column), said


def _column_keys(cells: Mapping[Place, object], columns: int) -> tuple[int, dict[int, str]]:
    """The row of our column keys, wherever it moved to; only where the column of row keys is there too."""
    for row in range(1, LOOKED_AT + 1):
        said = {column: as_words(cells.get((row, column))) for column in range(1, columns + 1)}
        keys = {column: words for column, words in said.items() if COLUMN_KEY.fullmatch(words)}
        if "key" in keys.values() and len(keys) > 1:
            return row, keys
    return 0, {}


def _remembered(book: Workbook) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    if META not in book.sheetnames:
        return {}, {}
    facts: dict[str, str] = {}
    stood: dict[tuple[str, str], str] = {}
    for row in book[META].iter_rows(values_only=True):
        said = [as_words(value) for value in row] + [""] * 4
        if said[0]:
            facts[said[0]] = said[1]
        elif said[1]:
            stood[said[1], said[2]] = said[3]
    return facts, stood


def _likeness(grid: Grid) -> int:
    """How many heads of issued tables the sheet has."""
    heads = known_heads()
    return sum(plain(said) in heads for (row, _column), said in grid.cells.items() if row <= LOOKED_AT)
