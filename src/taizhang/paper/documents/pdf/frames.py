"""Frames (表框): what the rulings of a page enclose, cut into the slots of a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from taizhang.paper.documents.pdf.rulings import NEAR, Ruling, Rulings

# In points: nearer edges are one edge; ends overhanging less than this are none.
_NARROWEST = 4.5
_FEWEST_LINES = 3
# More lines draw a chart or a map.
_MOST_LINES = 1_000


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """Slot (框格): the place of one cell, as rows and columns counted from 0."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Frame:
    """Frame (表框): edges of rows and columns, and the slots between them.

    Attributes:
        down: distances of the row edges from the upper edge of the sheet, one more than there are rows.
        across: distances of the column edges from the left edge, one more than there are columns.
        slots: in reading order; together they fill the frame.
        is_closed: whether lines run down both of its sides.
    """

    down: tuple[float, ...]
    across: tuple[float, ...]
    slots: tuple[Slot, ...]
    is_closed: bool = True

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a point of the sheet lies inside."""
        x, y = point
        return self.across[0] <= x <= self.across[-1] and self.down[0] <= y <= self.down[-1]

    @property
    def area(self) -> float:
        """How much of the sheet it takes."""
        return (self.across[-1] - self.across[0]) * (self.down[-1] - self.down[0])


def find_frames(rulings: Rulings) -> tuple[Frame, ...]:
    """The frames of a page, from the top down; a frame around other frames is only an ornament."""
    if len(rulings.across) + len(rulings.down) > _MOST_LINES:
        return ()
    found = [frame for group in _groups(rulings) if (frame := _frame(group)) is not None]
    inner = [frame for frame in found if not any(_encloses(frame, other) for other in found)]
    return tuple(sorted(inner, key=lambda frame: (frame.down[0], frame.across[0])))


def _encloses(outer: Frame, inner: Frame) -> bool:
    corners = ((inner.across[0], inner.down[0]), (inner.across[-1], inner.down[-1]))
    return outer is not inner and len(outer.slots) == 1 and all(outer.holds(corner) for corner in corners)


def _groups(rulings: Rulings) -> Iterator[Rulings]:
    """Lines that touch, directly or by way of others."""
    lines = [*rulings.across, *rulings.down]
    first_down = len(rulings.across)
    leader = list(range(len(lines)))
    for one in range(first_down):
        for other in range(first_down, len(lines)):
            if _touch(lines[one], lines[other]):
                leader[_lead(leader, other)] = _lead(leader, one)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for index, line in enumerate(lines):
        groups.setdefault(_lead(leader, index), ([], []))[index >= first_down].append(line)
    for along, downward in groups.values():
        yield Rulings(tuple(along), tuple(downward))


def _lead(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def _touch(along: Ruling, down: Ruling) -> bool:
    return along.start - NEAR <= down.at <= along.end + NEAR and down.start - NEAR <= along.at <= down.end + NEAR


def _frame(lines: Rulings) -> Frame | None:
    if not lines.across or not lines.down or len(lines.across) + len(lines.down) < _FEWEST_LINES:
        return None
    down = _edges([line.at for line in lines.across], [end for line in lines.down for end in (line.start, line.end)])
    across = _edges([line.at for line in lines.down], [end for line in lines.across for end in (line.start, line.end)])
    if len(down) < 2 or len(across) < 2:
        return None
    sides = [line.at for line in lines.down]
    is_closed = min(sides) - across[0] < _NARROWEST and across[-1] - max(sides) < _NARROWEST
    return Frame(down, across, tuple(_slots(lines, down, across)), is_closed)


def _edges(lines: Iterable[float], ends: Iterable[float]) -> tuple[float, ...]:
    """Places of the lines, and of the outermost ends of the lines crossing them where those reach further."""
    edges: list[float] = []
    for at in sorted(lines):
        if not edges or at - edges[-1] >= _NARROWEST:
            edges.append(at)
    outer = sorted(ends)
    if outer and (not edges or edges[0] - outer[0] >= _NARROWEST):
        edges.insert(0, outer[0])
    if outer and outer[-1] - edges[-1] >= _NARROWEST:
        edges.append(outer[-1])
    return tuple(edges)


def _slots(lines: Rulings, down: Sequence[float], across: Sequence[float]) -> list[Slot]:
    """Neighbouring fields with no line between them are one slot."""
    rows, columns = len(down) - 1, len(across) - 1
    leader = list(range(rows * columns))
    along = [_at(lines.across, edge) for edge in down]
    downward = [_at(lines.down, edge) for edge in across]
    for row in range(rows):
        for column in range(columns):
            field = row * columns + column
            x, y = (across[column] + across[column + 1]) / 2, (down[row] + down[row + 1]) / 2
            if column + 1 < columns and not _is_drawn(downward[column + 1], y):
                leader[_lead(leader, field + 1)] = _lead(leader, field)
            if row + 1 < rows and not _is_drawn(along[row + 1], x):
                leader[_lead(leader, field + columns)] = _lead(leader, field)
    return rectangles([[_lead(leader, row * columns + column) for column in range(columns)] for row in range(rows)])


def _at(lines: Iterable[Ruling], edge: float) -> list[Ruling]:
    return [line for line in lines if abs(line.at - edge) < _NARROWEST]


def _is_drawn(lines: Iterable[Ruling], middle: float) -> bool:
    return any(line.start <= middle <= line.end for line in lines)


def rectangles(fields: Sequence[Sequence[int]]) -> list[Slot]:
    """Cut a plan of fields, equal numbers belonging together, into as few rectangles as they allow."""
    taken: set[tuple[int, int]] = set()
    slots = []
    for row, line in enumerate(fields):
        for column, mark in enumerate(line):
            if (row, column) in taken:
                continue
            right = column
            while right < len(line) and line[right] == mark and (row, right) not in taken:
                right += 1
            bottom = row
            while bottom < len(fields) and all(
                fields[bottom][x] == mark and (bottom, x) not in taken for x in range(column, right)
            ):
                bottom += 1
            taken |= {(y, x) for y in range(row, bottom) for x in range(column, right)}
            slots.append(Slot(row, column, bottom - row, right - column))
    return slots
