"""Comparison of versions (稿次对照): paragraphs and table rows of two versions side by side, the words that differ marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from taizhang.office.plans.differences.alignment import align
from taizhang.office.plans.differences.tokens import Change, Part, compare_words
from taizhang.office.plans.layout import GridBlock, Layout

CELL_GAP = " │ "


@dataclass(frozen=True, slots=True)
class Unit:
    """Unit of comparison (对照单元): a paragraph, or a row of a table with a stroke between its cells.

    Attributes:
        start, end: in the version's text.
    """

    words: str
    start: int
    end: int
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Row of the comparison (一行对照).

    Attributes:
        kind: ``same``, ``changed``, ``removed`` or ``added``.
        old, new: the parts of each side; empty where nothing stands.
        old_unit, new_unit: where they stand.
        changes: each change within, for what is counted and summed up.
    """

    kind: str
    old: tuple[Part, ...]
    new: tuple[Part, ...]
    old_unit: Unit | None
    new_unit: Unit | None
    changes: tuple[Change, ...] = ()

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        unit = self.new_unit or self.old_unit
        return unit is not None and unit.is_row


@dataclass(frozen=True, slots=True)
class Stretch:
    """Stretch (一段): rows next to each other that are all unchanged, to be folded, or all changed."""

    is_same: bool
    rows: tuple[Row, ...]


def units(layout: Layout) -> tuple[Unit, ...]:
    """What a version is compared by."""
    return tuple(_units(layout))


def compare(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Row, ...]:
    """Both versions, aligned."""
    pairs = align([unit.words for unit in old], [unit.words for unit in new])
    return tuple(_row(None if i is None else old[i], None if j is None else new[j]) for i, j in pairs)


def stretches(rows: Sequence[Row]) -> tuple[Stretch, ...]:
    """The rows, what is unchanged gathered."""
    return tuple(Stretch(is_same, tuple(group)) for is_same, group in groupby(rows, lambda row: row.kind == "same"))


def _units(layout: Layout) -> Iterator[Unit]:
    for block in layout.blocks:
        if not isinstance(block, GridBlock):
            if block.text.strip():
                yield Unit(block.text.strip(), block.start, block.end)
            continue
        for cells in block.rows():
            if any(cell.text.strip() for cell in cells):
                words = CELL_GAP.join(" ".join(cell.text.split()) for cell in cells)
                yield Unit(words, cells[0].start, cells[-1].end, is_row=True)


def _row(old: Unit | None, new: Unit | None) -> Row:
    if old is None and new is not None:
        return Row("added", (), (Part("added", new.words),), None, new, (Change("", new.words),))
    if new is None and old is not None:
        return Row("removed", (Part("removed", old.words),), (), old, None, (Change(old.words, ""),))
    assert old is not None
    assert new is not None
    before, after, changes = compare_words(old.words, new.words)
    return Row("changed" if changes else "same", before, after, old, new, changes)
