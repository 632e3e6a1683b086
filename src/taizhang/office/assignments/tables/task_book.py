"""Task book (任务分解表): V9 as a workbook that can be filled in and sent back."""

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from taizhang.office.assignments.intakes import Layout
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.tables import sheets
from taizhang.office.assignments.tables.columns import COLUMNS, DUE, LEAD, NUMBER, QUARTERS
from taizhang.office.assignments.tables.contents import TaskRow, TaskTable
from taizhang.office.assignments.tables.sheets import FIRST_ROW, HEAD_ROW, KEY_COLUMN, KEY_ROW, UNDER_ROW, Occasion

PLACES = {column.key: place for place, column in enumerate(COLUMNS, start=KEY_COLUMN + 1)}


def write_task_book(table: TaskTable, units: Units, made: Occasion) -> bytes:
    """The workbook."""
    title = _("%(plan)s重点任务责任分解表") % {"plan": table.title}
    book, sheet = sheets.begin(title, _("任务分解"), max(PLACES.values()), made)
    _heads(sheet)
    for number, row in enumerate(table.rows, start=1):
        _row(sheet, FIRST_ROW + number - 1, number, row)
    last = max(FIRST_ROW, FIRST_ROW + len(table.rows) - 1)
    lead = get_column_letter(PLACES[LEAD])
    sheets.offer(book, sheet, [each.name for each in units.options()], [f"{lead}{FIRST_ROW}:{lead}{last}"])
    facts = {"table": Layout.TASKS.value, "plan": str(table.plan_id), "at": made.at.isoformat()}
    stood = [
        (f"c{row.commitment_id}", column.key, row.words.get(column.key, ""))
        for row in table.rows
        for column in COLUMNS
        if column.is_open
    ]
    sheets.remember(book, facts, stood)
    widths = {PLACES[column.key]: column.width for column in COLUMNS}
    return sheets.finish(book, sheet, widths, paper=sheets.A3, frozen=f"D{FIRST_ROW}")


def _heads(sheet: Worksheet) -> None:
    sheets.key(sheet, KEY_ROW, KEY_COLUMN, "key")
    for column in COLUMNS:
        place = PLACES[column.key]
        sheets.key(sheet, KEY_ROW, place, column.key)
        if column.key in QUARTERS:
            sheets.head(sheet, UNDER_ROW, place, str(column.head))
        else:
            sheets.head(sheet, HEAD_ROW, place, str(column.head), high=2)
    sheets.head(sheet, HEAD_ROW, PLACES[QUARTERS[0]], _("分季进度"), wide=len(QUARTERS))


def _row(sheet: Worksheet, at: int, number: int, row: TaskRow) -> None:
    sheets.key(sheet, at, KEY_COLUMN, f"c{row.commitment_id}.{row.revision}")
    for column in COLUMNS:
        value: sheets.Value = number if column.key == NUMBER else row.words[column.key]
        if column.key == DUE:
            value = row.terms.due_on
        sheets.fill(sheet, at, PLACES[column.key], value, is_open=column.is_open)
    lines = [(row.words[column.key], column.width) for column in COLUMNS if column.key != NUMBER]
    sheet.row_dimensions[at].height = sheets.height_of(lines)
