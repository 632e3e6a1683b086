"""Printed lines (版面行): rows of words with the measure they are set to, which tells where paragraphs end."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from taizhang.paper.documents.document import LineRole
from taizhang.paper.documents.pdf.runs import Row, row_text

# In heights of the type.
_SAME_EDGE = 0.4
_FEWEST_AT_EDGE = 3
_MOST_BEYOND = 0.2
_SENTENCE_ENDS = "。！？；"
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
    def width(self) -> float:
        """Width of its column, in heights of the type."""
        return (self.measure.right - self.measure.left) / self.size

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


def measure_of(rows: Sequence[Row], outermost: Measure | None = None) -> Measure:
    """The edges lines are set to: where several begin and end; the outermost where too few lines tell."""
    if outermost is None:
        outermost = outermost_of(rows)
    return Measure(_left_edge(rows, outermost.left), _right_edge(rows, outermost.right))


def outermost_of(rows: Sequence[Row]) -> Measure:
    """The edges no line goes beyond."""
    return Measure(min((row[0].left for row in rows), default=0), max((row[-1].right for row in rows), default=0))


def measure_within(rows: Sequence[Row], usual: Measure) -> Measure:
    """The edges the lines of one page are set to, the usual ones of the pages around it unless its lines say otherwise."""
    size = type_size(rows)
    is_usual = any(abs(row[0].left - usual.left) < _SAME_EDGE * size for row in rows)
    left = usual.left if is_usual else _left_edge(rows, usual.left)
    right = _right_edge(rows, usual.right)
    return Measure(left, right if right > usual.right - size else usual.right)


def _left_edge(rows: Sequence[Row], otherwise: float) -> float:
    """The first place from the left where several lines begin."""
    edges = _edges([row[0].left for row in rows], type_size(rows))
    return next((edge for edge, count in edges if count >= _FEWEST_AT_EDGE), otherwise)


def _right_edge(rows: Sequence[Row], otherwise: float) -> float:
    """The last place where several lines end within a sentence and beyond which hardly any goes."""
    size = type_size(rows)
    edges = _edges([row[-1].right for row in rows if row[-1].text[-1] not in _SENTENCE_ENDS], size)
    return max(
        (
            edge
            for edge, count in edges
            if count >= _FEWEST_AT_EDGE
            and sum(1 for row in rows if row[-1].right > edge + size) <= _MOST_BEYOND * len(rows)
        ),
        default=otherwise,
    )


def _edges(places: Iterable[float], size: float) -> list[tuple[float, int]]:
    """Places where lines begin or end, from the left, with how many do."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= _SAME_EDGE * size / 4 and place - groups[-1][0] <= _SAME_EDGE * size:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [(sum(group) / len(group), len(group)) for group in groups]
