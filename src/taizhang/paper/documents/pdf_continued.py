"""Continued tables (续表): a table that goes on over the page, put together again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from taizhang.paper.documents.pdf_joins import join
from taizhang.paper.documents.pdf_tables import PrintedCell, PrintedTable

# Shares of the table's width by which column edges, and the width itself, may differ.
_SAME_EDGE = 0.02
_SAME_WIDTH = 0.05
_CONTINUED = re.compile(r"[（(]?\s*(?:续表|续上表|接上页|接上表|续)\s*[）)]?")
_FIGURE = re.compile(r"[+\-－−]?[\d,，.．]+[%％‰]?|[—–\-－]+")
_NEW_LABEL = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)]|其中|[#*＊]|合计|小计|总计")
_SENTENCE_END = re.compile(r"[。；！？]$")


def continues(table: PrintedTable, captions: Sequence[str], following: PrintedTable, between: Sequence[str]) -> bool:
    """Whether a table at the head of a page goes on the one at the foot of the page before.

    Args:
        table: the earlier one.
        captions: what is printed above it.
        following: the later one.
        between: what is printed above that, on its page.
    """
    known = {_bare(words) for words in captions}
    return _columns_agree(table, following) and all(_bare(words) in known for words in between)


def _bare(words: str) -> str:
    return "".join(_CONTINUED.sub("", words).split())


def _columns_agree(table: PrintedTable, following: PrintedTable) -> bool:
    if table.column_count != following.column_count:
        return False
    width, other = (found.across[-1] - found.across[0] for found in (table, following))
    if abs(width - other) > _SAME_WIDTH * width:
        return False
    shares = (
        [(edge - found.across[0]) / (found.across[-1] - found.across[0]) for edge in found.across]
        for found in (table, following)
    )
    return all(abs(one - two) <= _SAME_EDGE for one, two in zip(*shares, strict=True))


def put_together(table: PrintedTable, following: PrintedTable) -> PrintedTable:
    """Both as one table: the repeated head left out, a row cut by the page end made whole."""
    skipped = _repeated_rows(table, following)
    rest = [cell for cell in following.cells if cell.row >= skipped]
    height = table.row_count - skipped
    head = list(table.cells)
    if _is_cut(table, following, skipped):
        height -= 1
        head, rest = _mended(table, rest, skipped)
    else:
        head, rest = _reaching_over(table, rest, skipped)
    moved = [replace(cell, row=cell.row + height) for cell in rest]
    cells = tuple(sorted((*head, *moved), key=lambda cell: (cell.row, cell.column)))
    return replace(table, cells=cells, row_count=height + following.row_count)


def _repeated_rows(table: PrintedTable, following: PrintedTable) -> int:
    """How many rows the later table begins with that are those of the earlier one's head."""
    limit = min(table.row_count, following.row_count)
    repeated = next((row for row in range(limit) if table.row(row) != following.row(row)), limit)
    return (
        repeated if all(cell.row + cell.row_span <= repeated for cell in following.cells if cell.row < repeated) else 0
    )


def _is_cut(table: PrintedTable, following: PrintedTable, row: int) -> bool:
    """Whether the page ended within a row: words of some cells go on, figures and the other cells do not."""
    rest = {cell.column: cell for cell in following.row(row)}
    begun = {cell.column: cell for cell in table.row(table.row_count - 1)}
    going_on = [cell for cell in rest.values() if cell.text]
    if not going_on or rest.keys() != begun.keys() or not begun[min(begun)].text:
        return False
    is_label_cut = bool(rest[min(rest)].text)
    if is_label_cut and (len(going_on) > 1 or not begun[min(begun)].is_full or _NEW_LABEL.match(going_on[0].text)):
        return False
    return all(_may_go_on(begun[cell.column], cell) for cell in going_on)


def _may_go_on(cell: PrintedCell, rest: PrintedCell) -> bool:
    return bool(cell.text) and not _FIGURE.fullmatch(rest.text) and not _SENTENCE_END.search(cell.text)


def _mended(table: PrintedTable, rest: Sequence[PrintedCell], row: int) -> tuple[list[PrintedCell], list[PrintedCell]]:
    """The cut row's second half written behind its first half."""
    tails = {cell.column: cell.text for cell in rest if cell.row == row}
    last = table.row_count - 1
    head = [
        replace(cell, text=join(cell.text, tails[cell.column]), is_full=False)
        if cell.row == last and cell.column in tails
        else cell
        for cell in table.cells
    ]
    return head, [cell for cell in rest if cell.row != row]


def _reaching_over(
    table: PrintedTable, rest: Sequence[PrintedCell], row: int
) -> tuple[list[PrintedCell], list[PrintedCell]]:
    """Merged cells of the first columns that the page end cut in two joined again."""
    foot = {cell.column: cell for cell in table.cells if cell.row + cell.row_span == table.row_count}
    head, kept = list(table.cells), list(rest)
    for cell in sorted((cell for cell in rest if cell.row == row), key=lambda cell: cell.column):
        above = foot.get(cell.column)
        is_merged = above is not None and max(above.row_span, cell.row_span) > 1
        if cell.text or above is None or not above.text or not is_merged or above.column_span != cell.column_span:
            break
        head[head.index(above)] = replace(above, row_span=above.row_span + cell.row_span)
        kept.remove(cell)
    return head, kept
