"""Columns (分栏): the reading order of what stands on a page, one column after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from taizhang.paper.documents.pdf.pages import Box, Page
from taizhang.paper.documents.pdf.runs import Row
from taizhang.paper.documents.pdf.tables import PrintedTable

_FEWEST_LINES = 5
# A column of prose is filled to this share of its measure.
_FILLED = 0.6
# And is at least this share of the whole measure wide.
_NARROWEST = 0.25
# Shares of the measure between which the gutter is looked for, and in how many steps.
_FIRST, _LAST, _STEPS = 0.25, 0.75, 50
# In points.
_GUTTER = 3.0


@dataclass(frozen=True, slots=True)
class Item:
    """Item (版面单元): a row, table or box with the room it takes.

    Attributes:
        thing: what it is.
        left, right, top: the room it takes on the sheet.
    """

    thing: Row | PrintedTable | Box
    left: float
    right: float
    top: float

    @property
    def stretches(self) -> list[tuple[float, float]]:
        """What of its width it covers."""
        if isinstance(self.thing, tuple):
            return [(run.left, run.right) for run in self.thing]
        return [(self.left, self.right)]


Column = list[Item]


def reading_order(page: Page, row_count: int) -> list[Column]:
    """What stands on the page, column by column; of its rows the first so many (notes follow them)."""
    items = [_row_item(row) for row in page.rows[:row_count]]
    items += [Item(table, table.across[0], table.across[-1], table.top) for table in page.tables]
    items += [Item(box, box.frame.across[0], box.frame.across[-1], box.frame.down[0]) for box in page.boxes]
    return _columns(sorted(items, key=lambda item: item.top)) if items else []


def _row_item(row: Row) -> Item:
    return Item(row, row[0].left, row[-1].right, row[0].baseline)


def _columns(items: Column) -> list[Column]:
    split = _split(items)
    if split is None:
        return [items]
    first, last, gutter = split
    left = [part for item in items[first:last] for part in _side(item, gutter, True)]
    right = [part for item in items[first:last] for part in _side(item, gutter, False)]
    before = [items[:first]] if first else []
    return [*before, *_columns(left), *_columns(right), *(_columns(items[last:]) if items[last:] else [])]


def _split(items: Column) -> tuple[int, int, float] | None:
    """The longest stretch of items that a gutter parts in two columns: its ends and the gutter's place."""
    left, right = min(item.left for item in items), max(item.right for item in items)
    best: tuple[int, int, float] | None = None
    for step in range(_STEPS + 1):
        gutter = left + (right - left) * (_FIRST + (_LAST - _FIRST) * step / _STEPS)
        for first, last in _free_stretches(items, gutter):
            is_longer = best is None or last - first > best[1] - best[0]
            if is_longer and _are_columns(items[first:last], gutter):
                best = (first, last, gutter)
    return best


def _free_stretches(items: Column, gutter: float) -> Iterator[tuple[int, int]]:
    """Ends of the stretches of items that a gutter does not cut through."""
    start = 0
    for index, item in enumerate(items):
        if _covers(item, gutter):
            if start < index:
                yield start, index
            start = index + 1
    if start < len(items):
        yield start, len(items)


def _covers(item: Item, gutter: float) -> bool:
    return any(left - _GUTTER < gutter < right + _GUTTER for left, right in item.stretches)


def _are_columns(items: Column, gutter: float) -> bool:
    """Whether both sides are running words."""
    stretches = [stretch for item in items for stretch in item.stretches]
    sides = ([s for s in stretches if s[1] < gutter], [s for s in stretches if s[0] > gutter])
    if min(len(side) for side in sides) < _FEWEST_LINES:
        return False
    measure = max(right for _, right in stretches) - min(left for left, _ in stretches)
    return all(_is_filled(side, _NARROWEST * measure) for side in sides)


def _is_filled(side: Sequence[tuple[float, float]], narrowest: float) -> bool:
    measure = max(right for _, right in side) - min(left for left, _ in side)
    widths = sorted(right - left for left, right in side)
    return measure >= narrowest and widths[len(widths) // 2] >= _FILLED * measure


def _side(item: Item, gutter: float, is_left: bool) -> Column:
    if not isinstance(item.thing, tuple):
        return [item] if (item.left < gutter) is is_left else []
    runs = tuple(run for run in item.thing if (run.left < gutter) is is_left)
    return [_row_item(runs)] if runs else []
