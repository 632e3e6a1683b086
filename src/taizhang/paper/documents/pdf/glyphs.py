"""Glyphs (字形): the characters of a pdf page and where each is printed."""

import ctypes
import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from taizhang.paper.documents.pdf.upright import Upright

# A page of newsprint has some 15,000, a long web page printed on one sheet ten times that; more is malice.
MOST_GLYPHS = 500_000
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_SIGNS = {"\x00": UNKNOWN, "\x02": "-", "\xa0": " ", "\xad": "", "\ufeff": "", "\u200b": ""}
# Fonts give some everyday characters the numbers of their twins: radicals and compatibility forms.
_TWINS = ((0x2E80, 0x2FD5), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
_SLANT = 0.1
# In points; smaller type is not meant to be read.
_SMALLEST = 1.0
# Some fonts state no widths for their digits and letters: then the ink and a little air must do.
_AIR = 0.3


@dataclass(frozen=True, slots=True)
class Glyph:
    """Glyph (字形): one printed character on the upright sheet.

    Attributes:
        char: the character; a blank for a printed space.
        left, right: its edges, air included, from the left edge of the sheet.
        baseline: distance of its foot from the upper edge.
        size: height of the type, in points.
        after_blank: whether a blank is printed before it.
    """

    char: str
    left: float
    right: float
    baseline: float
    size: float
    after_blank: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """A point well inside the printed sign."""
        return (self.left + self.right) / 2, self.baseline - 0.35 * self.size


def read_glyphs(page: pdfium.PdfPage) -> Mapping[Upright, list[Glyph]]:
    """The page's glyphs, grouped by the way they are turned; slanted ones (watermarks 水印) are left out."""
    box = page.get_bbox()
    sheets = tuple(Upright(quarters, *box) for quarters in range(4))
    turned: defaultdict[Upright, list[Glyph]] = defaultdict(list)
    text_page = page.get_textpage()
    try:
        for quarters, glyph in _glyphs(text_page, sheets):
            turned[sheets[quarters]].append(glyph)
    finally:
        text_page.close()
    return turned


def _glyphs(text_page: pdfium.PdfTextPage, sheets: tuple[Upright, ...]) -> Iterator[tuple[int, Glyph]]:
    matrix, loose = raw.FS_MATRIX(), raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(min(raw.FPDFText_CountChars(text_page), MOST_GLYPHS)):
        if raw.FPDFText_IsGenerated(text_page, index):
            continue
        char = _sign(raw.FPDFText_GetUnicode(text_page, index))
        raw.FPDFText_GetMatrix(text_page, index, matrix)
        quarters = _quarters(matrix.a, matrix.b)
        if not char or quarters is None:
            continue
        raw.FPDFText_GetLooseCharBox(text_page, index, loose)
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        size = raw.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
        sheet = sheets[quarters]
        left, baseline = sheet.place(x.value, y.value)
        right = max(sheet.place(loose.left, loose.bottom)[0], sheet.place(loose.right, loose.top)[0])
        if char.isascii() and char != " ":
            right = min(right, _ink_right(text_page, index, sheet) + _AIR * size)
        if 0 <= left <= sheet.width and 0 <= baseline <= sheet.height and _SMALLEST <= size <= sheet.height:
            yield quarters, Glyph(char, left, max(left, right), baseline, size)


def _ink_right(text_page: pdfium.PdfTextPage, index: int, sheet: Upright) -> float:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    return max(sheet.place(left.value, bottom.value)[0], sheet.place(right.value, top.value)[0])


def _quarters(a: float, b: float) -> int | None:
    """Quarter turns of a text direction; None for a slanted one."""
    if abs(b) <= _SLANT * abs(a):
        return 0 if a > 0 else 2
    if abs(a) <= _SLANT * abs(b):
        return 1 if b > 0 else 3
    return None


def _sign(code: int) -> str:
    """The character meant by a code point of the file; empty for one that prints nothing."""
    char = chr(code) if code <= 0x10FFFF else UNKNOWN
    if char in _SIGNS:
        return _SIGNS[char]
    if any(first <= code <= last for first, last in _TWINS):
        return unicodedata.normalize("NFKC", char)
    category = unicodedata.category(char)
    if category in {"Cs", "Cn"}:
        return UNKNOWN
    if category == "Zs":
        return " " if char != "\N{IDEOGRAPHIC SPACE}" else char
    return "" if category in {"Cc", "Cf"} else char
