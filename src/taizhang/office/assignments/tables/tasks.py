"""Tasks (任务表预检): what every row of a V9 workbook would change in the assignments of the plan."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils.translation import gettext as _

from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.tables.columns import (
    DUE,
    LABELS,
    LEAD,
    LEADER,
    MEASURE,
    NUMBER,
    QUARTERS,
    STEPS,
    SUPPORTS,
    TASK,
)
from taizhang.office.assignments.tables.contents import JOINED, TaskRow, TaskTable
from taizhang.office.assignments.tables.dates import read_day
from taizhang.office.assignments.tables.grid import Grid, as_words, cell_name
from taizhang.office.assignments.tables.known import Said, compare, flat, is_formula
from taizhang.office.assignments.tables.mapping import Mapping as ColumnMapping
from taizhang.office.assignments.tables.naming import names_in, unknown_unit
from taizhang.office.assignments.tables.outcome import Change, Fault, Preview, Row
from taizhang.office.assignments.tables.stepping import quarters_in, step_cell, step_of
from taizhang.office.assignments.terms import Terms
from taizhang.office.pages.errors import ExpectedError

ROW_KEY = re.compile(r"c(\d+)\.(\d+)")
LONGEST_LEADER, LONGEST_WORDS = 60, 2000
YEARS_AFTER = 1  # a deadline lies in the plan's year or the next


@dataclass
class Reading:
    """Reading (读一行): one row while it is looked through, and what was found so far."""

    grid: Grid
    number: int
    places: Mapping[str, int]
    known: TaskRow
    is_keyed: bool
    is_stale: bool
    terms: Terms
    changes: list[Change] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def cell(self, key: str) -> str:
        """C7."""
        return cell_name(self.number, self.places[key])

    def words(self, key: str) -> str:
        """What is written there."""
        return self.grid.words(self.number, self.places[key])

    def fault(self, key: str, message: str) -> None:
        """Note what is wrong with a cell."""
        self.faults.append(Fault(self.cell(key), str(LABELS[key]), message))

    def is_untouched(self, key: str) -> bool:
        """Whether the cell says what it said when the workbook left, or what is kept anyway."""
        base = self.grid.stood.get((f"c{self.known.commitment_id}", key))
        stood = {flat(words) for words in (base, self.known.words.get(key)) if words is not None}
        return flat(self.words(key)) in stood

    def asks(self, key: str, after: str, before: str, *, quarter: str = "") -> bool:
        """Whether the cell asks for a change; a clash is noted."""
        if not after and not self.is_keyed:  # an empty cell of a table that was made elsewhere says nothing
            return False
        base = self.grid.stood.get((f"c{self.known.commitment_id}", quarter or key))
        said = compare(after, before, base, is_stale=self.is_stale)
        if said == Said.CLASH:
            told = _("导出之后系统里已改成“%(kept)s”，表里是“%(said)s”。请核对后重新导出再填。")
            self.fault(key, told % {"kept": before or _("（空）"), "said": after or _("（空）")})
        return said == Said.CHANGE

    def change(self, key: str, before: str, after: str, terms: Terms) -> None:
        """Note a change."""
        self.changes.append(Change(self.cell(key), str(LABELS[key]), before, after))
        self.terms = terms


def examine_tasks(grid: Grid, mapping: ColumnMapping, table: TaskTable, units: Units) -> Preview:
    """Every row against the plan's assignments."""
    places = {key: column for column, key in mapping.columns.items()}
    taken: dict[int, int] = {}
    numbers = (each for each in range(mapping.first_row, grid.rows + 1) if not grid.is_blank(each))
    rows = [_row(grid, each, places, table, units, taken) for each in numbers if not _is_group(grid, each, places)]
    absent = tuple(row.title for row in table.rows if row.commitment_id not in taken)
    return Preview(tuple(rows), absent, mapping.ignored)


def _is_group(grid: Grid, number: int, places: Mapping[str, int]) -> bool:
    """A heading across the table: 一、经济发展."""
    said = {grid.words(number, column) for column in places.values()}
    rest = said - {""}
    return not grid.row_keys.get(number) and len(rest) == 1 and (len(said) == 1 or _only(grid, number, places) != TASK)


def _only(grid: Grid, number: int, places: Mapping[str, int]) -> str:
    return next((key for key, column in places.items() if grid.words(number, column)), "")


def _row(
    grid: Grid, number: int, places: Mapping[str, int], table: TaskTable, units: Units, taken: dict[int, int]
) -> Row:
    title = grid.words(number, places[TASK]) if TASK in places else ""
    known, message = _found(grid, number, title, table)
    where = cell_name(number, places.get(TASK, min(places.values(), default=1)))
    if known is None:
        return Row(number, title, faults=(Fault(where, str(LABELS[TASK]), message),))
    if known.commitment_id in taken:
        told = _("与第 %(row)s 行是同一项任务，请只留一行。") % {"row": taken[known.commitment_id]}
        return Row(number, known.title, faults=(Fault(where, str(LABELS[TASK]), told),), about=known.commitment_id)
    taken[known.commitment_id] = number
    key = ROW_KEY.fullmatch(grid.row_keys.get(number, ""))
    is_stale = key is not None and int(key[2]) != known.revision
    reading = Reading(grid, number, places, known, key is not None, is_stale, known.terms)
    _read(reading, units, table.year)
    return Row(
        number=number,
        title=known.title,
        changes=tuple(reading.changes),
        faults=tuple(reading.faults),
        about=known.commitment_id,
        before=known.terms,
        terms=reading.terms,
        assignment_id=known.assignment_id if known.is_handed_out else None,
        revision=known.revision,
    )


def _found(grid: Grid, number: int, title: str, table: TaskTable) -> tuple[TaskRow | None, str]:
    """Which commitment the row is about: by its key, else by the words of the task."""
    key = ROW_KEY.fullmatch(grid.row_keys.get(number, ""))
    if key:
        found = next((row for row in table.rows if row.commitment_id == int(key[1])), None)
        return found, _("这一项已不在这份计划的台账里，可能撤回了，或者表格是另一份计划的。")
    same = [row for row in table.rows if title and flat(title) in {flat(row.title), flat(f"{row.title}。")}]
    if len(same) == 1:
        return same[0], ""
    if same:
        return None, _("台账里有 %(count)s 项任务都叫这个名称，请用系统导出的表填写。") % {"count": len(same)}
    if not title:
        return None, _("这一行没有写任务，不知道说的是哪一项。")
    return None, _("台账里没有找到这项任务。请改成与台账一致的文字，或先把它纳入台账。")


def _read(reading: Reading, units: Units, year: int) -> None:
    if TASK in reading.places and flat(reading.words(TASK)) not in {flat(reading.known.title), ""} and reading.is_keyed:
        reading.fault(TASK, _("任务的文字不能在表里改。请改回“%(title)s”。") % {"title": reading.known.title})
    for key in reading.places:
        if is_formula(reading.grid, reading.number, reading.places[key]) and key != NUMBER:
            reading.fault(key, _("这一格是公式，文件里没有算出的结果。请改成数值或文字。"))
            continue
        read = READERS.get(key)
        if read and not reading.is_untouched(key):
            read(reading, units, year)
    _look_over(reading)


def _look_over(reading: Reading) -> None:
    """What only shows once the whole row is read."""
    terms = reading.terms
    if terms.lead is not None and terms.lead in terms.supports:
        reading.fault(_place_of(reading, SUPPORTS, LEAD), _("牵头单位又列在配合单位里，请只留一处。"))
    if terms.starts_on and terms.due_on and terms.due_on < terms.starts_on:
        told = _("时限早于开始日期 %(day)s。") % {"day": terms.starts_on.isoformat()}
        reading.fault(_place_of(reading, DUE), told)
    if reading.known.is_handed_out and reading.changes and not terms.is_complete:
        reading.fault(_place_of(reading, LEAD, DUE), _("已经下达的任务不能没有牵头单位或时限。"))


def _place_of(reading: Reading, *keys: str) -> str:
    return next((key for key in (*keys, TASK) if key in reading.places), next(iter(reading.places)))


def _measure(reading: Reading, _units: Units, _year: int) -> None:
    after, before = reading.words(MEASURE), reading.known.words[MEASURE]
    if reading.asks(MEASURE, after, before):
        if len(after) > LONGEST_WORDS:
            reading.fault(MEASURE, _("太长了，最多 %(longest)s 个字。") % {"longest": LONGEST_WORDS})
            return
        measure = "" if flat(after) == flat(reading.known.target) else after
        reading.change(MEASURE, before, after, replace(reading.terms, measure=measure))


def _leader(reading: Reading, _units: Units, _year: int) -> None:
    after, before = reading.words(LEADER), reading.known.words[LEADER]
    if not reading.asks(LEADER, after, before):
        return
    if len(after) > LONGEST_LEADER:
        reading.fault(LEADER, _("太长了，最多 %(longest)s 个字。") % {"longest": LONGEST_LEADER})
        return
    leader = JOINED.join(names_in(after))
    reading.change(LEADER, before, leader, replace(reading.terms, leader=leader))


def _lead(reading: Reading, units: Units, _year: int) -> None:
    said, before = names_in(reading.words(LEAD)), reading.known.words[LEAD]
    ids = _units(reading, LEAD, said, units)
    if ids is None:
        return
    if len(ids) > 1:
        told = _("牵头单位只能有一个。请留下“%(first)s”，其余移到配合。")
        reading.fault(LEAD, told % {"first": said[0]})
        return
    after = units.name(ids[0]) if ids else ""
    if reading.asks(LEAD, after, before):
        lead = ids[0] if ids else None
        supports = reading.terms.supports
        if SUPPORTS not in reading.places:  # who leads from now on supports no more
            supports = tuple(each for each in supports if each != lead)
        reading.change(LEAD, before, after, replace(reading.terms, lead=lead, supports=supports))


def _supports(reading: Reading, units: Units, _year: int) -> None:
    before = reading.known.words[SUPPORTS]
    ids = _units(reading, SUPPORTS, names_in(reading.words(SUPPORTS)), units)
    if ids is None:
        return
    after = JOINED.join(units.name(each) for each in ids)
    if reading.asks(SUPPORTS, after, before):
        reading.change(SUPPORTS, before, after, replace(reading.terms, supports=ids))


def _units(reading: Reading, key: str, names: tuple[str, ...], units: Units) -> tuple[int, ...] | None:
    """Who is named; None where a name is not known, which is noted."""
    found = [(name, units.find(name)) for name in names]
    unknown = [name for name, match in found if match is None]
    for name in unknown:
        reading.fault(key, unknown_unit(units, name))
    if unknown:
        return None
    return tuple(dict.fromkeys(match.organisation_id for _name, match in found if match is not None))


def _due(reading: Reading, _units: Units, year: int) -> None:
    raw = reading.grid.cells.get((reading.number, reading.places[DUE]))
    before = reading.known.words[DUE]
    try:
        day = read_day(raw if isinstance(raw, date) else as_words(raw), year)
    except ExpectedError as error:
        reading.fault(DUE, str(error.message))
        return
    after = day.isoformat() if day else ""
    if not reading.asks(DUE, after, before):
        return
    if day and not year <= day.year <= year + YEARS_AFTER:
        told = _("%(day)s 不在计划年度 %(year)s 年前后，请核对年份。")
        reading.fault(DUE, told % {"day": after, "year": year})
        return
    reading.change(DUE, before, after, replace(reading.terms, due_on=day))


def _quarter(quarter: str) -> Callable[[Reading, Units, int], None]:
    def read(reading: Reading, _units: Units, year: int) -> None:
        _step(reading, quarter, quarter, reading.words(quarter), year)

    return read


def _steps(reading: Reading, _units: Units, year: int) -> None:
    for quarter, words in quarters_in(reading.words(STEPS)).items():
        _step(reading, STEPS, quarter, words, year)


def _step(reading: Reading, key: str, quarter: str, said: str, year: int) -> None:
    unit = reading.known.unit
    step = step_of(said, f"{year}-{quarter}", unit)
    after, before = step_cell(step, unit), reading.known.words[quarter]
    if not reading.asks(key, after, before, quarter=quarter):
        return
    if len(after) > LONGEST_WORDS:
        reading.fault(key, _("太长了，最多 %(longest)s 个字。") % {"longest": LONGEST_WORDS})
        return
    others = [each for each in reading.terms.steps if not each.period.endswith(quarter)]
    steps = tuple(sorted((*others, *([step] if step else [])), key=lambda each: each.period))
    reading.change(key, before, after, replace(reading.terms, steps=steps))


READERS: dict[str, Callable[[Reading, Units, int], None]] = {
    MEASURE: _measure,
    **{quarter: _quarter(quarter) for quarter in QUARTERS},
    STEPS: _steps,
    LEADER: _leader,
    LEAD: _lead,
    SUPPORTS: _supports,
    DUE: _due,
}
