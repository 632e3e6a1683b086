"""Flow (文流): the lines and tables of all pages one after another, as they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from taizhang.paper.documents.document import LineRole
from taizhang.paper.documents.pdf.columns import Column, reading_order
from taizhang.paper.documents.pdf.continued import continued
from taizhang.paper.documents.pdf.lines import (
    Measure,
    PrintedLine,
    measure_of,
    measure_within,
    outermost_of,
    printed_line,
    type_size,
)
from taizhang.paper.documents.pdf.notes import first_note
from taizhang.paper.documents.pdf.pages import Box, Page
from taizhang.paper.documents.pdf.paragraphs import Typography
from taizhang.paper.documents.pdf.runs import Row
from taizhang.paper.documents.pdf.tables import PrintedTable

# In heights of the type.
_WIDEST_LEADING = 3.0
# How many lines above a table may be its number, title and unit.
_MOST_CAPTIONS = 4
# Pages before and after one that tell its measure.
_NEIGHBOURS = 2

Thing = PrintedLine | PrintedTable


def typography_of(pages: Sequence[Page]) -> Typography:
    """The usual size of type and distance of lines."""
    rows = [row for page in pages for row in page.rows]
    distances = sorted(
        (below[0].baseline - above[0].baseline) / below[0].size
        for page in pages
        for above, below in pairwise(page.rows)
    )
    usual = [distance for distance in distances if 1.0 <= distance <= _WIDEST_LEADING]
    return Typography(type_size(rows), usual[len(usual) // 2]) if usual else Typography(type_size(rows))


def flow_of(pages: Sequence[Page], typography: Typography) -> list[Thing]:
    """Lines and tables in reading order, a table over several pages as one, a page's notes after its words."""
    flow = _Flow()
    for page in pages:
        note = first_note(page, typography.size)
        columns = reading_order(page, note)
        measure = _usual_measure(pages, page) if len(columns) == 1 else None
        body = [thing for column in columns for thing in _column_things(column, page.number, measure)]
        flow.add_page(body, page.number)
        flow.things += _lines(page.rows[note:], page.number, measure, LineRole.NOTE)
        flow.things += _lines(page.aslant, page.number, None, LineRole.BODY)
    return flow.things


def _usual_measure(pages: Sequence[Page], page: Page) -> Measure:
    """The measure of the pages around one, itself included, that are as wide."""
    first = max(0, page.number - 1 - _NEIGHBOURS)
    near = [other for other in pages[first : page.number + _NEIGHBOURS] if abs(other.width - page.width) < 1]
    rows = [row for other in near for row in other.rows]
    outermost = outermost_of(rows)
    # Margins are seldom far from equal: that tells the measure of a page of short lines.
    return measure_of(rows, replace(outermost, right=max(outermost.right, page.width - outermost.left)))


def _column_things(column: Column, page: int, usual: Measure | None) -> Iterator[Thing]:
    rows = [item.thing for item in column if isinstance(item.thing, tuple)]
    measure = measure_within(rows, usual) if usual else measure_of(rows)
    for item in column:
        if isinstance(item.thing, PrintedTable):
            yield item.thing
        elif isinstance(item.thing, Box):
            frame = item.thing.frame
            yield from _lines(item.thing.rows, page, Measure(frame.across[0], frame.across[-1]), LineRole.BOX)
        else:
            yield printed_line(item.thing, page, measure)


def _lines(rows: Sequence[Row], page: int, usual: Measure | None, role: LineRole) -> list[PrintedLine]:
    measure = measure_within(rows, usual) if usual else measure_of(rows)
    return [printed_line(row, page, measure, role) for row in rows]


@dataclass(slots=True)
class _Flow:
    """What has been read so far, and the table that may go on over the page."""

    things: list[Thing] = field(default_factory=list)
    table_at: int | None = None
    captions: tuple[str, ...] = ()
    page: int = 0

    def add_page(self, body: Sequence[Thing], page: int) -> None:
        rest = self._after_continued(body) if page == self.page + 1 else body
        for thing in rest:
            if isinstance(thing, PrintedTable):
                self.table_at, self.captions = len(self.things), self._captions_above(page)
            else:
                self.table_at = None
            self.things.append(thing)
        if body:
            self.page = page

    def _after_continued(self, body: Sequence[Thing]) -> Sequence[Thing]:
        """The rest of a page's words once what goes on a table of the page before has been joined to it."""
        first = next((index for index, thing in enumerate(body) if isinstance(thing, PrintedTable)), None)
        if self.table_at is None or first is None or first > _MOST_CAPTIONS:
            return body
        table, following = self.things[self.table_at], body[first]
        between = [thing.text for thing in body[:first] if isinstance(thing, PrintedLine)]
        if not isinstance(table, PrintedTable) or not isinstance(following, PrintedTable):
            return body
        whole = continued(table, self.captions, following, between)
        if whole is None:
            return body
        self.things[self.table_at] = whole
        return body[first + 1 :]

    def _captions_above(self, page: int) -> tuple[str, ...]:
        above = []
        for thing in reversed(self.things[-_MOST_CAPTIONS:]):
            if isinstance(thing, PrintedTable) or thing.page != page:
                break
            above.append(thing.text)
        return tuple(above)
