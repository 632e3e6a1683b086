"""Strips (物理行): the physical lines of a plain text, blank ones included, and small questions about them."""

import re
from typing import NamedTuple

from taizhang.paper.spans import Span

Rows = list[list[Span]]

# No cell of a flattened table is longer, nor has a row more cells.
LONGEST_CELL = 40

_VALUE = re.compile(
    r"[-−–±+<>≤≥＜＞约近超]*\s*\d[\d,，.]*\s*(?:[-—–~～]+\s*\d[\d.,]*)?\s*[%％‰]?\s*(?:左右|以上|以下|以内|上下|余)?"
)
_DASH = re.compile(r"[-—–－─/]+|…+")


_UNIT = re.compile(
    r"[（(]?(?:[%％‰]|个?百分点|[十百千万亿]*(?:元|美元|人|人次|户|户次|家|个|项|件|吨|吨标准煤|公斤|千克|斤|亩|公顷|平方米|平方公里|"
    r"立方米|公里|米|千瓦时|度|辆|台|套|张|所|处|岁|天|倍|类|位|名|次|座|条|克|标箱)|[十百千万亿]|元/人|微克/立方米|毫克/升|"
    r"[万亿]?元/亩|吨标准煤/万元|[件人张]/[百千万]人|μg/m[³3])[）)]?"
)


class Strip(NamedTuple):
    """Strip (物理行): one physical line; ``line`` is its place among the lines given, -1 for a blank one."""

    start: int
    end: int
    line: int


class Found(NamedTuple):
    """Found (所得): rows of a table and the index after its last strip."""

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
    return _UNIT.fullmatch(words) is not None


def trimmed(text: str, start: int, end: int) -> Span:
    """The cell without tabs around it and blanks behind it; blanks before it are its indent and stay."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start] == "\t":
        start += 1
    return Span(start, end)
