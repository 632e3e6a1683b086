"""Document (文件): the text of a file and the pieces it is laid out in, before anyone understands it."""

from dataclasses import dataclass
from enum import StrEnum

from taizhang.paper.spans import Span


class LineRole(StrEnum):
    """Line role (段落性质): what the file format itself says about a line."""

    BODY = "body"
    NOTE = "note"  # 脚注、尾注
    BOX = "box"  # 文本框、专栏


@dataclass(frozen=True, slots=True)
class Line:
    """Line (行): one paragraph of a word processor or web page, or one line of a plain text.

    Attributes:
        span: its words, without the line break.
        role: what the format says it is.
        style: name of the paragraph style where there is one (``heading 1``, ``标题 1``), else None.
        outline_level: 1 for the highest heading the format itself marks, else None.
        page: page it starts on, counted from 1, where the format has pages.
        is_wrapped: whether the next line continues the same paragraph (hard line wraps of pdf and of texts made from it).
    """

    span: Span
    role: LineRole = LineRole.BODY
    style: str | None = None
    outline_level: int | None = None
    page: int | None = None
    is_wrapped: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Cell (单元格): one cell of a grid; a merged cell stands once, at its upper left corner.

    Attributes:
        span: its words in the document's text (may be empty, and may hold line breaks).
        row, column: position from 0.
        row_span, column_span: how many rows and columns it covers, 1 for a plain cell.
    """

    span: Span
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """Grid (表格): a table as the format lays it out, nothing interpreted.

    In the document's text its cells are separated by tabs and its rows by line breaks.

    Attributes:
        span: from the first cell to the end of the last.
        cells: in reading order (row, then column).
        row_count, column_count: size of the grid.
        page: page it starts on, where the format has pages.
        title: caption or sheet name the format itself gives, else None.
    """

    span: Span
    cells: tuple[Cell, ...]
    row_count: int
    column_count: int
    page: int | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Origin (来源): the file a document was read from.

    Attributes:
        name: file name as received.
        media: short name of the format its content is in, whatever its extension: ``txt``, ``md``, ``docx``, ``pdf``,
            ``html``, ``xlsx``, ``xls`` (et too), ``doc`` (wps too), ``rtf``, ``odt``, ``ods``.
        sha256: hexadecimal digest of the file's bytes.
        size: length of the file in bytes.
        encoding: character encoding of a text file, else None.
        pages: number of pages where the format has them.
    """

    name: str
    media: str
    sha256: str
    size: int
    encoding: str | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Document (文件): what every later stage reads.

    Attributes:
        text: the whole text; every offset of the product counts its code points.
        pieces: lines and grids in reading order; their spans do not overlap.
        origin: where it came from.
        title: title given by the file's own properties (rarely trustworthy), else None.
    """

    text: str
    pieces: tuple[Line | Grid, ...]
    origin: Origin
    title: str | None = None
