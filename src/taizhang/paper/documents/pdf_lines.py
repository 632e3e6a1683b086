"""Printed lines (版面行): rows of words with the measure they are set to, which tells where paragraphs end."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from taizhang.paper.documents.document import LineRole
from taizhang.paper.documents.pdf_runs import Row, is_wide, row_text

# In heights of the type.
_SAME_EDGE = 0.4
_FEWEST_AT_EDGE = 3
# What is never parted at the end of a line: a number or foreign word, a mark and the character it clings to.
_FIRST_WORD = re.compile(
    r"[（(《〈「『【〔［\[“‘]*(?:[0-9A-Za-z.,%％‰+\-/]+|.)[，。、；：！？）》〉」』】〕］”’,.;:!?)\]]*", re.DOTALL
)
_LEADER = re.compile(r"(?:…|\.{3}|·{3}|．{3})+\s*[（(]?\s*\d{1,4}\s*[)）]?$|(?:…|\.{3}|·{3}|．{3}){3,}")


@dataclass(frozen=True, slots=True)
class Measure:
    """Measure (版心宽): the left and right edges lines are set to."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Printed line (版面行).

    Attributes:
        text: its words.
        left, right: its edges on the upright sheet.
        baseline: distance of its foot from the upper edge.
        size: height of its type.
        page: page it stands on.
        measure: edges of its column.
        role: body, note or box.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    page: int
    measure: Measure
    role: LineRole = LineRole.BODY

    @property
    def indent(self) -> float:
        """Distance from the left edge of the column, in heights of the type."""
        return (self.left - self.measure.left) / self.size

    @property
    def room(self) -> float:
        """Distance left to the right edge of the column, in heights of the type."""
        return (self.measure.right - self.right) / self.size

    @property
    def first_word(self) -> float:
        """Width of what cannot be parted from its start, in heights of the type."""
        match = _FIRST_WORD.match(self.text)
        return sum(1.0 if is_wide(char) else 0.5 for char in match.group()) if match else 1.0

    @property
    def has_leader(self) -> bool:
        """Whether dots lead to a page number: a line of a table of contents."""
        return _LEADER.search(self.text) is not None


def printed_line(row: Row, page: int, measure: Measure, role: LineRole = LineRole.BODY) -> PrintedLine:
    """A row as a line of a column."""
    size = type_size([row])
    return PrintedLine(row_text(row), row[0].left, row[-1].right, row[0].baseline, size, page, measure, role)


def type_size(rows: Iterable[Row]) -> float:
    """The size most words are set in."""
    letters: dict[float, int] = {}
    for row in rows:
        for run in row:
            size = round(run.size * 2) / 2
            letters[size] = letters.get(size, 0) + len(run.text)
    return max(letters, key=lambda size: (letters[size], size), default=1.0) or 1.0


def measure_of(rows: Sequence[Row], usual: Measure | None) -> Measure:
    """The edges lines are set to: where many begin and most end; the usual ones where few lines tell."""
    size = type_size(rows)
    lefts = _edges([row[0].left for row in rows], size)
    rights = _edges([row[-1].right for row in rows], size)
    left = next((edge for edge, count in lefts if count >= _FEWEST_AT_EDGE), None)
    right = max(rights, key=lambda found: (found[1], found[0]), default=(0.0, 0))
    if left is not None and right[1] >= _FEWEST_AT_EDGE and right[0] > left:
        return Measure(left, right[0])
    if usual is not None:
        return usual
    return Measure(min(row[0].left for row in rows), max(row[-1].right for row in rows))


def _edges(places: Iterable[float], size: float) -> list[tuple[float, int]]:
    """Places where lines begin or end, from the left, with how many do."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= _SAME_EDGE * size / 4 and place - groups[-1][0] <= _SAME_EDGE * size:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [(sum(group) / len(group), len(group)) for group in groups]
