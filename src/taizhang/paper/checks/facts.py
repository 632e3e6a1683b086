"""Facts (可核数): statements and table cells in one shape, so that a rule can compare them wherever they stand."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from taizhang.paper.plan import Plan
from taizhang.paper.quantities.magnitudes import in_plain_units
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.spans import Span
from taizhang.paper.statements.statement import Statement
from taizhang.paper.tables.table import CellKind, Table, TableCell, TableKind, TableRow

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Fact:
    """Fact (可核数): one printed number about one indicator.

    Attributes:
        key: what two facts must share to be about the same thing: the catalogue code, else the subject's words.
        name: the subject in the document's words.
        role: ``level``, ``growth``, ``change`` or ``rank``.
        period: what it is about, None where unknown.
        modality: ``actual`` or ``target``.
        value, value_high, unit, bound: as printed.
        span: where it stands.
        plain: value and unit without the magnitude: 7000万元 and 0.7亿元 are the same.
        statement: the statement it is, None for a table cell.
        cell, row, table: the cell it is and where it stands, None for a statement.
    """

    key: str
    name: str
    role: str
    period: str | None
    modality: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    bound: Bound
    span: Span
    plain: tuple[Decimal, str]
    statement: Statement | None = None
    cell: TableCell | None = None
    row: TableRow | None = None
    table: Table | None = None

    @property
    def is_in_table(self) -> bool:
        """Whether it stands in an annex table rather than in running text."""
        return self.cell is not None


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts (全部可核数): every fact of one plan, in order, and by what they are about.

    Attributes:
        everything: running text first, then the tables.
        by_key: facts that share a key, in order.
        by_sentence: facts of the running text by the start of their sentence, in order.
    """

    everything: tuple[Fact, ...]
    by_key: Mapping[str, tuple[Fact, ...]]
    by_sentence: Mapping[int, tuple[Fact, ...]]


def gather_facts(plan: Plan) -> Facts:
    """Every number of a plan in one shape."""
    everything = (*map(_of_statement, plan.statements), *_of_tables(plan.tables))
    by_key: dict[str, list[Fact]] = defaultdict(list)
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for fact in everything:
        by_key[fact.key].append(fact)
        if fact.statement is not None:
            by_sentence[fact.statement.sentence.start].append(fact)
    return Facts(everything, _frozen(by_key), _frozen(by_sentence))


def _of_statement(statement: Statement) -> Fact:
    return Fact(
        key=statement.indicator or statement.subject,
        name=statement.subject,
        role=statement.aspect.value,
        period=statement.period,
        modality=statement.modality.value,
        value=statement.value,
        value_high=statement.value_high,
        unit=statement.unit,
        bound=statement.bound,
        span=statement.span,
        plain=in_plain_units(statement.value, statement.unit),
        statement=statement,
    )


def _of_tables(tables: tuple[Table, ...]) -> tuple[Fact, ...]:
    return tuple(
        _of_cell(table, row, cell)
        for table in tables
        if table.kind is TableKind.INDICATORS
        for row in table.rows
        for cell in row.cells
        if cell.kind is CellKind.NUMBER and cell.value is not None
    )


def _of_cell(table: Table, row: TableRow, cell: TableCell) -> Fact:
    assert cell.value is not None, "numbers only"
    unit = "%" if cell.role.value == "growth" else row.unit or ""
    return Fact(
        key=row.code or row.indicator,
        name=row.indicator,
        role=cell.role.value,
        period=cell.year,
        modality=cell.modality,
        value=cell.value,
        value_high=cell.value_high,
        unit=unit,
        bound=cell.bound,
        span=cell.span,
        plain=in_plain_units(cell.value, unit),
        cell=cell,
        row=row,
        table=table,
    )


def _frozen(groups: dict[Key, list[Fact]]) -> dict[Key, tuple[Fact, ...]]:
    return {key: tuple(facts) for key, facts in groups.items()}
