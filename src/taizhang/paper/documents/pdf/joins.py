"""Joins (接行): printed lines read on: what stands between them, and what no line end parts."""

import re
from collections.abc import Iterable

from taizhang.paper.documents.pdf.runs import is_wide

# In heights of the type.
_LATIN_WIDTH = 0.6
# What is never parted at the end of a line: a number or foreign word, a mark and the character it clings to.
_FIRST_WORD = re.compile(
    r"[（(《〈「『【〔［\[“‘]*(?:[0-9A-Za-z.,%％‰+\-/]+、)*(?:[0-9A-Za-z.,%％‰+\-/]+|.)[，。、；：！？）》〉」』】〕］”’,.;:!?)\]]*",
    re.DOTALL,
)
_LATIN_END = re.compile(r"[A-Za-z,;:.!?)\]]$")
_LATIN_START = re.compile(r"[A-Za-z(\[]")
_FIGURE_END = re.compile(r"\d$")
_FIGURE_START = re.compile(r"\d")


def join(before: str, after: str, is_full: bool = True) -> str:
    """Two lines as one: Chinese without a space, foreign words with one, a number split over full lines whole."""
    if _LATIN_END.search(before) and _LATIN_START.match(after):
        return f"{before} {after}"
    if not is_full and _FIGURE_END.search(before) and _FIGURE_START.match(after):
        return f"{before} {after}"
    return before + after


def join_all(lines: Iterable[tuple[str, bool]]) -> str:
    """Lines, each with whether it fills its measure, as one."""
    words, was_full = "", True
    for line, is_full in lines:
        words = join(words, line, was_full) if words else line
        was_full = is_full
    return words


def first_word_width(words: str) -> float:
    """Width of what cannot be parted from the start of a line, in heights of the type."""
    match = _FIRST_WORD.match(words)
    return sum(1.0 if is_wide(char) else _LATIN_WIDTH for char in match.group()) if match else 1.0
