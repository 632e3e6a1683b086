"""Annex table (附表): an indicator table drawn on paper from rows of plain words."""

from collections.abc import Iterator, Sequence
from typing import Final

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from docx.table import Table, _Row
from lxml import etree

Words = Sequence[Sequence[str]]

# A cell written so belongs to its neighbour: that is how merged cells stand in the rows.
LEFT: Final = "<"
ABOVE: Final = "^"

ROW_HEIGHT: Final = Mm(9.5)


def add_annex_table(paper: WordDocument, head: Words, body: Words, widths: Sequence[float]) -> None:
    """Draw the table at the end of the paper, widths in millimetres; its head is repeated on every page."""
    words = [*head, *body]
    table = paper.add_table(len(words), len(widths), style="附表")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _set_widths(table, [Mm(width) for width in widths])
    for position, row in enumerate(table.rows):
        _set_row(row, is_head=position < len(head))
    for row_number, styles in enumerate(_styles(head, body)):
        for column, style in enumerate(styles):
            if words[row_number][column] not in {LEFT, ABOVE}:
                _write_cell(table, words, row_number, column, style)


def _set_widths(table: Table, widths: Sequence[Length]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _set_row(row: _Row, *, is_head: bool) -> None:
    row.height, row.height_rule = ROW_HEIGHT, WD_ROW_HEIGHT_RULE.AT_LEAST
    properties = row._tr.get_or_add_trPr()
    etree.SubElement(properties, qn("w:cantSplit"))
    if is_head:
        etree.SubElement(properties, qn("w:tblHeader"))


def _styles(head: Words, body: Words) -> Iterator[list[str]]:
    """The paragraph style of every cell; what stands under a group is indented."""
    for row in head:
        yield ["附表表头"] * len(row)
    label = "附表指标"
    for row in body:
        is_group = all(cell == LEFT for cell in row[1:])
        yield ["附表指标" if is_group else label] + ["附表文字"] * (len(row) - 1)
        if is_group:
            label = "附表分组指标"


def _write_cell(table: Table, words: Words, row: int, column: int, style: str) -> None:
    right, bottom = column, row
    while right + 1 < len(words[row]) and words[row][right + 1] == LEFT:
        right += 1
    while bottom + 1 < len(words) and words[bottom + 1][column] == ABOVE:
        bottom += 1
    cell = table.cell(row, column).merge(table.cell(bottom, right))
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    cell.paragraphs[0].text = words[row][column]
    cell.paragraphs[0].style = style
