"""Sheets of an xls (工作表): texts and merged ranges by python-calamine, numbers as shown by ``biff``."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from taizhang.paper.documents.biff import Biff, BiffSheet, read_biff
from taizhang.paper.documents.cell_formats import shown
from taizhang.paper.documents.compound import open_compound
from taizhang.paper.documents.sheet import Sheet
from taizhang.paper.documents.typesetting import MOST_PLACES
from taizhang.paper.errors import DamagedFileError, PasswordProtectedError, TableTooLargeError

Value = int | float | str | bool | time | date | datetime | timedelta


def xls_sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """The visible sheets, in order.

    Raises:
        PaperError: locked, damaged, or with cells too far apart.
    """
    compound = open_compound(data, name)
    stream = next((stream for stream in ("Workbook", "Book") if stream in compound.names), None)
    known = read_biff(compound.read(stream)) if stream else Biff()
    if known.is_locked:
        raise PasswordProtectedError(name)
    # The other reader lays out every place up to the farthest cell.
    if any((sheet.last[0] + 1) * (sheet.last[1] + 1) > MOST_PLACES for sheet in known.sheets):
        raise TableTooLargeError(name, MOST_PLACES)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for index, about in enumerate(workbook.sheets_metadata):
            if about.visible == SheetVisibleEnum.Visible:
                numbers = known.sheets[index] if index < len(known.sheets) else BiffSheet()
                yield _sheet(workbook.get_sheet_by_index(index), numbers)
    except PasswordError as error:
        raise PasswordProtectedError(name) from error
    except CalamineError as error:
        raise DamagedFileError(name, "xls") from error


def _sheet(sheet: CalamineSheet, known: BiffSheet) -> Sheet:
    top, left = sheet.start or (0, 0)
    cells = {
        (top + row, left + column): _text(value)
        for row, values in enumerate(sheet.to_python(skip_empty_area=True))
        for column, value in enumerate(values)
        if value != ""
    }
    merged = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
    hidden = frozenset(known.hidden_rows), frozenset(known.hidden_columns)
    return Sheet(sheet.name, cells | known.numbers, merged, *hidden)


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return shown(Decimal(repr(value)), "")
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return str(value).replace("\r\n", "\n").replace("\r", "\n")
