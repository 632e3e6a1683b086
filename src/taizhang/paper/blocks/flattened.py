"""Flattened tables (拉平的表): plain text whose lines are rows, or single cells, of a table that was once ruled.

Copying a table out of a web page or a word processor leaves one of three traces:

* a row a line, cells kept apart by tabs, bars (``|``, markdown) or wide gaps (``delimited.py``);
* a cell a line, rows kept apart by blank lines (``cellwise.py``);
* a cell a line and nothing between the rows (``cellwise.py``).

Only the words are left of it, so each trace asks for its own proof that it was a table; prose fails all of them.
What the rows say of the columns (merged cells leave no trace at all) is ``ragged.py``'s question.
"""

from collections.abc import Iterator

from taizhang.paper.blocks import cellwise, delimited
from taizhang.paper.blocks.ragged import build_grid
from taizhang.paper.blocks.strips import Found, Strip
from taizhang.paper.documents.document import Grid, Line


def find_flattened(text: str, lines: tuple[Line, ...]) -> tuple[tuple[int, int, Grid], ...]:
    """Tables among lines of plain text: index of the first line, index after the last, and the grid rebuilt."""
    found = []
    for strips in _regions(text, lines):
        for table in _tables(text, strips):
            numbers = [strip.line for strip in strips[table.first : table.last] if strip.line >= 0]
            grid = build_grid(text, table.rows, lines[numbers[0]].page)
            found.append((numbers[0], numbers[-1] + 1, grid))
    return tuple(found)


def _regions(text: str, lines: tuple[Line, ...]) -> Iterator[list[Strip]]:
    """Physical lines of the text, cut where something else than lines (a real table) stands between them."""
    strips: list[Strip] = []
    for number, line in enumerate(lines):
        start = text.rfind("\n", 0, line.span.start) + 1
        end = text.find("\n", line.span.end)
        end = len(text) if end < 0 else end
        if strips:
            last = strips[-1].end
            if text[last:start].strip():
                yield strips
                strips = []
            else:
                strips.extend(_blank_strips(text, last + 1, start))
        strips.append(Strip(start, end, number))
    if strips:
        yield strips


def _blank_strips(text: str, start: int, end: int) -> Iterator[Strip]:
    while start < end:
        stop = text.index("\n", start)
        yield Strip(start, stop, -1)
        start = stop + 1


def _tables(text: str, strips: list[Strip]) -> Iterator[Found]:
    """Tables from top to bottom. What was looked at in vain is not looked at again, so the cost stays linear."""
    position = 0
    while position < len(strips):
        found = delimited.table_at(text, strips, position) or cellwise.table_at(text, strips, position)
        if found is not None and found.rows:
            yield found
        position = found.last if found else position + 1
