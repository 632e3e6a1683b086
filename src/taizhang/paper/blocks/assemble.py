"""Assembling (拼装): lines become paragraphs, grids become tables with the words printed above them."""

from collections.abc import Iterator, Sequence
from itertools import chain

from taizhang.paper.blocks.block import Block, Paragraph, TableBlock
from taizhang.paper.blocks.captions import caption_above
from taizhang.paper.blocks.flattened import find_flattened
from taizhang.paper.blocks.furniture import without_furniture
from taizhang.paper.blocks.tears import torn_lines
from taizhang.paper.documents.document import Document, Grid, Line
from taizhang.paper.spans import Span


def assemble_blocks(document: Document) -> tuple[Block, ...]:
    """The paragraphs and tables of a document in reading order, page furniture left out."""
    pieces = without_furniture(document.text, document.pieces)
    given = {id(piece) for piece in pieces if isinstance(piece, Grid)}
    blocks: list[Block] = []
    for piece in _with_rebuilt_tables(document.text, pieces):
        if isinstance(piece, Grid):
            blocks.append(_table(piece, blocks, is_rebuilt=id(piece) not in given))
        else:
            blocks.extend(_paragraphs(document.text, piece))
    return tuple(blocks)


def _with_rebuilt_tables(text: str, pieces: Sequence[Line | Grid]) -> Iterator[Grid | list[Line]]:
    """Tables, those flattened into lines among them, and the stretches of lines between them."""
    lines = tuple(piece for piece in pieces if isinstance(piece, Line))
    flattened = {first: (last, grid) for first, last, grid in find_flattened(text, lines)}
    stretch: list[Line] = []
    number = resume = 0
    for piece in pieces:
        grid = piece if isinstance(piece, Grid) else None
        if isinstance(piece, Line):
            if number in flattened:
                resume, grid = flattened[number]
            elif number >= resume:
                stretch.append(piece)
            number += 1
        if grid is not None:
            yield stretch
            yield grid
            stretch = []
    yield stretch


def _table(grid: Grid, above: Sequence[Block], *, is_rebuilt: bool) -> TableBlock:
    paragraphs: list[Paragraph] = []
    for block in reversed(above[-4:]):
        if not isinstance(block, Paragraph):
            break
        paragraphs.insert(0, block)
    caption = caption_above(paragraphs)
    return TableBlock(
        span=grid.span,
        grid=grid,
        title=grid.title or caption.title,
        title_span=None if grid.title else caption.title_span,
        unit_note=caption.unit_note,
        is_rebuilt=is_rebuilt,
    )


def _paragraphs(text: str, lines: Sequence[Line]) -> Iterator[Paragraph]:
    torn = torn_lines([line.span.quote(text).strip() for line in lines])
    together: list[Line] = []
    for index, line in enumerate(lines):
        if text[line.span.start : line.span.end].strip():
            together.append(line)
        if together and not line.is_wrapped and index not in torn:
            yield _paragraph(text, together)
            together = []
    if together:
        yield _paragraph(text, together)


def _paragraph(text: str, lines: Sequence[Line]) -> Paragraph:
    spans = [_trimmed(text, line.span) for line in lines]
    offsets = tuple(chain.from_iterable(range(span.start, span.end) for span in spans)) if len(spans) > 1 else None
    first = lines[0]
    return Paragraph(
        span=Span(spans[0].start, spans[-1].end),
        text="".join(span.quote(text) for span in spans),
        offsets=offsets,
        role=first.role,
        style=first.style,
        outline_level=first.outline_level,
        page=first.page,
    )


def _trimmed(text: str, span: Span) -> Span:
    """The span without blanks at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
