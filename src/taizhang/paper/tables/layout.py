"""Layout (版面): a grid as rows of boxes, merged cells resolved, one table at a time.

What a format calls one table may be several: one under the other with titles between, or side by side under the same
heads. Each becomes a ``Sheet``, with the title and the 单位：… printed inside the grid taken off.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from taizhang.paper.blocks.block import TableBlock
from taizhang.paper.documents.document import Grid
from taizhang.paper.spans import Span
from taizhang.paper.tables.captions import read_captions
from taizhang.paper.tables.cells import is_number
from taizhang.paper.tables.vocabulary import is_label_head, is_region_head, is_serial_head

_DEEPEST_HEAD = 4


@dataclass(frozen=True, slots=True)
class Box:
    """Box (格): a cell with its words and the rows and columns it covers, ends exclusive.

    Attributes:
        words: without blanks and line breaks.
        text: as printed.
        span: where it stands.
        top, left, right: its first row, its columns.
    """

    words: str
    text: str
    span: Span
    top: int
    left: int
    right: int


Row = tuple[Box | None, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sheet (一张表): the head and body rows of one table, every row as long as the others.

    Attributes:
        title, unit: printed above or inside the grid, else None.
        span: from its first cell to its last.
        heads, body: rows of boxes; a merged box stands at every place it covers.
    """

    title: str | None
    unit: str | None
    span: Span
    heads: tuple[Row, ...]
    body: tuple[Row, ...]

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.heads[0]) if self.heads else len(self.body[0]) if self.body else 0

    def chain(self, left: int, right: int) -> tuple[str, ...]:
        """The heads that stand over all of the columns, top to bottom."""
        words: list[str] = []
        for row in self.heads:
            box = row[left]
            if (
                box is not None
                and box.words
                and box.left <= left
                and right <= box.right
                and box.words not in words[-1:]
            ):
                words.append(box.words)
        return tuple(words)


def split_sheets(text: str, block: TableBlock) -> Iterator[Sheet]:
    """The tables of a grid, in order."""
    rows = _rows(text, block.grid)
    starts = _head_rows(rows)
    for number, (first, head, body) in enumerate(starts):
        last = starts[number + 1][0] if number + 1 < len(starts) else len(rows)
        title, unit = read_captions([[box.text for box in _boxes(row)] for row in rows[first:head]])
        if number == 0:
            title, unit = title or block.title, unit or block.unit_note
        sheet = _sheet(rows[head:body], _without_repeats(rows[body:last], rows[head:body]), 0, block.grid.column_count)
        if sheet is not None:
            yield from _side_by_side(replace(sheet, title=title, unit=unit))


def whole_sheet(text: str, block: TableBlock) -> Sheet:
    """A grid whose heads cannot be told, as a sheet of nothing but a body."""
    rows = _rows(text, block.grid)
    return Sheet(block.title, block.unit_note, block.span, (), tuple(tuple(row) for row in rows))


def distinct(row: Sequence[Box | None]) -> list[Box]:
    """The boxes of a row that have words, each once, left to right."""
    return [box for box in _boxes(row) if box.words]


def _boxes(row: Sequence[Box | None]) -> list[Box]:
    return [box for at, box in enumerate(row) if box is not None and (at == 0 or row[at - 1] is not box)]


def _rows(text: str, grid: Grid) -> list[list[Box | None]]:
    rows: list[list[Box | None]] = [[None] * grid.column_count for _ in range(grid.row_count)]
    for cell in grid.cells:
        words = cell.span.quote(text)
        right = min(cell.column + cell.column_span, grid.column_count)
        box = Box("".join(words.split()), words, cell.span, cell.row, cell.column, right)
        for row in rows[cell.row : cell.row + cell.row_span]:
            row[cell.column : right] = [box] * (right - cell.column)
    return rows


def _head_rows(rows: list[list[Box | None]]) -> list[tuple[int, int, int]]:
    """For each table: where its caption, its head and its body begin."""
    found: list[tuple[int, int, int]] = []
    at = 0
    while at < len(rows):
        if _opens_head(rows[at], is_first=not found):
            body = _body_start(rows, at)
            first = _caption_start(rows, at, found[-1][2] if found else 0)
            if not found or first < at:
                found.append((0 if not found else first, at, body))
            at = body
        else:
            at += 1
    return found


def _opens_head(row: list[Box | None], *, is_first: bool) -> bool:
    """Whether a row begins the head of a table: names of columns, no numbers but years."""
    boxes = distinct(row)
    if len(boxes) < 2 or any(_is_figure(box) for box in boxes[1:]):
        return False
    name = boxes[0].words
    return is_label_head(name) or is_serial_head(name) or is_region_head(name) or is_first


def _is_figure(box: Box) -> bool:
    is_year = len(box.words) == 4 and box.words[:2] in {"19", "20"} and box.words.isdigit()
    return is_number(box.words) and not is_year


def _body_start(rows: list[list[Box | None]], head: int) -> int:
    """The row after the head: further head rows have no numbers, and nothing new in the first column."""
    at = head + 1
    while at < min(len(rows), head + _DEEPEST_HEAD):
        boxes = distinct(rows[at])
        first, above = rows[at][0], rows[head][0]
        is_under = (
            first is None or first is above or not first.words or (above is not None and first.words == above.words)
        )
        if not boxes or not is_under or any(_is_figure(box) for box in boxes):
            break
        at += 1
    return at


def _caption_start(rows: list[list[Box | None]], head: int, floor: int) -> int:
    """The first of the rows directly above a head that hold one cell of words or none."""
    at = head
    while at > floor and len(distinct(rows[at - 1])) <= 1:
        at -= 1
    return at


def _without_repeats(body: list[list[Box | None]], heads: list[list[Box | None]]) -> list[list[Box | None]]:
    """The body without heads printed again at the top of a page."""
    printed = {tuple(box.words for box in distinct(row)) for row in heads}
    return [row for row in body if distinct(row) and tuple(box.words for box in distinct(row)) not in printed]


def _sheet(
    heads: Sequence[Sequence[Box | None]], body: Sequence[Sequence[Box | None]], start: int, end: int
) -> Sheet | None:
    """A sheet of those columns between two that something is printed in."""
    body = [row for row in body if distinct(row[start:end])]
    boxes = [box for row in (*heads, *body) for box in distinct(row[start:end])]
    if not boxes or not body:
        return None
    columns = sorted({max(box.left, start) for box in boxes})
    moved: dict[int, Box] = {}
    for box in (box for row in (*heads, *body) for box in _boxes(row[start:end])):
        moved[id(box)] = replace(box, left=bisect_left(columns, box.left), right=bisect_left(columns, box.right))
    rows = [tuple(None if (here := row[at]) is None else moved[id(here)] for at in columns) for row in (*heads, *body)]
    span = Span(min(box.span.start for box in boxes), max(box.span.end for box in boxes))
    return Sheet(None, None, span, tuple(rows[: len(heads)]), tuple(rows[len(heads) :]))


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
