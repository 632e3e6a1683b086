"""Counterparts (文表对应): a number of the running text beside the annex cell about the same value, for the rules that hold them together."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from operator import ne

from taizhang.paper.bindings.binding import Agreement, Binding
from taizhang.paper.bindings.comparison import compare
from taizhang.paper.checks.annex import cells, indicator_tables, target_tables
from taizhang.paper.checks.finding import Verdict
from taizhang.paper.checks.intervals import Mode, allowed, point
from taizhang.paper.plan import Plan
from taizhang.paper.quantities.magnitudes import in_plain_units, split_magnitude
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.statements.statement import Doubt, Statement
from taizhang.paper.tables.table import CellRole, TableCell, TableRow

# A part of a whole is mostly less than a tenth of it.
_TIMES = 10
# Indicator, role, year and manner.
_Topic = tuple[str, CellRole, str | None, str]
_BEFORE = {Bound.NEARLY: "近"}
_AFTER = {Bound.ABOUT: "左右", Bound.AT_LEAST: "以上", Bound.MORE_THAN: "以上", Bound.AT_MOST: "以内"}


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Counterpart (文表对应): a statement and the annex cell about the same indicator, year, role and manner.

    Attributes:
        statement: the number of the running text.
        row, cell: where the annex prints the same, with a number.
        agreement: whether both say the same.
    """

    statement: Statement
    row: TableRow
    cell: TableCell
    agreement: Agreement

    @property
    def unit(self) -> str:
        """Unit of the cell: % for a growth, else the row's."""
        return "%" if self.cell.role is CellRole.GROWTH else self.row.unit or self.statement.unit

    @property
    def in_text(self) -> str:
        """What the text says: 10%以上."""
        return printed(self.statement.value, self.statement.value_high, self.statement.unit, self.statement.bound)

    @property
    def in_annex(self) -> str:
        """What the annex says: 10%."""
        return printed(self._shown, self.cell.value_high, self.unit, self.cell.bound)

    def is_about(self, modality: str, role: CellRole | None = None) -> bool:
        """Whether both are of a manner, and of a role where that is asked for."""
        return self.cell.modality == modality and role in {None, self.cell.role}

    @property
    def is_different(self) -> bool:
        """Whether the two differ, and in more than the sign."""
        return self.agreement is Agreement.DIFFER and not self.is_opposite

    @property
    def is_opposite(self) -> bool:
        """Whether the two differ in nothing but the sign."""
        said, shown = self._plain()
        return said == -shown and said != 0

    @property
    def is_of_one_size(self) -> bool:
        """Whether nobody would think of a part and its whole: less than ten times apart, or the same digits."""
        said, shown = self._plain()
        is_near = abs(said) < abs(shown) * _TIMES and abs(shown) < abs(said) * _TIMES
        return self.cell.role is CellRole.GROWTH or is_near or self.is_slip

    @property
    def is_slip(self) -> bool:
        """Whether the two are written alike but for one digit, the sign, the point or the unit."""
        said, shown = (str(abs(value)).replace(".", "").strip("0") for value in (self.statement.value, self._shown))
        return said == shown or (len(said) == len(shown) > 1 and sum(map(ne, said, shown)) == 1)

    @property
    def verdict(self) -> Verdict:
        """What comes of comparing the two."""
        if self.agreement is not Agreement.DIFFER:
            return Verdict.CONSISTENT
        return Verdict.TRUNCATION if self._is_cut_off() else Verdict.CONTRADICTORY

    @property
    def _shown(self) -> Decimal:
        assert self.cell.value is not None, "counterparts have numbers"
        return self.cell.value

    def _plain(self) -> tuple[Decimal, Decimal]:
        said, _ = in_plain_units(self.statement.value, self.statement.unit)
        shown, _ = in_plain_units(self._shown, self.unit)
        return said, shown

    def _is_cut_off(self) -> bool:
        """Whether the coarser number is the finer one without its tail: 852 of 852.7."""
        said, shown = self._plain()
        return _without_tail(self.statement.value, self.statement.unit, shown) or _without_tail(
            self._shown, self.unit, said
        )


def find_counterparts(plan: Plan, bindings: tuple[Binding, ...]) -> tuple[Counterpart, ...]:
    """What text and annex both put a number to, in the annex's order."""
    planned = {row.span for table in target_tables(plan) for row in table.rows}
    doubtful = _told_twice(plan)
    return tuple(
        pair
        for binding in bindings
        if (row := binding.row) and (cell := binding.cell) and cell.value is not None
        # Of a name the catalogue does not know, a bulletin says prices here and spending there; a plan's annex says one thing.
        if (row.code is not None or row.span in planned) and _topic(row, cell) not in doubtful
        for pair in _of_one_scope([_beside(row, cell, one) for one in binding.statements if _is_certain(one)])
    )


def printed(value: Decimal, high: Decimal | None, unit: str, bound: Bound) -> str:
    """A number in one way whatever the way it was written: 10%以上."""
    number = f"{value:f}" if high is None else f"{value:f}—{high:f}"
    return f"{_BEFORE.get(bound, '')}{number}{unit}{_AFTER.get(bound, '')}"


def _beside(row: TableRow, cell: TableCell, statement: Statement) -> Counterpart:
    agreement = compare(statement, cell, row.unit)
    # A growth that is aimed at is exact: 6 and 6.4 are two targets, where as results they could be one.
    is_aim = cell.modality == "target" and cell.role is CellRole.GROWTH
    is_other = is_aim and (statement.value, statement.value_high) != (cell.value, cell.value_high)
    return Counterpart(statement, row, cell, Agreement.DIFFER if is_other else agreement)


def _told_twice(plan: Plan) -> set[_Topic]:
    """What the annexes themselves print with two different numbers: the whole city's and the city's own, say."""
    found: dict[_Topic, set[Decimal]] = defaultdict(set)
    for table in indicator_tables(plan):
        for row, cell in cells(table):
            if cell.value is not None:
                found[_topic(row, cell)].add(in_plain_units(cell.value, row.unit or "")[0])
    return {topic for topic, values in found.items() if len(values) > 1}


def _topic(row: TableRow, cell: TableCell) -> _Topic:
    return row.code or row.indicator + row.measure, cell.role, cell.year, cell.modality


def _of_one_scope(said: list[Counterpart]) -> Iterator[Counterpart]:
    """Those about what the row is about: of several numbers the text has, only one that could be a slip of the row's."""
    values = {in_plain_units(pair.statement.value, pair.statement.unit)[0] for pair in said}
    for pair in said:
        is_whole = pair.agreement is not Agreement.DIFFER or (len(values) == 1 and pair.is_of_one_size)
        if is_whole or pair.is_slip:
            yield pair


def _without_tail(coarse: Decimal, unit: str, fine: Decimal) -> bool:
    power, _ = split_magnitude(unit)
    return allowed(coarse, mode=Mode.TRUNCATED).scaled(Decimal(1).scaleb(power)).overlaps(point(fine))


def _is_certain(statement: Statement) -> bool:
    # An average over years is no growth of one year, and a guessed subject is no ground for an error.
    return statement.basis in {None, "yoy"} and Doubt.SUBJECT_GUESSED not in statement.doubts
