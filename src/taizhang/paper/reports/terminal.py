"""Terminal (终端): columns of Chinese and other words on a screen, and nothing that would steer the screen itself."""

import re
import unicodedata
from collections.abc import Sequence

# Control characters and marks that turn the direction of writing: a document must not colour, erase or reorder a screen.
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def in_one_line(words: str) -> str:
    """The words without line breaks, tabs and other control characters."""
    return _STEERING.sub("", words.replace("\t", " "))


def width(words: str) -> int:
    """Columns on a terminal: a Chinese character takes two, an accent none."""
    return sum(_width_of(sign) for sign in words)


def padded(words: str, columns: int) -> str:
    """The words, and blanks up to that many columns."""
    return words + " " * (columns - width(words))


def widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Columns each field of the rows needs."""
    return [max(map(width, fields)) for fields in zip(*rows, strict=True)]


def _width_of(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
