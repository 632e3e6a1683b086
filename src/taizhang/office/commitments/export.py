"""Export (导出): the ledger as an Excel workbook — figures as numbers, and a sheet that says where it comes from."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from urllib.parse import quote

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.office.commitments.models import Aspect, Bound
from taizhang.office.commitments.selectors.ledger import LedgerRow
from taizhang.office.commitments.wording import place_label, section_words, target_words
from taizhang.office.plans.selectors import PlanSummary

Value = str | int | Decimal | datetime | None

HEAD_FONT = Font(bold=True, color="FFFAF4")
HEAD_FILL = PatternFill("solid", fgColor="14535A")
NOTE_FONT = Font(bold=True, color="7D4C00", size=12)
LINK_FONT = Font(color="14535A", underline="single")
RULE = Border(bottom=Side("thin", color="DED7C8"))
TOP = Alignment(vertical="top", wrap_text=True)
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DATE_FORMAT = "yyyy-mm-dd hh:mm"
FIRST_ROW = 2
SENTENCE_WIDTH = 60
LINE_HEIGHT = 17  # points
HIGHEST_ROW = 400  # points; Excel allows 409
LAST_PRINTED = "N"  # 原文链接
A3 = 8


@dataclass(frozen=True, slots=True)
class Occasion:
    """Occasion (导出情况): of which plan, by whom, when, and from where.

    Attributes:
        sha256: digest of the file the plan was issued as.
        is_filtered: whether the workbook holds only part of the ledger.
        site: address of the site, before the first slash of a path.
    """

    plan: PlanSummary
    sha256: str
    by: str
    at: datetime
    is_demonstration: bool
    is_filtered: bool
    site: str


def ledger_as_xlsx(rows: Sequence[LedgerRow], made: Occasion) -> bytes:
    """The workbook."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = _("台账")
    _fill_head(sheet)
    for number, row in enumerate(rows, start=FIRST_ROW):
        _fill_row(sheet, number, row, made)
    _finish(sheet, made)
    _fill_note(book.create_sheet(_("说明")), rows, made)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def disposition(made: Occasion) -> str:
    """Tells the browser to keep the file, under a name that says what it is."""
    label = _("（演示数据）") if made.is_demonstration else ""
    name = _("%(plan)s 台账%(label)s %(day)s") % {"plan": made.plan.title, "label": label, "day": f"{made.at:%Y%m%d}"}
    return f"attachment; filename=\"ledger-{made.plan.id}.xlsx\"; filename*=UTF-8''{quote(f'{name}.xlsx', safe='')}"


def _columns() -> dict[str, int]:
    """Heads and widths: first what a person reads and prints, then what a machine or a doubter wants to know."""
    printed = {
        _("序号"): 6,
        _("类别"): 10,
        _("对象"): 22,
        _("事项"): 36,
        _("目标"): 18,
        _("目标值"): 10,
        _("单位"): 9,
        _("基数"): 10,
        _("基数单位"): 9,
        _("基数时期"): 9,
        _("章节"): 30,
        _("原句"): SENTENCE_WIDTH,
        _("出处"): 11,
        _("原文链接"): 9,
    }
    further = {
        _("上限"): 9,
        _("界限"): 8,
        _("性质"): 8,
        _("时期"): 9,
        _("附表原文"): 16,
        _("指标代码"): 24,
        _("状态"): 9,
        _("登记人"): 12,
        _("登记时间"): 17,
        _("修改次数"): 9,
    }
    return printed | further


def _printed(row: LedgerRow) -> tuple[Value, ...]:
    return (
        row.number,
        row.kind_label,
        row.subject,
        row.title,
        target_words(row.target),
        row.target.value,
        row.target.unit,
        row.baseline_value,
        row.baseline_unit,
        row.baseline_period,
        section_words(row.section),
        row.sentence,
        place_label(row.place),
    )


def _further(row: LedgerRow) -> tuple[Value, ...]:
    target = row.target
    return (
        target.value_high,
        str(Bound(target.bound).label) if target.bound else "",
        str(Aspect(target.aspect).label) if target.aspect else "",
        target.period,
        " / ".join(source.quote for source in row.said if source.cell_id or source.row_id),
        row.indicator,
        row.status_label,
        row.decided_by,
        row.decided_at,
        row.amendments,
    )


def _fill_head(sheet: Worksheet) -> None:
    for column, (head, width) in enumerate(_columns().items(), start=1):
        cell = sheet.cell(1, column, head)
        cell.font, cell.fill = HEAD_FONT, HEAD_FILL
        cell.alignment = Alignment(vertical="center", horizontal="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[1].height = 28


def _fill_row(sheet: Worksheet, number: int, row: LedgerRow, made: Occasion) -> None:
    printed = _printed(row)
    link = len(printed) + 1
    for column, value in enumerate((*printed, _("看原文"), *_further(row)), start=1):
        cell = sheet.cell(number, column)
        _write(cell, value, made)
        cell.alignment, cell.border = TOP, RULE
    sheet.cell(number, link).hyperlink = f"{made.site}{row.url}"
    sheet.cell(number, link).font = LINK_FONT
    # Programs differ in whether they find the height of wrapped rows by themselves.
    lines = max(len(row.sentence) * 2 // SENTENCE_WIDTH, len(section_words(row.section)) * 2 // 30) + 1
    sheet.row_dimensions[number].height = min(max(lines, 2) * LINE_HEIGHT, HIGHEST_ROW)


def _write(cell: Cell | MergedCell, value: Value, made: Occasion) -> None:
    """A number stays a number with the digits that were printed; words stay words, even when they begin with =."""
    if isinstance(value, datetime):
        cell.value, cell.number_format = value.astimezone(made.at.tzinfo).replace(tzinfo=None), DATE_FORMAT
    elif isinstance(value, str):
        cell.value = ILLEGAL.sub("", value)
        cell.data_type = "s"
    elif isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        cell.value, cell.number_format = value, f"0.{'0' * places}" if places else "0"
    else:
        cell.value = value


def _finish(sheet: Worksheet, made: Occasion) -> None:
    sheet.freeze_panes = "D2"  # head, number, kind and subject stay in sight
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{LAST_PRINTED}{sheet.max_row}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if made.is_demonstration:
        header = sheet.oddHeader
        assert header is not None
        assert header.center is not None
        header.center.text = _("演示数据，不是正式台账")


def _fill_note(sheet: Worksheet, rows: Sequence[LedgerRow], made: Occasion) -> None:
    """Where the figures come from, so that the file can be trusted when it is found alone."""
    if made.is_demonstration:
        sheet.append([_("演示数据，不是正式台账")])
        sheet.cell(1, 1).font = NOTE_FONT
        sheet.append([])
    for label, value in _facts(rows, made):
        sheet.append([label])
        _write(sheet.cell(sheet.max_row, 2), value, made)
        sheet.cell(sheet.max_row, 1).font = Font(bold=True)
        for column in (1, 2):
            sheet.cell(sheet.max_row, column).alignment = TOP
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 16, 90


def _facts(rows: Sequence[LedgerRow], made: Occasion) -> Iterable[tuple[str, Value]]:
    scope = _("按页面上的筛选条件导出的一部分") if made.is_filtered else _("全部条目")
    return (
        (_("计划"), made.plan.title),
        (_("发文字号"), made.plan.document_number or _("原文没有写明")),
        (_("发文机关"), made.plan.issuer or _("原文没有写明")),
        (_("文件名"), made.plan.name),
        (_("文件指纹"), f"SHA-256 {made.sha256}"),
        (_("范围"), _("%(scope)s，共 %(count)s 条") % {"scope": scope, "count": len(rows)}),
        (_("导出人"), made.by),
        (_("导出时间"), made.at),
        (_("怎么看"), _("目标值、基数为原文所印数字，未经换算；“左右、以上”等见“界限”一栏。增速、比重的单位是%。")),
        (_("核对"), _("“原句”逐字取自文件；点“看原文”，可在系统中打开这句话。")),
    )
