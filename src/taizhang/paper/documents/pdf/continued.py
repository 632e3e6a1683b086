"""Continued tables (续表): a table that goes on over the page, put together again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from taizhang.paper.documents.pdf.common_columns import on_common_columns
from taizhang.paper.documents.pdf.joins import first_word_width, join
from taizhang.paper.documents.pdf.tables import PrintedCell, PrintedTable

# In heights of the type.
_AIR = 1.0
_CONTINUED = re.compile(r"[（(]?\s*(?:续表|续上表|接上页|接上表|续)\s*[）)]?")
_FIGURE = re.compile(r"[+\-－−]?[\d,，.．]+[%％‰]?|[—–\-－]+")
_NEW_LABEL = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)]|其中|[#*＊]|合计|小计|总计")
_SENTENCE_END = re.compile(r"[。；！？]$")


def continued(
    table: PrintedTable, captions: Sequence[str], following: PrintedTable, between: Sequence[str]
) -> PrintedTable | None:
    """The table with what follows at the head of the next page, or None where that is another table.

    Args:
        table: the earlier part.
        captions: what is printed above it.
        following: the later part.
        between: what is printed above that, on its page.
    """
    known = {_bare(words) for words in captions}
    parts = on_common_columns(table, following)
    if parts is None or not all(_bare(words) in known for words in between):
        return None
    if between and table.column_count != following.column_count:
        return None
    return _put_together(*parts)


def _bare(words: str) -> str:
    return "".join(_CONTINUED.sub("", words).split())


def _put_together(table: PrintedTable, following: PrintedTable) -> PrintedTable:
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
    if not going_on:
        return all(cell.row_span == 1 for cell in rest.values())
    if rest.keys() != begun.keys() or not begun[min(begun)].text:
        return False
    label, tail = begun[min(begun)], rest[min(rest)]
    if tail.text and (len(going_on) > 1 or not _runs_on(label, tail)):
        return False
    return all(_may_go_on(begun[cell.column], cell) for cell in going_on)


def _runs_on(label: PrintedCell, tail: PrintedCell) -> bool:
    """Whether a lone label is the end of the one before: it had no room left there, and does not look like a new one."""
    return label.room < first_word_width(tail.text) + _AIR and _NEW_LABEL.match(tail.text) is None


def _may_go_on(cell: PrintedCell, rest: PrintedCell) -> bool:
    return bool(cell.text) and not _FIGURE.fullmatch(rest.text) and not _SENTENCE_END.search(cell.text)


def _mended(table: PrintedTable, rest: Sequence[PrintedCell], row: int) -> tuple[list[PrintedCell], list[PrintedCell]]:
    """The cut row's second half written behind its first half."""
    tails = {cell.column: cell.text for cell in rest if cell.row == row}
    last = table.row_count - 1
    head = [
        replace(cell, text=join(cell.text, tails[cell.column])) if cell.row == last and cell.column in tails else cell
        for cell in table.cells
    ]
    return head, [cell for cell in rest if cell.row != row]


def _reaching_over(
    table: PrintedTable, rest: Sequence[PrintedCell], row: int
) -> tuple[list[PrintedCell], list[PrintedCell]]:
    """Merged cells of the first columns that the page end cut in two joined again."""
    foot = {cell.column: cell for cell in table.cells if cell.row + cell.row_span == table.row_count}
    head, kept = list(table.cells), list(rest)
    is_head_cut = table.row_count == 1 and not any(_FIGURE.fullmatch(cell.text) for cell in rest if cell.row == row)
    for cell in sorted((cell for cell in rest if cell.row == row), key=lambda cell: cell.column):
        above = foot.get(cell.column)
        is_merged = above is not None and (is_head_cut or max(above.row_span, cell.row_span) > 1)
        if cell.text or above is None or not above.text or not is_merged or above.column_span != cell.column_span:
            break
        head[head.index(above)] = replace(above, row_span=above.row_span + cell.row_span)
        kept.remove(cell)
    return head, kept
