"""Titles (标题): where the notice, the plan and its annexes begin, and what they are called."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from tomllib import loads

from taizhang.paper.blocks.block import Block, Paragraph, TableBlock
from taizhang.paper.outline.numbering import Mark, numbering
from taizhang.paper.outline.section import Part

_LONGEST_LINE = 60
_MOST_LINES = 3
# How far above its first heading the title of a further paper may stand.
_HEAD_OF_A_PAPER = 12

_BLANKS = re.compile(r"\s+")
_MARKS_OF_A_SENTENCE = re.compile(r"[。；！？;!?]|[，,：:、]$")
_BRACKETED_END = re.compile(r"(?:[（(][^（）()]*[)）]|[\[［〔]\d+[〕］\]]|[》”])$")
_YEAR = re.compile(r"(?:19|20)\d\d|[二一][〇○零九]..年")
_REGION = re.compile(r"[省市区县州盟旗]")
_ANNEX = re.compile(r"附\s*[件表录]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})?\s*(?:[：:.．、]|\s|$)\s*")
_NUMBERED = re.compile(r"\d{1,2}\s*[.．、]")


@dataclass(frozen=True, slots=True)
class Title:
    """Title (标题): the head of a notice, a plan or an annex.

    Attributes:
        part: which of the three it heads.
        first, last: indices of its first block and of the block after its last.
        marker_end: length of the marker (``附件：``) that begins its first paragraph, 0 for none.
        is_notes: whether it heads notes, in which numbers mark no headings.
    """

    part: Part
    first: int
    last: int
    marker_end: int = 0
    is_notes: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """What titles end with and begin with, see ``titles.toml``."""

    notice: re.Pattern[str]
    plan: re.Pattern[str]
    fragment: re.Pattern[str]
    not_a_title: re.Pattern[str]
    annex: re.Pattern[str]
    notes: re.Pattern[str]


@cache
def _words() -> _Words:
    data = loads(files("taizhang.paper.outline").joinpath("titles.toml").read_text("utf-8"))
    ends = {name: re.compile(f"(?:{data[name]})$") for name in ("notice", "plan")}
    return _Words(**ends, **{name: re.compile(data[name]) for name in data if name not in ends})


def find_titles(blocks: Sequence[Block], marks: Sequence[Mark]) -> tuple[Title, ...]:
    """The titles of the papers bound together, in order."""
    leads = [mark for mark in marks if mark.is_lead]
    lead_blocks = [mark.block for mark in leads]
    firsts = [mark.block for mark in leads if mark.ordinal == 1 and mark.style.level == 1]
    found = list(_annexes(blocks))
    for title in _front_titles(blocks, firsts[0] if firsts else len(blocks)):
        attached = next((annex for annex in found if annex.first <= title.first < annex.last), None)
        found.append(replace(attached, part=Part.PLAN) if attached else title)
        found = [each for each in found if each is not attached]
    heads = {title.first for title in found if not title.is_notes}
    for first in firsts:
        above = bisect_left(lead_blocks, first) - 1
        begin = max(first - _HEAD_OF_A_PAPER, lead_blocks[above] + 1 if above >= 0 else 0)
        if not heads.intersection(range(begin, first)):
            found.extend(_further_titles(blocks, begin, first))
    return tuple(sorted(found, key=lambda title: title.first))


def references(blocks: Sequence[Block], titles: Sequence[Title]) -> Iterator[int]:
    """Indices of the paragraphs that only name an annex: its head stands elsewhere."""
    heads = {title.first for title in titles}
    is_list = False
    for index, block in enumerate(blocks):
        text = block.text if isinstance(block, Paragraph) else ""
        is_list = index not in heads and (
            _ANNEX.match(text) is not None or (is_list and _NUMBERED.match(text) is not None)
        )
        if is_list:
            yield index


def _front_titles(blocks: Sequence[Block], end: int) -> Iterator[Title]:
    """The notice, if there is one, and the plan; a notice alone is the plan."""
    candidates = list(_candidates(blocks, 0, end))
    notice = next((span for span in candidates if _ends_with(_words().notice, blocks, span)), None)
    plans = [span for span in candidates if span != notice and (notice is None or span[0] >= notice[1])]
    plan = max(plans, key=lambda span: _likeness(blocks, span), default=None)
    if notice is not None:
        yield Title(Part.NOTICE if plan else Part.PLAN, *notice)
    if plan is not None:
        yield Title(Part.PLAN, *plan)


def _further_titles(blocks: Sequence[Block], begin: int, end: int) -> Iterator[Title]:
    """The notice and the title right above a 一、 with which a further paper begins to count anew."""
    dated = [span for span in _candidates(blocks, begin, end) if _YEAR.search(_joined(blocks, span))]
    plan = next((span for span in reversed(dated) if not _ends_with(_words().notice, blocks, span)), None)
    notice = next((span for span in dated if span != plan and _ends_with(_words().notice, blocks, span)), None)
    if notice is not None:
        yield Title(Part.NOTICE if plan else Part.PLAN, *notice)
    if plan is not None:
        yield Title(Part.PLAN, *plan)


def _annexes(blocks: Sequence[Block]) -> Iterator[Title]:
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or len(block.text) > _LONGEST_LINE:
            continue
        match = _ANNEX.match(block.text)
        if match and match.end() == len(block.text):
            yield Title(Part.ANNEX, index, _end_of_title(blocks, index + 1), match.end())
        elif match and match.end() > 2 and isinstance(_at(blocks, index + 1), TableBlock):
            yield Title(Part.ANNEX, index, index + 1, match.end())
        elif _words().annex.fullmatch(block.text) and not _is_bare_annex(_at(blocks, index - 1)):
            yield Title(Part.ANNEX, index, index + 1)
        elif _words().notes.fullmatch(block.text):
            yield Title(Part.ANNEX, index, index + 1, is_notes=True)


def _end_of_title(blocks: Sequence[Block], start: int) -> int:
    """Index after the title of an annex: a line, and a second that begins as the rest of one."""
    if not _is_title_line(_at(blocks, start)):
        return start
    below = _at(blocks, start + 1)
    return start + 2 if _is_title_line(below) and _words().fragment.match(_text(below)) else start + 1


def _candidates(blocks: Sequence[Block], begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of one to three lines that read as a title."""
    for index in range(begin, end):
        line = index, index + 1
        if _is_title_line(blocks[index]) and any(
            _ends_with(words, blocks, line) for words in (_words().notice, _words().plan)
        ):
            yield _with_lines_above(blocks, begin, index), index + 1


def _with_lines_above(blocks: Sequence[Block], begin: int, index: int) -> int:
    """Where a title begins whose last line is given."""
    words = _joined(blocks, (index, index + 1))
    lowest = max(begin, index - _MOST_LINES + 1)
    if "关于" not in words:
        for first in range(index - 1, lowest - 1, -1):
            if not _is_title_line(blocks[first]):
                break
            if "关于" in _joined(blocks, (first, first + 1)):
                return first
    if index > lowest and _words().fragment.match(words) and _is_title_line(blocks[index - 1]):
        return index - 1
    return index


def _likeness(blocks: Sequence[Block], span: tuple[int, int]) -> tuple[int, int]:
    """How much of a title's is in some lines; of two that have as much the longer one is whole."""
    words = _joined(blocks, span)
    return 2 * bool(_YEAR.search(words)) + bool(_REGION.search(words)) + (len(words) > 4), span[1] - span[0]


def _ends_with(pattern: re.Pattern[str], blocks: Sequence[Block], span: tuple[int, int]) -> bool:
    return pattern.search(_BRACKETED_END.sub("", _joined(blocks, span))) is not None


def _is_title_line(block: Block | None) -> bool:
    text = _text(block)
    return (
        0 < len(text) <= _LONGEST_LINE
        and _MARKS_OF_A_SENTENCE.search(text) is None
        and _words().not_a_title.fullmatch(text) is None
        and _ANNEX.match(text) is None
        and numbering().lead.match(text) is None
    )


def _is_bare_annex(block: Block | None) -> bool:
    match = _ANNEX.match(_text(block))
    return match is not None and match.end() == len(_text(block))


def _joined(blocks: Sequence[Block], span: tuple[int, int]) -> str:
    return _BLANKS.sub("", "".join(_text(block) for block in blocks[span[0] : span[1]]))


def _text(block: Block | None) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _at(blocks: Sequence[Block], index: int) -> Block | None:
    return blocks[index] if 0 <= index < len(blocks) else None
