"""Counterparts (文表对应): a number of the running text beside the annex cell about the same value, for the rules that hold them together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from taizhang.paper.bindings.binding import Agreement, Binding
from taizhang.paper.bindings.comparison import compare
from taizhang.paper.checks.annex import cells, indicator_tables, target_tables
from taizhang.paper.checks.finding import Verdict
from taizhang.paper.checks.intervals import Interval, Mode, allowed, point
from taizhang.paper.checks.slips import Printed, is_of_another_magnitude, is_slip, is_wan_for_yi
from taizhang.paper.plan import Plan
from taizhang.paper.quantities.magnitudes import in_plain_units, split_magnitude
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.spans import Span
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
        is_certain: whether nobody could take one for something else than the other; where they could (a bulletin uses one
            name for prices here and spending there), only what looks like a slip is a counterpart.
    """

    statement: Statement
    row: TableRow
    cell: TableCell
    agreement: Agreement
    is_certain: bool = True

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
    def is_same(self) -> bool:
        """Whether both say the same number."""
        return self.agreement is not Agreement.DIFFER

    @property
    def is_different(self) -> bool:
        """Whether the two differ, and in more than the sign."""
        return not self.is_same and not self.is_opposite

    @property
    def is_opposite(self) -> bool:
        """Whether the two differ in nothing but the sign."""
        is_turned = self.statement.value * self._shown < 0
        return is_turned and self._said.range.overlaps(self._printed.range)

    @property
    def is_of_one_size(self) -> bool:
        """Whether nobody would think of a part and its whole: less than ten times apart, or by a magnitude."""
        said, shown = self._said.size, self._printed.size
        is_near = said < shown * _TIMES and shown < said * _TIMES
        return self.cell.role is CellRole.GROWTH or is_near or is_of_another_magnitude(self._said, self._printed)

    @property
    def is_slip(self) -> bool:
        """Whether one of the two is easily the other miswritten."""
        return is_slip(self._said, self._printed)

    @property
    def is_wan_for_yi(self) -> bool:
        """Whether 万 for 亿, or the other way round, is all that parts the two."""
        return is_wan_for_yi(self._said, self._printed)

    @property
    def verdict(self) -> Verdict:
        """What comes of comparing the two."""
        if self.is_same:
            return Verdict.CONSISTENT
        return Verdict.TRUNCATION if self._is_cut_off() else Verdict.CONTRADICTORY

    @property
    def _shown(self) -> Decimal:
        assert self.cell.value is not None, "counterparts have numbers"
        return self.cell.value

    @property
    def _said(self) -> Printed:
        return Printed(self.statement.value, self.statement.unit)

    @property
    def _printed(self) -> Printed:
        return Printed(self._shown, self.unit)

    def _is_cut_off(self) -> bool:
        """Whether the coarser number is the finer one without its tail: 852 of 852.7."""
        said, _ = in_plain_units(self.statement.value, self.statement.unit)
        shown, _ = in_plain_units(self._shown, self.unit)
        return _without_tail(self.statement.value, self.statement.unit, shown) or _without_tail(
            self._shown, self.unit, said
        )


def find_counterparts(plan: Plan, bindings: tuple[Binding, ...]) -> tuple[Counterpart, ...]:
    """What text and annex both put a number to, in the annex's order."""
    told = [binding for binding in bindings if binding.statements and binding.cell and binding.cell.value is not None]
    planned = {row.span for table in target_tables(plan) for row in table.rows}
    doubtful = _told_twice(plan, {_topic(one.row, one.cell) for one in told if one.row and one.cell})
    groups = [list(_beside(binding, planned, doubtful)) for binding in told]
    placed = {pair.statement.span.start for group in groups for pair in group if pair.is_same}
    neighbours = _neighbours(plan)
    divided = {_topic_of(one) for one in bindings if one.agreement is Agreement.ONLY_TEXT and one.row is None}
    return tuple(
        pair
        for binding, group in zip(told, groups, strict=True)
        for pair in _of_one_scope(group, placed, neighbours, is_divided=_topic_of(binding) in divided)
    )


def printed(value: Decimal, high: Decimal | None, unit: str, bound: Bound) -> str:
    """A number in one way whatever the way it was written: 10%以上."""
    number = f"{value:f}" if high is None else f"{value:f}—{high:f}"
    return f"{_BEFORE.get(bound, '')}{number}{unit}{_AFTER.get(bound, '')}"


def _beside(binding: Binding, planned: Set[Span], doubtful: Set[_Topic]) -> Iterator[Counterpart]:
    row, cell = binding.row, binding.cell
    assert row is not None, "only what the annex prints"
    assert cell is not None, "only what the annex prints"
    # Of a name the catalogue does not know, a bulletin says prices here and spending there; a plan's annex says one thing.
    is_certain = (row.code is not None or row.span in planned) and _topic(row, cell) not in doubtful
    # A growth that is aimed at is exact: 6 and 6.4 are two targets, where as results they could be one.
    is_aim = cell.modality == "target" and cell.role is CellRole.GROWTH
    for one in filter(_is_plain, binding.statements):
        is_other = is_aim and (one.value, one.value_high) != (cell.value, cell.value_high)
        agreement = Agreement.DIFFER if is_other else compare(one, cell, row.unit)
        yield Counterpart(one, row, cell, agreement, is_certain)


def _neighbours(plan: Plan) -> Mapping[int, tuple[Statement, ...]]:
    """The statements right before and after each one in its sentence, by where it starts."""
    beside: dict[int, tuple[Statement, ...]] = defaultdict(tuple)
    for one, other in pairwise(plan.statements):
        if one.sentence.start == other.sentence.start:
            beside[one.span.start] += (other,)
            beside[other.span.start] += (one,)
    return beside


def _told_twice(plan: Plan, topics: set[_Topic]) -> set[_Topic]:
    """Of some topics, what the annexes print with two numbers that cannot both be: the city's and those of its own level, say."""
    found: dict[_Topic, list[Interval]] = defaultdict(list)
    for table in indicator_tables(plan):
        for row, cell in cells(table):
            if cell.value is not None and _topic(row, cell) in topics:
                power = 0 if cell.role is CellRole.GROWTH else split_magnitude(row.unit or "")[0]
                found[_topic(row, cell)].append(allowed(cell.value).scaled(Decimal(1).scaleb(power)))
    return {topic for topic, ranges in found.items() if not all(one.overlaps(ranges[0]) for one in ranges)}


def _topic_of(binding: Binding) -> _Topic:
    return binding.code or binding.name, binding.role, binding.year, binding.modality


def _topic(row: TableRow, cell: TableCell) -> _Topic:
    return row.code or row.indicator + row.measure, cell.role, cell.year, cell.modality


def _of_one_scope(
    said: list[Counterpart], placed: Set[int], neighbours: Mapping[int, tuple[Statement, ...]], *, is_divided: bool
) -> Iterator[Counterpart]:
    """Those about what the row is about: of several numbers the text has, only one that could be a slip of the row's.

    ``placed`` are the statements whose number some cell prints, by where they start; ``is_divided`` tells that the text
    has numbers of the city's own level, say, beside these: where it tells scopes apart, a row may be about any.
    """
    values = {in_plain_units(pair.statement.value, pair.statement.unit)[0] for pair in said}
    told = {pair.statement.value for pair in said if pair.is_same}
    for pair in said:
        if pair.is_certain and (pair.is_same or (len(values) == 1 and not is_divided and pair.is_of_one_size)):
            yield pair
            continue
        # Two annexes and two sentences, each with the other's like: nothing is left to ask.
        is_settled = bool(told) and pair.statement.span.start in placed
        is_repeated = not told or pair.statement.value in told
        is_asked = _is_miswritten(pair, neighbours) or (is_repeated and pair.is_wan_for_yi)
        if pair.is_same or (is_asked and not is_settled):
            # Where another sentence gives the row's number, this one may well be about a part of it.
            yield replace(pair, is_certain=pair.is_certain and not told)


def _is_miswritten(pair: Counterpart, neighbours: Mapping[int, tuple[Statement, ...]]) -> bool:
    """Whether the number looks like a slip, or the one beside it is the row's: after 分别 two have changed places."""
    one = pair.statement
    return (
        pair.is_slip
        or pair.is_opposite
        or any(
            (other.aspect, other.unit, other.value) == (one.aspect, one.unit, pair.cell.value)
            for other in neighbours.get(one.span.start, ())
        )
    )


def _without_tail(coarse: Decimal, unit: str, fine: Decimal) -> bool:
    power, _ = split_magnitude(unit)
    return allowed(coarse, mode=Mode.TRUNCATED).scaled(Decimal(1).scaleb(power)).overlaps(point(fine))


def _is_plain(statement: Statement) -> bool:
    # An average over years is no growth of one year, and a guessed subject is no ground for an error.
    return statement.basis in {None, "yoy"} and Doubt.SUBJECT_GUESSED not in statement.doubts
