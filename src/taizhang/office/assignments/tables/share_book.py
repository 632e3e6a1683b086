"""Share book (镇街分解表): V5 as a workbook that can be filled in and sent back."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.office.assignments.decomposition.division import PERIOD_LABELS
from taizhang.office.assignments.decomposition.figures import places_of
from taizhang.office.assignments.decomposition.selectors import Divided
from taizhang.office.assignments.intakes import Layout
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.tables import sheets
from taizhang.office.assignments.tables.contents import ShareTable, head_of, periods_of, shown, stamp_of
from taizhang.office.assignments.tables.sheets import FIRST_ROW, HEAD_ROW, KEY_COLUMN, KEY_ROW, UNDER_ROW, Occasion

UNIT_PLACE = KEY_COLUMN + 1
UNIT_WIDTH, FIGURE_WIDTH = 18, 11
NARROW = 13  # columns that still fit an A4 page


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures (一列): of one target by the end of one period, and where they stand."""

    target: Divided
    period: str
    place: int

    @property
    def key(self) -> str:
        """By which the column is known again."""
        return f"t{self.target.approved.commitment_id}.{self.period}"


def write_share_book(table: ShareTable, units: Units, made: Occasion) -> bytes:
    """The workbook."""
    columns = tuple(_columns(table))
    title = _("%(plan)s主要指标分解表") % {"plan": table.title}
    book, sheet = sheets.begin(title, _("指标分解"), max(UNIT_PLACE, *(each.place for each in columns)), made)
    _heads(sheet, columns)
    for at, unit_id in enumerate(table.unit_ids, start=FIRST_ROW):
        sheets.key(sheet, at, KEY_COLUMN, f"u{unit_id}")
        sheets.fill(sheet, at, UNIT_PLACE, units.name(unit_id), is_open=False)
        for each in columns:
            sheets.fill(sheet, at, each.place, table.value(each.target, unit_id, each.period), is_open=True)
            sheet.cell(at, each.place).number_format = sheets.digits(_places(each.target))
    _foot(sheet, FIRST_ROW + len(table.unit_ids), columns, len(table.unit_ids))
    facts = {"table": Layout.SHARES.value, "plan": str(table.plan_id), "at": made.at.isoformat()}
    facts |= {f"t{each.approved.commitment_id}": stamp_of(each) for each in table.targets}
    sheets.remember(book, facts, _stood(table, columns))
    widths = {UNIT_PLACE: UNIT_WIDTH} | {each.place: FIGURE_WIDTH for each in columns}
    paper = sheets.A4 if len(columns) < NARROW else sheets.A3
    return sheets.finish(book, sheet, widths, paper=paper, frozen=f"C{FIRST_ROW}")


def _columns(table: ShareTable) -> Iterator[Figures]:
    place = UNIT_PLACE
    for target in table.targets:
        for period in periods_of(target):
            place += 1
            yield Figures(target, period, place)


def _heads(sheet: Worksheet, columns: tuple[Figures, ...]) -> None:
    sheets.key(sheet, KEY_ROW, KEY_COLUMN, "key")
    sheets.key(sheet, KEY_ROW, UNIT_PLACE, "unit")
    sheets.head(sheet, HEAD_ROW, UNIT_PLACE, _("单位"), high=2)
    for each in columns:
        sheets.key(sheet, KEY_ROW, each.place, each.key)
        sheets.head(sheet, UNDER_ROW, each.place, str(PERIOD_LABELS[each.period]))
        periods = periods_of(each.target)
        if each.period == periods[0]:
            sheets.head(sheet, HEAD_ROW, each.place, head_of(each.target.approved), wide=len(periods))
    sheet.row_dimensions[HEAD_ROW].height = 32


def _foot(sheet: Worksheet, at: int, columns: tuple[Figures, ...], count: int) -> None:
    """What the units come to, reckoned by the spreadsheet, and what was approved."""
    sheets.key(sheet, at, KEY_COLUMN, "sum")
    sheets.key(sheet, at + 1, KEY_COLUMN, "approved")
    sheets.fill(sheet, at, UNIT_PLACE, _("合计"), is_open=False)
    sheets.fill(sheet, at + 1, UNIT_PLACE, _("批准目标"), is_open=False)
    for each in columns:
        letter = get_column_letter(each.place)
        approved = each.target.approved
        sheets.fill(sheet, at, each.place, None, is_open=False)
        if not approved.is_growth and count:
            sheet[f"{letter}{at}"] = f"=SUM({letter}{FIRST_ROW}:{letter}{at - 1})"
            sheet[f"{letter}{at}"].number_format = sheets.digits(_places(each.target))
        said = approved.words if each.period == periods_of(each.target)[-1] else None
        sheets.fill(sheet, at + 1, each.place, said, is_open=False)


def _places(target: Divided) -> int:
    stored = shown(target)
    return stored.division.places if stored else places_of(target.approved.value)


def _stood(table: ShareTable, columns: tuple[Figures, ...]) -> Iterator[tuple[str, str, str]]:
    for unit_id in table.unit_ids:
        for each in columns:
            value = table.value(each.target, unit_id, each.period)
            yield f"u{unit_id}", each.key, "" if value is None else f"{value:f}"
