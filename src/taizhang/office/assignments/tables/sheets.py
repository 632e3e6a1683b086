"""Sheets (表格样式): how the tables look in Excel, and what they carry unseen so that they are known when they come back.

Unseen are a row and a column of keys, which move along when people insert and sort, and a sheet that nobody can show by a
click: of which plan the workbook is, and what stood in every open cell when it left.
"""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.office.assignments.tables.columns import knowledge

Value = str | int | Decimal | date | None

TITLE_FONT = Font(name=knowledge()["look"]["title_face"], size=20)
SMALL_TITLE_FONT = Font(name=knowledge()["look"]["title_face"], size=14)
NOTE_FONT = Font(color="6A635A", size=9)
HEAD_FONT = Font(bold=True, color="FFFAF4")
HEAD_FILL = PatternFill("solid", fgColor="14535A")
OPEN_FILL = PatternFill("solid", fgColor="FFFDF3")
SHUT_FILL = PatternFill("solid", fgColor="F5F2EA")
EDGE = Side("thin", color="B5AB99")
BOX = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
WORDS = Alignment(vertical="center", wrap_text=True)
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
META = "_taizhang"
HEAD_KEY = "head"  # of rows that say nothing themselves
KEY_ROW, KEY_COLUMN = 2, 1
TITLE_ROW, NOTE_ROW, HEAD_ROW, UNDER_ROW, FIRST_ROW = 1, 3, 4, 5, 6
A3, A4 = 8, 9
WIDE = 120  # characters; a narrower table has a smaller title
LINE_HEIGHT = 15
HIGHEST_ROW = 400


@dataclass(frozen=True, slots=True)
class Occasion:
    """Occasion (导出情况): who made it, and when; whether its data are made up."""

    by: str
    at: datetime
    is_demonstration: bool


def begin(title: str, name: str, columns: int, made: Occasion) -> tuple[Workbook, Worksheet]:
    """A workbook with its title, ready for heads."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = name
    sheet.merge_cells(start_row=TITLE_ROW, start_column=2, end_row=TITLE_ROW, end_column=columns)
    write(sheet.cell(TITLE_ROW, 2), title)
    sheet.cell(TITLE_ROW, 2).font, sheet.cell(TITLE_ROW, 2).alignment = TITLE_FONT, MIDDLE
    sheet.row_dimensions[TITLE_ROW].height = 40
    sheet.merge_cells(start_row=NOTE_ROW, start_column=2, end_row=NOTE_ROW, end_column=columns)
    said = _("浅黄色的格子可以改；灰色的由系统填写。改好后上传，先预检再保存。%(by)s %(at)s 导出") % {
        "by": made.by,
        "at": f"{made.at:%Y-%m-%d %H:%M}",
    }
    write(sheet.cell(NOTE_ROW, 2), (_("演示数据，不是正式文件。") if made.is_demonstration else "") + said)
    for row in (NOTE_ROW, HEAD_ROW, UNDER_ROW):
        key(sheet, row, KEY_COLUMN, HEAD_KEY)
    sheet.cell(NOTE_ROW, 2).font, sheet.cell(NOTE_ROW, 2).alignment = NOTE_FONT, WORDS
    sheet.row_dimensions[NOTE_ROW].height = 28
    return book, sheet


def write(cell: Cell | MergedCell, value: Value) -> None:
    """A number stays a number with its digits, a day a day; words stay words, even when they begin with =."""
    if isinstance(cell, MergedCell):
        return
    if isinstance(value, str):
        cell.value = ILLEGAL.sub("", value) or None
        if value:
            cell.data_type = "s"
    elif isinstance(value, date):
        cell.value, cell.number_format = value, "yyyy-mm-dd"
    elif isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        cell.value, cell.number_format = value, digits(places)
    else:
        cell.value = value


def head(sheet: Worksheet, row: int, column: int, words: str, *, wide: int = 1, high: int = 1) -> None:
    """A head, over so many columns and rows."""
    if wide > 1 or high > 1:
        sheet.merge_cells(start_row=row, start_column=column, end_row=row + high - 1, end_column=column + wide - 1)
    for down in range(row, row + high):
        for across in range(column, column + wide):
            sheet.cell(down, across).border = BOX
    cell = sheet.cell(row, column)
    write(cell, words)
    cell.font, cell.fill, cell.alignment = HEAD_FONT, HEAD_FILL, MIDDLE


def fill(sheet: Worksheet, row: int, column: int, value: Value, *, is_open: bool) -> None:
    """A cell of the body; only open ones take what is typed."""
    cell = sheet.cell(row, column)
    write(cell, value)
    cell.border, cell.fill = BOX, OPEN_FILL if is_open else SHUT_FILL
    cell.alignment = WORDS if isinstance(value, str) else MIDDLE
    cell.protection = Protection(locked=not is_open)
    if is_open and (value is None or isinstance(value, str)):
        cell.number_format = "@" if isinstance(value, str) else "General"


def digits(places: int) -> str:
    """The number format with so many digits after the point."""
    return f"0.{'0' * places}" if places else "0"


def key(sheet: Worksheet, row: int, column: int, words: str) -> None:
    """A key, unseen."""
    write(sheet.cell(row, column), words)
    sheet.cell(row, column).font = Font(color="FFFFFF", size=8)


def offer(book: Workbook, sheet: Worksheet, names: Sequence[str], places: Iterable[str]) -> None:
    """Names to choose from; others may be typed, with a warning."""
    if not names:
        return
    lists = book.create_sheet(_("可选单位"))
    for number, name in enumerate(names, start=1):
        write(lists.cell(number, 1), name)
    lists.sheet_state = "hidden"
    rule = DataValidation(type="list", formula1=f"'{lists.title}'!$A$1:$A${len(names)}", showErrorMessage=True)
    rule.errorStyle, rule.error = "warning", _("单位名册里没有这个名称。请核对，或继续，预检时再改。")
    sheet.add_data_validation(rule)
    for place in places:
        rule.add(place)


def remember(book: Workbook, facts: Mapping[str, str], stood: Iterable[tuple[str, str, str]]) -> None:
    """What the workbook is, and what stood in its open cells: row key, column key, words."""
    sheet = book.create_sheet(META)
    for name, words in facts.items():
        sheet.append([name, words])
    sheet.append([])
    for row in stood:
        sheet.append([""])
        for column, words in enumerate(row, start=2):
            write(sheet.cell(sheet.max_row, column), words)
    sheet.sheet_state = "veryHidden"


def finish(book: Workbook, sheet: Worksheet, widths: Mapping[int, int], *, paper: int, frozen: str) -> bytes:
    """Widths, print setup, protection without a password; the bytes."""
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.column_dimensions[get_column_letter(KEY_COLUMN)].hidden = True
    sheet.row_dimensions[KEY_ROW].hidden = True
    sheet.freeze_panes = frozen
    sheet.print_options.horizontalCentered = True
    if sum(widths.values()) < WIDE:
        sheet.cell(TITLE_ROW, KEY_COLUMN + 1).font = SMALL_TITLE_FONT
    sheet.print_title_rows = f"{HEAD_ROW}:{UNDER_ROW}"
    sheet.print_area = f"B1:{get_column_letter(max(widths))}{sheet.max_row}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", paper
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.center.text = "— &P —"  # type: ignore[union-attr]  # every sheet has one
    guard = sheet.protection
    guard.sheet = True
    guard.formatColumns = guard.formatRows = guard.insertRows = guard.sort = guard.autoFilter = False
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def height_of(lines: Iterable[tuple[str, int]]) -> float:
    """A row high enough for the longest of its cells: programs differ in whether they find it by themselves."""
    most = max(
        (sum(max(1, -(-len(part) * 2 // width)) for part in words.split("\n")) for words, width in lines),
        default=1,
    )
    return min(most * LINE_HEIGHT + 6, HIGHEST_ROW)
