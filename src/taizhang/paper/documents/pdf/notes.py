"""Footnotes (脚注): small type at the foot of a page that begins with a note mark."""

import re

from taizhang.paper.documents.pdf.lines import type_size
from taizhang.paper.documents.pdf.pages import Page
from taizhang.paper.documents.pdf.runs import Row, row_text

_SMALL = 0.9
# In points: how far above the first note the rule that parts it may be.
_RULE_REACH = 30.0
_NOTE_START = re.compile(r"\s*(?:[\[［〔]\s*\d{1,3}\s*[\]］〕]|[①-⑳]|注\s*释?\s*[:：]|[*＊※])")


def first_note(page: Page, body_size: float) -> int:
    """Index of the row with which the footnotes begin; the number of rows where there are none."""
    count = len(page.rows)
    first = count
    while first and type_size([page.rows[first - 1]]) < _SMALL * body_size and not _table_below(page, first - 1):
        first -= 1
    return next((index for index in range(first, count) if _begins_note(page, index)), count)


def _table_below(page: Page, index: int) -> bool:
    """Whether a table stands between a row and the next one, or the foot of the page."""
    top = page.rows[index][0].baseline
    bottom = page.rows[index + 1][0].baseline if index + 1 < len(page.rows) else page.height
    return any(top < table.bottom <= bottom for table in page.tables)


def _begins_note(page: Page, index: int) -> bool:
    row: Row = page.rows[index]
    if index and _table_above(page, index):
        return False
    under_rule = any(0 < row[0].baseline - rule < _RULE_REACH for rule in page.rules)
    return under_rule or _NOTE_START.match(row_text(row)) is not None


def _table_above(page: Page, index: int) -> bool:
    """Whether the words are remarks under a table rather than notes of the page."""
    top, bottom = page.rows[index - 1][0].baseline, page.rows[index][0].baseline
    return any(top < table.bottom < bottom for table in page.tables)
