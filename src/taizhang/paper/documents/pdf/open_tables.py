"""Open tables (无框表): tables with no lines down the page, or with none at all, told by their aligned figures."""

from collections.abc import Iterable, Iterator, Sequence

from taizhang.paper.documents.pdf.frames import Frame, Slot
from taizhang.paper.documents.pdf.rulings import NEAR, Ruling
from taizhang.paper.documents.pdf.runs import Row

# A line of words this long, as a share of the measure, is prose.
_PROSE = 0.6
_FEWEST_FIGURED = 3
_FEWEST_COLUMNS_WITHOUT_HEAD = 3
_MOST_HEAD_ROWS = 3
# In heights of the type.
_NEXT_ROW = 3.0
_ABOVE, _BELOW = 1.0, 0.4


def ruled_open_frames(rules: Iterable[Ruling], rows: Sequence[Row]) -> Iterator[Frame]:
    """What stands between rules of equal length with no prose between them (三线表)."""
    for group in _equal_rules(rules):
        stretch = [group[0]]
        for rule in group[1:]:
            if _has_prose(stretch[-1], rule, rows):
                yield from _between(stretch)
                stretch = []
            stretch.append(rule)
        yield from _between(stretch)


def _equal_rules(rules: Iterable[Ruling]) -> list[list[Ruling]]:
    groups: list[list[Ruling]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        for group in groups:
            if abs(group[0].start - rule.start) <= NEAR and abs(group[0].end - rule.end) <= NEAR:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return groups


def _has_prose(above: Ruling, below: Ruling, rows: Sequence[Row]) -> bool:
    measure = above.end - above.start
    between = [row for row in rows if above.at < row[0].baseline <= below.at]
    return not between or any(run.right - run.left > _PROSE * measure for row in between for run in row)


def _between(rules: Sequence[Ruling]) -> Iterator[Frame]:
    if len(rules) > 1:
        down = tuple(rule.at for rule in rules)
        slots = tuple(Slot(row, 0) for row in range(len(down) - 1))
        yield Frame(down, (rules[0].start, rules[0].end), slots, is_closed=False)


def unruled_frames(rows: Sequence[Row]) -> Iterator[Frame]:
    """Stretches of rows that end in figures, with the heads above them."""
    stretch: list[int] = []
    last = 0  # of the table so far, names broken over several lines included
    for index, row in enumerate(rows):
        if _is_figured(row) and (not stretch or _follows(rows[last], row)):
            stretch.append(index)
            last = index
        elif stretch and len(row) == 1 and _follows(rows[last], row):
            last = index if _is_name(row, rows[stretch[-1]]) else last
        elif stretch:
            yield from _framed(rows, stretch)
            stretch = [index] if _is_figured(row) else []
            last = index
    yield from _framed(rows, stretch)


def _is_figured(row: Row) -> bool:
    return len(row) > 1 and row[-1].is_figure


def _is_name(row: Row, figured: Row) -> bool:
    """Whether a row is words in the column of names, and nothing else."""
    return row[0].right < figured[1].left


def _follows(above: Row, below: Row) -> bool:
    return 0 < below[0].baseline - above[0].baseline <= _NEXT_ROW * below[0].size


def _framed(rows: Sequence[Row], stretch: Sequence[int]) -> Iterator[Frame]:
    if len(stretch) < _FEWEST_FIGURED:
        return
    first = stretch[0]
    for _ in range(_MOST_HEAD_ROWS):
        if first and len(rows[first - 1]) > 1 and _follows(rows[first - 1], rows[first]):
            first -= 1
    if first == stretch[0] and min(len(rows[index]) for index in stretch) < _FEWEST_COLUMNS_WITHOUT_HEAD:
        return
    body = rows[first : stretch[-1] + 1]
    left, right = min(row[0].left for row in body), max(row[-1].right for row in body)
    tops = [row[0].baseline - _ABOVE * row[0].size for row in body]
    bottom = body[-1][0].baseline + _BELOW * body[-1][0].size
    yield Frame((tops[0], bottom), (left - 1, right + 1), (Slot(0, 0),), is_closed=False)
