"""Headings (标题行): what was recognised as heading a section, wherever it was recognised by."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from taizhang.paper.blocks.block import Block, Paragraph
from taizhang.paper.outline.numbering import Mark, numbering
from taizhang.paper.outline.runs import Run
from taizhang.paper.outline.section import Part
from taizhang.paper.outline.titles import Title
from taizhang.paper.spans import Span

_LONGEST_MARKED_HEADING = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """Heading (标题行): a section about to be, without its end and what is inside it.

    Attributes:
        level: the level its numbering stands for; where it is nested it may sink.
        marker, title, span, title_start: as in ``Section``.
        part: for a title what it is the title of, else None.
        words_end: end of its words where they end with its paragraph, None where they go on to the next heading.
        run: the run of numbers it belongs to, None for one without.
    """

    level: int
    marker: str | None
    title: str
    span: Span
    title_start: int
    part: Part | None = None
    words_end: int | None = None
    run: Run | None = None


def title_headings(titles: Sequence[Title], blocks: Sequence[Block], text: str) -> Iterator[Heading]:
    """Titles of notice, plan and annexes; those of several lines are quoted with their line breaks."""
    for title in titles:
        first, last = blocks[title.first], blocks[title.last - 1]
        if isinstance(first, Paragraph):
            start = first.span.start
            title_start = start + title.marker_end
            if title.marker_end == len(first.text) and title.last > title.first + 1:
                title_start = blocks[title.first + 1].span.start
            words = text[title_start : last.span.end].rstrip("：:")
            yield Heading(
                level=0,
                marker=first.text[: title.marker_end].rstrip() or None,
                title=words,
                span=Span(start, title_start + len(words)),
                title_start=title_start,
                part=title.part,
            )


def numbered_headings(runs: Sequence[Run], titles: Sequence[Title], blocks: Sequence[Block]) -> Iterator[Heading]:
    """Headings that begin with a number, at the level of their numbering."""
    firsts = [title.first for title in titles]
    divisions = {
        (_paper(run.marks[0], firsts), run.marks[0].style.name) for run in runs if run.marks[0].style.is_division
    }
    for run in runs:
        paper = _paper(run.marks[0], firsts)
        above = _divisions_above(run, {name for number, name in divisions if number == paper})
        for mark in run.marks:
            block = blocks[mark.block]
            if isinstance(block, Paragraph):
                yield _numbered_heading(mark, run, block, mark.style.level + above)


def _paper(mark: Mark, firsts: Sequence[int]) -> int:
    """Which of the papers bound together a marker stands in."""
    return bisect_right(firsts, mark.block)


def _divisions_above(run: Run, divisions: set[str]) -> int:
    """How many kinds of 部分, 章 and 节 the paper has above this run."""
    style = run.marks[0].style
    if not style.is_division:
        return len(divisions)
    names = [each.name for each in numbering().styles]
    return sum(names.index(name) < names.index(style.name) for name in divisions)


def _numbered_heading(mark: Mark, run: Run, block: Paragraph, level: int) -> Heading:
    span = block.locate(mark.start, max(mark.end, mark.title_start))
    return Heading(
        level=level,
        marker=block.text[mark.start : mark.title_start].strip(),
        title=block.text[mark.title_start : mark.end],
        span=span,
        title_start=block.locate(mark.title_start, mark.end).start,
        words_end=_words_end(mark, block, is_last=mark is run.last) if mark.style.inline else None,
        run=run,
    )


def _words_end(mark: Mark, block: Paragraph, *, is_last: bool) -> int | None:
    """Where the words of an inline heading end: with its paragraph, or before a sentence that closes all of its run."""
    if mark.end >= len(block.text) - 1:
        return None
    last_sentence = block.text.rfind("。", mark.end, len(block.text) - 1) + 1
    if is_last and last_sentence and numbering().closing.search(block.text, last_sentence):
        return block.locate(last_sentence, last_sentence).start
    return block.span.end


def marked_headings(others: Sequence[Heading], blocks: Sequence[Block]) -> Iterator[Heading]:
    """Headings that only the file format marks, below the first title."""
    levels = {heading.span.start: heading.level for heading in others}
    titles = [heading.span for heading in others if heading.level == 0]
    marked = [block for block in blocks if isinstance(block, Paragraph) and block.outline_level is not None]
    shift = _shift_of_levels(marked, levels)
    for block in marked:
        is_taken = block.span.start in levels or any(title.contains(block.span) for title in titles)
        is_below = not titles or block.span.start > titles[0].start
        if is_below and not is_taken and _may_head(block):
            yield _marked_heading(block, max(1, (block.outline_level or 0) + shift))


def _shift_of_levels(marked: Sequence[Paragraph], levels: Mapping[int, int]) -> int:
    """What lies between the format's levels and ours, told by the numbered headings, else by the titles."""
    shifts = [(levels[block.span.start], block.outline_level or 0) for block in marked if block.span.start in levels]
    numbered = Counter(ours - theirs for ours, theirs in shifts if ours)
    counted = numbered or Counter(ours - theirs for ours, theirs in shifts)
    return counted.most_common(1)[0][0] if counted else 0


def _marked_heading(block: Paragraph, level: int) -> Heading:
    marker = numbering().lead.match(block.text)
    start = marker.end() if marker and marker.end() < len(block.text) else 0
    return Heading(
        level=level,
        marker=block.text[:start].strip() or None,
        title=block.text[start:],
        span=block.span,
        title_start=block.locate(start, len(block.text)).start,
    )


def _may_head(block: Paragraph) -> bool:
    return len(block.text) <= _LONGEST_MARKED_HEADING and block.text[-1] not in "。；：，"
