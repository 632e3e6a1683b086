"""Values of a row (行内取值): boxes under heads of values become table cells, the others attributes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from taizhang.paper.indicators.catalogue import indicators
from taizhang.paper.spans import Span
from taizhang.paper.tables.boxes import Box
from taizhang.paper.tables.cells import Value, is_unit, read_amount, read_pair, read_value
from taizhang.paper.tables.heads import Column, ColumnSort
from taizhang.paper.tables.layout import Sheet
from taizhang.paper.tables.lines import TableLine
from taizhang.paper.tables.meaning import Meaning, read_meaning, settle
from taizhang.paper.tables.setting import Setting
from taizhang.paper.tables.table import Attribute, CellRole, TableCell
from taizhang.paper.tables.vocabulary import is_growth_head, is_level_head

_PERCENT = frozenset("%％")
_GROWTH_NAMES = ("增速", "增长速度", "增长率", "增长", "增幅", "涨幅", "涨跌幅")


@dataclass(frozen=True, slots=True)
class Frame:
    """Frame (表框): what every row of a table is read against."""

    sheet: Sheet
    columns: tuple[Column, ...]
    setting: Setting

    @property
    def is_growth(self) -> bool:
        """Whether every value is a growth: the title says so, and no head tells growth from level."""
        return self.setting.is_growth and all(column.meaning.role is None for column in self.columns)


def unit_of(line: TableLine, frame: Frame) -> str | None:
    """The unit of a row's level: in its own column, in its name, in a head, behind a number, above the table."""
    in_column = [
        box.text.strip() for box in line.boxes if frame.columns[box.left].sort is ColumnSort.UNIT and box.words
    ]
    if in_column or line.label.unit:
        return in_column[0] if in_column else line.label.unit
    levels = [
        (column.meaning.unit, read_amount(box.text).unit)
        for box in line.boxes
        if (column := frame.columns[box.left]).sort is ColumnSort.VALUE and column.meaning.role is not CellRole.GROWTH
    ]
    printed = [unit for pair in levels for unit in pair if unit and unit != "%"]
    if printed:
        return printed[0]
    above = frame.setting.unit
    return above if above and is_unit(above) else None


def read_cells(line: TableLine, frame: Frame, code: str | None, unit: str | None) -> Iterator[TableCell]:
    """The values of a row, left to right; a cell merged over both years is a value of either."""
    hint = _role_beside(line, frame)
    for box in line.boxes:
        if frame.columns[box.left].sort is not ColumnSort.VALUE or box is line.name:
            continue
        for head, meaning in _meanings(box, frame):
            said = meaning.role or hint
            for part in _parts(box, is_open=said is None):
                yield TableCell(
                    role=said or part.role or _role_of(part.value, line, frame, code, unit),
                    year=meaning.year,
                    modality=meaning.modality or "actual",
                    kind=part.value.kind,
                    text=part.text,
                    value=part.value.number,
                    value_high=part.value.high,
                    bound=part.value.bound,
                    span=part.span,
                    head=head,
                )


class _Part(NamedTuple):
    """A value in a cell; the role where the cell itself tells it."""

    text: str
    span: Span
    value: Value
    role: CellRole | None


def _parts(box: Box, *, is_open: bool) -> Iterator[_Part]:
    """The values of a cell: one, or an amount and its growth where no head says which is meant."""
    pair = read_pair(box.text) if is_open else None
    if pair is None:
        yield _Part(box.text.strip(), box.span, read_value(box.text), None)
        return
    for role, (start, end, value) in zip((CellRole.LEVEL, CellRole.GROWTH), pair, strict=True):
        yield _Part(box.text[start:end], Span(box.span.start + start, box.span.start + end), value, role)


def read_attributes(line: TableLine, frame: Frame) -> tuple[Attribute, ...]:
    """The cells of a row that are no values of its indicator."""
    return tuple(
        Attribute("/".join(frame.columns[box.left].head), box.text.strip(), box.span)
        for box in line.boxes
        if frame.columns[box.left].sort is ColumnSort.ATTRIBUTE and box.words and box is not line.name
    )


def _meanings(box: Box, frame: Frame) -> Iterator[tuple[tuple[str, ...], Meaning]]:
    columns = frame.columns[box.left : box.right]
    if len(columns) == 1:
        yield columns[0].head, columns[0].meaning
        return
    chain = frame.sheet.chain(box.left, box.right)
    if chain:
        yield chain, settle(read_meaning(chain, frame.setting), frame.setting)
        return
    seen = set()
    for column in columns:
        key = (column.meaning.year, column.meaning.modality)
        if column.sort is ColumnSort.VALUE and key not in seen:
            seen.add(key)
            yield column.head, Meaning(None, *key)


def _role_beside(line: TableLine, frame: Frame) -> CellRole | None:
    """The role that another cell of the row says in so many words: 增长率, 绝对值."""
    for box in line.boxes:
        if frame.columns[box.left].sort is ColumnSort.ATTRIBUTE and 2 <= len(box.words) <= 6:
            if is_growth_head(box.words):
                return CellRole.GROWTH
            if is_level_head(box.words):
                return CellRole.LEVEL
    return None


def _role_of(value: Value, line: TableLine, frame: Frame, code: str | None, unit: str | None) -> CellRole:
    """The role of a value whose heads do not tell: what the title, the name, the number and the unit say."""
    entry = indicators()[code] if code else None
    name = line.label.name
    is_named_so = entry is not None and entry.name.endswith(_GROWTH_NAMES)
    if frame.is_growth or value.is_change or (name.endswith(_GROWTH_NAMES) and not is_named_so):
        return CellRole.GROWTH
    is_percent = value.unit == "%" or (unit in _PERCENT and not value.unit)
    if is_percent and entry is not None and entry.units[0] != "%":
        return CellRole.GROWTH
    return CellRole.LEVEL
