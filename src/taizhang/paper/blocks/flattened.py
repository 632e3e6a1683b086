"""Flattened tables (拉平的表): plain text whose lines are rows, or single cells, of a table that was once ruled.

Copying a table out of a web page or a word processor leaves one of three traces:

* a row a line, cells kept apart by tabs, bars (``|``, markdown) or wide gaps (``delimited.py``);
* a cell a line, rows kept apart by blank lines (``cellwise.py``);
* a cell a line and nothing between the rows (``cellwise.py``).

Only the words are left of it, so each trace asks for its own proof that it was a table; prose fails all of them.
What the rows say of the columns (merged cells leave no trace at all) is ``ragged.py``'s question.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from taizhang.paper.blocks import cellwise, delimited
from taizhang.paper.blocks.ragged import build_grid
from taizhang.paper.blocks.strips import Found, Strip
from taizhang.paper.documents.document import Grid, Line

_BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")
_BREAK = re.compile("\r\n|[" + "".join(sorted(_BREAKS)) + "]")


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
        start, end = _physical_line(text, line)
        if strips:
            gap = text[strips[-1].end : start]
            if gap.strip():
                yield strips
                strips = []
            else:
                strips.extend(_blank_strips(gap, strips[-1].end))
        strips.append(Strip(start, end, number))
    if strips:
        yield strips


def _physical_line(text: str, line: Line) -> tuple[int, int]:
    """Where a line starts and ends with the blanks around its words."""
    start, end = line.span.start, line.span.end
    while start > 0 and text[start - 1] not in _BREAKS:
        start -= 1
    while end < len(text) and text[end] not in _BREAKS:
        end += 1
    return start, end


def _blank_strips(gap: str, offset: int) -> Iterator[Strip]:
    """The lines without words between two others, whatever breaks the lines of the text."""
    breaks = list(_BREAK.finditer(gap))
    for before, after in pairwise(breaks):
        yield Strip(offset + before.end(), offset + after.start(), -1)


def _tables(text: str, strips: list[Strip]) -> Iterator[Found]:
    """Tables from top to bottom. What was looked at in vain is not looked at again, so the cost stays linear."""
    position = 0
    while position < len(strips):
        found = delimited.table_at(text, strips, position) or cellwise.table_at(text, strips, position)
        if found is not None and found.rows:
            yield found
        position = found.last if found else position + 1
