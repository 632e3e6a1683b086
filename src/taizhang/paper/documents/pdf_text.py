"""Writing down (成文): paragraphs and tables as the document's text, every piece with its span."""

from collections.abc import Iterable
from itertools import groupby

from taizhang.paper.documents.document import Cell, Grid, Line
from taizhang.paper.documents.pdf_paragraphs import Piece, PrintedParagraph
from taizhang.paper.documents.pdf_tables import PrintedTable
from taizhang.paper.spans import Span


def write_down(pieces: Iterable[Piece]) -> tuple[str, tuple[Line | Grid, ...]]:
    """One line a paragraph; a table's rows one a line, their cells separated by tabs."""
    paper = _Paper()
    laid_out: list[Line | Grid] = []
    for piece in pieces:
        laid_out.append(_line(paper, piece) if isinstance(piece, PrintedParagraph) else _grid(paper, piece))
        paper.write("\n")
    return paper.text, tuple(laid_out)


class _Paper:
    """What has been written so far."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    def write(self, words: str) -> Span:
        start = self._length
        self._parts.append(words)
        self._length += len(words)
        return Span(start, self._length)

    @property
    def text(self) -> str:
        return "".join(self._parts)


def _line(paper: _Paper, paragraph: PrintedParagraph) -> Line:
    return Line(paper.write(paragraph.text), role=paragraph.role, page=paragraph.page)


def _grid(paper: _Paper, table: PrintedTable) -> Grid:
    cells: list[Cell] = []
    for _, row in groupby(table.cells, lambda cell: cell.row):
        if cells:
            paper.write("\n")
        for position, printed in enumerate(row):
            if position:
                paper.write("\t")
            span = paper.write(printed.text)
            cells.append(Cell(span, printed.row, printed.column, printed.row_span, printed.column_span))
    whole = Span(cells[0].span.start, cells[-1].span.end)
    return Grid(whole, tuple(cells), table.row_count, table.column_count, table.page)
