"""Tables of a docx (表格): rows and merged cells to places in a grid."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from taizhang.paper.documents.word.styles import W, to_int, value
from taizhang.paper.documents.word.words import unwrapped

# Word itself allows 63 columns; others a few hundred. Keeps a forged span from swelling the text.
_MOST_COLUMNS = 1_000


@dataclass(frozen=True, slots=True)
class Placed:
    """Placed cell (已定位的单元格): a cell's content and the places it covers."""

    content: etree._Element
    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(slots=True)
class _Open:
    """A cell as far as it is known: rows below may still join it."""

    content: etree._Element
    row: int
    column: int
    width: int
    height: int = 1


def place_cells(table: etree._Element) -> tuple[Placed, ...]:
    """Every cell at its place, in reading order; cells merged into one stand once."""
    cells: list[_Open] = []
    above: dict[int, _Open] = {}
    for row, element in enumerate(_rows(table)):
        above = _place_row(element, row, above, cells)
    return tuple(Placed(cell.content, cell.row, cell.column, cell.height, cell.width) for cell in cells)


def _place_row(row_element: etree._Element, row: int, above: dict[int, _Open], cells: list[_Open]) -> dict[int, _Open]:
    """Place one row's cells; gives what stands at each column for the row below."""
    here: dict[int, _Open] = {}
    column = _width(value(row_element.find(f"{W}trPr"), "gridBefore"), least=0)
    left: _Open | None = None
    for element in _below(row_element, f"{W}tc"):
        properties = element.find(f"{W}tcPr")
        width = _width(value(properties, "gridSpan"))
        upper = above.get(column)
        if left is not None and value(properties, "hMerge") in {"", "continue"}:
            left.width += width
        elif upper is not None and value(properties, "vMerge") in {"", "continue"}:
            upper.height = row - upper.row + 1
            here[column] = left = upper
        else:
            here[column] = left = _Open(element, row, column, width)
            cells.append(left)
        column += width
    return here


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows, those struck out by a tracked change left out."""
    for row in _below(table, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is None or properties.find(f"{W}del") is None:
            yield row


def _below(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children of that tag, content controls and other wrappers seen through."""
    for child in element:
        if child.tag == tag:
            yield child
        elif (inside := unwrapped(child)) is not None:
            yield from _below(inside, tag)


def _width(said: str | None, least: int = 1) -> int:
    return min(max(to_int(said) or least, least), _MOST_COLUMNS)
