"""Pages (版面): what one page of a pdf holds: rows of words, tables, and boxes of words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from taizhang.paper.documents.pdf.cells import fill
from taizhang.paper.documents.pdf.frames import Frame, find_frames
from taizhang.paper.documents.pdf.glyphs import UNKNOWN, Glyph, read_glyphs
from taizhang.paper.documents.pdf.open_tables import ruled_open_frames, unruled_frames
from taizhang.paper.documents.pdf.rulings import Rulings, read_rulings
from taizhang.paper.documents.pdf.runs import Row, rows_of
from taizhang.paper.documents.pdf.tables import PrintedTable, as_table
from taizhang.paper.documents.pdf.upright import Upright

# A closed frame larger than this share of the sheet is a border around the page.
_LARGEST_BOX = 0.7


@dataclass(frozen=True, slots=True)
class Box:
    """Box (方框): words with lines around them, no table (专栏)."""

    frame: Frame
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Page (版面): one page as it is printed, held so that its words stand upright.

    Attributes:
        number: counted from 1.
        width, height: of the upright sheet.
        rows: words outside tables and boxes, from the top down.
        tables, boxes: from the top down.
        aslant: rows of the words turned another way than most: page numbers of a landscape page.
        rules: distances from the upper edge of the lines that belong to no table.
        letters: how many characters are printed on it.
        garbled: how many of them cannot be told.
        is_picture: whether it shows a picture, or drawings and not one word.
    """

    number: int
    width: float
    height: float
    rows: tuple[Row, ...] = ()
    tables: tuple[PrintedTable, ...] = ()
    boxes: tuple[Box, ...] = ()
    aslant: tuple[Row, ...] = ()
    rules: tuple[float, ...] = ()
    letters: int = 0
    garbled: int = 0
    is_picture: bool = False


def read_page(page: pdfium.PdfPage, number: int) -> Page:
    """Read one page."""
    turned = read_glyphs(page)
    if not turned:
        width, height = page.get_size()
        return Page(number, width, height, is_picture=raw.FPDFPage_CountObjects(page) > 0)
    sheet, glyphs = max(turned.items(), key=lambda item: len(item[1]))
    aslant = [row for other, held in turned.items() if other is not sheet for row in rows_of(held)]
    laid_out = _laid_out(number, sheet, glyphs, read_rulings(page, sheet), aslant)
    return replace(laid_out, letters=len(glyphs), garbled=_garbled(glyphs), is_picture=_has_picture(page))


def _garbled(glyphs: Sequence[Glyph]) -> int:
    """How many characters nobody can read: unknown ones, and those a font numbers privately."""
    return sum(1 for glyph in glyphs if glyph.char == UNKNOWN or "\ue000" <= glyph.char <= "\uf8ff")


def _has_picture(page: pdfium.PdfPage) -> bool:
    drawings = (raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page)))
    return any(raw.FPDFPageObj_GetType(drawing) == raw.FPDF_PAGEOBJ_IMAGE for drawing in drawings)


def _laid_out(number: int, sheet: Upright, glyphs: Sequence[Glyph], rulings: Rulings, aslant: Sequence[Row]) -> Page:
    frames = find_frames(rulings)
    tables, boxes, rest = _framed(frames, glyphs, number, _LARGEST_BOX * sheet.width * sheet.height)
    free = [rule for rule in rulings.across if not any(_lies_in(frame, rule.at, rule.start) for frame in frames)]
    rows = rows_of(rest)
    for frame in (*ruled_open_frames(free, rows), *unruled_frames(rows)):
        inside, outside = _parted(rest, frame)
        if (table := as_table(fill(frame, inside), number)) is not None:
            tables.append(table)
            rest = outside
    return Page(
        number,
        sheet.width,
        sheet.height,
        tuple(rows_of(rest)),
        tuple(sorted(tables, key=lambda table: table.top)),
        tuple(boxes),
        tuple(aslant),
        tuple(rule.at for rule in free),
    )


def _framed(
    frames: Sequence[Frame], glyphs: Sequence[Glyph], number: int, largest_box: float
) -> tuple[list[PrintedTable], list[Box], Sequence[Glyph]]:
    """The tables and boxes that lines enclose, and the glyphs that stand elsewhere."""
    tables, boxes, rest = [], [], glyphs
    for frame in frames:
        inside, outside = _parted(rest, frame)
        if not inside:
            continue
        if (table := as_table(fill(frame, inside), number)) is not None:
            tables.append(table)
        elif frame.is_closed and len(frame.across) == 2 and frame.area <= largest_box:
            boxes.append(Box(frame, tuple(rows_of(inside))))
        else:
            continue
        rest = outside
    return tables, boxes, rest


def _parted(glyphs: Sequence[Glyph], frame: Frame) -> tuple[list[Glyph], list[Glyph]]:
    inside: list[Glyph] = []
    outside: list[Glyph] = []
    for glyph in glyphs:
        (inside if frame.holds(glyph.middle) else outside).append(glyph)
    return inside, outside


def _lies_in(frame: Frame, at: float, start: float) -> bool:
    return frame.down[0] - 1 <= at <= frame.down[-1] + 1 and frame.across[0] - 1 <= start <= frame.across[-1] + 1
