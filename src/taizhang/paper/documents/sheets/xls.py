"""Sheets of an xls (工作表): read from its records, so that number formats, merged ranges and hidden rows are known."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from taizhang.paper.documents.media import OLD_SHEETS
from taizhang.paper.documents.packages.compound import open_compound
from taizhang.paper.documents.sheets.biff_records import Record, Strings, records
from taizhang.paper.documents.sheets.cell_formats import format_code, shown
from taizhang.paper.documents.sheets.sheet import Place, Range, Sheet
from taizhang.paper.documents.typesetting import MOST_PLACES
from taizhang.paper.errors import DamagedFileError, PasswordProtectedError, TableTooLargeError, UnsupportedFormatError

_LOCKED, _CALENDAR, _SHEET, _TEXTS = 0x2F, 0x22, 0x85, 0xFC
_FORMAT, _STYLE = 0x41E, 0xE0
_COLUMNS, _ROW, _MERGED = 0x7D, 0x208, 0xE5
_NUMBER, _SHORT_NUMBER, _SHORT_NUMBERS = 0x203, 0x27E, 0xBD
_SHARED_TEXT, _TEXT, _RICH_TEXT, _TRUTH = 0xFD, 0x204, 0xD6, 0x205
_FORMULA, _FORMULA_TEXT = 0x06, 0x207
_CELLS = frozenset({_NUMBER, _SHORT_NUMBER, _SHORT_NUMBERS, _SHARED_TEXT, _TEXT, _RICH_TEXT, _TRUTH, _FORMULA})
_VERSION_8 = 0x0600
_ROW_HIDDEN = 0x20
_NO_NUMBER = 0xFFFF  # in the last two bytes of a formula's result: it is a text, a truth value or an error
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


@dataclass(slots=True)
class _Book:
    """What all sheets share, and where each visible one begins."""

    name: str
    from_1904: bool = False
    texts: list[str] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)
    sheets: dict[int, str] = field(default_factory=dict)

    def shown(self, value: float, style: int) -> str:
        number = self.styles[style] if style < len(self.styles) else 0
        code = self.formats.get(number) or format_code(number)
        return shown(Decimal(repr(value)), code, from_1904=self.from_1904)


@dataclass(slots=True)
class _Filling:
    """A sheet under way."""

    cells: dict[Place, str] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formula: Place = (0, 0)


def xls_sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """The visible sheets, in order; charts have none.

    Raises:
        PaperError: locked, damaged, too old, or with more cells than a table may have.
    """
    compound = open_compound(data, name)
    stream = compound.read("Workbook" if "Workbook" in compound.names else "Book")
    if stream[4:6] != _VERSION_8.to_bytes(2, "little"):
        raise UnsupportedFormatError(name, *OLD_SHEETS)
    book = _Book(name)
    try:
        for record in records(stream, 0):
            _take_shared(record, book)
        for start, title in book.sheets.items():
            yield _sheet(stream, start, title, book)
    except (struct.error, IndexError) as error:
        raise DamagedFileError(name, "xls") from error


def _take_shared(record: Record, book: _Book) -> None:
    body = record.body
    if record.kind == _LOCKED:
        raise PasswordProtectedError(book.name)
    if record.kind == _CALENDAR:
        book.from_1904 = body[:1] == b"\x01"
    elif record.kind == _SHEET:
        _note_sheet(body, book)
    elif record.kind == _STYLE:
        book.styles.append(struct.unpack_from("<H", body, 2)[0])
    elif record.kind == _FORMAT:
        book.formats[struct.unpack_from("<H", body)[0]] = Strings((body[2:],)).plain()
    elif record.kind == _TEXTS:
        strings = Strings((body[8:], *record.more))
        while not strings.is_done():
            book.texts.append(strings.rich())


def _note_sheet(body: bytes, book: _Book) -> None:
    """Take note of where a sheet begins, unless it is hidden or a chart."""
    start, state, kind = struct.unpack_from("<IBB", body)
    if not state & 3 and not kind:
        book.sheets[start] = Strings((body[6:],)).short()


def _sheet(stream: bytes, start: int, title: str, book: _Book) -> Sheet:
    filling = _Filling()
    for record in records(stream, start):
        if record.kind in _CELLS:
            _take_cell(record, filling, book)
        elif record.kind == _FORMULA_TEXT:
            filling.cells[filling.formula] = Strings((record.body, *record.more)).plain()
        else:
            _take_layout(record, filling)
        if len(filling.cells) > MOST_PLACES:
            raise TableTooLargeError(book.name, MOST_PLACES)
    hidden = frozenset(filling.hidden_rows), frozenset(filling.hidden_columns)
    return Sheet(title, filling.cells, tuple(filling.merged), *hidden)


def _take_layout(record: Record, filling: _Filling) -> None:
    body = record.body
    if record.kind == _ROW:
        if struct.unpack_from("<I", body, 12)[0] & _ROW_HIDDEN:
            filling.hidden_rows.add(struct.unpack_from("<H", body)[0])
    elif record.kind == _COLUMNS:
        first, last, _, _, options = struct.unpack_from("<5H", body)
        if options & 1:
            filling.hidden_columns.update(range(first, min(last, 255) + 1))
    elif record.kind == _MERGED:
        for offset in range(2, len(body) - 7, 8):
            top, bottom, left, right = struct.unpack_from("<4H", body, offset)
            filling.merged.append((top, left, bottom, right))


def _take_cell(record: Record, filling: _Filling, book: _Book) -> None:
    body = record.body
    row, column, style = struct.unpack_from("<HHH", body)
    place = row, column
    if record.kind == _SHARED_TEXT:
        filling.cells[place] = book.texts[struct.unpack_from("<I", body, 6)[0]]
    elif record.kind in {_TEXT, _RICH_TEXT}:
        filling.cells[place] = Strings((body[6:], *record.more)).plain()
    elif record.kind == _TRUTH:
        filling.cells[place] = _truth(body[6], is_error=bool(body[7]))
    elif record.kind == _FORMULA:
        filling.formula = place
        filling.cells[place] = _result(body[6:14], style, book)
    else:
        for offset, its_style, value in _numbers(record):
            filling.cells[row, column + offset] = book.shown(value, its_style)


def _numbers(record: Record) -> Iterator[tuple[int, int, float]]:
    """Numbers of a cell record as (columns to the right, style, value)."""
    body = record.body
    if record.kind == _NUMBER:
        yield 0, *struct.unpack_from("<Hd", body, 4)
    elif record.kind == _SHORT_NUMBER:
        style, short = struct.unpack_from("<HI", body, 4)
        yield 0, style, _unpacked(short)
    else:
        for offset in range((len(body) - 6) // 6):
            style, short = struct.unpack_from("<HI", body, 4 + 6 * offset)
            yield offset, style, _unpacked(short)


def _unpacked(short: int) -> float:
    """A number packed into 30 bits: whole, or the upper half of a double; perhaps to be divided by a hundred."""
    if short & 2:
        value = float((short >> 2) - (1 << 30 if short & 0x80000000 else 0))
    else:
        value = float(struct.unpack("<d", b"\0\0\0\0" + (short & 0xFFFFFFFC).to_bytes(4, "little"))[0])
    return value / 100 if short & 1 else value


def _result(result: bytes, style: int, book: _Book) -> str:
    """Result of a formula; a text follows in a record of its own."""
    if struct.unpack_from("<H", result, 6)[0] != _NO_NUMBER:
        return book.shown(struct.unpack("<d", result)[0], style)
    return _truth(result[2], is_error=result[0] == 2) if result[0] in {1, 2} else ""


def _truth(code: int, *, is_error: bool) -> str:
    return _ERRORS.get(code, "#N/A") if is_error else ("FALSE", "TRUE")[bool(code)]
