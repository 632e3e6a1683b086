"""Word document (docx): read from its XML directly, so that a missing part or a foreign producer does no harm."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml import etree

from taizhang.paper.documents.document import Document, LineRole, Origin
from taizhang.paper.documents.packages.ooxml import main_part, parse_part, related_part
from taizhang.paper.documents.packages.package import Package, open_package
from taizhang.paper.documents.typesetting import (
    MOST_PLACES,
    LooseCell,
    LooseGrid,
    LooseLine,
    LoosePiece,
    typeset,
    words_of,
)
from taizhang.paper.documents.word.numbering import Numbering, read_numbering
from taizhang.paper.documents.word.page_numbers import without_page_numbers
from taizhang.paper.documents.word.styles import Styles, W, number_of, outline_level_of, read_styles
from taizhang.paper.documents.word.tables import Placed, place_cells
from taizhang.paper.documents.word.words import Fields, Words, read_words, unwrapped
from taizhang.paper.errors import DamagedFileError, TableTooLargeError

_NO_LIST = "0"
_BLANK = LooseLine("")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


@dataclass(slots=True)
class _Story:
    """One run of text: the body, a note, a text box. It remembers what carries over from paragraph to paragraph."""

    styles: Styles
    numbering: Numbering
    role: LineRole = LineRole.BODY
    fields: Fields = field(default_factory=Fields)
    pending: list[str] = field(default_factory=list)  # words whose paragraph's end was struck out: they run on


def read_docx(data: bytes, origin: Origin) -> Document:
    """Read a Word document as it stands when all tracked changes are accepted."""
    package = open_package(data, origin.name, "docx")
    main = main_part(package, "word/document.xml")
    body = _body(package, main)
    story = _Story(
        read_styles(part_tied(package, main, "styles")),
        read_numbering(part_tied(package, main, "numbering")),
    )
    pieces = [*_read(body, story), *_notes(package, main, story)]
    return typeset(without_page_numbers(_spaced(_unboxed(pieces))), origin, _title(package))


def _body(package: Package, main: str) -> etree._Element:
    root = parse_part(package, main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise DamagedFileError(package.name, package.media)
    if next(islice(body.iter(f"{W}tc"), MOST_PLACES, None), None) is not None:
        raise TableTooLargeError(package.name, MOST_PLACES)
    return body


def part_tied(package: Package, main: str, kind: str) -> etree._Element | None:
    """The part of that kind (``styles``, ``footnotes`` …) a document uses, None where there is none."""
    return parse_part(package, related_part(package, main, kind) or f"word/{kind}.xml")


def _title(package: Package) -> str | None:
    core = parse_part(package, "docProps/core.xml")
    return ((core.findtext(_TITLE) or "").strip() or None) if core is not None else None


def _read(container: etree._Element, story: _Story) -> Iterator[LoosePiece]:
    """A story to its end, even where the mark that ends it was struck out."""
    yield from _pieces(container, story)
    if any(story.pending):
        yield LooseLine("".join(story.pending), story.role)


def _pieces(container: etree._Element, story: _Story) -> Iterator[LoosePiece]:
    for child in container:
        if child.tag == f"{W}p":
            yield from _paragraph(child, story)
        elif child.tag == f"{W}tbl":
            yield from _table(child, story)
        elif (inside := unwrapped(child)) is not None:
            yield from _pieces(inside, story)


def _paragraph(paragraph: etree._Element, story: _Story) -> Iterator[LoosePiece]:
    properties = paragraph.find(f"{W}pPr")
    style = story.styles.of_paragraph(properties)
    words = read_words(paragraph, story.styles, style, story.fields)
    story.pending += words.parts
    if not is_end_struck_out(properties):
        text = "".join(story.pending)
        story.pending.clear()
        number = _number(properties, story) if text.strip() else ""
        level = outline_level_of(properties)
        if level is None:
            level = style.outline_level if style else None
        yield from _lines(LooseLine(text, story.role, style.name if style else None, level or None), number)
    yield from _boxes(words, story)


def is_end_struck_out(properties: etree._Element | None) -> bool:
    """Whether a paragraph's end was deleted by a tracked change, so that its words run on into the next."""
    marks = None if properties is None else properties.find(f"{W}rPr")
    return marks is not None and (marks.find(f"{W}del") is not None or marks.find(f"{W}moveFrom") is not None)


def _number(properties: etree._Element | None, story: _Story) -> str:
    """The automatic number printed before a paragraph: its own, or that of its style."""
    style_id = story.styles.id_of(properties)
    style = story.styles.by_id.get(style_id)
    given = number_of(properties) or (style.number if style else None)
    if given is None or given[0] == _NO_LIST:
        return ""
    return story.numbering.next_number(*given, style_id)


def _lines(line: LooseLine, number: str) -> Iterator[LooseLine]:
    """One line per line break; a heading set on several lines goes on in the next."""
    texts = line.text.strip("\n").split("\n")
    for index, text in enumerate(texts):
        continues = line.outline_level is not None and index < len(texts) - 1
        yield replace(line, text=(number + text.lstrip() if number and not index else text), is_wrapped=continues)


def _boxes(words: Words, story: _Story) -> Iterator[LoosePiece]:
    for box in words.boxes:
        yield from _read(box, _Story(story.styles, story.numbering, LineRole.BOX))


def _table(table: etree._Element, story: _Story) -> Iterator[LoosePiece]:
    """A grid, and after it the tables and boxes that stand within its cells; a single cell is a frame around words."""
    placed = place_cells(table)
    if len(placed) == 1:
        framed = _Story(story.styles, story.numbering, LineRole.BOX if story.role is LineRole.BODY else story.role)
        yield from _read(placed[0].content, framed)
        return
    inner: list[LoosePiece] = []
    cells = tuple(_cell(place, story, inner) for place in placed)
    if any(cell.text for cell in cells):
        yield LooseGrid(cells)
    yield from inner


def _cell(place: Placed, story: _Story, inner: list[LoosePiece]) -> LooseCell:
    lines: list[str] = []
    for piece in _read(place.content, _Story(story.styles, story.numbering, story.role)):
        if isinstance(piece, LooseLine) and piece.role is story.role:
            lines.append(piece.text.strip())
        else:
            inner.append(piece)
    text = "\n".join(line for line in lines if line)
    return LooseCell(text, place.row, place.column, place.row_span, place.column_span)


def _notes(package: Package, main: str, story: _Story) -> Iterator[LoosePiece]:
    for note in notes_of(package, main):
        yield from _read(note, _Story(story.styles, story.numbering, LineRole.NOTE))


def notes_of(package: Package, main: str) -> Iterator[etree._Element]:
    """Footnotes, then endnotes, in order; the separators Word keeps among them are not notes."""
    for kind, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
        root = part_tied(package, main, kind)
        for note in () if root is None else root.iterchildren(f"{W}{tag}"):
            if note.get(f"{W}type", "normal") == "normal":
                yield note


def _spaced(pieces: Iterable[LoosePiece]) -> list[LoosePiece]:
    """Of several empty paragraphs in a row, the space between two parts, one stands for all; none at the beginning."""
    spaced: list[LoosePiece] = []
    for piece in pieces:
        is_blank = isinstance(piece, LooseLine) and not piece.text.strip()
        if is_blank and (not spaced or spaced[-1] == _BLANK):
            continue
        spaced.append(_BLANK if is_blank else piece)
    return spaced


def _unboxed(pieces: list[LoosePiece]) -> list[LoosePiece]:
    """A frame around the whole document is layout, not a box beside its text."""
    boxes = [piece for piece in pieces if isinstance(piece, LooseLine) and piece.role is LineRole.BOX]
    if 2 * words_of(boxes) <= words_of(pieces):
        return pieces
    return [
        replace(piece, role=LineRole.BODY) if isinstance(piece, LooseLine) and piece.role is LineRole.BOX else piece
        for piece in pieces
    ]
