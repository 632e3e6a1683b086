"""Captions (表题): the title and the 单位：… that stand above a table."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from taizhang.paper.blocks.block import Paragraph
from taizhang.paper.spans import Span

_UNIT_NOTE = re.compile(
    r"[（(【\[]?\s*(?:计量|金额)?单\s*位\s*[：:]\s*(?P<unit>[^）)】\]\s]{1,30}(?:\s*[、，,/]\s*[^）)】\]\s]+)*)\s*[)）】\]]?"
)
_NO_TITLE = re.compile(r"[（(]?续表?\s*\d*[)）]?|附?表\s*[\d一二三四五六七八九十]*(?:\s*[-—–－]\s*\d+)?\s*[：:]?")
_BODY_TEXT = re.compile(r"[。；;，,：:！!？?]$|^[一二三四五六七八九十]+是")
_NAMES_A_TABLE = re.compile(r"表|情况|目标|指标|清单|一览|计划|项目|任务$")
_NUMBERED = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]")

_LONGEST_TITLE = 60
# Title, sub-title, number of the annex, unit note: no more lines stand between body text and a table.
_LINES_ABOVE = 4


class Caption(NamedTuple):
    """Caption (表题): what is printed above a table; None for what is not there."""

    title: str | None = None
    title_span: Span | None = None
    unit_note: str | None = None


def caption_above(paragraphs: Sequence[Paragraph]) -> Caption:
    """The caption of a table that follows these paragraphs."""
    unit_note = None
    for paragraph in reversed(paragraphs[-_LINES_ABOVE:]):
        words, unit = _without_unit_note(paragraph.text)
        unit_note = unit_note or unit
        if not words or _NO_TITLE.fullmatch(words):
            continue
        if not _is_title(words):
            break
        start = paragraph.text.find(words)
        return Caption(words, paragraph.locate(start, start + len(words)), unit_note)
    return Caption(unit_note=unit_note)


def _without_unit_note(words: str) -> tuple[str, str | None]:
    match = _UNIT_NOTE.search(words) if len(words) <= _LONGEST_TITLE else None
    if match is None:
        return words, None
    return (words[: match.start()] + words[match.end() :]).strip(), match["unit"]


def _is_title(words: str) -> bool:
    if len(words) > _LONGEST_TITLE or _BODY_TEXT.search(words):
        return False
    return _NUMBERED.match(words) is None or _NAMES_A_TABLE.search(words) is not None
