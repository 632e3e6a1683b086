"""Strips (物理行): the physical lines of a plain text, blank ones included, and small questions about them."""

import re
from typing import NamedTuple

from taizhang.paper.quantities.units import match_unit
from taizhang.paper.spans import Span

Rows = list[list[Span]]

# No cell of a flattened table is longer, nor has a row more cells.
LONGEST_CELL = 40

_VALUE = re.compile(
    r"[-−–±+<>≤≥＜＞约近超]*\s*\d[\d,，.]*\s*(?:[-—–~～]+\s*\d[\d.,]*)?\s*[%％‰]?\s*(?:左右|以上|以下|以内|上下|余)?"
)
_DASH = re.compile(r"[-—–－─/]+|…+")


_MAGNITUDE = re.compile(r"[十百千万亿]*")


class Strip(NamedTuple):
    """Strip (物理行): one physical line; ``line`` is its place among the lines given, -1 for a blank one."""

    start: int
    end: int
    line: int


class Found(NamedTuple):
    """Found (所得): the rows of a table and the strips it takes; without rows there is none among these strips."""

    first: int
    last: int
    rows: Rows


def is_value(words: str) -> bool:
    """Whether a cell holds a bare number, perhaps hedged: ``804.1``, ``-6.5``, ``6左右``, ``≥5%``."""
    return _VALUE.fullmatch(words) is not None


def is_dash(words: str) -> bool:
    """Whether a cell says that there is nothing to say: ``——``, ``/``."""
    return _DASH.fullmatch(words) is not None


def is_figure(words: str) -> bool:
    """Whether a cell stands where a number is asked for."""
    return is_value(words) or is_dash(words)


def is_unit(words: str) -> bool:
    """Whether a cell names a unit of measure and nothing else."""
    words = words.strip("（）()")
    magnitude = _MAGNITUDE.match(words)
    unit = match_unit(words, magnitude.end() if magnitude else 0)
    return unit is not None and unit.end == len(words)


def trimmed(text: str, start: int, end: int) -> Span:
    """The cell without tabs around it and blanks behind it; blanks before it are its indent and stay."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start] == "\t":
        start += 1
    return Span(start, end)
