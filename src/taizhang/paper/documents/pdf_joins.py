"""Joins (接行): what stands between the words of one printed line and those of the next when they are read on."""

import re
from collections.abc import Iterable

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
