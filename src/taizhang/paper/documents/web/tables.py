"""Tables of a web page (网页表格): rows and spans to places in a grid, and which tables are mere layout."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

_MOST_COLUMNS = 1_000
_DIGITS = re.compile(r"\s*(\d{1,5})")
# A cell with this much running text is a page column, not an entry of a table.
_LONGEST_ENTRY = 400
_LAYOUT_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Placed:
    """Placed cell (已定位的单元格): a cell's element and the places it covers."""

    content: html.HtmlElement
    row: int
    column: int
    row_span: int
    column_span: int


def place_cells(table: html.HtmlElement) -> tuple[Placed, ...]:
    """Every cell at its place, in reading order; places covered from above or left are skipped."""
    rows = [tuple(row.iterchildren("td", "th")) for row in own_rows(table)]
    placed: list[Placed] = []
    covered_until: dict[int, int] = {}  # column → first row that is free again
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while covered_until.get(column, 0) > row:
                column += 1
            if column >= _MOST_COLUMNS:
                break
            height = _span(cell.get("rowspan"), len(rows) - row)
            width = _span(cell.get("colspan"), _MOST_COLUMNS)
            placed.append(Placed(cell, row, column, height, width))
            covered_until.update(dict.fromkeys(range(column, column + width), row + height))
            column += width
    return tuple(placed)


def own_rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Rows of the table itself, not those of tables within its cells."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from child.iterchildren("tr")


def is_layout(table: html.HtmlElement) -> bool:
    """Whether the table only arranges the page: one cell, or a cell that holds the prose or the tables."""
    texts = [cell.text_content().strip() for row in own_rows(table) for cell in row.iterchildren("td", "th")]
    filled = [text for text in texts if text]
    if len(filled) <= 1:
        return True
    longest = max(filled, key=len)
    is_prose = len(longest) > _LONGEST_ENTRY and "。" in longest
    holds_tables = table.find(".//table") is not None
    return (is_prose or holds_tables) and len(longest) > _LAYOUT_SHARE * sum(map(len, filled))


def _span(said: str | None, most: int) -> int:
    """A row or column span; ``rowspan=0`` means down to the end."""
    match = _DIGITS.match(said or "")
    if match is None:
        return 1
    return min(int(match[1]) or most, most)
