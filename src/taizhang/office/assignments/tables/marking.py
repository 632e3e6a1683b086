"""Marking (标注): the workbook somebody sent, back to them with every cell marked that stands in the way."""

import io

from django.utils.translation import gettext as _
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.office.assignments.tables.grid import open_book
from taizhang.office.assignments.tables.mapping import Mapping
from taizhang.office.assignments.tables.outcome import Action, Fault, Preview
from taizhang.office.assignments.tables.sheets import write

FAULT_FILL = PatternFill("solid", fgColor="F6C9BE")
CHANGE_FILL = PatternFill("solid", fgColor="E0EEEC")
FAULT_FONT = Font(bold=True, color="872514")
NOTE_WIDTH, NOTE_HEIGHT, COLUMN_WIDTH = 300, 110, 60


def mark(content: bytes, title: str, mapping: Mapping, preview: Preview) -> bytes:
    """The same workbook: faulty cells red with a note, changed ones green, and beside each row what would become of it."""
    book = open_book(content)
    sheet = book[title]
    assert isinstance(sheet, Worksheet)
    last = sheet.max_column + 1
    write(sheet.cell(max(mapping.first_row - 1, 1), last), _("预检结果"))
    for row in preview.rows:
        told = "\n".join(f"{fault.cell} {fault.message}" for fault in row.faults)
        outcome = (
            _("将更新 %(count)s 处") % {"count": len(row.changes)} if row.action == Action.CHANGE else _("没有变化")
        )
        write(sheet.cell(row.number, last), told or outcome)
        for change in row.changes:
            sheet[change.cell].fill = CHANGE_FILL
        _note(sheet, row.faults)
    sheet.column_dimensions[get_column_letter(last)].width = COLUMN_WIDTH
    sheet.protection.sheet = False
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _note(sheet: Worksheet, faults: tuple[Fault, ...]) -> None:
    notes: dict[str, list[str]] = {}
    for fault in faults:
        notes.setdefault(_anchor(sheet, fault.cell), []).append(fault.message)
    for place, messages in notes.items():
        cell = sheet[place]
        cell.fill, cell.font = FAULT_FILL, FAULT_FONT
        cell.comment = Comment("\n".join(messages), _("预检"), width=NOTE_WIDTH, height=NOTE_HEIGHT)


def _anchor(sheet: Worksheet, place: str) -> str:
    """Of merged cells the first: the others can bear nothing."""
    if not isinstance(sheet[place], MergedCell):
        return place
    areas = (area for area in sheet.merged_cells.ranges if place in area)
    return next((f"{get_column_letter(area.min_col)}{area.min_row}" for area in areas), place)
