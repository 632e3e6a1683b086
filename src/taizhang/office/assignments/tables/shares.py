"""Shares (指标表预检): what every row of a V5 workbook would change in the divisions of the plan's targets."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from taizhang.measure.decomposition import falls
from taizhang.office.assignments.decomposition.checking import check
from taizhang.office.assignments.decomposition.division import WHOLE_YEAR, YEAR, Division, Line
from taizhang.office.assignments.decomposition.figures import read_figure
from taizhang.office.assignments.decomposition.models import Method, Season
from taizhang.office.assignments.decomposition.selectors import Divided, fresh_division
from taizhang.office.assignments.decomposition.units import in_order
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.tables import outcome
from taizhang.office.assignments.tables.columns import plain, totals
from taizhang.office.assignments.tables.contents import ShareTable, lines_of, shown, stamp_of
from taizhang.office.assignments.tables.grid import Grid, cell_name
from taizhang.office.assignments.tables.known import Said, compare, is_formula
from taizhang.office.assignments.tables.mapping import UNIT
from taizhang.office.assignments.tables.mapping import Mapping as ColumnMapping
from taizhang.office.assignments.tables.naming import unknown_unit
from taizhang.office.assignments.tables.outcome import Change, Fault, Preview, Row
from taizhang.office.pages.errors import ExpectedError

UNIT_KEY = re.compile(r"u(\d+)")
COLUMN_KEY = re.compile(r"t(\d+)\.(Q[123]|Y)")


@dataclass(frozen=True, slots=True)
class Column:
    """Column (一列): figures of one target by the end of one period."""

    target: Divided
    period: str
    place: int
    head: str

    @property
    def key(self) -> str:
        """By which the workbook knows it."""
        return f"t{self.target.approved.commitment_id}.{self.period}"


@dataclass(frozen=True, slots=True)
class Figure:
    """Figure (一个数): what the workbook gives a unit of a target by the end of a period."""

    commitment_id: int
    period: str
    unit_id: int
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Found:
    """Found (预检所得): the preview, and the figures each row asks for, by the row's number."""

    preview: Preview
    figures: Mapping[int, tuple[Figure, ...]]


def examine_shares(grid: Grid, mapping: ColumnMapping, table: ShareTable, units: Units) -> Found:
    """Every row against the divisions as they stand: the draft where there is one, else what is in force."""
    columns = tuple(_columns(mapping, table))
    unit_place = next((column for column, key in mapping.columns.items() if key == UNIT), 0)
    rows: list[Row] = []
    figures: dict[int, tuple[Figure, ...]] = {}
    taken: dict[int, int] = {}
    for number in range(mapping.first_row, grid.rows + 1):
        if grid.is_blank(number) or _is_total(grid, number, unit_place):
            continue
        unit_id, fault = _unit(grid, number, unit_place, units, taken)
        if unit_id is None:
            rows.append(Row(number, grid.words(number, unit_place), faults=(fault,) if fault else ()))
            continue
        taken[unit_id] = number
        row, figures[number] = _row(grid, number, unit_id, columns, units)
        rows.append(row)
    divided = tuple(
        divide(table, [each for row in rows if row.changes and not row.faults for each in figures[row.number]], units)
    )
    absent = tuple(units.name(each) for each in table.unit_ids if each not in taken)
    return Found(Preview(tuple(rows), absent, mapping.ignored, divided), figures)


def divide(table: ShareTable, figures: Iterable[Figure], units: Units) -> Iterator[outcome.Divided]:
    """Each target that gets other figures, as it would be divided."""
    asked: dict[int, list[Figure]] = {}
    for figure in figures:
        asked.setdefault(figure.commitment_id, []).append(figure)
    for target in table.targets:
        wanted = asked.get(target.approved.commitment_id, [])
        if wanted:
            division = _with(target, wanted, units)
            yield outcome.Divided(target.approved, division, check(division, target.approved))


def _with(target: Divided, figures: Iterable[Figure], units: Units) -> Division:
    stored = shown(target)
    division = stored.division if stored else replace(fresh_division(target.approved), method=Method.MANUAL)
    lines = {line.unit_id: line for line in division.lines}
    for figure in figures:
        line = lines.get(figure.unit_id) or Line(figure.unit_id, units.name(figure.unit_id), {})
        lines[figure.unit_id] = replace(line, values={**line.values, figure.period: figure.value})
    kept = {
        unit_id: line for unit_id, line in lines.items() if any(value is not None for value in line.values.values())
    }
    is_quarterly = any(figure.period != YEAR and figure.value is not None for figure in figures)
    seasons = division.seasons
    if is_quarterly and seasons == Season.YEAR:
        seasons = Season.LEVEL if target.approved.is_growth else Season.EVEN
    return replace(division, seasons=seasons, lines=tuple(kept[each] for each in in_order(units, kept)))


def _columns(mapping: ColumnMapping, table: ShareTable) -> Iterator[Column]:
    targets = {target.approved.commitment_id: target for target in table.targets}
    for head in mapping.heads:
        key = COLUMN_KEY.fullmatch(head.key)
        if key and int(key[1]) in targets:
            words = mapping.choices.get(head.key) or head.words
            yield Column(targets[int(key[1])], key[2], head.column, words)


def _is_total(grid: Grid, number: int, place: int) -> bool:
    return grid.row_keys.get(number) in {"sum", "approved"} or plain(grid.words(number, place)) in totals()


def _unit(
    grid: Grid, number: int, place: int, units: Units, taken: Mapping[int, int]
) -> tuple[int | None, Fault | None]:
    where, name = cell_name(number, max(place, 1)), grid.words(number, place)
    key = UNIT_KEY.fullmatch(grid.row_keys.get(number, ""))
    match = units.find(name)
    unit_id = int(key[1]) if key and int(key[1]) in units.registry.units else match.organisation_id if match else None
    if unit_id is None:
        return None, Fault(where, str(_("单位")), unknown_unit(units, name))
    if key and match and match.organisation_id != unit_id:
        told = _("这一行原来是“%(unit)s”的，单位名称不能在表里改。") % {"unit": units.name(unit_id)}
        return None, Fault(where, str(_("单位")), told)
    if unit_id in taken:
        told = _("与第 %(row)s 行是同一个单位，请只留一行。") % {"row": taken[unit_id]}
        return None, Fault(where, str(_("单位")), told)
    return unit_id, None


def _row(
    grid: Grid, number: int, unit_id: int, columns: Iterable[Column], units: Units
) -> tuple[Row, tuple[Figure, ...]]:
    changes: list[Change] = []
    faults: list[Fault] = []
    figures: list[Figure] = []
    for column in columns:
        try:
            figure = _figure(grid, number, unit_id, column)
        except ExpectedError as error:
            faults.append(Fault(cell_name(number, column.place), column.head, str(error.message)))
            continue
        if figure is not None:
            figures.append(figure)
            before = _words(_kept(column, unit_id))
            changes.append(Change(cell_name(number, column.place), column.head, before, _words(figure.value)))
    faults.extend(_falling(number, unit_id, tuple(columns), figures))
    row = Row(number, units.name(unit_id), tuple(changes), tuple(faults), about=unit_id)
    return row, tuple(figures)


class ClashError(ExpectedError):
    """Clash (两边都改了): here and in the workbook, since it left."""

    def __init__(self, kept: str, said: str) -> None:
        told = _("导出之后系统里已改成“%(kept)s”，表里是“%(said)s”。请核对后重新导出再填。")
        super().__init__(told % {"kept": kept or _("（空）"), "said": said or _("（空）")})


class NoResultError(ExpectedError):
    """No result (公式没有结果)."""

    def __init__(self) -> None:
        super().__init__(_("这一格是公式，文件里没有算出的结果。请改成数值。"))


def _figure(grid: Grid, number: int, unit_id: int, column: Column) -> Figure | None:
    """What the cell asks for; None where it asks for nothing."""
    if is_formula(grid, number, column.place):
        raise NoResultError
    approved = column.target.approved
    value = read_figure(grid.cells.get((number, column.place)), approved.unit)
    kept = _kept(column, unit_id)
    is_keyed = bool(grid.row_keys.get(number))
    if value == kept or (value is None and not is_keyed):
        return None
    base = grid.stood.get((f"u{unit_id}", column.key))
    if base is not None and value == (Decimal(base) if base else None):
        return None
    stamp = grid.facts.get(f"t{approved.commitment_id}")
    is_stale = is_keyed and stamp is not None and stamp != stamp_of(column.target)
    said = compare(
        _plain(value),
        _plain(kept),
        None if base is None else _plain(Decimal(base) if base else None),
        is_stale=is_stale,
    )
    if said == Said.CLASH:
        raise ClashError(_words(kept), _words(value))
    return Figure(approved.commitment_id, column.period, unit_id, value)


def _falling(number: int, unit_id: int, columns: tuple[Column, ...], figures: Iterable[Figure]) -> Iterator[Fault]:
    """Cumulative figures that fall, in a row where something changes."""
    asked = {(figure.commitment_id, figure.period): figure.value for figure in figures}
    for commitment_id in dict.fromkeys(each.commitment_id for each in figures):
        own = {each.period: each for each in columns if each.target.approved.commitment_id == commitment_id}
        target = next(iter(own.values())).target
        line = next((line for line in lines_of(target) if line.unit_id == unit_id), None)
        values = [
            asked.get((commitment_id, period), line.values.get(period) if line else None) for period in WHOLE_YEAR
        ]
        for at in falls(values) if target.approved.is_cumulative else ():
            column = own.get(WHOLE_YEAR[at]) or next(iter(own.values()))
            told = _("累计数比前面的小，累计数不应下降。")
            yield Fault(cell_name(number, column.place), column.head, told)


def _kept(column: Column, unit_id: int) -> Decimal | None:
    line = next((line for line in lines_of(column.target) if line.unit_id == unit_id), None)
    return line.values.get(column.period) if line else None


def _words(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _plain(value: Decimal | None) -> str:
    """Digits that say how large it is, not how precisely."""
    return "" if value is None else f"{value.normalize():f}"
