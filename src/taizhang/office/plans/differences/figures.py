"""Figures that changed (数字变化): what two versions say of the same thing with another figure, text and annex alike.

Statements and table cells are compared by what they speak of; a number that was read as neither is told with the words
before it.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from taizhang.office.plans.differences.compare import Row
from taizhang.office.plans.differences.tokens import Change, is_number, tokens
from taizhang.office.plans.models import Modality, StatementRecord, TableCellRecord
from taizhang.office.plans.wording import period_words

WORDS_BEFORE = 14
Record = TypeVar("Record", StatementRecord, TableCellRecord)


@dataclass(frozen=True, slots=True)
class FigureChange:
    """Figure change (数字变化): what it is of, what it was and is.

    Attributes:
        kind: ``text``, ``annex``, or ``other`` for a number that was not read as a figure of anything.
        what: what it is a figure of.
        aspect: 目标增速, 实绩数值 …; empty for ``other``.
        old_start, new_start: where they stand.
    """

    kind: str
    what: str
    aspect: str
    old: str
    new: str
    old_start: int
    new_start: int


def figure_changes(old_version: int, new_version: int, rows: Sequence[Row]) -> tuple[FigureChange, ...]:
    """Every figure that changed, in the order of the new text."""
    read = [*_statements(old_version, new_version), *_cells(old_version, new_version)]
    others = [change for row in rows for change in _others(row, read)]
    return tuple(sorted([*read, *others], key=lambda change: change.new_start))


def _statements(old_version: int, new_version: int) -> Iterator[FigureChange]:
    rows = StatementRecord.objects.defer("section", "doubts")
    before = _grouped(rows.filter(version=old_version), _statement_key)
    after = _grouped(rows.filter(version=new_version), _statement_key)
    for old, new in _changed(before, after, lambda row: row.quote):
        aspect = f"{period_words(new.period)}{new.get_modality_display()}{new.get_aspect_display()}"
        yield FigureChange("text", new.subject, aspect, old.quote, new.quote, old.start, new.start)


def _cells(old_version: int, new_version: int) -> Iterator[FigureChange]:
    cells = TableCellRecord.objects.select_related("row").order_by("start")
    before = _grouped(cells.filter(row__version=old_version), _cell_key)
    after = _grouped(cells.filter(row__version=new_version), _cell_key)
    for old, new in _changed(before, after, lambda cell: cell.text):
        aspect = f"{period_words(new.year)}{new.get_modality_display()}{new.get_role_display()}"
        yield FigureChange("annex", new.row.indicator, aspect, old.text, new.text, old.start, new.start)


def _statement_key(row: StatementRecord) -> Hashable:
    # The period may be guessed in one draft and written in the other, and the unit is part of the figure.
    return (row.subject, row.aspect, row.modality == Modality.TARGET, row.basis)


def _cell_key(cell: TableCellRecord) -> Hashable:
    return (cell.row.group, cell.row.indicator, cell.role, cell.year)


def _grouped(rows: Iterable[Record], key: Callable[[Record], Hashable]) -> dict[Hashable, list[Record]]:
    groups: dict[Hashable, list[Record]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def _changed(
    before: dict[Hashable, list[Record]], after: dict[Hashable, list[Record]], words: Callable[[Record], str]
) -> Iterator[tuple[Record, Record]]:
    """Those of both that differ, one to one; where one side has more, nobody can say which became which."""
    for key in before.keys() & after.keys():
        stood, stands = {words(row) for row in before[key]}, {words(row) for row in after[key]}
        gone = [row for row in before[key] if words(row) not in stands]
        come = [row for row in after[key] if words(row) not in stood]
        if len(gone) == len(come):
            yield from zip(gone, come, strict=True)


def _others(row: Row, told: Sequence[FigureChange]) -> Iterator[FigureChange]:
    """Numbers that changed within a paragraph and were read as no figure of anything."""
    if row.kind != "changed" or row.old_unit is None or row.new_unit is None:
        return
    words, here = "".join(part.words for part in row.new), 0
    for change in row.changes:
        here = max(here, words.find(change.new, here))
        if _is_figure(change, words, here) and not _is_told(row, change, told):
            what = words[max(0, here - WORDS_BEFORE) : here].strip()
            old, new = change.old.strip(), change.new.strip()
            yield FigureChange("other", what, "", old, new, row.old_unit.start, row.new_unit.start)


def _is_figure(change: Change, words: str, place: int) -> bool:
    """Whether one number took the place of another, and neither belongs to a date."""
    old, new = _numbers(change.old), _numbers(change.new)
    after = words[place + len(change.new) : place + len(change.new) + 1]
    is_date = bool(set(change.old + change.new + after) & set("年月日号"))
    return bool(old) and bool(new) and old != new and not is_date


def _numbers(words: str) -> list[str]:
    return [token for token in tokens(words) if is_number(token)]


def _is_told(row: Row, change: Change, told: Sequence[FigureChange]) -> bool:
    """Whether a figure of that paragraph with one of these numbers was told already."""
    assert row.new_unit is not None
    here = [each for each in told if row.new_unit.start <= each.new_start < row.new_unit.end]
    return any(number in each.new for number in _numbers(change.new) for each in here)
