"""Cells a line (一行一格): tables copied so that every cell became a line, merged ones not repeated."""

import re
from collections import Counter

from taizhang.paper.blocks.strips import LONGEST_CELL, Found, Rows, Strip, is_figure, is_unit, trimmed
from taizhang.paper.spans import Span

# The first cell of a table; without tabs nothing else tells a column of short lines from a list of names.
_OPENER = re.compile(
    r"(?:主要)?(?:指标|项目|名称|序号|类别|单位|地区|区县|县区|镇街|科目|内容|年份|行业)(?:名称|类别|内容)?"
)
_MARKER = re.compile(r"\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE_END = "。；！？，"


def table_at(text: str, strips: list[Strip], first: int) -> Found | None:
    """The table of one-cell lines that begins at a strip; None where the strip is no such cell."""
    line = text[strips[first].start : strips[first].end]
    words = line.strip()
    is_led = line[:1] == "\t"
    if not words or not _is_cell(words) or not (is_led or _OPENER.fullmatch(words)):
        return None
    run = _run(text, strips, first, is_led=is_led)
    found = _by_blank_lines(text, run, first)
    return found if found.rows or is_led else _by_labels(text, run, first)


def _run(text: str, strips: list[Strip], first: int, *, is_led: bool) -> list[Strip]:
    """The strips from the first on that could be cells: short, one cell each, led by a tab where the first is."""
    run: list[Strip] = []
    for position in range(first, len(strips)):
        strip = strips[position]
        line = text[strip.start : strip.end]
        if line and ((line[0] == "\t") != is_led or not _is_cell(line.strip())):
            break
        run.append(strip)
    while run and not text[run[-1].start : run[-1].end].strip():
        run.pop()
    return run


def _is_cell(words: str) -> bool:
    return not words or (len(words) <= LONGEST_CELL and words[-1] not in _SENTENCE_END and "\t" not in words)


def _by_blank_lines(text: str, run: list[Strip], first: int) -> Found:
    """Rows kept apart by blank lines; a line of nothing but a tab is an empty cell. A title stands alone above them."""
    rows: Rows = [[]]
    starts = [first]
    for position, strip in enumerate(run, first):
        if strip.start == strip.end:
            rows.append([])
            starts.append(position + 1)
        else:
            rows[-1].append(trimmed(text, strip.start, strip.end))
    top = next((at for at, row in enumerate(rows) if len(row) > 1), 0)
    rows, start = [row for row in rows[top:] if row], starts[top]
    wide = sum(1 for row in rows if len(row) > 1)
    figures = sum(1 for row in rows[1:] if any(is_figure(cell.quote(text)) for cell in row[1:]))
    is_table = len(rows) > 2 and wide * 2 >= len(rows) and figures > 1 and max(map(len, rows)) <= LONGEST_CELL
    return Found(start, first + len(run), rows if is_table else [])


def _by_labels(text: str, run: list[Strip], first: int) -> Found:
    """Rows told apart by what their cells are: names, units, numbers."""
    nothing = Found(first, first + len(run), [])
    cells = [trimmed(text, strip.start, strip.end) for strip in run if text[strip.start : strip.end].strip()]
    words = [cell.quote(text).strip() for cell in cells]
    figures = [is_figure(word) and not _YEAR.fullmatch(word) for word in words]
    if sum(figures) < 4:
        return nothing
    starts = _starts_by_unit(words, figures) or _starts_by_figure(words, figures)
    if len(starts) < 2:
        return nothing
    rows = [cells[start:end] for start, end in zip(starts, [*starts[1:], len(cells)], strict=True)]
    usual = Counter(map(len, rows)).most_common(1)[0][0]
    body = [part for row in rows for part in _without_groups(text, row, usual)]
    heads = _head_rows(cells[: starts[0]], words, max(map(len, body)))
    return nothing._replace(rows=[*heads, *body])


def _starts_by_unit(words: list[str], figures: list[bool]) -> list[int]:
    """Rows begin at the name before a unit, where the head announces a column of units."""
    if "单位" not in words and "计量单位" not in words:
        return []
    body = figures.index(True)
    units = [at for at in range(1, len(words)) if is_unit(words[at]) and at >= body - 1 and not figures[at - 1]]
    return [at - 1 for at in units]


def _starts_by_figure(words: list[str], figures: list[bool]) -> list[int]:
    """Rows begin at the name before the first number, and at every name after a number."""
    body = figures.index(True) - 1
    later = [at for at in range(body + 1, len(words)) if not figures[at] and figures[at - 1]]
    return [body, *later] if body >= 0 else []


def _without_groups(text: str, row: list[Span], usual: int) -> list[list[Span]]:
    """A row and the numbered group row that was taken for its last or first cell, apart."""
    if len(row) > 2 and _MARKER.match(text, row[-1].start, row[-1].end):
        return [row[:-1], row[-1:]]
    second = row[1].quote(text).strip() if len(row) == usual + 1 else ""
    if second and not is_figure(second) and not is_unit(second):
        return [row[:1], row[1:]]
    return [row]


def _head_rows(cells: list[Span], words: list[str], width: int) -> Rows:
    """One head row, or two where the second repeats under each spanning head of the first."""
    spanning = len(cells) - width
    if spanning < 1:
        return [cells] if cells else []
    for fixed in range(1, width):
        below, rest = divmod(width - fixed, spanning)
        subs = words[fixed + spanning : len(cells)]
        if not rest and below > 1 and subs == subs[:below] * spanning:
            return [cells[: fixed + spanning], cells[fixed + spanning :]]
    return [cells]
