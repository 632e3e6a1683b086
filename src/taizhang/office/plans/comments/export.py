"""Export of comments (意见采纳情况表): one row a comment, and a sheet of who has answered, as an Excel workbook."""

import io
import re
from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.office.plans.comments.selectors import CommentRow, RoundPage, UnitRow
from taizhang.office.plans.selectors import PlanSummary

HEAD_FONT = Font(bold=True, color="FFFAF4")
HEAD_FILL = PatternFill("solid", fgColor="14535A")
EDGE = Side("thin", color="B5AB99")
FRAME = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
TOP = Alignment(vertical="top", wrap_text=True)
MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
WIDTHS = (6, 16, 26, 44, 50, 12, 40, 20)
UNIT_WIDTHS = (6, 24, 16, 22, 12, 12)


def comments_as_xlsx(plan: PlanSummary, page: RoundPage) -> bytes:
    """The workbook."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = _("意见采纳情况表")
    rows = [each for each in page.comments if not each.is_withdrawn]
    title = _("《%(title)s》（第 %(number)s 稿）意见采纳情况表") % {
        "title": plan.title,
        "number": page.head.version_number,
    }
    heads = (
        _("序号"),
        _("提出单位"),
        _("所在章节"),
        _("原文"),
        _("意见内容"),
        _("采纳情况"),
        _("采纳或不采纳的理由"),
        _("答复人、时间"),
    )
    _fill(sheet, title, heads, [_comment(number, row) for number, row in enumerate(rows, start=1)], WIDTHS)
    units = book.create_sheet(_("各单位反馈情况"))
    unit_heads = (_("序号"), _("单位"), _("反馈情况"), _("反馈人、时间"), _("意见条数"), _("已答复"))
    _fill(units, title, unit_heads, [_unit(number, row) for number, row in enumerate(page.units, start=1)], UNIT_WIDTHS)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _comment(number: int, row: CommentRow) -> Sequence[str | int]:
    when = f"{timezone.localtime(row.answered_at):%Y-%m-%d %H:%M}" if row.answered_at else ""
    return (
        number,
        row.unit,
        " ".join(row.section) if row.start is not None else _("全文"),
        row.quote,
        row.words,
        row.verdict_label or _("未答复"),
        row.reason,
        f"{row.answered_by} {when}".strip(),
    )


def _unit(number: int, row: UnitRow) -> Sequence[str | int]:
    when = f"{timezone.localtime(row.replied_at):%Y-%m-%d %H:%M}" if row.replied_at else ""
    return (number, row.name, unit_status(row), f"{row.replied_by} {when}".strip(), row.comments, row.answered)


def unit_status(row: UnitRow) -> str:
    """How far a unit's answer has come."""
    if row.has_nothing:
        return _("无意见")
    if row.replied_at is not None:
        return _("已反馈")
    if row.comments:
        return _("已提意见，未确认反馈")
    return _("未反馈")


def _fill(
    sheet: Worksheet, title: str, heads: Sequence[str], rows: Sequence[Sequence[str | int]], widths: Sequence[int]
) -> None:
    sheet.append([title])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(heads))
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True, size=14), MIDDLE
    sheet.row_dimensions[1].height = 30
    for column, head in enumerate(heads, start=1):
        head_cell = sheet.cell(2, column, head)
        head_cell.font, head_cell.fill, head_cell.alignment, head_cell.border = HEAD_FONT, HEAD_FILL, MIDDLE, FRAME
        sheet.column_dimensions[get_column_letter(column)].width = widths[column - 1]
    for number, values in enumerate(rows, start=3):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(number, column)
            assert isinstance(cell, Cell)
            _write(cell, value)
    sheet.freeze_panes = "A3"
    sheet.print_title_rows = "1:2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(0.5, 0.5, 0.6, 0.6)


def _write(cell: Cell, value: str | int) -> None:
    if isinstance(value, str):
        cell.value = ILLEGAL.sub("", value)
        cell.data_type = "s"  # words that begin with = are no formula
    else:
        cell.value = value
    cell.alignment, cell.border = (MIDDLE if isinstance(value, int) else TOP), FRAME
