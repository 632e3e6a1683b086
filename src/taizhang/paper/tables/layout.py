"""Layout (版面): a grid as tables of head rows and body rows, one table at a time.

What a format calls one table may be several: one under the other with titles between, or side by side under the same
heads. Each becomes a ``Sheet``, with the title and the 单位：… printed inside the grid taken off.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from taizhang.paper.blocks.block import TableBlock
from taizhang.paper.spans import Span
from taizhang.paper.tables.bands import Band, find_bands
from taizhang.paper.tables.boxes import Box, Row, boxes_of, printed, rows_of
from taizhang.paper.tables.captions import read_captions
from taizhang.paper.tables.vocabulary import is_label_head


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sheet (一张表): the head and body rows of one table, every row as long as the others.

    Attributes:
        title, unit: printed above or inside the grid, else None.
        span: from its first cell to its last.
        heads, body: its rows.
    """

    title: str | None
    unit: str | None
    span: Span
    heads: tuple[Row, ...]
    body: tuple[Row, ...]

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.body[0])

    def chain(self, left: int, right: int) -> tuple[str, ...]:
        """The heads that stand over all of the columns, top to bottom."""
        words: list[str] = []
        for row in self.heads:
            box = row[left]
            if box is not None and box.words and right <= box.right and box.words not in words[-1:]:
                words.append(box.words)
        return tuple(words)


def split_sheets(text: str, block: TableBlock) -> list[Sheet]:
    """The tables of a grid, in order; one of nothing but a body where no head can be told."""
    rows = rows_of(text, block.grid)
    bands = find_bands(rows)
    ends = [*(band.caption for band in bands[1:]), len(rows)]
    sheets: list[Sheet] = []
    for number, (band, end) in enumerate(zip(bands, ends, strict=False)):
        sheet = _sheet(rows[band.head : band.body], _body(rows, band, end), 0, block.grid.column_count)
        if sheet is not None:
            sheets.extend(_side_by_side(_captioned(sheet, rows, band, block if number == 0 else None)))
    return sheets or [Sheet(block.title, block.unit_note, block.span, (), tuple(rows))]


def _captioned(sheet: Sheet, rows: Sequence[Row], band: Band, block: TableBlock | None) -> Sheet:
    """The sheet with its caption; what is printed above the grid belongs to the first table of it."""
    title, unit = read_captions([[box.text for box in printed(row)] for row in rows[band.caption : band.head]])
    if block is not None:
        title, unit = title or block.title, unit or block.unit_note
    return replace(sheet, title=title, unit=unit)


def _body(rows: Sequence[Row], band: Band, end: int) -> list[Row]:
    """The body without heads that are printed again at the top of a page."""
    heads = {_words(row) for row in rows[band.head : band.body]}
    return [row for row in rows[band.body : end] if _words(row) not in heads]


def _words(row: Row) -> tuple[str, ...]:
    return tuple(box.words for box in printed(row))


def _sheet(heads: Sequence[Row], body: Sequence[Row], start: int, end: int) -> Sheet | None:
    """A sheet of those columns between two that something is printed in."""
    rows = [*heads, *(row for row in body if printed(row[start:end]))]
    boxes = [box for row in rows for box in printed(row[start:end])]
    if not boxes or len(rows) == len(heads):
        return None
    columns = sorted({max(box.left, start) for box in boxes})
    moved: dict[int, Box] = {}
    for box in (box for row in rows for box in boxes_of(row[start:end])):
        moved[id(box)] = replace(box, left=bisect_left(columns, box.left), right=bisect_left(columns, box.right))
    picked = [tuple(None if (here := row[at]) is None else moved[id(here)] for at in columns) for row in rows]
    span = Span(min(box.span.start for box in boxes), max(box.span.end for box in boxes))
    return Sheet(None, None, span, tuple(picked[: len(heads)]), tuple(picked[len(heads) :]))


def _side_by_side(sheet: Sheet) -> Iterator[Sheet]:
    """The halves of a table whose column of names comes again further right."""
    names = [box.words if box else "" for box in sheet.heads[-1]]
    starts = [at for at, name in enumerate(names) if name == names[0] and is_label_head(name)]
    if len(starts) < 2:
        yield sheet
        return
    for start, end in zip(starts, [*starts[1:], sheet.width], strict=True):
        half = _sheet(sheet.heads, sheet.body, start, end)
        if half is not None:
            yield replace(half, title=sheet.title, unit=sheet.unit)
