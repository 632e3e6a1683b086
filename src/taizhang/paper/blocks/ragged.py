"""Ragged rows (缺格的行): rows of a flattened table, whose merged cells stand once or not at all, set back into a grid."""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from taizhang.paper.blocks.strips import Rows, is_dash, is_figure, is_value
from taizhang.paper.documents.document import Cell, Grid
from taizhang.paper.spans import Span

# Heads that stand over one column only.
_NARROW_HEAD = re.compile(r".*指标.*|.*名称|项目|序号|(?:计量)?单位|属性|备注|责任.*|牵头.*|类别|地区|.*镇街.*")
# Of these, heads that stand to the right of the values.
_LAST_HEAD = re.compile(r"属性|备注|责任.*|牵头.*")
# Years side by side; each may be merged or not, so the choices double with every one.
_MOST_GROUPS = 8
_YEAR = re.compile(r"(?:19|20)\d\d")


class _Head(NamedTuple):
    """Head cells, the rows they take, and the columns under each cell that stands over several."""

    cells: list[Cell]
    row_count: int
    groups: tuple[range, ...]


def build_grid(text: str, rows: Rows, page: int | None = None) -> Grid:
    """A grid of the rows; where a row is short, the cells that were merged are widened again."""
    width = max(map(len, rows))
    span = Span(min(row[0].start for row in rows), max(row[-1].end for row in rows))
    rows = _with_gathered_head(text, rows, width)
    head = _read_head(text, rows, width)
    cells = head.cells
    for number, row in enumerate(rows[head.row_count :], head.row_count):
        cells.extend(_place(text, row, number, head.groups, width))
    return Grid(span, tuple(cells), len(rows), width, page)


def _with_gathered_head(text: str, rows: Rows, width: int) -> Rows:
    """The rows with a head of two rows where cells merged downwards were copied as a line between its two."""
    lead = next((at for at, row in enumerate(rows) if any(map(is_figure, _words(text, row)))), 0)
    if lead != 3:
        return rows
    below = max(rows[:lead], key=len)
    above = [cell for row in rows[:lead] if row is not below for cell in row]
    narrow = [cell for cell in above if _NARROW_HEAD.fullmatch(cell.quote(text).strip())]
    wide = [cell for cell in above if cell not in narrow]
    if not wide or len(narrow) + len(below) != width or len(below) % len(wide):
        return rows
    first = [cell for cell in narrow if not _LAST_HEAD.fullmatch(cell.quote(text).strip())]
    return [[*first, *wide, *(cell for cell in narrow if cell not in first)], below, *rows[lead:]]


def _read_head(text: str, rows: Rows, width: int) -> _Head:
    top, *below = rows
    if any(is_figure(word) and not _YEAR.fullmatch(word) for word in _words(text, top)[1:]):
        return _Head([], 0, ())
    subs = below[0] if below and _is_second_row(text, top, below[0], width) else None
    spans = _head_spans(_words(text, top), _words(text, subs) if subs else None, width)
    if subs is None:
        groups = tuple(span for span in spans if len(span) > 1)
        return _Head(list(_head_cells(top, spans, 1)), 1, groups)
    return _two_rows(text, (top, subs), spans, width)


def _two_rows(text: str, rows: tuple[list[Span], list[Span]], spans: list[range], width: int) -> _Head:
    """Two head rows: the second stands under the spanning cells of the first, and may be empty elsewhere."""
    top, subs = rows
    if len(subs) == width:
        columns = [at for at, word in enumerate(_words(text, subs)) if word]
    else:
        columns = [at for span in spans if len(span) > 1 for at in span]
    covered = set(columns)
    tops = [cell for cell in top if cell.start < cell.end]
    cells = [
        Cell(cell, 0, span.start, 1 if span.start in covered else 2, len(span))
        for cell, span in zip(tops, spans, strict=False)
    ]
    words = subs if len(subs) != width else [subs[at] for at in columns]
    cells.extend(Cell(cell, 1, at) for cell, at in zip(words, columns, strict=False))
    return _Head(cells, 2, tuple(span for span in spans if len(span) > 1))


def _is_second_row(text: str, top: list[Span], row: list[Span], width: int) -> bool:
    """Whether the second row belongs to the head: no numbers in it, and the first has cells that span."""
    words = _words(text, row)
    is_open = len(top) < width or not all(_words(text, top))
    return is_open and sum(map(bool, words)) > 1 and not any(map(is_figure, words))


def _head_spans(tops: list[str], subs: list[str] | None, width: int) -> list[range]:
    """The columns under each head cell of the first row that has words."""
    if len(tops) == width:
        starts = [at for at, word in enumerate(tops) if word]
        return [range(at, end) for at, end in zip(starts, [*starts[1:], width], strict=True)]
    sizes = _sizes(tops, subs, width)
    spans, start = [], 0
    for size in sizes:
        spans.append(range(start, start + size))
        start += size
    return spans


def _sizes(tops: list[str], subs: list[str] | None, width: int) -> list[int]:
    """How many columns each cell of a short head row stands over."""
    below = [word for word in subs or [] if word]
    narrow_count = width - len(below) if subs else sum(1 for word in tops if _NARROW_HEAD.fullmatch(word))
    narrow = _narrow(tops, subs, narrow_count, width)
    wide_count = len(tops) - len(narrow)
    shares = _shares(below or [""] * (width - len(narrow)), wide_count)
    if shares is None or len(narrow) + sum(shares) != width:
        return [1] * (len(tops) - 1) + [width - len(tops) + 1]
    following = iter(shares)
    return [1 if at in narrow else next(following) for at in range(len(tops))]


def _narrow(tops: list[str], subs: list[str] | None, count: int, width: int) -> set[int]:
    """Which cells of a short head row stand over one column: by the empty cells under them, else by their words."""
    if subs and len(subs) == width:
        leading = next(at for at, word in enumerate(subs) if word)
        trailing = count - leading
        return {*range(leading), *range(len(tops) - trailing, len(tops))}
    named = {at for at, word in enumerate(tops) if _NARROW_HEAD.fullmatch(word)}
    return named if len(named) == count else set(range(count))


def _shares(below: list[str], count: int) -> list[int] | None:
    """Sub-heads dealt out to the heads above: evenly, else anew wherever a word comes again."""
    if count < 1:
        return None
    if len(below) % count == 0:
        return [len(below) // count] * count
    shares, seen = [0], set[str]()
    for word in below:
        if word in seen:
            shares.append(0)
            seen.clear()
        seen.add(word)
        shares[-1] += 1
    return shares if len(shares) == count else None


def _head_cells(row: list[Span], spans: list[range], row_span: int) -> Iterator[Cell]:
    words = [cell for cell in row if cell.start < cell.end]
    for cell, span in zip(words, spans, strict=False):
        yield Cell(cell, 0, span.start, row_span, len(span))


def _place(text: str, row: list[Span], number: int, groups: tuple[range, ...], width: int) -> Iterator[Cell]:
    """A body row's cells in their columns."""
    missing = width - len(row)
    words = _words(text, row)
    if missing and not any(words[1:]):
        yield Cell(row[0], number, 0, 1, 1 if len(row) > 1 else width)
        if len(row) > 1:
            yield Cell(row[1], number, 1, 1, width - 1)
        return
    widened = _widened(words, groups, missing) if missing else frozenset()
    column = 0
    for cell in row:
        size = len(groups[at]) if (at := _group_at(groups, column)) in widened else 1
        yield Cell(cell, number, column, 1, size)
        column += size


def _group_at(groups: tuple[range, ...], column: int) -> int:
    return next((at for at, group in enumerate(groups) if group.start == column), -1)


def _widened(words: list[str], groups: tuple[range, ...], missing: int) -> frozenset[int]:
    """The groups of columns that one cell of a short row fills: words rather than numbers, later rather than earlier."""
    best: tuple[tuple[int, ...], frozenset[int]] | None = None
    if len(groups) > _MOST_GROUPS:
        return frozenset()
    for choice in product((False, True), repeat=len(groups)):
        merged = frozenset(at for at, is_merged in enumerate(choice) if is_merged)
        if sum(len(groups[at]) - 1 for at in merged) != missing:
            continue
        rank = (_fitness(words, groups, merged), *sorted(merged))
        if best is None or rank > best[0]:
            best = (rank, merged)
    return best[1] if best else frozenset()


def _fitness(words: list[str], groups: tuple[range, ...], merged: frozenset[int]) -> int:
    """How well words stand in merged cells and numbers in single ones."""
    score = shift = 0
    for at, group in enumerate(groups):
        first = group.start - shift
        if at in merged:
            score += 0 if is_dash(words[first]) else -1 if is_value(words[first]) else 1
            shift += len(group) - 1
        else:
            score -= sum(not is_figure(word) for word in words[first : first + len(group)])
    return score


def _words(text: str, row: list[Span]) -> list[str]:
    return [cell.quote(text).strip() for cell in row]
