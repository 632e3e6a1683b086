"""Material (材料): what suggestions are made of — one reading of one plan."""

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from taizhang.office.commitments.suggestions.clauses import Stretch
from taizhang.office.plans.layout import GridBlock, Heading, Layout, TextBlock, path_to
from taizhang.office.plans.models import Modality, StatementRecord, TableCellRecord, TableRowRecord

SHORTEST_NAME = 4
_NOISE = str.maketrans("", "", "“”\"'‘’《》（）()、，, \t\r\n\u3000")


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """Annex row (附表行): a row of a table with its values."""

    record: TableRowRecord
    cells: tuple[TableCellRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Pair (文表对应): a figure of the text and the table cell about the same, and whether the two agree."""

    statement_id: int
    cell_id: int
    agreement: str


@dataclass(frozen=True)  # without slots, so that what is asked for a thousand times is put in order once
class Material:
    """Material (材料).

    Attributes:
        text, layout: of the document.
        statements: every quantified assertion of the running text, in order.
        rows: the rows of its tables, in order.
        pairs: which promises in figures the tables repeat; of several places in the text the first has the cell.
        disputed: table cells that the text contradicts.
        plan_year, review_year: whose targets it sets, whose results it reports; empty where it does not say.
    """

    text: str
    layout: Layout
    statements: tuple[StatementRecord, ...]
    rows: tuple[AnnexRow, ...]
    pairs: tuple[Pair, ...] = ()
    disputed: frozenset[int] = frozenset()
    plan_year: str = ""
    review_year: str = ""

    @cached_property
    def targets(self) -> tuple[StatementRecord, ...]:
        """The promises in figures, by place; what a careful reader could leave out is left out."""
        found = (each for each in self.statements if each.modality == Modality.TARGET and not each.is_optional)
        return tuple(sorted(found, key=lambda each: each.start))

    @cached_property
    def results(self) -> dict[str, list[StatementRecord]]:
        """The results of the year under review, by what they are about; see ``about``."""
        found: dict[str, list[StatementRecord]] = defaultdict(list)
        for statement in self.statements:
            if statement.modality == Modality.ACTUAL and statement.period == self.review_year:
                found[about(statement)].append(statement)
        return found

    def targets_within(self, stretch: Stretch) -> tuple[StatementRecord, ...]:
        """The promises in figures that stand there."""
        first, last = (
            bisect_left(self.targets, at, key=lambda each: each.start) for at in (stretch.start, stretch.end)
        )
        return self.targets[first:last]

    def paragraphs(self) -> Iterator[TextBlock]:
        """The running text; footnotes and boxes included, tables not."""
        for block in self.layout.blocks:
            if not isinstance(block, GridBlock):
                yield block

    def section(self, offset: int) -> tuple[str, ...]:
        """The headings a place stands under, outermost first; the title above them all only where nothing else is."""
        path = path_to(self.layout.headings, offset)
        return tuple(heading.words for heading in path if heading.level > 0) or tuple(each.words for each in path[-1:])

    def top_headings(self) -> tuple[Heading, ...]:
        """The main headings: those right below a title, or the outermost where there is no title."""
        tops: list[Heading] = []
        for heading in self.layout.headings:
            tops.extend(heading.children if heading.level == 0 else (heading,))
        return tuple(tops)


def about(statement: StatementRecord) -> str:
    """What a statement is about: the indicator, or the plain name of what the catalogue does not know.

    A name so short that it may stand for many things (片区、学校) is about nothing in particular.
    """
    name = unicodedata.normalize("NFKC", statement.subject).translate(_NOISE)
    return statement.indicator or (name if len(name) >= SHORTEST_NAME else "")
