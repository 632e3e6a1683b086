"""As a workbook (Excel 输出): statements, indicator values and outline on three sheets, figures as numbers."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.paper.outline.section import Section
from taizhang.paper.plan import Plan
from taizhang.paper.reports.wording import ASPECTS, BOUNDS, DOUBTS, MODALITIES, basis_words

Value = str | int | Decimal | None

STATEMENT_HEADS = {
    "文件": 24,
    "章节": 16,
    "对象": 34,
    "原文": 14,
    "性质": 8,
    "数值": 12,
    "上限": 10,
    "单位": 10,
    "界限": 8,
    "时期": 12,
    "实绩或目标": 11,
    "比较基准": 10,
    "指标代码": 20,
    "存疑": 26,
    "所在句": 70,
    "起": 8,
    "止": 8,
}
CELL_HEADS = {
    "文件": 24,
    "表": 34,
    "组": 18,
    "指标": 30,
    "单位": 10,
    "年份": 10,
    "实绩或目标": 11,
    "性质": 8,
    "原文": 18,
    "数值": 12,
    "上限": 10,
    "界限": 8,
    "指标代码": 20,
    "起": 8,
    "止": 8,
}
OUTLINE_HEADS = {"文件": 24, "级": 6, "标号": 10, "标题": 70, "起": 8, "止": 8}

HEAD_FONT = Font(bold=True)
HEAD_FILL = PatternFill("solid", fgColor="E8E4D9")
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plans_as_xlsx(plans: Iterable[tuple[str, Plan]]) -> bytes:
    """A workbook of everything read in the named plans."""
    book = Workbook()
    statements = _sheet(book, "表述", STATEMENT_HEADS)
    cells = _sheet(book, "指标表", CELL_HEADS)
    outline = _sheet(book, "提纲", OUTLINE_HEADS)
    del book["Sheet"]
    for name, plan in plans:
        _append(statements, _statement_rows(name, plan))
        _append(cells, _cell_rows(name, plan))
        _append(outline, _outline_rows(name, plan.outline.sections))
    for sheet in (statements, cells, outline):
        sheet.auto_filter.ref = sheet.dimensions
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _statement_rows(name: str, plan: Plan) -> Iterator[Sequence[Value]]:
    for statement in plan.statements:
        yield (
            name,
            "".join(statement.section),
            statement.subject,
            statement.quote,
            ASPECTS["zh"][statement.aspect],
            statement.value,
            statement.value_high,
            statement.unit,
            BOUNDS["zh"][statement.bound],
            statement.period,
            MODALITIES["zh"][statement.modality],
            basis_words(statement.basis),
            statement.indicator,
            "；".join(DOUBTS[doubt] for doubt in statement.doubts),
            statement.sentence.quote(plan.document.text),
            statement.span.start,
            statement.span.end,
        )


def _cell_rows(name: str, plan: Plan) -> Iterator[Sequence[Value]]:
    for table in plan.tables:
        for row in table.rows:
            for cell in row.cells:
                yield (
                    name,
                    table.title,
                    row.group,
                    row.indicator,
                    row.unit,
                    cell.year,
                    "目标" if cell.modality == "target" else "实绩",
                    "增速" if cell.role.value == "growth" else "数值",
                    cell.text,
                    cell.value,
                    cell.value_high,
                    BOUNDS["zh"][cell.bound],
                    row.code,
                    cell.span.start,
                    cell.span.end,
                )


def _outline_rows(name: str, sections: Iterable[Section]) -> Iterator[Sequence[Value]]:
    for section in sections:
        yield name, section.level, section.marker, section.title, section.span.start, section.section_end
        yield from _outline_rows(name, section.children)


def _sheet(book: Workbook, title: str, heads: dict[str, int]) -> Worksheet:
    sheet: Worksheet = book.create_sheet(title)
    sheet.append(list(heads))
    for column, width in enumerate(heads.values(), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        head = sheet.cell(1, column)
        head.font, head.fill, head.alignment = HEAD_FONT, HEAD_FILL, Alignment(vertical="center", wrap_text=True)
    sheet.freeze_panes = "A2"
    return sheet


def _append(sheet: Worksheet, rows: Iterable[Sequence[Value]]) -> None:
    for row in rows:
        sheet.append([_words(sheet, value) if isinstance(value, str) else value for value in row])


def _words(sheet: Worksheet, value: str) -> str | Cell:
    """Text as a cell can hold it; a quotation that begins with = stays words, or a spreadsheet would run it."""
    clean = ILLEGAL.sub("", value)
    if not clean.startswith("="):
        return clean
    cell: Cell = WriteOnlyCell(sheet, clean)
    cell.data_type = "s"
    return cell
