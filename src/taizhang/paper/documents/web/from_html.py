"""Web page (网页): the document as government sites publish it, without the site around it."""

import re
from dataclasses import dataclass, field, replace

from lxml import etree, html

from taizhang.paper.documents.document import Document, Origin
from taizhang.paper.documents.text.decoding import decode_page
from taizhang.paper.documents.typesetting import INVISIBLE, LooseCell, LooseGrid, LooseLine, LoosePiece, typeset
from taizhang.paper.documents.web.content import main_content
from taizhang.paper.documents.web.furniture import is_furniture_line
from taizhang.paper.documents.web.tables import is_layout, place_cells
from taizhang.paper.errors import DamagedFileError, FileTooLargeError

_BLOCKS = frozenset({
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset"),
    *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend"),
    *("li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Editors put whole paragraphs in heading elements to make them bold: a heading is short and is no sentence.
_LONGEST_HEADING = 60
# A page without its pictures; the longest we know has a quarter of a million characters.
LARGEST_PAGE = 16 * 2**20
# Pieces among which a headline is looked for.
_BEGINNING = 12
_PICTURE_DATA = re.compile(r"""(["'(])data:[a-z]+/[^"')]{64,}""", re.IGNORECASE)
_EMPHASIS = re.compile(r"</?(?:font|span|b|strong|i|em|u|big|small|a)\b[^>]*>", re.IGNORECASE)
# A line break of the source between two full-width characters is no space between words.
_SOURCE_BREAK = re.compile(r"(?<=[^\x00-\xff])[ \t]*[\r\n]\s*(?=[^\x00-\xff])")
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_BREAK = "\v"  # a <br>, told apart from line breaks of the source


@dataclass(slots=True)
class _Page:
    """What has been read so far: finished pieces, and the words of the line under way."""

    pieces: list[LoosePiece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    level: int | None = None

    def put(self, text: str | None) -> None:
        if text:
            self.words.append(text)

    def end_line(self) -> None:
        texts = _tidy("".join(self.words)).split(_BREAK) if self.words else []
        self.words.clear()
        filled = [text.strip() for text in texts if text.strip()]
        level = self.level if _is_heading("".join(filled)) else None
        self.pieces += (
            LooseLine(text, outline_level=level, is_wrapped=level is not None and index < len(filled))
            for index, text in enumerate(filled, start=1)
            if not is_furniture_line(text)
        )


def read_html(data: bytes, origin: Origin) -> Document:
    """Read a web page: its main content, without menus, buttons and other furniture."""
    text, encoding = decode_page(data, origin.name)
    text = _PICTURE_DATA.sub(r"\1", text)
    if len(text) > LARGEST_PAGE:
        raise FileTooLargeError(origin.name, LARGEST_PAGE)
    root = _parse(text, origin.name)
    title = _title(root)
    headline = _headline(root, title)
    pieces = _with_headline(_read(main_content(root)), headline)
    return typeset(pieces, replace(origin, encoding=encoding), title)


def _parse(text: str, name: str) -> html.HtmlElement:
    """The tree of the page; emphasis that was opened hundreds of times and never closed is given up."""
    for source in (text, _EMPHASIS.sub("", text)):
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        try:
            root = html.document_fromstring(source.encode("utf-8"), parser)
        except (etree.ParserError, etree.XMLSyntaxError) as error:
            raise DamagedFileError(name, "html") from error
        if not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
            return root
    raise DamagedFileError(name, "html")


def _read(root: html.HtmlElement) -> list[LoosePiece]:
    page = _Page()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            _leave(element, page)
            page.put(element.tail if element is not root else None)
        elif element.tag == "table" and not is_layout(element):
            page.end_line()
            page.pieces += _grids(element)
            walk.skip_subtree()
        else:
            _enter(element, page)
    page.end_line()
    return page.pieces


def _enter(element: html.HtmlElement, page: _Page) -> None:
    if element.tag in _BLOCKS:
        page.end_line()
        page.level = _HEADINGS.get(str(element.tag), page.level)
    if element.tag == "br":
        page.put(_BREAK)
    text = element.text
    page.put(text.replace("\n", _BREAK) if text and element.tag == "pre" else text)


def _leave(element: html.HtmlElement, page: _Page) -> None:
    if element.tag in _BLOCKS:
        page.end_line()
    if element.tag in _HEADINGS:
        page.level = None


def _tidy(text: str) -> str:
    """Whitespace as a browser shows it, and nothing that it does not show."""
    return _SPACES.sub(" ", _SOURCE_BREAK.sub("", text)).translate(INVISIBLE)


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not text.endswith(("。", "；", "，", "："))


def _grids(table: html.HtmlElement) -> list[LoosePiece]:
    """The table, and after it those that stand within its cells."""
    cells, inner = [], list[LoosePiece]()
    for place in place_cells(table):
        pieces = _read(place.content) if len(place.content) else [LooseLine(_tidy(place.content.text or "").strip())]
        text = "\n".join(piece.text for piece in pieces if isinstance(piece, LooseLine))
        cells.append(LooseCell(text, place.row, place.column, place.row_span, place.column_span))
        inner += (piece for piece in pieces if isinstance(piece, LooseGrid))
    caption = table.findtext("caption")
    return [LooseGrid(tuple(cells), title=_tidy(caption).strip() if caption else None), *inner]


def _title(root: html.HtmlElement) -> str | None:
    """The title the page gives its article, else the title of the page."""
    named = [meta.get("content", "") for meta in root.iter("meta") if meta.get("name", "").lower() == "articletitle"]
    titles = [_tidy(title).strip() for title in (*named, root.findtext(".//title") or "")]
    return next((title for title in titles if title), None)


def _headline(root: html.HtmlElement, title: str | None) -> str | None:
    """The heading of the page that its title repeats: the article's own, wherever it stands."""
    known = _squeezed(title or "")
    headings = (_tidy(heading.text_content()).strip() for heading in root.iter(*_HEADINGS))
    return max((text for text in headings if text and _squeezed(text) in known), key=len, default=None)


def _with_headline(pieces: list[LoosePiece], headline: str | None) -> list[LoosePiece]:
    """The headline goes on top where the main content does not hold it already."""
    beginning = "".join(piece.text for piece in pieces[:_BEGINNING] if isinstance(piece, LooseLine))
    if headline is None or _squeezed(headline) in _squeezed(beginning):
        return pieces
    return [LooseLine(headline, outline_level=1), *pieces]


def _squeezed(text: str) -> str:
    return "".join(text.split())
