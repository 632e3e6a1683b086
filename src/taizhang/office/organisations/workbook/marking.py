"""Marking (标注): the workbook somebody sent, back to them with every cell marked that stands in the way."""

import io

from django.utils.translation import gettext as _
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from taizhang.office.organisations.workbook.examining import ADD, CHANGE, FAULT, Preview
from taizhang.office.organisations.workbook.reading import Sheet, open_workbook

FAULT_FILL = PatternFill("solid", fgColor="F6C9BE")
FAULT_FONT = Font(bold=True, color="872514")
NOTE_WIDTH, NOTE_HEIGHT = 300, 110


def mark_workbook(content: bytes, sheet: Sheet, preview: Preview) -> bytes:
    """The same workbook; faulty cells red with a note, and beside each row what would become of it."""
    book = open_workbook(content)
    page = book[sheet.title]
    last = page.max_column + 1
    page.cell(1, last, _("预检结果")).font = FAULT_FONT
    outcomes = {ADD: _("将新增"), CHANGE: _("将变更"), FAULT: _("有问题，不会导入")}
    for row in preview.rows:
        told = "\n".join(f"{fault.cell} {fault.message}" for fault in row.faults)
        page.cell(row.number, last, told or outcomes.get(row.action, _("没有变化"))).data_type = "s"
        notes: dict[str, list[str]] = {}
        for fault in row.faults:
            notes.setdefault(fault.cell, []).append(fault.message)
        for cell, messages in notes.items():
            page[cell].fill = FAULT_FILL
            page[cell].comment = Comment("\n".join(messages), _("预检"), width=NOTE_WIDTH, height=NOTE_HEIGHT)
    page.column_dimensions[get_column_letter(last)].width = 60
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
