"""Cells (单元格): the words of a page put into the slots of a frame, and slots divided where no line does it.

Many tables are ruled only in part: between the rules of an open table (三线表) rows and columns are told by the
alignment of their figures alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from taizhang.paper.documents.pdf.broken_labels import join_broken_labels
from taizhang.paper.documents.pdf.frames import Frame, Slot
from taizhang.paper.documents.pdf.glyphs import Glyph
from taizhang.paper.documents.pdf.runs import Row, Run, rows_of

Words = Mapping[Slot, Sequence[Row]]

# In heights of the type.
_SAME_ROW = 0.4
_MIDDLE = 0.35
# A frame of few bands is a head over an open body; in one of more, figures may be wrapped in narrow cells.
_MOST_OPEN_BANDS = 3
_FEWEST_ROWS, _FEWEST_ROWS_OF_RULED = 2, 4
# Rows nearer than this share of the usual distance are a label's wrapped words.
_WRAPPED = 0.75


@dataclass(frozen=True, slots=True)
class FilledFrame:
    """Filled frame (填好的表框): a frame with the words of each slot.

    Attributes:
        frame: its edges and slots.
        words: rows of words by slot; empty slots are left out.
    """

    frame: Frame
    words: Words


def fill(frame: Frame, glyphs: Iterable[Glyph]) -> FilledFrame:
    """Put the glyphs that stand in a frame into its slots, and divide the slots that hold several cells."""
    owner = {
        (row, column): slot
        for slot in frame.slots
        for row in range(slot.row, slot.row + slot.row_span)
        for column in range(slot.column, slot.column + slot.column_span)
    }
    inside: dict[Slot, list[Glyph]] = {}
    for glyph in glyphs:
        x, y = glyph.middle
        row, column = _index(frame.down, y), _index(frame.across, x)
        inside.setdefault(owner[row, column], []).append(glyph)
    words = {slot: rows for slot, held in inside.items() if (rows := rows_of(held))}
    return _divide(frame, words)


def _index(edges: Sequence[float], at: float) -> int:
    return min(max(bisect_right(edges, at) - 1, 0), len(edges) - 2)


def _divide(frame: Frame, words: Words) -> FilledFrame:
    columns = [edge for column in range(len(frame.across) - 1) for edge in _gutters(_rows_in_column(words, column))]
    across = tuple(sorted((*frame.across, *columns)))
    bands = range(len(frame.down) - 1)
    fewest = _FEWEST_ROWS if len(bands) <= _MOST_OPEN_BANDS else _FEWEST_ROWS_OF_RULED
    rows = [edge for band in bands for edge in _row_edges(_rows_in_band(words, band), across, fewest)]
    if not columns and not rows:
        return FilledFrame(frame, words)
    down = tuple(sorted((*frame.down, *rows)))
    divided: dict[Slot, list[Row]] = {}
    for slot in frame.slots:
        divided |= _pieces(slot, words.get(slot, ()), frame, (down, across))
    slots = tuple(sorted(divided))
    kept = {slot: lines for slot, lines in divided.items() if lines}
    return FilledFrame(Frame(down, across, slots, frame.is_closed), kept)


def _rows_in_column(words: Words, column: int) -> list[Row]:
    return [row for slot, rows in words.items() if slot.column == column and slot.column_span == 1 for row in rows]


def _rows_in_band(words: Words, band: int) -> list[Row]:
    return [row for slot, rows in words.items() if slot.row == band and slot.row_span == 1 for row in rows]


def _gutters(rows: Sequence[Row]) -> list[float]:
    """Where a column falls into several: strips that every row ending in a figure leaves free."""
    parted = [row for row in rows if len(row) > 1]
    figured = [row for row in parted if row[-1].is_figure]
    if len(figured) < 2 or 2 * len(figured) < len(parted):
        return []
    stacks = _stacks(run for row in figured for run in row)
    places = [[_index([left for left, _ in stacks] + [stacks[-1][1]], run.left) for run in row] for row in figured]
    if any(len(set(row)) < len(row) for row in places):
        return []
    stacks = _with_heads(stacks, [row for row in parted if len(row) == len(stacks)])
    others = [run for row in rows for run in row]
    return [_best_gap(left[1], right[0], others) for left, right in pairwise(stacks)]


def _stacks(runs: Iterable[Run]) -> list[tuple[float, float]]:
    """Stretches across the sheet that runs above one another cover together."""
    stacks: list[tuple[float, float]] = []
    for run in sorted(runs, key=lambda run: run.left):
        if stacks and run.left < stacks[-1][1]:
            stacks[-1] = (stacks[-1][0], max(stacks[-1][1], run.right))
        else:
            stacks.append((run.left, run.right))
    return stacks


def _with_heads(stacks: list[tuple[float, float]], rows: Iterable[Row]) -> list[tuple[float, float]]:
    """The stacks widened by the rows that have one run for each: heads are aligned otherwise than figures."""
    for row in rows:
        wider = [(min(left, run.left), max(right, run.right)) for (left, right), run in zip(stacks, row, strict=True)]
        if all(left[1] < right[0] for left, right in pairwise(wider)):
            stacks = wider
    return stacks


def _best_gap(left: float, right: float, runs: Sequence[Run]) -> float:
    """The place between two stacks that cuts the fewest words, as near the middle as may be."""
    middle = (left + right) / 2
    places = [left + (right - left) * step / 10 for step in range(1, 10)]
    return min(places, key=lambda x: (sum(1 for run in runs if run.left < x < run.right), abs(x - middle)))


def _row_edges(rows: Sequence[Row], across: Sequence[float], fewest: int) -> list[float]:
    """Where a band falls into several rows: between lines of words of which most carry figures."""
    lines = _lines([run for row in rows for run in row])
    figured = [line for line in lines if _figures(line, across)]
    if len(figured) < fewest or 2 * len(figured) < len(lines) or not _stand_in_columns(figured, across):
        return []
    whole = join_broken_labels(lines, across[1], [bool(_figures(line, across)) for line in lines])
    merged = _merge_wrapped(whole, across)
    return [(above[-1].baseline + below[0].baseline) / 2 - _MIDDLE * below[0].size for above, below in pairwise(merged)]


def _lines(runs: Iterable[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.baseline):
        if lines and run.baseline - lines[-1][0].baseline <= _SAME_ROW * max(run.size, lines[-1][0].size):
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines


def _figures(line: Iterable[Run], across: Sequence[float]) -> set[int]:
    """Columns but the first in which a line has a figure."""
    columns = {_index(across, (run.left + run.right) / 2) for run in line if run.is_figure}
    return columns - {0}


def _stand_in_columns(figured: Sequence[list[Run]], across: Sequence[float]) -> bool:
    """Whether figures stand below one another, with labels before most of them."""
    columns = [_figures(line, across) for line in figured]
    repeated = any(sum(column in line for line in columns) > 1 for column in set().union(*columns))
    labelled = sum(1 for line in figured if any(run.left < across[1] for run in line))
    return repeated and 2 * labelled > len(figured)


def _merge_wrapped(lines: Sequence[list[Run]], across: Sequence[float]) -> list[list[Run]]:
    """Lines without figures that stand too near to be rows joined to the nearer row beside them."""
    merged = [list(line) for line in lines]
    distances = sorted(_apart(above, below) for above, below in pairwise(lines))
    least = _WRAPPED * distances[len(distances) // 2]
    index = 0
    while index < len(merged):
        beside = [other for other in (index - 1, index + 1) if 0 <= other < len(merged)]
        nearest = min(beside, key=lambda other: _apart(merged[index], merged[other]), default=index)
        if _figures(merged[index], across) or _apart(merged[index], merged[nearest]) >= least:
            index += 1
            continue
        merged[nearest] = sorted(merged[nearest] + merged[index], key=lambda run: run.baseline)
        del merged[index]
    return merged


def _apart(one: Sequence[Run], other: Sequence[Run]) -> float:
    """Distance of two lines, from one's nearer end to the other's."""
    return min(abs(first.baseline - second.baseline) for first in one for second in other)


def _pieces(
    slot: Slot, rows: Sequence[Row], frame: Frame, edges: tuple[Sequence[float], Sequence[float]]
) -> dict[Slot, list[Row]]:
    """A slot as slots of the divided frame, each with its part of the words."""
    down, across = edges
    top, bottom = (down.index(frame.down[row]) for row in (slot.row, slot.row + slot.row_span))
    left, right = (across.index(frame.across[column]) for column in (slot.column, slot.column + slot.column_span))
    bands = [(row, 1) for row in range(top, bottom)] if slot.row_span == 1 else [(top, bottom - top)]
    pieces: dict[Slot, list[Row]] = {}
    for start, height in bands:
        held = [row for row in rows if _is_between(row, down[start], down[start + height])]
        cuts = [
            column for column in range(left + 1, right) if slot.column_span == 1 and not _crosses(held, across[column])
        ]
        for column, end in pairwise((left, *cuts, right)):
            within = [_part(row, across[column], across[end]) for row in held]
            pieces[Slot(start, column, height, end - column)] = [row for row in within if row]
    return pieces


def _is_between(row: Row, top: float, bottom: float) -> bool:
    return top <= row[0].baseline - _MIDDLE * row[0].size < bottom


def _crosses(rows: Iterable[Row], edge: float) -> bool:
    return any(run.left < edge < run.right for row in rows for run in row)


def _part(row: Row, left: float, right: float) -> Row:
    return tuple(run for run in row if left <= (run.left + run.right) / 2 < right)
