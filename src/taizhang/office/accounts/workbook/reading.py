"""Reading (读表): rows of words out of the workbook."""

from collections.abc import Mapping

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.office.accounts.workbook.columns import REQUIRED, head_of, heads
from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.workbook.reading import (
    HEAD_WITHIN,
    NoHeadError,
    Sheet,
    SheetRow,
    TooLargeWorkbookError,
    open_workbook,
)

MOST_ROWS = 1000


def read_people(content: bytes) -> Sheet:
    """The first sheet that has our head.

    Raises:
        UnreadableWorkbookError, TooLargeWorkbookError, NoHeadError: it is none of ours.
    """
    book = open_workbook(content, values_only=True)
    for sheet in book.worksheets:
        number, letters = _head(sheet)
        if number:
            return _read(sheet, number, letters)
    raise NoHeadError(head_of(key) for key in REQUIRED)


def _head(sheet: Worksheet) -> tuple[int, dict[str, str]]:
    for number, row in enumerate(sheet.iter_rows(max_row=HEAD_WITHIN, values_only=True), start=1):
        known = [(heads().get(key_of(str(value or ""))), place) for place, value in enumerate(row, start=1)]
        letters = {key: get_column_letter(place) for key, place in known if key}
        if letters.keys() >= set(REQUIRED):
            return number, letters
    return 0, {}


def _read(sheet: Worksheet, head: int, letters: Mapping[str, str]) -> Sheet:
    if sheet.max_row - head > MOST_ROWS:
        raise TooLargeWorkbookError
    rows = (_row(sheet, number, letters) for number in range(head + 1, sheet.max_row + 1))
    return Sheet(sheet.title, letters, tuple(row for row in rows if any(row.said.values())))


def _row(sheet: Worksheet, number: int, letters: Mapping[str, str]) -> SheetRow:
    return SheetRow(number, {key: _words(sheet[f"{letter}{number}"].value) for key, letter in letters.items()})


def _words(value: object) -> str:
    """What a person sees in the cell: a telephone number typed as a number is the same number."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
