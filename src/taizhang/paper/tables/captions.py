"""Captions inside a table (表内表题): title, number and 单位：… printed in rows of the grid itself."""

import re
from collections.abc import Sequence

_UNIT_NOTE = re.compile(r"[（(]?(?:计量|金额)?单位[:：]([^）)]+)[）)]?")
_NUMBER_ONLY = re.compile(
    r"[（(]?(?:附[表件]|表)[一二三四五六七八九十\d]*(?:[-—]\d+)?[:：]?[）)]?|[（(]?续表?\d*[）)]?"
)
_NOTE = re.compile(r"(?:备?注|说明|资料来源|填报|制表|审核)[:：]?")


def read_captions(rows: Sequence[Sequence[str]]) -> tuple[str | None, str | None]:
    """Title and unit of a table from the words of the rows above its head."""
    title = unit = None
    for words in (cell for row in rows for cell in row):
        if match := _UNIT_NOTE.search("".join(words.split())):
            unit = match[1]
        rest = _UNIT_NOTE.sub("", " ".join(words.split())).strip()
        if rest and not _NUMBER_ONLY.fullmatch(rest) and len(rest) > len(title or ""):
            title = rest
    return title, unit


def is_note(words: str) -> bool:
    """Whether a row under a table is a note on it."""
    return _NOTE.match(words) is not None


def is_caption(words: str) -> bool:
    """Whether a row of one cell can belong to the caption of the head under it."""
    return bool(_UNIT_NOTE.search(words) or _NUMBER_ONLY.fullmatch(words)) or len(words) > 1
