"""Binding text and annex (文表对照): each value of an indicator table beside the statements about the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from taizhang.paper.bindings.binding import Agreement, Binding
from taizhang.paper.bindings.comparison import compare, is_comparable
from taizhang.paper.bindings.names import NameIndex
from taizhang.paper.bindings.scopes import are_at_odds, scope_of, scope_of_title, scopes_of
from taizhang.paper.indicators.lookup import find_indicator
from taizhang.paper.statements.statement import Aspect, Statement
from taizhang.paper.tables.table import CellKind, CellRole, Table, TableCell, TableKind, TableRow

_Scopes = Mapping[int, str | None]

_ROLES = {Aspect.LEVEL: CellRole.LEVEL, Aspect.GROWTH: CellRole.GROWTH}
_REGION = re.compile(r"(?![全我本])[\u4e00-\u9fff]{1,7}?[省市区县州旗](?<!城市)(?<!城区)(?<!地区)")
# The worst is told: one statement that differs is enough.
_WORST_FIRST = (Agreement.DIFFER, Agreement.ONLY_TEXT, Agreement.BOUND_DIFFERS, Agreement.AGREE)


class _Key(NamedTuple):
    """What text and annex must share to be about the same value."""

    indicator: str
    role: CellRole
    year: str | None
    modality: str


class _Line(NamedTuple):
    """A row of an annex, and the scope that it or the title above it names."""

    row: TableRow
    scope: str | None


def bind(tables: Sequence[Table], statements: Sequence[Statement], region: str | None = None) -> tuple[Binding, ...]:
    """Text and annex side by side: the annex cell by cell as printed, then what only the text says.

    ``region`` is the document's own; a statement about another (邻县) is about no row of its annex.
    """
    lines = [line for table in tables if table.kind is TableKind.INDICATORS for line in _lines(table, region)]
    said = _said([line.row for line in lines], statements, region)
    scopes = scopes_of(statements, region)
    bound = [binding for line in lines for binding in _bind_row(line, said, scopes)]
    told = {id(statement) for binding in bound for statement in binding.statements}
    return (*bound, *_only_text(lines, said, told, scopes))


def _lines(table: Table, region: str | None) -> Iterator[_Line]:
    titled = scope_of_title(table.title or "", region)
    return (_Line(row, scope_of(row.indicator, region) or titled) for row in _whole_rows(table))


def _whole_rows(table: Table) -> Iterator[TableRow]:
    """The rows about the region itself; of a cross table only the total, for the others are about its parts."""
    spans = Counter(row.span for row in table.rows)
    return (row for row in table.rows if spans[row.span] == 1 or row.code)


def _full_name(row: TableRow) -> str:
    return row.indicator + row.measure


def _said(rows: Sequence[TableRow], statements: Sequence[Statement], region: str | None) -> dict[_Key, list[Statement]]:
    """The statements by what they are about: the catalogue's indicator, else the row with the most similar name."""
    # A subject is mostly told of twice and more: how much, and by how much it grew.
    nearest = cache(NameIndex(_full_name(row) for row in rows if row.code is None).nearest)
    said: dict[_Key, list[Statement]] = defaultdict(list)
    for statement in statements:
        role = _ROLES.get(statement.aspect)
        if role is None or statement.period is None or is_elsewhere(statement, region):
            continue
        indicator = statement.indicator or nearest(statement.subject)
        if indicator is not None:
            said[_Key(indicator, role, statement.period, statement.modality)].append(statement)
    return said


def is_elsewhere(statement: Statement, region: str | None) -> bool:
    """Whether the subject names another region before its indicator: 邻县地区生产总值."""
    match = _REGION.match(statement.subject)
    if match is None or statement.indicator is None or (region and region.endswith(match[0])):
        return False
    return find_indicator(statement.subject[match.end() :]) == statement.indicator


def _bind_row(line: _Line, said: dict[_Key, list[Statement]], scopes: _Scopes) -> Iterator[Binding]:
    row = line.row
    for cell in row.cells:
        key = _Key(row.code or _full_name(row), cell.role, cell.year, cell.modality)
        about = tuple(
            statement
            for statement in said.get(key, ())
            if is_comparable(statement, cell, row.unit) and not are_at_odds(scopes[statement.span.start], line.scope)
        )
        if about or cell.kind is not CellKind.BLANK:
            yield Binding(
                code=row.code,
                name=row.indicator,
                role=cell.role,
                year=cell.year,
                modality=cell.modality,
                row=row,
                cell=cell,
                statements=about,
                agreement=_agreement(about, cell, row.unit),
            )


def _agreement(about: Sequence[Statement], cell: TableCell, unit: str | None) -> Agreement:
    if not about:
        return Agreement.ONLY_TABLE
    found = {compare(statement, cell, unit) for statement in about}
    return next(agreement for agreement in _WORST_FIRST if agreement in found)


def _only_text(
    lines: Sequence[_Line], said: dict[_Key, list[Statement]], told: set[int], scopes: _Scopes
) -> Iterator[Binding]:
    line_of = {line.row.code or _full_name(line.row): line for line in reversed(lines)}
    for key, statements in said.items():
        line = line_of.get(key.indicator)
        left: dict[bool, list[Statement]] = defaultdict(list)
        for statement in statements:
            if id(statement) not in told:
                is_of_row = line is not None and not are_at_odds(scopes[statement.span.start], line.scope)
                left[is_of_row].append(statement)
        for is_of_row, those in left.items():
            row = line.row if line and is_of_row else None
            yield Binding(
                code=those[0].indicator,
                name=row.indicator if row else those[0].subject,
                role=key.role,
                year=key.year,
                modality=key.modality,
                row=row,
                cell=None,
                statements=tuple(those),
                agreement=Agreement.ONLY_TEXT,
            )
