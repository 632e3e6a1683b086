"""Tears (断行): paragraphs that a web page's markup has torn at a styled word when it was copied as text.

``…活动，PM`` / ``2.5`` / ``年均浓度…``: the middle line is a subscript, a link or a word in bold, too short to be a
paragraph, and the line above it breaks off within its sentence.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

# A styled word is no longer than this.
_LONGEST_WORD = 12

_ENDS = "。！？；：…!?;:"
_HANGS = "的和与及、，,“（《"
# Marks and words that no paragraph begins with.
_GOES_ON = re.compile(r"[，。；、：！？）》”’%％]|是[：，]")
# Lines that are short for reasons of their own: numbering, salutation, date.
_STANDS_ALONE = re.compile(
    r"[一二三四五六七八九十]+[、是要]|[（(][一二三四五六七八九十\d]+[)）]|\d+[.．、]\D|第[一二三四五六七八九十]+|附[件表]|各位代表"
    r"|[\d〇○一二三四五六七八九十]+年[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日$|[—-]{2}"
)


def torn_lines(lines: Sequence[str]) -> frozenset[int]:
    """Indices of the lines, given without blanks at their ends, that go on in the next one."""
    torn: set[int] = set()
    for index, (above, below) in enumerate(pairwise(lines)):
        if not above or not below or above[-1] in _ENDS:
            continue
        if _GOES_ON.match(below):
            torn.add(index)
        elif index + 2 < len(lines) and _is_styled_word(above, below, lines[index + 2]):
            torn.update((index, index + 1))
    return frozenset(torn)


def _is_styled_word(above: str, word: str, below: str) -> bool:
    return (
        len(word) <= _LONGEST_WORD
        and word[-1] not in _ENDS
        and below != ""
        and (_breaks_off(above) or _GOES_ON.match(below) is not None)
        and _STANDS_ALONE.match(word) is None
        and _STANDS_ALONE.match(below) is None
    )


def _breaks_off(words: str) -> bool:
    """Whether a line stops within a sentence; a heading, which has no full stop to end with, does not."""
    return words[-1] in _HANGS or words.count("“") > words.count("”") or ("。" in words and words[-1] not in "”’）】》")
