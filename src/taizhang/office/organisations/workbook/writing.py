"""Writing (导出): the registry of a day as a workbook that can be filled in and sent back."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.office.organisations.models import Kind
from taizhang.office.organisations.regions import known_regions
from taizhang.office.organisations.registry import Registry, Unit
from taizhang.office.organisations.workbook.columns import COLUMNS

HEAD_FONT = Font(bold=True, color="FFFAF4")
HEAD_FILL = PatternFill("solid", fgColor="14535A")
NOTE_FONT = Font(bold=True, color="7D4C00", size=12)
FREE_FILL = PatternFill("solid", fgColor="F5F2EA")
RULE = Border(bottom=Side("thin", color="DED7C8"))
TOP = Alignment(vertical="top", wrap_text=True)
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FREE_ROWS = 200  # below the last unit, with the same lists to choose from
NOTE_WIDTH, NOTE_HEIGHT = 260, 90

Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class Occasion:
    """Occasion (导出情况): the day the workbook is of, who made it when."""

    on: date
    by: str
    at: datetime
    is_demonstration: bool


def write_workbook(registry: Registry, made: Occasion) -> bytes:
    """The workbook: units, those closed by then, regions to look up, and what it is."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    living = tuple(_in_order_of_the_tree(registry, made.on))
    sheet.title = _("单位名册")
    _fill_head(sheet)
    for number, unit in enumerate(living, start=2):
        _write_row(sheet, number, _values(registry, unit, made.on))
    _offer_lists(sheet, book.create_sheet(_("可选项")), living, made.on)
    _finish(sheet, len(living))
    _fill_closed(book.create_sheet(_("已撤销")), registry, made.on)
    _fill_note(book.create_sheet(_("填写说明")), len(living), made)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _in_order_of_the_tree(registry: Registry, on: date, parent: int | None = None) -> Iterable[Unit]:
    for unit in registry.living(on):
        if unit.parent_id(on) == parent:
            yield unit
            yield from _in_order_of_the_tree(registry, on, unit.id)


def _values(registry: Registry, unit: Unit, on: date) -> tuple[Value, ...]:
    parent = unit.parent_id(on)
    short = unit.short_name(on)
    return (
        unit.id,
        unit.name(on),
        "" if short == unit.name(on) else short,
        str(Kind(unit.kind).label),
        registry.units[parent].name(on) if parent else "",
        unit.region_code,
        "、".join(unit.aliases(on)),
        unit.position,
        unit.period.start,
    )


def _fill_head(sheet: Worksheet) -> None:
    for place, column in enumerate(COLUMNS, start=1):
        cell = sheet.cell(1, place, str(column.head))
        cell.font, cell.fill = HEAD_FONT, HEAD_FILL
        cell.alignment = Alignment(vertical="center", horizontal="center")
        cell.comment = Comment(str(column.note), _("填写说明"), width=NOTE_WIDTH, height=NOTE_HEIGHT)
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.row_dimensions[1].height = 26


def _write_row(sheet: Worksheet, number: int, values: Sequence[Value]) -> None:
    """Words stay words, even when they begin with =."""
    for place, value in enumerate(values, start=1):
        cell = sheet.cell(number, place)
        if isinstance(value, str):
            cell.value = ILLEGAL.sub("", value)
            cell.data_type = "s"
            cell.number_format = "@"
        elif isinstance(value, date):
            cell.value, cell.number_format = value, "yyyy-mm-dd"
        else:
            cell.value = value
    for place in range(1, len(COLUMNS) + 1):
        sheet.cell(number, place).border, sheet.cell(number, place).alignment = RULE, TOP


def _offer_lists(sheet: Worksheet, lists: Worksheet, living: Sequence[Unit], on: date) -> None:
    """Kinds and parents to choose from, codes to look up; a parent or code may also be typed."""
    for column, (head, words) in enumerate(_choices(living, on), start=1):
        lists.cell(1, column, head).font = Font(bold=True)
        for number, word in enumerate(words, start=2):
            cell = lists.cell(number, column, word)
            cell.data_type = "s"
        lists.column_dimensions[get_column_letter(column)].width = 30
    last = len(living) + 1 + FREE_ROWS
    title = f"'{lists.title}'"
    _validate(sheet, "kind", f"{title}!$A$2:$A${len(Kind) + 1}", last, strict=True)
    if living:
        _validate(sheet, "parent", f"{title}!$B$2:$B${len(living) + 1}", last, strict=False)


def _choices(living: Sequence[Unit], on: date) -> tuple[tuple[str, list[str]], ...]:
    return (
        (_("类别"), [str(kind.label) for kind in Kind]),
        (_("上级单位"), [unit.name(on) for unit in living]),
        (_("行政区划代码"), [f"{code} {name}" for code, name in known_regions().items()]),
    )


def _validate(sheet: Worksheet, key: str, formula: str, last: int, *, strict: bool) -> None:
    letter = letter_of(key)
    rule = DataValidation(type="list", formula1=formula, allow_blank=not strict, showErrorMessage=True)
    rule.errorStyle = "stop" if strict else "warning"
    rule.error = _("请从下拉列表里选。") if strict else _("列表里没有这个单位。如果它是表里新加的单位，可以继续。")
    rule.errorTitle = _("单位名册")
    sheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{last}")


def letter_of(key: str) -> str:
    """Where a column stands in our own workbook."""
    return get_column_letter([column.key for column in COLUMNS].index(key) + 1)


def _finish(sheet: Worksheet, count: int) -> None:
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{count + 1}"
    sheet.print_title_rows = "1:1"
    sheet.print_area = f"A1:{get_column_letter(len(COLUMNS))}{count + 1}"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    for number in range(count + 2, count + 2 + FREE_ROWS):
        sheet[f"{letter_of('region_code')}{number}"].number_format = "@"
    for number in range(2, count + 2):
        sheet[f"A{number}"].fill = FREE_FILL  # not to be typed into


def _fill_closed(sheet: Worksheet, registry: Registry, on: date) -> None:
    sheet.append([_("单位编号"), _("全称"), _("类别"), _("设立日期"), _("撤销日期")])
    for cell in sheet[1]:
        cell.font, cell.fill = HEAD_FONT, HEAD_FILL
    closed = [unit for unit in registry.ordered if unit.period.end is not None and unit.period.end <= on]
    for number, unit in enumerate(closed, start=2):
        values = (unit.id, unit.name(on), str(Kind(unit.kind).label), unit.period.start, unit.period.end)
        _write_row(sheet, number, values)
    for letter, width in zip("ABCDE", (8, 30, 10, 13, 13), strict=True):
        sheet.column_dimensions[letter].width = width


def _fill_note(sheet: Worksheet, count: int, made: Occasion) -> None:
    """What the file is, so that it can be understood when it is found alone."""
    if made.is_demonstration:
        sheet.append([_("演示数据，不是正式名册")])
        sheet.cell(1, 1).font = NOTE_FONT
    facts = (
        (_("内容"), _("%(on)s 的单位名册，共 %(count)s 个") % {"on": made.on.isoformat(), "count": count}),
        (_("导出人"), made.by),
        (_("导出时间"), f"{made.at:%Y-%m-%d %H:%M}"),
        (
            _("怎么填"),
            _("在“单位名册”表里改，或在最后一行下面加新单位；表里没有的单位不受影响。导入时先预检，确认后才保存。"),
        ),
        (_("不能在这里办的"), _("合并、拆分和撤销请在系统里办理，那里会先说明影响。")),
        *((str(column.head), str(column.note)) for column in COLUMNS),
    )
    for label, words in facts:
        sheet.append([label, words])
        sheet.cell(sheet.max_row, 1).font = Font(bold=True)
        sheet.cell(sheet.max_row, 2).data_type = "s"
        sheet.cell(sheet.max_row, 2).alignment = TOP
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 90
