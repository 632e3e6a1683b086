"""Export (导出): entries as an Excel workbook or as comma-separated lines, words never taken for formulas."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from taizhang.office.audit.selectors import LogRow

MOST_IN_A_WORKBOOK = 100_000
HEAD_FONT = Font(bold=True, color="FFFAF4")
HEAD_FILL = PatternFill("solid", fgColor="14535A")
WIDTHS = (8, 20, 28, 14, 16, 46, 16, 10, 12, 40, 9, 40, 9, 24, 24)
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff"  # or Excel takes the file for one of the machine's own code page


def heads() -> tuple[str, ...]:
    """What the columns hold."""
    return (
        _("序号"),
        _("时间"),
        _("时间（UTC）"),
        _("人员"),
        _("来源地址"),
        _("经过"),
        _("操作种类"),
        _("对象类别"),
        _("对象编号"),
        _("对象"),
        _("结果"),
        _("详情"),
        _("算法"),
        _("前一摘要"),
        _("摘要"),
    )


def as_csv(rows: Iterable[LogRow]) -> Iterator[str]:
    """Line by line, so that a long log needs no memory."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    buffer.write(BYTE_ORDER_MARK)
    writer.writerow(heads())
    for row in rows:
        writer.writerow([_harmless(value) for value in _values(row)])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def as_xlsx(rows: Iterable[LogRow]) -> bytes:
    """The workbook."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("审计记录"))
    for letter, width in zip("ABCDEFGHIJKLMNO", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_head(sheet, words) for words in heads()])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in _values(row)])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _values(row: LogRow) -> tuple[str | int, ...]:
    return (
        row.sequence,
        f"{row.at:%Y-%m-%d %H:%M:%S}" if row.at else row.moment,
        row.moment,
        row.name,
        row.address,
        row.sentence,
        row.label,
        row.kind,
        row.matter,
        row.title,
        row.result,
        "；".join(f"{label}：{value}" for label, value in row.details),
        row.algorithm,
        row.previous,
        row.digest,
    )


def _harmless(value: str | int) -> str | int:
    """A word that a spreadsheet would run as a formula gets an apostrophe; anyone may type such a user name."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def _head(sheet: WriteOnlyWorksheet, words: str) -> Cell:
    cell = WriteOnlyCell(sheet, words)
    cell.font, cell.fill = HEAD_FONT, HEAD_FILL
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: str | int) -> Cell:
    cell = WriteOnlyCell(sheet, ILLEGAL.sub("", value) if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell
