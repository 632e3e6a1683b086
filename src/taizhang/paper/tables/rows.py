"""Indicator rows (指标行): the lines of a table, each an indicator with its values."""

from collections.abc import Iterator

from taizhang.paper.spans import Span
from taizhang.paper.tables.codes import RowCodes, total_code
from taizhang.paper.tables.heads import ColumnSort
from taizhang.paper.tables.lines import TableLine, read_lines
from taizhang.paper.tables.table import TableRow
from taizhang.paper.tables.values import Frame, read_attributes, read_cells, unit_of


def indicator_rows(frame: Frame) -> Iterator[TableRow]:
    """One row a line: the names down the side are indicators."""
    codes = RowCodes(frame.setting.title, next(iter(_measures(frame)), ""))
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
        )


def cross_rows(frame: Frame) -> Iterator[TableRow]:
    """One row for each line and measure: the names down the side are regions or parts, the columns are indicators."""
    for line in read_lines(frame.sheet, frame.columns):
        for measure in _measures(frame):
            columns = [column for column in frame.columns if column.meaning.measure == measure]
            code = total_code(line.label.name, measure)
            unit = next((column.meaning.unit for column in columns if column.meaning.unit), None) or unit_of(
                line, frame
            )
            heads = {column.head for column in columns}
            cells = tuple(cell for cell in read_cells(line, frame, code, unit) if cell.head in heads)
            yield TableRow(
                group=line.label.text.strip(),
                marker=None,
                label=measure,
                indicator=measure,
                unit=unit,
                code=code,
                cells=cells,
                attributes=read_attributes(line, frame),
                span=_span(line),
            )


def is_cross(frame: Frame) -> bool:
    """Whether the columns rather than the rows are indicators."""
    return len(_measures(frame)) > 1


def _measures(frame: Frame) -> list[str]:
    """The measures that heads of values name, left to right."""
    return list(
        dict.fromkeys(c.meaning.measure for c in frame.columns if c.sort is ColumnSort.VALUE and c.meaning.measure)
    )


def _span(line: TableLine) -> Span:
    boxes = [box for box in line.boxes if box.words]
    return Span(min(box.span.start for box in boxes), max(box.span.end for box in boxes))
