"""Building the outline (编提纲): from blocks to sections and front matter."""

from collections.abc import Iterator, Sequence
from itertools import chain

from taizhang.paper.blocks.block import Block, Paragraph
from taizhang.paper.outline.front import read_front
from taizhang.paper.outline.headings import Heading, marked_headings, numbered_headings, title_headings
from taizhang.paper.outline.nesting import Break, nest
from taizhang.paper.outline.numbering import Mark, find_marks, numbering
from taizhang.paper.outline.runs import heading_runs
from taizhang.paper.outline.section import Outline
from taizhang.paper.outline.titles import Title, find_titles, references


def build_outline(blocks: tuple[Block, ...], text: str) -> Outline:
    """The outline of a document; ``text`` is the document's, which titles of several lines are quoted from."""
    marks = list(find_marks(blocks))
    titles = find_titles(blocks, marks)
    named_only = frozenset(references(blocks, titles))
    runs = heading_runs(
        [mark for mark in marks if mark.block not in named_only and _may_mark_heading(mark, titles)],
        blocks,
        [title.first for title in titles],
    )
    headings = [*title_headings(titles, blocks, text), *numbered_headings(runs, titles, blocks)]
    headings.extend(marked_headings(headings, blocks))
    breaks = _breaks(blocks, headings, named_only)
    sections = nest(sorted(chain(headings, breaks), key=lambda event: event.span.start), blocks)
    return Outline(sections=sections, blocks=blocks, front=read_front(sections, blocks))


def _may_mark_heading(mark: Mark, titles: Sequence[Title]) -> bool:
    """Whether a marker stands where headings are: not in a title, not in notes."""
    above = next((title for title in reversed(titles) if title.first <= mark.block), None)
    return above is None or (above.has_headings and mark.block >= above.last)


def _breaks(blocks: Sequence[Block], headings: Sequence[Heading], named_only: frozenset[int]) -> Iterator[Break]:
    """Where sections end though no heading follows: an annex is named, or the text turns to the chapter as a whole."""
    top = min((heading.level for heading in headings if heading.level > 0), default=1)
    turn = numbering().turn
    for index, block in enumerate(blocks):
        if index in named_only:
            yield Break(block.span, 0)
        elif isinstance(block, Paragraph) and turn.match(block.text):
            yield Break(block.span, top)
