"""Delimited rows (分隔行): a row a line, its cells kept apart by tabs, bars or wide gaps."""

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from taizhang.paper.blocks.strips import LONGEST_CELL, Found, Rows, Strip, is_figure, trimmed
from taizhang.paper.spans import Span

# So many cells in a line come about by no accident: a head and a single row below it make a table, and of many rows a
# third may tell how wide it is.
WIDE_ROW = 4

_Splitter = Callable[[str, Strip], list[Span]]

_GAP = re.compile(r"[ \u3000]*\t[ \t\u3000]*|[ \u3000]{2,}|\u3000")
_BAR = re.compile(r"\|")
_TAB = re.compile(r"\t")
_MARKDOWN_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
# A line of its own between the rows is a group row when it is numbered, or says 其中.
_GROUP = re.compile(r"\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.．、]|其中)")


def table_at(text: str, strips: list[Strip], first: int) -> Found | None:
    """The table of delimited rows that begins at a strip; None where the strip is no such row."""
    words = text[strips[first].start : strips[first].end].strip()
    if "|" in words:
        return _read(text, strips, first, _split_bars)
    if not _GAP.search(words):
        return None
    if "\t" not in words:
        return _read(text, strips, first, _split_gaps)
    by_tabs = _read(text, strips, first, _split_tabs)
    return by_tabs if by_tabs.rows else _read(text, strips, first, _split_gaps)


def _read(text: str, strips: list[Strip], first: int, split: _Splitter) -> Found:
    """The table in the run of rows that begins at a strip: all of it, or from where its usual width begins."""
    run = _run(text, strips, first, split)
    last = run[-1].position + 1 if run else first + 1
    usual = _usual_width(run)
    for start in (0, next((at for at, row in enumerate(run) if len(row.cells) == usual), 0)):
        rows = [row.cells for row in run[start:] if row.cells]
        if _is_table(text, rows, any(not row.cells for row in run)):
            return Found(run[start].position, last, rows)
    return Found(first, last, [])


class _RunRow(NamedTuple):
    """A row of a run and the strip it stands on; the rule under a markdown head has no cells."""

    position: int
    cells: list[Span]


def _run(text: str, strips: list[Strip], first: int, split: _Splitter) -> list[_RunRow]:
    run: list[_RunRow] = []
    for position in range(first, len(strips)):
        strip = strips[position]
        words = text[strip.start : strip.end]
        if not words.strip():
            continue
        if split is _split_bars and _MARKDOWN_RULE.fullmatch(words):
            run.append(_RunRow(position, []))
            continue
        cells = split(text, strip)
        if len(cells) < 2 and not _is_group(text, strips, position, split):
            break
        run.append(_RunRow(position, cells))
    return run


def _usual_width(run: list[_RunRow]) -> int:
    widths = Counter(len(row.cells) for row in run)
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _is_group(text: str, strips: list[Strip], position: int, split: _Splitter) -> bool:
    """Whether a line of one cell belongs to the table: short, and a row follows at once."""
    strip = strips[position]
    if strip.end - strip.start > LONGEST_CELL or position + 1 >= len(strips):
        return False
    is_marked = _GROUP.match(text, strip.start, strip.end) is not None
    return is_marked and len(split(text, strips[position + 1])) > 1


def _split_bars(text: str, strip: Strip) -> list[Span]:
    words = text[strip.start : strip.end].rstrip()
    cells = _split(text, Strip(strip.start, strip.start + len(words), strip.line), _BAR)
    if words.lstrip().startswith("|"):
        cells = cells[1:]
    if words.endswith("|"):
        cells = cells[:-1]
    return [_without_blanks(text, cell) for cell in cells]


def _split_tabs(text: str, strip: Strip) -> list[Span]:
    return _split(text, strip, _TAB)


def _split_gaps(text: str, strip: Strip) -> list[Span]:
    words = text[strip.start : strip.end]
    start = strip.end - len(words.lstrip())
    end = strip.start + len(words.rstrip())
    cells = _split(text, Strip(start, max(start, end), strip.line), _GAP)
    cells[0] = Span(min(strip.start, cells[0].start), cells[0].end)
    return cells


def _split(text: str, strip: Strip, gap: re.Pattern[str]) -> list[Span]:
    cells, start = [], strip.start
    for match in gap.finditer(text, strip.start, strip.end):
        cells.append(trimmed(text, start, match.start()))
        start = match.end()
    cells.append(trimmed(text, start, strip.end))
    return cells


def _without_blanks(text: str, cell: Span) -> Span:
    words = cell.quote(text)
    return Span(cell.end - len(words.lstrip()), cell.end)


def _is_table(text: str, rows: Rows, is_ruled: bool) -> bool:
    """Two rows under a markdown rule; else rows with numbers, most as wide as one another or short of merged cells."""
    if is_ruled:
        return len(rows) >= 2
    rows = [row for row in rows if len(row) > 1]
    width, count = max(Counter(map(len, rows)).items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    enough = 2 if width >= WIDE_ROW else 3
    share = 3 if width >= WIDE_ROW else 2
    if count < enough or count * share < len(rows) or any(len(cell.quote(text)) > 4 * LONGEST_CELL for cell in rows[0]):
        return False
    numeric = sum(any(is_figure(cell.quote(text).strip()) for cell in row[1:]) for row in rows)
    return numeric * 2 >= len(rows) and not (width == 2 and _is_contents(text, rows))


def _is_contents(text: str, rows: Rows) -> bool:
    """A table of contents: names, then page numbers that never fall."""
    is_named = "".join(cell.quote(text).strip() for cell in rows[0]) == "目录"
    pages = [row[-1].quote(text).strip() for row in rows[is_named:]]
    if not all(page.isdigit() for page in pages):
        return False
    numbers = [int(page) for page in pages]
    return numbers == sorted(numbers)
