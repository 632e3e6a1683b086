"""Reading (读表): rows of words out of an Excel file somebody sent us."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.workbook.columns import COLUMNS, REQUIRED, heads
from taizhang.office.pages.errors import ExpectedError

LARGEST_FILE = 5 * 1024 * 1024
LARGEST_UNPACKED = 60 * 1024 * 1024  # a small file can be packed out of a huge one
MOST_ROWS = 5000
HEAD_WITHIN = 10  # rows; people put titles above the head
UNREADABLE = (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError)


class UnreadableWorkbookError(ExpectedError):
    """Unreadable workbook (表格无法读取)."""

    def __init__(self) -> None:
        super().__init__(_("这个文件不是能读取的 .xlsx 表格。请用 Excel 或 WPS 另存为 .xlsx 后再试。"), status=422)


class TooLargeWorkbookError(ExpectedError):
    """Too large workbook (表格过大)."""

    def __init__(self) -> None:
        said = _("表格太大。请只保留单位一张表，不超过 5 MB、5000 行。")
        super().__init__(said, status=422)


class NoHeadError(ExpectedError):
    """No head (没有表头): no row tells what the columns are."""

    def __init__(self, missing: Iterable[str]) -> None:
        said = _("没有找到表头，缺少：%(missing)s。请用系统导出的表格填写，不要改动表头。")
        super().__init__(said % {"missing": "、".join(missing)}, status=422)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Sheet row (表格行): what is written in one row, as words.

    Attributes:
        number: as Excel counts.
        said: column key → words; a column that is not there says nothing of anything.
    """

    number: int
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sheet (表格).

    Attributes:
        title: of the sheet in the workbook.
        letters: column key → letter, so that a cell can be named.
    """

    title: str
    letters: Mapping[str, str]
    rows: tuple[SheetRow, ...]


def read_sheet(content: bytes) -> Sheet:
    """The first sheet that has our head."""
    book = open_workbook(content, values_only=True)
    sheets = [sheet for sheet in book.worksheets if isinstance(sheet, Worksheet)]
    found = ((sheet, *_head(sheet)) for sheet in sheets)
    sheet, number, letters = next((each for each in found if each[2].keys() >= set(REQUIRED)), (None, 0, {}))
    if sheet is None:
        raise NoHeadError(str(column.head) for column in COLUMNS if column.key in REQUIRED)
    if sheet.max_row - number > MOST_ROWS:
        raise TooLargeWorkbookError
    rows = (_row(sheet, each, letters) for each in range(number + 1, sheet.max_row + 1))
    return Sheet(sheet.title, letters, tuple(row for row in rows if any(row.said.values())))


def open_workbook(content: bytes, *, values_only: bool = False) -> Workbook:
    """The file as a workbook, if it is one and not too large."""
    if len(content) > LARGEST_FILE:
        raise TooLargeWorkbookError
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
                raise TooLargeWorkbookError
        return load_workbook(io.BytesIO(content), data_only=values_only)
    except UNREADABLE as error:
        raise UnreadableWorkbookError from error


def _head(sheet: Worksheet) -> tuple[int, dict[str, str]]:
    """The first row that has the columns nobody can do without; its number and where each column stands."""
    letters: dict[str, str] = {}
    for number, row in enumerate(sheet.iter_rows(max_row=HEAD_WITHIN, values_only=True), start=1):
        known = [(heads().get(key_of(str(value or ""))), place) for place, value in enumerate(row, start=1)]
        letters = {key: get_column_letter(place) for key, place in known if key}
        if letters.keys() >= set(REQUIRED):
            return number, letters
    return 0, letters


def _row(sheet: Worksheet, number: int, letters: Mapping[str, str]) -> SheetRow:
    return SheetRow(number, {key: _words(sheet[f"{letter}{number}"].value) for key, letter in letters.items()})


def _words(value: object) -> str:
    """What a person sees in the cell: a code typed as a number is the same code."""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float | Decimal) and value == int(value):
        return str(int(value))
    return "" if value is None else str(value).strip()
