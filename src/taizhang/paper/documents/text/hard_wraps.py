"""Hard line wraps (硬换行): lines of a text made from pages, broken where the page ended and not where the paragraph did."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

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
_BEGINS_ANEW = re.compile(
    r"[一二三四五六七八九十]+[、是]|[（(]|\d+[.．、](?!\d)|第[一二三四五六七八九十]+|[图表]\s*\d|[附注]|\["
)
_PAGE_NUMBER = re.compile(r"\s*(?:[-—–－·][-—–－·\s]*(\d{1,4})[-—–－·\s]*|第\s*(\d{1,4})\s*页.{0,12})\s*")


def begins_anew(line: str) -> bool:
    """Whether a line opens as a heading, an item of a list or a note does."""
    return _BEGINS_ANEW.match(line) is not None


def page_number(line: str) -> int | None:
    """The number, where a line is nothing but a page number between dashes or in 第…页."""
    match = _PAGE_NUMBER.fullmatch(line)
    return int(match[1] or match[2]) if match else None


def continued_lines(lines: Sequence[str]) -> frozenset[int]:
    """Indices of the lines that go on in the next one; empty for a text that breaks at paragraphs.

    Where a page ended within a paragraph, the blank lines and the page number that stand there go on too.
    """
    words = [line.strip() for line in lines]
    widths = [_columns(line) for line in words]
    page_width = _page_width(words, widths)
    if page_width is None:
        return frozenset()
    margin = Counter(_indent(line) for line in lines if line.strip()).most_common(1)[0][0]
    continued = set[int]()
    for index, following in _neighbours(words):
        room_left = page_width - widths[index] - _FIRST_LINE_INDENT
        is_full = room_left < _first_word_columns(words[following]) + _RAGGED // 2 and widths[index] > page_width // 2
        is_new = _indent(lines[following]) > margin + 1 or (following > index + 1 and begins_anew(words[following]))
        if is_full and not is_new and not _FINISHED.search(words[index]):
            continued.update(range(index, following))
    return frozenset(continued)


def _neighbours(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each line of text and the next one, over blank lines and page numbers."""
    above = None
    for index, line in enumerate(words):
        if line and page_number(line) is None:
            if above is not None:
                yield above, index
            above = index


def _indent(line: str) -> int:
    return _columns(line[: len(line) - len(line.lstrip())])


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
