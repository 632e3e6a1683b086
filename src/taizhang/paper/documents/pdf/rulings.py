"""Rulings (表线): the horizontal and vertical lines drawn on a pdf page, which frame its tables."""

import ctypes
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

from taizhang.paper.documents.pdf.upright import Upright

# More is a map or a chart, whose lines frame no table.
MOST_PATHS = 20_000
_MOST_DRAWINGS = 200_000
_MOST_POINTS = 12
_DEEPEST_FORM = 8
# In points. A filled bar this thin is a line; lines this near are one; gaps this small are mended.
_THIN = 3.0
NEAR = 3.0
_SHORTEST = 4.0

_Matrix = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ruling:
    """Ruling (表线): one straight line along or down the upright sheet.

    Attributes:
        at: its distance from the upper edge when it runs along the sheet, from the left edge when it runs down.
        start, end: where it begins and ends, left to right or top to bottom.
    """

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rulings:
    """Rulings of a page (一页的表线): pieces of one line already joined."""

    across: tuple[Ruling, ...] = ()
    down: tuple[Ruling, ...] = ()


def read_rulings(page: pdfium.PdfPage, sheet: Upright) -> Rulings:
    """The visible straight lines of a page, as they lie on the upright sheet."""
    across, down = [], []
    for start, end in _segments(page):
        (left, upper), (right, lower) = sheet.place(*start), sheet.place(*end)
        left, right = sorted((left, right))
        upper, lower = sorted((upper, lower))
        if lower - upper <= 1 and right - left >= _SHORTEST:
            across.append(Ruling((upper + lower) / 2, left, right))
        elif right - left <= 1 and lower - upper >= _SHORTEST:
            down.append(Ruling((left + right) / 2, upper, lower))
    return Rulings(_joined(across), _joined(down))


def _joined(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Lines at nearly the same place drawn as one, and the pieces of a line put end to end."""
    joined: list[Ruling] = []
    for level in _levels(rulings):
        at = sum(ruling.at for ruling in level) / len(level)
        pieces = sorted(level, key=lambda ruling: ruling.start)
        start, end = pieces[0].start, pieces[0].end
        for piece in pieces[1:]:
            if piece.start > end + NEAR:
                joined.append(Ruling(at, start, end))
                start = piece.start
            end = max(end, piece.end)
        joined.append(Ruling(at, start, end))
    return tuple(joined)


def _levels(rulings: Iterable[Ruling]) -> Iterator[list[Ruling]]:
    level: list[Ruling] = []
    for ruling in sorted(rulings, key=lambda ruling: ruling.at):
        if level and ruling.at - level[0].at > NEAR:
            yield level
            level = []
        level.append(ruling)
    if level:
        yield level


@dataclass(slots=True)
class _Pen:
    """What the drawing commands of a page are read into, so that nothing is made anew for each."""

    paths: int = MOST_PATHS
    drawings: int = _MOST_DRAWINGS
    fill: ctypes.c_int = field(default_factory=ctypes.c_int)
    stroke: ctypes.c_int = field(default_factory=ctypes.c_int)
    x: ctypes.c_float = field(default_factory=ctypes.c_float)
    y: ctypes.c_float = field(default_factory=ctypes.c_float)
    matrix: raw.FS_MATRIX = field(default_factory=raw.FS_MATRIX)
    colour: tuple[ctypes.c_uint, ...] = field(default_factory=lambda: tuple(ctypes.c_uint() for _ in range(4)))

    def matrix_of(self, drawing: object) -> _Matrix:
        raw.FPDFPageObj_GetMatrix(drawing, self.matrix)
        found = self.matrix
        return found.a, found.b, found.c, found.d, found.e, found.f


def _segments(page: pdfium.PdfPage) -> Iterator[tuple[_Point, _Point]]:
    pen = _Pen()
    identity = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    drawings = (raw.FPDFPage_GetObject(page, index) for index in range(raw.FPDFPage_CountObjects(page)))
    for path, matrix in _paths(drawings, identity, pen, 0):
        pen.paths -= 1
        if pen.paths < 0:
            return
        yield from _lines_of(path, matrix, pen)


def _paths(drawings: Iterable[object], matrix: _Matrix, pen: _Pen, depth: int) -> Iterator[tuple[object, _Matrix]]:
    for drawing in drawings:
        pen.drawings -= 1
        if pen.drawings < 0:
            return
        kind = raw.FPDFPageObj_GetType(drawing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield drawing, _after(pen.matrix_of(drawing), matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = _after(pen.matrix_of(drawing), matrix)
            count = raw.FPDFFormObj_CountObjects(drawing)
            held = (raw.FPDFFormObj_GetObject(drawing, index) for index in range(count))
            yield from _paths(held, inner, pen, depth + 1)


def _after(first: _Matrix, second: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _lines_of(path: object, matrix: _Matrix, pen: _Pen) -> Iterator[tuple[_Point, _Point]]:
    """The lines a path shows: its strokes, or a filled bar thin enough to be one."""
    raw.FPDFPath_GetDrawMode(path, pen.fill, pen.stroke)
    count = raw.FPDFPath_CountSegments(path)
    if count > _MOST_POINTS and not pen.stroke.value:
        return
    if pen.stroke.value and not _is_white(raw.FPDFPageObj_GetStrokeColor, path, pen):
        yield from _strokes(path, count, matrix, pen)
    elif pen.fill.value and not _is_white(raw.FPDFPageObj_GetFillColor, path, pen):
        yield from _bar([end for _, end in _strokes(path, count, matrix, pen)])


def _strokes(path: object, count: int, matrix: _Matrix, pen: _Pen) -> Iterator[tuple[_Point, _Point]]:
    a, b, c, d, e, f = matrix
    first = last = (0.0, 0.0)
    for index in range(min(count, MOST_PATHS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, pen.x, pen.y)
        x, y = pen.x.value, pen.y.value
        point = (a * x + c * y + e, b * x + d * y + f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        if raw.FPDFPathSegment_GetClose(segment):
            yield point, first
        last = point


def _bar(points: list[_Point]) -> Iterator[tuple[_Point, _Point]]:
    if not points:
        return
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    bottom, top = min(y for _, y in points), max(y for _, y in points)
    if top - bottom <= _THIN < right - left:
        middle = (bottom + top) / 2
        yield (left, middle), (right, middle)
    elif right - left <= _THIN < top - bottom:
        middle = (left + right) / 2
        yield (middle, bottom), (middle, top)


def _is_white(getter: Callable[..., object], path: object, pen: _Pen) -> bool:
    getter(path, *pen.colour)
    red, green, blue, alpha = (part.value for part in pen.colour)
    return min(red, green, blue) >= 0xF8 or alpha == 0
