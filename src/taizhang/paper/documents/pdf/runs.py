"""Runs (字串): glyphs set side by side into rows, the rows into words; raised note marks left out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from taizhang.paper.documents.pdf.glyphs import Glyph

# In heights of the type (em).
_SAME_BASELINE = 0.25
_SAME_PLACE = 0.3
_WIDE_GAP = 1.0
_RAISED = 0.15
_FARTHEST_RAISED = 0.65
_MARK_ROOM = 3.0
_SMALLER = 0.85
_LATIN_SPACE = 0.15
_FIGURE_SPACE = 0.3
_BLANK_SPACE = 0.1
_HAN_SPACE = 0.6
_MIXED_SPACE = 0.75

_NOTE_MARK = re.compile(r"[\[［〔(（]\s*(?:注\s*)?\d{1,3}\s*[\]］〕)）]|[①-⑳*＊※]+|注\d{0,2}")
_RAISED_FIGURES = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_FIGURE = re.compile(r"[+\-±－−]?(?=[,，.．]?\d)[\d,，.．]+\s*[%％‰]?|[—–\-－…]{1,4}|[/／]|[xX×△]")

# Printed in half of their square, the other half left empty.
_OPENING = frozenset("（(《〈「『【〔［[“‘")
_CLOSING = frozenset("）)》〉」』】〕］]”’，。、；：！？,;")


@dataclass(frozen=True, slots=True)
class Run:
    """Run (字串): words printed on one baseline without a wide gap.

    Attributes:
        text: its words.
        left, right: its edges on the upright sheet.
        baseline: distance of its foot from the upper edge.
        size: height of its type.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float

    @property
    def is_figure(self) -> bool:
        """Whether it is a number, or one of the signs that stand for a missing one."""
        return _FIGURE.fullmatch(self.text) is not None


Row = tuple[Run, ...]


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """Glyphs as rows of runs, from the top down and from left to right."""
    rows = (_runs(row) for row in _with_raised(_baselines(glyphs)))
    return [row for row in rows if row]


def row_text(row: Sequence[Run]) -> str:
    """The words of a row; where its characters are spread out (目　录) it is closed up."""
    pieces = [piece for run in row for piece in run.text.split(" ")]
    if _is_spread(pieces):
        return "".join(pieces)
    words = [row[0].text]
    for before, run in pairwise(row):
        words.append("  " if run.left - before.right >= 2 * max(before.size, run.size) else " ")
        words.append(run.text)
    return "".join(words)


def _is_spread(pieces: Sequence[str]) -> bool:
    """Whether single characters stand apart, with a number or foreign word among them at most."""
    alone = sum(1 for piece in pieces if len(piece) == 1 and is_wide(piece))
    foreign = sum(1 for piece in pieces if piece.isascii())
    return alone > 1 and alone + foreign == len(pieces) and foreign <= 1


def is_wide(char: str) -> bool:
    """Whether a character takes a full square: Chinese characters and their punctuation."""
    return char >= "\u2e80" or char in "“”‘’—…·"


def _baselines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        if row and glyph.baseline - row[0].baseline > _SAME_BASELINE * max(glyph.size, row[0].size):
            yield sorted(row, key=lambda glyph: glyph.left)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda glyph: glyph.left)


def _with_raised(rows: Iterable[list[Glyph]]) -> list[list[Glyph]]:
    """Rows of raised or lowered small type joined to the line they belong to."""
    joined: list[list[Glyph]] = []
    for row in rows:
        if joined and _belongs(joined[-1], row):
            joined[-1] = sorted(joined[-1] + row, key=lambda glyph: glyph.left)
        else:
            joined.append(row)
    return joined


def _belongs(above: list[Glyph], below: list[Glyph]) -> bool:
    small, large = sorted((above, below), key=_height)
    if _height(small) > _SMALLER * _height(large):
        return False
    if abs(_foot(small) - _foot(large)) > _FARTHEST_RAISED * _height(large):
        return False
    reach = _height(large)
    return large[0].left - reach < small[0].left and small[-1].right < large[-1].right + _MARK_ROOM * reach


def _height(row: list[Glyph]) -> float:
    return max(glyph.size for glyph in row)


def _foot(row: list[Glyph]) -> float:
    """Baseline of the row's full-sized type."""
    return max(row, key=lambda glyph: glyph.size).baseline


def _runs(glyphs: Sequence[Glyph]) -> Row:
    runs: list[Run] = []
    start = 0
    printed = _without_doubles(glyphs)
    for index in range(1, len(printed) + 1):
        if index == len(printed) or _gap(printed[index - 1], printed[index]) >= _WIDE_GAP:
            run = _run(printed[start:index])
            if run.text:
                runs.append(run)
            start = index
    return tuple(runs)


def _gap(before: Glyph, after: Glyph) -> float:
    return (after.left - before.right) / max(before.size, after.size)


def _without_doubles(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Without blanks, remembered by the glyph after them, and without the second print of false bold type."""
    printed: list[Glyph] = []
    after_blank = False
    for glyph in glyphs:
        is_double = any(
            glyph.char == near.char and glyph.left - near.left < _SAME_PLACE * glyph.size for near in printed[-3:]
        )
        if not glyph.char.isspace() and not is_double:
            printed.append(replace(glyph, after_blank=True) if after_blank else glyph)
            after_blank = False
        after_blank = after_blank or glyph.char.isspace()
    return printed


def _run(glyphs: Sequence[Glyph]) -> Run:
    height, foot = _height(list(glyphs)), _foot(list(glyphs))
    kept: list[Glyph] = []
    for is_raised, group in groupby(glyphs, lambda glyph: _is_raised(glyph, height, foot)):
        members = list(group)
        read = _as_read(members, kept[-1] if kept else None) if is_raised else members
        if not read and kept:
            kept[-1] = replace(kept[-1], right=members[-1].right)
        kept.extend(read)
    if not kept:
        return Run("", glyphs[0].left, glyphs[-1].right, foot, height)
    sizes = sorted(glyph.size for glyph in kept)
    return Run(_spelled(kept), kept[0].left, kept[-1].right, foot, sizes[len(sizes) // 2])


def _is_raised(glyph: Glyph, height: float, foot: float) -> bool:
    return glyph.size < _SMALLER * height and foot - glyph.baseline > _RAISED * height


def _as_read(raised: list[Glyph], before: Glyph | None) -> list[Glyph]:
    """Raised glyphs as they are read: a note mark not at all, an exponent as one (km²), never as digits of the line."""
    mark = "".join(glyph.char for glyph in raised)
    is_exponent = before is not None and before.char.isascii() and before.char.isalnum()
    if _NOTE_MARK.fullmatch(mark) or (mark.isdecimal() and not is_exponent):
        return []
    return [replace(glyph, char=glyph.char.translate(_RAISED_FIGURES)) for glyph in raised]


def _spelled(glyphs: Sequence[Glyph]) -> str:
    words = [glyphs[0].char]
    for before, glyph in pairwise(glyphs):
        if _gap(before, glyph) > _least_space(before.char, glyph):
            words.append(" ")
        words.append(glyph.char)
    return "".join(words)


def _least_space(before: str, glyph: Glyph) -> float:
    """How wide a gap is a space; type-setting itself parts Chinese and foreign words by a quarter."""
    if is_wide(before) or is_wide(glyph.char):
        if before in _CLOSING or glyph.char in _OPENING:
            return _WIDE_GAP
        return _HAN_SPACE if is_wide(before) and is_wide(glyph.char) else _MIXED_SPACE
    if glyph.after_blank:
        return _BLANK_SPACE
    return _FIGURE_SPACE if before.isdigit() and glyph.char.isdigit() else _LATIN_SPACE
