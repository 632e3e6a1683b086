"""Writing (出表): a workbook to fill in, and one filled in with its faults marked."""

import io
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.office.accounts.workbook.columns import COLUMNS
from taizhang.office.accounts.workbook.examining import Preview
from taizhang.office.organisations.workbook.marking import FAULT_FILL, FAULT_FONT, NOTE_HEIGHT, NOTE_WIDTH
from taizhang.office.organisations.workbook.reading import Sheet, open_workbook
from taizhang.office.organisations.workbook.writing import FREE_ROWS, HEAD_FILL, HEAD_FONT


def blank_workbook(units: Sequence[str]) -> bytes:
    """Heads with what to write under them, and the units to choose from."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = _("人员")
    _fill_head(sheet)
    if units:
        _offer_units(sheet, book.create_sheet(_("单位")), units)
    return _bytes(book)


def mark_workbook(content: bytes, sheet: Sheet, preview: Preview) -> bytes:
    """The same workbook; faulty cells red with a note, and beside each row what would become of it."""
    book = open_workbook(content)
    page = book[sheet.title]
    last = page.max_column + 1
    page.cell(1, last, _("预检结果")).font = FAULT_FONT
    for row in preview.rows:
        told = "\n".join(f"{fault.cell} {fault.message}" for fault in row.faults)
        page.cell(row.number, last, told or _("将新建")).data_type = "s"
        _mark(page, ((fault.cell, fault.message) for fault in row.faults))
    page.column_dimensions[get_column_letter(last)].width = 60
    return _bytes(book)


def _fill_head(sheet: Worksheet) -> None:
    for place, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(1, place, str(column.head))
        cell.font, cell.fill = HEAD_FONT, HEAD_FILL
        cell.alignment = Alignment(vertical="center", horizontal="center")
        cell.comment = Comment(str(column.note), _("填写说明"), width=NOTE_WIDTH, height=NOTE_HEIGHT)
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = column.width
        for number in range(2, FREE_ROWS + 2):
            sheet[f"{letter}{number}"].number_format = "@"  # 01234 stays 01234
    sheet.row_dimensions[1].height = 26
    sheet.freeze_panes = "A2"


def _offer_units(sheet: Worksheet, lists: Worksheet, units: Sequence[str]) -> None:
    for number, name in enumerate(units, start=1):
        lists.cell(number, 1, name).data_type = "s"
    lists.column_dimensions["A"].width = 36
    rule = DataValidation(type="list", formula1=f"'{lists.title}'!$A$1:$A${len(units)}", showErrorMessage=True)
    rule.errorStyle, rule.errorTitle = "warning", _("单位名册")
    rule.error = _("列表里没有这个单位。写简称或别名的可以继续。")
    sheet.add_data_validation(rule)
    letter = get_column_letter([column.key for column in COLUMNS].index("unit") + 1)
    rule.add(f"{letter}2:{letter}{FREE_ROWS + 1}")


def _mark(page: Worksheet, faults: Iterable[tuple[str, str]]) -> None:
    notes: dict[str, list[str]] = {}
    for cell, message in faults:
        notes.setdefault(cell, []).append(message)
    for cell, messages in notes.items():
        page[cell].fill = FAULT_FILL
        page[cell].comment = Comment("\n".join(messages), _("预检"), width=NOTE_WIDTH, height=NOTE_HEIGHT)


def _bytes(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
