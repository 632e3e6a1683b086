"""Indicator rows (指标行): the lines of a table, each an indicator with its values."""

from collections.abc import Iterator
from dataclasses import replace

from taizhang.paper.spans import Span
from taizhang.paper.tables.boxes import Box
from taizhang.paper.tables.codes import RowCodes, total_code
from taizhang.paper.tables.heads import Column, ColumnSort
from taizhang.paper.tables.lines import TableLine, read_lines
from taizhang.paper.tables.table import TableRow
from taizhang.paper.tables.values import Frame, read_attributes, read_cells, unit_of


def indicator_rows(frame: Frame) -> Iterator[TableRow]:
    """One row a line: the names down the side are indicators."""
    measure = next(iter(_named_measures(frame)), "")
    codes = RowCodes(frame.setting.title, measure)
    for line in read_lines(frame.sheet, frame.columns):
        code, unit = codes.code_of(line.label.name), unit_of(line, frame)
        yield TableRow(
            group=line.group,
            marker=line.label.marker,
            label=line.label.text.rstrip(),
            indicator=line.label.name,
            unit=unit,
            code=code,
            cells=tuple(read_cells(line, frame, code, unit)),
            attributes=read_attributes(line, frame),
            span=_span(line),
            measure=measure,
        )


def cross_rows(frame: Frame) -> Iterator[TableRow]:
    """One row for each line and measure: the names down the side are regions or parts, the columns are indicators."""
    for line in read_lines(frame.sheet, frame.columns):
        for measure in _measures(frame):
            part = replace(line, boxes=tuple(_boxes_under(measure, line, frame)))
            code, unit = total_code(line.label.name, measure), unit_of(part, frame)
            yield TableRow(
                group=line.label.text.strip(),
                marker=None,
                label=measure,
                indicator=measure,
                unit=unit,
                code=code,
                cells=tuple(read_cells(part, frame, code, unit)),
                attributes=read_attributes(part, frame),
                span=_span(line),
            )


def _boxes_under(measure: str, line: TableLine, frame: Frame) -> Iterator[Box]:
    """The boxes under the heads of a measure, and those to their right that belong to no other."""
    owner: str | None = None
    for box in line.boxes:
        column = frame.columns[box.left]
        owner = _measure(column) if column.sort is ColumnSort.VALUE else owner
        if owner in {measure, None}:
            yield box


def is_cross(frame: Frame) -> bool:
    """Whether the columns rather than the rows are indicators."""
    return len(_named_measures(frame)) > 1


def _measures(frame: Frame) -> list[str]:
    """The measures of the columns, left to right; a column that names none is its own."""
    return list(dict.fromkeys(_measure(column) for column in frame.columns if column.sort is ColumnSort.VALUE))


def _named_measures(frame: Frame) -> list[str]:
    return list(
        dict.fromkeys(c.meaning.measure for c in frame.columns if c.sort is ColumnSort.VALUE and c.meaning.measure)
    )


def _measure(column: Column) -> str:
    return column.meaning.measure or "/".join(column.head)


def _span(line: TableLine) -> Span:
    boxes = [box for box in line.boxes if box.words]
    return Span(min(box.span.start for box in boxes), max(box.span.end for box in boxes))
