"""Counterparts (文表对应): a number of the running text beside the annex cell about the same value, for the rules that hold them together."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from taizhang.paper.bindings.binding import Agreement
from taizhang.paper.bindings.comparison import compare
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Severity, Verdict
from taizhang.paper.checks.intervals import Mode, allowed, point
from taizhang.paper.checks.rule import Details
from taizhang.paper.quantities.magnitudes import in_plain_units, split_magnitude
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.statements.statement import Doubt, Statement
from taizhang.paper.tables.table import CellRole, TableCell, TableRow

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

    @property
    def is_opposite(self) -> bool:
        """Whether the two differ in nothing but the sign."""
        said, shown = self._plain()
        return said == -shown and said != 0

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


def counterparts(case: Case, modality: str, role: CellRole | None = None) -> Iterator[Counterpart]:
    """The counterparts of one manner, and of one role where that is asked for, in the annex's order."""
    for binding in case.bindings:
        row, cell = binding.row, binding.cell
        if row is None or cell is None or cell.value is None or binding.modality != modality:
            continue
        if role is not None and cell.role is not role:
            continue
        for statement in filter(_is_certain, binding.statements):
            yield Counterpart(statement, row, cell, compare(statement, cell, row.unit))


def disagreement(pair: Counterpart) -> Details:
    """How a finding about two numbers that differ is told; a tail cut off asks less than another number."""
    severity = Severity.WARNING if pair.verdict is Verdict.TRUNCATION else Severity.ERROR
    return {"computed": {"正文": pair.in_text, "附表": pair.in_annex}, "verdict": pair.verdict, "severity": severity}


def printed(value: Decimal, high: Decimal | None, unit: str, bound: Bound) -> str:
    """A number in one way whatever the way it was written: 10%以上."""
    number = f"{value:f}" if high is None else f"{value:f}—{high:f}"
    return f"{_BEFORE.get(bound, '')}{number}{unit}{_AFTER.get(bound, '')}"


def _without_tail(coarse: Decimal, unit: str, fine: Decimal) -> bool:
    power, _ = split_magnitude(unit)
    return allowed(coarse, mode=Mode.TRUNCATED).scaled(Decimal(1).scaleb(power)).overlaps(point(fine))


def _is_certain(statement: Statement) -> bool:
    # An average over years is no growth of one year, and a guessed subject is no ground for an error.
    return statement.basis in {None, "yoy"} and Doubt.SUBJECT_GUESSED not in statement.doubts
