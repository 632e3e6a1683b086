"""Blocks (块): paragraph and table, the units a reader would see."""

from dataclasses import dataclass

from taizhang.paper.documents.document import Grid, LineRole
from taizhang.paper.spans import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Paragraph (自然段): running words, hard line wraps removed.

    Attributes:
        span: where it stands in the document's text, indents and the final line break left out.
        text: its words as they flow; equal to the source where ``offsets`` is None.
        offsets: for each code point of ``text`` its offset in the document's text; None where the two run in step
            from ``span.start``.
        role: body, note or box.
        style, outline_level, page: as the file format says, see ``documents.document.Line``.
    """

    span: Span
    text: str
    offsets: tuple[int, ...] | None = None
    role: LineRole = LineRole.BODY
    style: str | None = None
    outline_level: int | None = None
    page: int | None = None

    def locate(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the document's text."""
        if self.offsets is None:
            return Span(self.span.start + start, self.span.start + end)
        if start == end:
            return Span(self.offsets[start], self.offsets[start]) if start < len(self.offsets) else self.span
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Table block (表): a grid with the words printed around it; plain text laid out one cell a line is rebuilt.

    Attributes:
        span: from its first cell to its last.
        grid: the cells, merged ones resolved to where they stand.
        title: heading printed above it, else None.
        title_span: where that heading stands.
        unit_note: the words of 单位：… printed above it, else None.
        is_rebuilt: whether the grid was put together from lines rather than given by the format.
    """

    span: Span
    grid: Grid
    title: str | None = None
    title_span: Span | None = None
    unit_note: str | None = None
    is_rebuilt: bool = False


Block = Paragraph | TableBlock
