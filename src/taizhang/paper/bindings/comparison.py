"""Comparison (比对): whether a statement and a table cell say the same number, each as exactly as it was printed."""

from decimal import Decimal
from typing import NamedTuple

from taizhang.paper.bindings.binding import Agreement
from taizhang.paper.quantities.magnitudes import decimals, in_plain_units, split_magnitude
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.quantities.units import Family, match_unit
from taizhang.paper.statements.statement import Modality, Statement
from taizhang.paper.tables.table import CellRole, TableCell

_ABOVE = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})


class _Number(NamedTuple):
    """A number without its magnitude, and half of its last printed digit."""

    value: Decimal
    tolerance: Decimal


def is_comparable(statement: Statement, cell: TableCell, unit: str | None) -> bool:
    """Whether both are amounts of the same thing: 亿元 and 万元 are, 亿元 and % are not; any two counts are."""
    if cell.role is CellRole.GROWTH:
        return statement.unit == "%"
    if unit is None:
        return True
    said, printed = _plain_unit(statement.unit), _plain_unit(unit)
    return said == printed or (_is_count(said) and _is_count(printed))


def compare(statement: Statement, cell: TableCell, unit: str | None) -> Agreement:
    """Whether a statement and a number in a cell agree; a result that is said to be more than it was does not differ."""
    if cell.value is None:
        return Agreement.ONLY_TEXT
    cell_unit = statement.unit if cell.role is CellRole.GROWTH or unit is None else unit
    said, printed = _number(statement.value, statement.unit), _number(cell.value, cell_unit)
    if _equal(said, printed) and _equal_ends(statement, cell, cell_unit):
        is_same_bound = statement.bound is cell.bound or {statement.bound, cell.bound} <= _ABOVE
        is_result = statement.modality is Modality.ACTUAL
        return Agreement.AGREE if is_same_bound or is_result else Agreement.BOUND_DIFFERS
    return Agreement.AGREE if _is_hedged_result(statement, said, printed) else Agreement.DIFFER


def _is_hedged_result(statement: Statement, said: _Number, printed: _Number) -> bool:
    """突破800亿元 of 804.1: the text gives a bound of the result that the annex prints in full."""
    if statement.modality is not Modality.ACTUAL:
        return False
    if statement.bound in _ABOVE:
        return printed.value >= said.value
    return statement.bound is Bound.NEARLY and printed.value < said.value


def _equal_ends(statement: Statement, cell: TableCell, unit: str) -> bool:
    if statement.value_high is None or cell.value_high is None:
        return statement.value_high is cell.value_high
    return _equal(_number(statement.value_high, statement.unit), _number(cell.value_high, unit))


def _equal(one: _Number, other: _Number) -> bool:
    """Numbers printed alike must be alike; the finer of two rounds to the coarser."""
    if one.tolerance == other.tolerance:
        return one.value == other.value
    return abs(one.value - other.value) <= max(one.tolerance, other.tolerance)


def _number(value: Decimal, unit: str) -> _Number:
    power, _ = split_magnitude(unit)
    plain, _ = in_plain_units(value, unit)
    return _Number(plain, Decimal(5).scaleb(power - decimals(value) - 1))


def _plain_unit(unit: str) -> str:
    return split_magnitude(unit.replace("％", "%"))[1]


def _is_count(unit: str) -> bool:
    match = match_unit(unit, 0)
    return match is not None and match.family is Family.COUNT and match.end == len(unit)
