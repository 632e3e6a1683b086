"""Numbering (编号): the markers that headings begin with, and where the words of a heading end."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads

from taizhang.paper.blocks.block import Block, Paragraph
from taizhang.paper.numerals import read_numeral

_HAN = "[一二三四五六七八九十]{1,3}"
_ORDINAL = re.compile(r"[一二三四五六七八九十]+|\d+|.")
_ENCLOSED = {chr(first + step): step + 1 for first in (0x2460, 0x2474, 0x3220) for step in range(20)}

_SENTENCE = re.compile(r"[^。！？；!?;]*")
# Marks within quotes and brackets end no clause; what is quoted is short, or the closing mark is missing.
_CLAUSE = re.compile(
    r"(?:“[^”]{0,60}”|‘[^’]{0,60}’|《[^》]{0,60}》|（[^）]{0,60}）|\([^)]{0,60}\)|[^，。；：！？,;:!?])*"
)

# A sentence this long is a heading only up to its colon, and, if that is not enough, up to its first comma.
_LONG_SENTENCE = 40
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Style:
    """Style (编号样式): one way of numbering, see ``numbering.toml``."""

    name: str
    marker: str
    level: int
    title: str = "sentence"
    inline: bool = False
    counts: bool = True
    is_division: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Mark (编号): a marker found, which may or may not turn out to be a heading's.

    Attributes:
        style: how it is written.
        ordinal: what it counts to; 0 for a marker that does not count.
        block: index of its paragraph.
        start, title_start, end: where marker, title and the mark after the title begin in the paragraph's text.
        is_lead: whether the paragraph begins with it.
        is_item: whether it stands in a list within one sentence (：一是…；二是…).
    """

    style: Style
    ordinal: int
    block: int
    start: int
    title_start: int
    end: int
    is_lead: bool = True
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class Numbering:
    """Numbering (编号规则): the styles of ``numbering.toml``, compiled."""

    styles: tuple[Style, ...]
    lead: re.Pattern[str]
    inline: re.Pattern[str]
    turn: re.Pattern[str]
    closing: re.Pattern[str]


@cache
def numbering() -> Numbering:
    """The numbering rules, read once."""
    data = loads(files("taizhang.paper.outline").joinpath("numbering.toml").read_text("utf-8"))
    styles = tuple(Style(**{**entry, "marker": entry["marker"].replace("{han}", _HAN)}) for entry in data["style"])
    return Numbering(
        styles=styles,
        lead=_alternatives(styles),
        inline=_alternatives(style for style in styles if style.inline),
        turn=re.compile(data["breaks"]["turn"]),
        closing=re.compile(data["breaks"]["closing"]),
    )


def _alternatives(styles: Iterable[Style]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{style.name}>{style.marker})" for style in styles))


def find_marks(blocks: Sequence[Block]) -> Iterator[Mark]:
    """Every marker of the running text, in order."""
    rules = numbering()
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            lead = rules.lead.match(block.text)
            if lead is not None:
                yield _mark(block.text, lead, index)
            yield from _inline_marks(block.text, index)


def _inline_marks(text: str, block: int) -> Iterator[Mark]:
    for match in numbering().inline.finditer(text, 1):
        before = _mark_before(text, match.start())
        if before is not None:
            yield _mark(text, match, block, is_item=before == "item")


def _mark(text: str, match: re.Match[str], block: int, *, is_item: bool = False) -> Mark:
    style = _style(match.lastgroup or "")
    marker = _ORDINAL.search(match.group().lstrip("第（( "))
    return Mark(
        style=style,
        ordinal=_ordinal(marker.group()) if style.counts and marker else 0,
        block=block,
        start=match.start(),
        title_start=match.end(),
        end=_title_end(text, match.end(), style),
        is_lead=match.start() == 0,
        is_item=is_item,
    )


@cache
def _style(name: str) -> Style:
    return next(style for style in numbering().styles if style.name == name)


@cache
def _ordinal(marker: str) -> int:
    return _ENCLOSED.get(marker) or int(read_numeral(marker))


def _mark_before(text: str, position: int) -> str | None:
    """What ends before an inline marker: a ``sentence``, an ``item`` of a list, or nothing, and then it is no marker."""
    words = text[max(0, position - 4) : position].rstrip().rstrip("”’」』")
    if not words:
        return None
    if words[-1] in "。！？!?":
        return "sentence"
    return "item" if words[-1] in "：；，、:;," else None


def _title_end(text: str, start: int, style: Style) -> int:
    if style.title == "clause":
        return _end_of(_CLAUSE, text, start)
    end = _end_of(_SENTENCE, text, start)
    if style.title == "term" or end - start > _LONG_SENTENCE:
        colon = text.find("：", start, end)
        end = colon if colon > start else end
    if end - start > _LONGEST_TITLE:
        end = _end_of(_CLAUSE, text, start)
    return start + len(text[start:end].rstrip(" \u3000：:"))


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start
