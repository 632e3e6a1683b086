"""New file (新 Word 文件): a plain Word file of a document that was none, its headings, paragraphs and tables as such."""

import io
import zipfile
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from lxml import etree

from taizhang.paper.blocks.block import Paragraph
from taizhang.paper.documents.document import Cell, Grid
from taizhang.paper.documents.packages.package import open_package
from taizhang.paper.documents.word.places import WordText
from taizhang.paper.documents.word.styles import W
from taizhang.paper.documents.word.traces import Trace
from taizhang.paper.outline.section import Section
from taizhang.paper.plan import Plan
from taizhang.paper.reports.word_comments.xml_words import is_writable
from taizhang.paper.spans import Span

MAIN = "word/document.xml"
_FIXED_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HEADINGS = ("Title", "Heading1", "Heading2", "Heading3")
_CELL = "TableWords"
# Width of the page between its margins, in twentieths of a point, and how many characters a column may ask for.
_PAGE_WIDTH = 8844
_NARROWEST, _WIDEST = 3, 16
_MOST_COLUMNS = 63
_NOTHING = Span(0, 0)

Traces = dict[int, Trace]


def lay_out_anew(plan: Plan) -> WordText:
    """The document as a new Word file, every character where it was written."""
    root = etree.fromstring(_fixed("document.xml"))
    body = root[0]
    end = body[-1]
    traces: Traces = {}
    for element in _blocks(plan, traces):
        end.addprevious(element)
    package = open_package(_zipped(root), plan.document.origin.name, "docx")
    return WordText(package, MAIN, root, traces, tuple(sorted(traces)))


def _blocks(plan: Plan, traces: Traces) -> Iterator[etree._Element]:
    headings = sorted(_headings(plan.outline.sections))
    text = plan.document.text
    for block in plan.outline.blocks:
        if isinstance(block, Paragraph):
            paragraph = _paragraph(_style(block, headings))
            _write(paragraph, block.text, block.offsets or range(block.span.start, block.span.end), traces)
            yield paragraph
        elif block.grid.column_count > _MOST_COLUMNS:
            yield from _wide_rows(block.grid, text, traces)
        else:
            yield _table(block.grid, text, traces)


def _headings(sections: Sequence[Section]) -> Iterator[tuple[int, int, int]]:
    for section in sections:
        yield section.span.start, section.span.end, section.level
        yield from _headings(section.children)


def _style(block: Paragraph, headings: Sequence[tuple[int, int, int]]) -> str | None:
    """A paragraph that is nothing but a heading, or a line of one, gets the heading's style."""
    index = bisect_right(headings, block.span.start, key=lambda heading: heading[0]) - 1
    if index < 0:
        return None
    _, end, level = headings[index]
    return _HEADINGS[min(level, len(_HEADINGS) - 1)] if block.span.end <= end + 1 else None


def _paragraph(style: str | None) -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    if style:
        _add(_add(paragraph, "pPr"), "pStyle", val=style)
    return paragraph


def _write(paragraph: etree._Element, words: str, offsets: Sequence[int], traces: Traces) -> None:
    """Write words into a paragraph, and take down where each character went."""
    run = _add(paragraph, "r")
    start = 0
    for piece in words.split("\t"):
        if start:
            traces[offsets[start - 1]] = Trace("\t", _add(run, "tab"), 0)
        _write_piece(run, piece, offsets[start : start + len(piece)], traces)
        start += len(piece) + 1


def _write_piece(run: etree._Element, words: str, offsets: Sequence[int], traces: Traces) -> None:
    written = [(sign, offset) for sign, offset in zip(words, offsets, strict=True) if is_writable(sign)]
    if written:
        text = _add(run, "t")
        text.set(_SPACE, "preserve")
        text.text = "".join(sign for sign, _ in written)
        traces.update((offset, Trace(sign, text, index)) for index, (sign, offset) in enumerate(written))


def _table(grid: Grid, text: str, traces: Traces) -> etree._Element:
    table = etree.Element(f"{W}tbl")
    properties = _add(table, "tblPr")
    _add(properties, "tblStyle", val="PlainGrid")
    _add(properties, "tblW", w=str(_PAGE_WIDTH), type="dxa")
    widths = _widths(grid, text)
    columns = _add(table, "tblGrid")
    for width in widths:
        _add(columns, "gridCol", w=str(width))
    for number, cells in enumerate(_rows(grid)):
        _row(_add(table, "tr"), number, cells, widths, (text, traces))
    return table


def _rows(grid: Grid) -> list[dict[int, Cell]]:
    """For each row the cells that cover it, by column; those that go on from above among them."""
    rows: list[dict[int, Cell]] = [{} for _ in range(grid.row_count)]
    for cell in grid.cells:
        for row in rows[cell.row : cell.row + cell.row_span]:
            row[cell.column] = cell
    return rows


def _row(
    row: etree._Element,
    number: int,
    cells: Mapping[int, Cell],
    widths: Sequence[int],
    written: tuple[str, Traces],
) -> None:
    _add(_add(row, "trPr"), "cantSplit")
    column = 0
    while column < len(widths):
        cell = cells.get(column) or Cell(_NOTHING, number, column)
        width = sum(widths[column : column + cell.column_span])
        goes_on = cell.row < number
        _fill(_place(row, cell, width, goes_on=goes_on), _NOTHING if goes_on else cell.span, *written)
        column += cell.column_span


def _place(row: etree._Element, cell: Cell, width: int, *, goes_on: bool) -> etree._Element:
    place = _add(row, "tc")
    properties = _add(place, "tcPr")
    _add(properties, "tcW", w=str(width), type="dxa")
    if cell.column_span > 1:
        _add(properties, "gridSpan", val=str(cell.column_span))
    if cell.row_span > 1:
        _add(properties, "vMerge", val="continue" if goes_on else "restart")
    return place


def _fill(place: etree._Element, span: Span, text: str, traces: Traces) -> None:
    """The lines of a cell, a paragraph each; every cell has at least one."""
    start = span.start
    for line in span.quote(text).split("\n"):
        paragraph = _paragraph(_CELL)
        _write(paragraph, line, range(start, start + len(line)), traces)
        place.append(paragraph)
        start += len(line) + 1


def _wide_rows(grid: Grid, text: str, traces: Traces) -> Iterator[etree._Element]:
    """A table of more columns than Word allows, its cells set apart by spaces."""
    for number, cells in enumerate(_rows(grid)):
        paragraph = _paragraph(_CELL)
        for cell in cells.values():
            if cell.row == number:
                words = cell.span.quote(text).replace("\n", " ") + " "
                _write(paragraph, words, range(cell.span.start, cell.span.end + 1), traces)
        yield paragraph


def _widths(grid: Grid, text: str) -> list[int]:
    """Columns share the page by the longest words in them, within reason."""
    wanted = [_NARROWEST] * grid.column_count
    for cell in grid.cells:
        if cell.column_span == 1:
            longest = max(map(len, cell.span.quote(text).split("\n")))
            wanted[cell.column] = min(max(wanted[cell.column], longest), _WIDEST)
    return [_PAGE_WIDTH * want // sum(wanted) for want in wanted]


def _add(parent: etree._Element, name: str, **told: str) -> etree._Element:
    return etree.SubElement(parent, f"{W}{name}", {f"{W}{key}": value for key, value in told.items()})


def _fixed(name: str) -> bytes:
    return (files("taizhang.paper.reports.word_comments") / "blank_file" / name).read_bytes()


def _zipped(root: etree._Element) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, source in _FIXED_PARTS.items():
            archive.writestr(name, _fixed(source))
        archive.writestr(MAIN, etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))
    return file.getvalue()
