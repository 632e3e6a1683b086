"""BIFF records (xls 记录): what an xls says of numbers, their formats, and what is hidden.

Texts and merged ranges come from another reader (``xls_sheets``), which knows no number formats: it would give 8.5% as
0.085.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from taizhang.paper.documents.cell_formats import format_code, shown
from taizhang.paper.documents.sheet import Place

_BEGIN, _END = 0x809, 0x0A
_LOCKED, _CALENDAR, _SHEET = 0x2F, 0x22, 0x85
_FORMAT, _STYLE = 0x41E, 0xE0
_COLUMNS, _ROW = 0x7D, 0x208
_NUMBER, _SHORT_NUMBER, _SHORT_NUMBERS, _FORMULA = 0x203, 0x27E, 0xBD, 0x06
# Every record that puts something into a cell: it begins with row and column.
_CELLS = frozenset({_NUMBER, _SHORT_NUMBER, _SHORT_NUMBERS, _FORMULA, 0x201, 0x204, 0x205, 0xFD, 0xD6, 0xBE})
_VERSION_8 = 0x0600
_ROW_HIDDEN = 0x20
_NOT_A_NUMBER = 0xFFFF  # in the last two bytes of a formula's result: it is a text, a truth value or an error

Record = tuple[int, bytes]


@dataclass(slots=True)
class BiffSheet:
    """Sheet of a BIFF stream (工作表记录).

    Attributes:
        numbers: each number as its cell shows it.
        hidden_rows, hidden_columns: those not shown.
        last: the row and column farthest out that hold anything.
    """

    numbers: dict[Place, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    last: Place = (0, 0)


@dataclass(slots=True)
class Biff:
    """Workbook of a BIFF stream (工作簿记录).

    Attributes:
        is_locked: whether it is encrypted.
        sheets: every sheet, hidden ones and charts too, in order.
    """

    is_locked: bool = False
    sheets: list[BiffSheet] = field(default_factory=list)


@dataclass(slots=True)
class _Globals:
    is_locked: bool = False
    from_1904: bool = False
    formats: dict[int, str] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def code(self, style: int) -> str:
        number = self.styles[style] if style < len(self.styles) else 0
        return self.formats.get(number) or format_code(number)


def read_biff(stream: bytes) -> Biff:
    """What the stream says, as far as it can be followed; older versions say nothing we use."""
    known = _Globals()
    if stream[4:6] != _VERSION_8.to_bytes(2, "little"):
        return Biff()
    for kind, body in _records(stream, 0):
        try:
            _take_global(kind, body, known)
        except struct.error:
            break
    return Biff(known.is_locked, [_read_sheet(stream, start, known) for start in known.starts])


def _records(stream: bytes, start: int) -> Iterator[Record]:
    """Records from a beginning to its end; those of embedded charts are passed over."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, stream[start + 4 : start + 4 + length]
        start += 4 + length


def _take_global(kind: int, body: bytes, known: _Globals) -> None:
    if kind == _LOCKED:
        known.is_locked = True
    elif kind == _CALENDAR:
        known.from_1904 = body[:1] == b"\x01"
    elif kind == _SHEET:
        known.starts.append(struct.unpack_from("<I", body)[0])
    elif kind == _STYLE:
        known.styles.append(struct.unpack_from("<H", body, 2)[0])
    elif kind == _FORMAT:
        number, length, flags = struct.unpack_from("<HHB", body)
        is_wide = flags & 1
        text = body[5 : 5 + length * (1 + is_wide)]
        known.formats[number] = text.decode("utf-16-le" if is_wide else "latin-1", "replace")


def _read_sheet(stream: bytes, start: int, known: _Globals) -> BiffSheet:
    sheet = BiffSheet()
    for kind, body in _records(stream, start):
        try:
            _take(kind, body, sheet, known)
        except struct.error:
            break
    return sheet


def _take(kind: int, body: bytes, sheet: BiffSheet, known: _Globals) -> None:
    if kind in _CELLS:
        row, column = struct.unpack_from("<HH", body)
        for offset, style, number in _numbers(kind, body):
            value = Decimal(repr(number))
            sheet.numbers[row, column + offset] = shown(value, known.code(style), from_1904=known.from_1904)
        sheet.last = max(sheet.last[0], row), max(sheet.last[1], column, _last_column(kind, body))
    elif kind == _ROW:
        (row,) = struct.unpack_from("<H", body)
        if struct.unpack_from("<I", body, 12)[0] & _ROW_HIDDEN:
            sheet.hidden_rows.add(row)
    elif kind == _COLUMNS:
        first, last, _, _, options = struct.unpack_from("<5H", body)
        if options & 1:
            sheet.hidden_columns.update(range(first, min(last, 255) + 1))


def _last_column(kind: int, body: bytes) -> int:
    return int.from_bytes(body[-2:], "little") if kind in {_SHORT_NUMBERS, 0xBE} else 0


def _numbers(kind: int, body: bytes) -> Iterator[tuple[int, int, float]]:
    """Numbers of a cell record as (columns to the right, style, value)."""
    if kind == _NUMBER:
        yield 0, *struct.unpack_from("<Hd", body, 4)
    elif kind == _SHORT_NUMBER:
        style, short = struct.unpack_from("<HI", body, 4)
        yield 0, style, _long(short)
    elif kind == _SHORT_NUMBERS:
        for offset in range((len(body) - 6) // 6):
            style, short = struct.unpack_from("<HI", body, 4 + 6 * offset)
            yield offset, style, _long(short)
    elif kind == _FORMULA:
        style, value = struct.unpack_from("<Hd", body, 4)
        if struct.unpack_from("<H", body, 12)[0] != _NOT_A_NUMBER:
            yield 0, style, value


def _long(short: int) -> float:
    """A number packed into 30 bits: whole or the upper half of a double, perhaps to be divided by a hundred."""
    if short & 2:
        value = float((short >> 2) - (1 << 30 if short & 0x80000000 else 0))
    else:
        value = float(struct.unpack("<d", b"\0\0\0\0" + (short & 0xFFFFFFFC).to_bytes(4, "little"))[0])
    return value / 100 if short & 1 else value
