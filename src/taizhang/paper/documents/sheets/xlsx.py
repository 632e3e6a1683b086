"""Sheets of an xlsx (工作表): read from its XML, so that number formats, merged ranges and hidden rows are known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import islice

from lxml import etree

from taizhang.paper.documents.packages.ooxml import main_part, parse_part, related_part, relationships
from taizhang.paper.documents.packages.package import Package
from taizhang.paper.documents.sheets.cell_formats import format_code, shown
from taizhang.paper.documents.sheets.sheet import Place, Range, Sheet
from taizhang.paper.errors import DamagedFileError

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
# Characters XML cannot hold are written so; a carriage return within a cell is the usual one.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ON = frozenset({"1", "true"})
_MOST_COLUMNS = 16_384
_MOST_ROWS = 1_048_576


@dataclass(frozen=True, slots=True)
class _Book:
    """What all sheets share: texts by number, formats by style number, the calendar."""

    texts: tuple[str, ...]
    formats: tuple[str, ...]
    from_1904: bool


@dataclass(slots=True)
class _Filling:
    """A sheet under way."""

    cells: dict[Place, str] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    last_row: int = -1


def xlsx_sheets(package: Package) -> Iterator[Sheet]:
    """The visible sheets, in order; charts have none."""
    main = main_part(package, "xl/workbook.xml")
    workbook = parse_part(package, main)
    if workbook is None:
        raise DamagedFileError(package.name, package.media)
    book = _Book(_texts(package, main), _formats(package, main), _counts_from_1904(workbook))
    parts = {tie_id: target for _, tie_id, target in relationships(package, main)}
    for sheet in workbook.iter(f"{_S}sheet"):
        part = parts.pop(sheet.get(_ID, ""), "")
        root = parse_part(package, part) if sheet.get("state", "visible") == "visible" else None
        if root is not None:
            yield _sheet(sheet.get("name", ""), root, book)


def _counts_from_1904(workbook: etree._Element) -> bool:
    properties = workbook.find(f"{_S}workbookPr")
    return properties is not None and properties.get("date1904") in _ON


def _texts(package: Package, main: str) -> tuple[str, ...]:
    root = parse_part(package, related_part(package, main, "sharedStrings") or "xl/sharedStrings.xml")
    return () if root is None else tuple(_text(item) for item in root.iterchildren(f"{_S}si"))


def _formats(package: Package, main: str) -> tuple[str, ...]:
    """Pattern of each cell style."""
    root = parse_part(package, related_part(package, main, "styles") or "xl/styles.xml")
    if root is None:
        return ()
    own = {number.get("numFmtId", ""): number.get("formatCode", "") for number in root.iter(f"{_S}numFmt")}
    styles = root.find(f"{_S}cellXfs")
    ids = () if styles is None else (style.get("numFmtId", "0") for style in styles.iterchildren(f"{_S}xf"))
    return tuple(own[key] if key in own else format_code(_number(key)) for key in ids)


def _sheet(name: str, root: etree._Element, book: _Book) -> Sheet:
    filling = _Filling()
    filling.hidden_columns.update(islice(_hidden_columns(root), _MOST_COLUMNS))
    for row in root.iter(f"{_S}row"):
        _read_row(row, filling, book)
    for merged in root.iter(f"{_S}mergeCell"):
        corner, _, opposite = merged.get("ref", "").partition(":")
        start, end = _place(corner), _place(opposite or corner)
        if start and end:
            filling.merged.append((*start, *end))
    return Sheet(
        name,
        filling.cells,
        tuple(filling.merged),
        frozenset(filling.hidden_rows),
        frozenset(filling.hidden_columns),
    )


def _hidden_columns(root: etree._Element) -> Iterator[int]:
    """Numbers from 0; ranges of columns do not overlap, so that there are no more than a sheet has columns."""
    for column in root.iter(f"{_S}col"):
        if column.get("hidden") in _ON:
            first, last = _number(column.get("min")), _number(column.get("max"))
            yield from range(first - 1, min(last, _MOST_COLUMNS))


def _read_row(row: etree._Element, filling: _Filling, book: _Book) -> None:
    """Cells of one row; addresses may be left out, then each stands after the one before."""
    number = _number(row.get("r")) - 1 if row.get("r") else filling.last_row + 1
    filling.last_row = number
    if row.get("hidden") in _ON:
        filling.hidden_rows.add(number)
    column = -1
    for cell in row.iterchildren(f"{_S}c"):
        place = _place(cell.get("r", "")) or (number, column + 1)
        column = place[1]
        text = _shown_text(cell, book)
        if text:
            filling.cells[place] = text


def _shown_text(cell: etree._Element, book: _Book) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(f"{_S}is")
        return "" if inline is None else _text(inline)
    said = cell.findtext(f"{_S}v") or ""
    if kind == "s":
        index = _number(said)
        return book.texts[index] if 0 <= index < len(book.texts) else ""
    if kind == "b":
        return "TRUE" if said == "1" else "FALSE"
    return _shown_number(said, cell, book) if kind == "n" and said else _unescaped(said)


def _shown_number(said: str, cell: etree._Element, book: _Book) -> str:
    style = _number(cell.get("s"))
    code = book.formats[style] if 0 <= style < len(book.formats) else ""
    try:
        return shown(Decimal(said), code, from_1904=book.from_1904)
    except InvalidOperation:
        return said


def _text(item: etree._Element) -> str:
    """Words of a rich or plain text; the reading aids of a phonetic run are not part of it."""
    return _unescaped(
        "".join(
            element.text or ""
            for element in item.iter(f"{_S}t")
            if (parent := element.getparent()) is None or parent.tag != f"{_S}rPh"
        )
    )


def _unescaped(text: str) -> str:
    text = _ESCAPED.sub(_character, text) if "_x" in text else text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code >= 0x20 and not 0xD800 <= code <= 0xDFFF else "\n" if code in {0x0A, 0x0D} else ""


def _place(address: str) -> Place | None:
    """``B3`` as row and column from 0."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(match[2])
    return (row - 1, column - 1) if 0 < row <= _MOST_ROWS and column <= _MOST_COLUMNS else None


def _number(digits: str | None) -> int:
    return int(digits) if digits and digits.isascii() and digits.isdigit() and len(digits) < 10 else 0
