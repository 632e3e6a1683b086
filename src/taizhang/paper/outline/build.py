"""Building the outline (编提纲): from blocks to sections and front matter."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from taizhang.paper.blocks.block import Block, Paragraph
from taizhang.paper.outline.contents import contents
from taizhang.paper.outline.front import read_front
from taizhang.paper.outline.headings import Heading, marked_headings, numbered_headings, title_headings
from taizhang.paper.outline.nesting import Break, nest
from taizhang.paper.outline.numbering import Mark, find_marks, numbering
from taizhang.paper.outline.runs import heading_runs
from taizhang.paper.outline.section import Outline
from taizhang.paper.outline.titles import Title, find_titles, references

# A chapter's heading in a line of its own is no longer; a note is.
_LONGEST_CHAPTER_LINE = 30


def build_outline(blocks: tuple[Block, ...], text: str) -> Outline:
    """The outline of a document; ``text`` is the document's, which titles of several lines are quoted from."""
    listed = contents(blocks)
    marks = [mark for mark in find_marks(blocks) if mark.block not in listed]
    titles = [title for title in find_titles(blocks, marks) if title.first not in listed]
    named_only = frozenset(references(blocks, titles))
    notes = list(_notes(titles, marks, blocks))
    silent = {*named_only, *chain(*notes), *chain(*(range(title.first, title.last) for title in titles))}
    runs = heading_runs([mark for mark in marks if mark.block not in silent], blocks, [title.first for title in titles])
    headings = [*title_headings(titles, blocks, text), *numbered_headings(runs, titles, blocks)]
    headings.extend(marked_headings(headings, blocks))
    breaks = _breaks(blocks, headings, named_only, {note.stop for note in notes})
    sections = nest(sorted(chain(breaks, headings), key=lambda event: event.span.start), blocks)
    return Outline(sections=sections, blocks=blocks, front=read_front(sections, blocks))


def _notes(titles: Sequence[Title], marks: Sequence[Mark], blocks: Sequence[Block]) -> Iterator[range]:
    """Notes, in which numbers mark no headings; they end where another paper begins, with a title or without."""
    firsts = [
        mark.block for mark in marks if mark.ordinal == 1 and mark.style.level == 1 and _is_line(blocks[mark.block])
    ]
    ends = sorted([*firsts, *(title.first for title in titles), len(blocks)])
    for title in titles:
        if title.is_notes:
            yield range(title.first, ends[bisect_right(ends, title.first)])


def _is_line(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.text) <= _LONGEST_CHAPTER_LINE and block.text[-1] not in "。；"


def _breaks(
    blocks: Sequence[Block], headings: Sequence[Heading], named_only: Collection[int], ends_of_notes: Collection[int]
) -> Iterator[Break]:
    """Where sections end though no heading follows."""
    top = min((heading.level for heading in headings if heading.level > 0), default=1)
    ends_of_headings = {heading.span.end for heading in headings}
    turn = numbering().turn
    above: Block | None = None
    for index, block in enumerate(blocks):
        if index in ends_of_notes:
            yield Break(block.span, -1)
        elif index in named_only:
            yield Break(block.span, 0)
        elif isinstance(block, Paragraph) and turn.match(block.text) and not _is_heading(above, ends_of_headings):
            yield Break(block.span, top)
        above = block


def _is_heading(block: Block | None, ends_of_headings: Collection[int]) -> bool:
    """Whether nothing but a heading, and the mark that ends it, stands in a block."""
    return block is not None and (block.span.end in ends_of_headings or block.span.end - 1 in ends_of_headings)
