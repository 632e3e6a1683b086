"""Hard line wraps (硬换行): lines of a text made from pages, broken where the page ended and not where the paragraph did."""

import re
from collections.abc import Sequence

_FEWEST_LINES = 8
# All widths in columns: a Chinese character takes two, an ASCII one takes one.
_NARROWEST_PAGE = 30
_WIDEST_PAGE = 160
# Proportional type and stretched spaces make equally wide lines differ by some characters.
_RAGGED = 6
_FIRST_LINE_INDENT = 4
_LEAST_FULL = 0.5
_MOST_FINISHED = 0.4
_MOST_OVERLONG = 0.1

_FINISHED = re.compile(r"[。！？!?…][”’」』）)】〕]*$")
_FIRST_WORD = re.compile(r"[0-9A-Za-z.,%％+\-/]*[，。、；：！？）》”’]?")


def continued_lines(lines: Sequence[str]) -> frozenset[int]:
    """Indices of the lines that go on in the next one; empty for a text that breaks at paragraphs."""
    words = [line.strip() for line in lines]
    widths = [_columns(line) for line in words]
    page_width = _page_width(words, widths)
    if page_width is None:
        return frozenset()
    return frozenset(
        index
        for index in range(len(lines) - 1)
        if words[index + 1]
        and not _FINISHED.search(words[index])
        and widths[index] + _FIRST_LINE_INDENT + _first_word_columns(words[index + 1]) > page_width - _RAGGED // 2
        and widths[index] > page_width // 2
    )


def _page_width(words: Sequence[str], widths: Sequence[int]) -> int | None:
    """Columns of a full line, where most lines are about equally full and break off within a sentence."""
    filled = sorted(width for width in widths if width)
    if len(filled) < _FEWEST_LINES:
        return None
    page_width = filled[len(filled) * 2 // 3]
    if not _NARROWEST_PAGE <= page_width <= _WIDEST_PAGE:
        return None
    full = [word for word, width in zip(words, widths, strict=True) if abs(width - page_width) <= _RAGGED]
    finished = sum(1 for word in full if _FINISHED.search(word))
    overlong = sum(1 for width in filled if width > page_width + _RAGGED)
    uniform = len(full) >= _LEAST_FULL * len(filled) and overlong <= _MOST_OVERLONG * len(filled)
    return page_width if uniform and finished <= _MOST_FINISHED * len(full) else None


def _columns(line: str) -> int:
    """Width in columns; GB18030 happens to spend one byte on ASCII and two on everyday Chinese."""
    return len(line.encode("gb18030", "replace"))


def _first_word_columns(line: str) -> int:
    """Width of what cannot be parted from the start of a line: a number or foreign word, or one character."""
    match = _FIRST_WORD.match(line)
    return max(2, _columns(match.group()) if match else 2)
