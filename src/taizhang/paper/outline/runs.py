"""Runs (编号序列): a marker is a heading's when its fellows count on from one, and a list item's when they do not."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from taizhang.paper.blocks.block import Block, Paragraph
from taizhang.paper.outline.numbering import Mark, Style, numbering

# Numbers that a copyist has lost are forgiven.
_GAP = 2
# Lists within lists within lists: an older run is not taken up again.
_DEEPEST = 6
_LONGEST_ITEM_HEADING = 40
_LONGEST_DASHED_HEADING = 30


@dataclass(slots=True)
class Run:
    """Run (编号序列): markers of one style that count on.

    Attributes:
        marks: in order.
        is_nested: whether it begins anew inside an element of another run of its style.
    """

    marks: list[Mark] = field(default_factory=list)
    is_nested: bool = False

    @property
    def last(self) -> Mark:
        return self.marks[-1]


def heading_runs(marks: Sequence[Mark], blocks: Sequence[Block], cuts: Sequence[int]) -> tuple[Run, ...]:
    """The runs that are headings. ``cuts`` are indices of blocks at which all counting begins anew (titles, annexes)."""
    found: list[Run] = []
    borders = sorted((cut, -1) for cut in cuts)
    for style in numbering().styles:
        own = [mark for mark in marks if mark.style is style]
        runs = [run for group in _groups(own, borders) for run in _count(group)]
        accepted = [run for run in runs if _is_heading_run(run, style, blocks)]
        found.extend(accepted)
        borders.extend((mark.block, mark.start) for run in accepted if not run.is_nested for mark in run.marks)
        borders.sort()
    return tuple(found)


def _groups(marks: Iterable[Mark], borders: Sequence[tuple[int, int]]) -> Iterator[list[Mark]]:
    """Markers between the same two headings of higher styles."""
    for _, group in groupby(marks, key=lambda mark: bisect_right(borders, (mark.block, mark.start))):
        yield list(group)


def _count(marks: Sequence[Mark]) -> list[Run]:
    """Markers put together to runs; one that continues nothing is left out unless it can be the rest of a run."""
    done: list[Run] = []
    open_runs: list[Run] = []
    for mark in marks:
        run = _run_to_continue(open_runs, mark)
        if run is None and (mark.ordinal == 1 or not open_runs):
            run = Run(is_nested=_begins_inside(open_runs, mark))
            open_runs = [*open_runs[-_DEEPEST:], run]
            done.append(run)
        if run is not None:
            while open_runs[-1] is not run:
                open_runs.pop().is_nested = True
            run.marks.append(mark)
    return done


def _run_to_continue(open_runs: Sequence[Run], mark: Mark) -> Run | None:
    if not mark.style.counts:
        return open_runs[-1] if open_runs else None
    for step in range(1, _GAP + 1):
        for run in reversed(open_runs):
            if mark.ordinal > 1 and run.last.ordinal + step == mark.ordinal and _can_follow(run.last, mark):
                return run
    return None


def _can_follow(last: Mark, mark: Mark) -> bool:
    """Within a paragraph the items of a list stay together; at the start of one they may follow from anywhere."""
    return mark.is_lead or mark.block == last.block


def _begins_inside(open_runs: Sequence[Run], mark: Mark) -> bool:
    return not mark.is_lead and any(run.last.is_lead and run.last.block == mark.block for run in open_runs)


def _is_heading_run(run: Run, style: Style, blocks: Sequence[Block]) -> bool:
    if any(mark.is_item or mark.end <= mark.title_start for mark in run.marks) or _is_list(run, blocks):
        return False
    if len(run.marks) == 1:
        return _heads_without_fellows(run.last, blocks)
    if style.inline or style.level <= 2:
        return True
    return _most(_is_short(mark) if style.counts else _heads_words(mark, blocks) for mark in run.marks)


def _heads_without_fellows(mark: Mark, blocks: Sequence[Block]) -> bool:
    """Whether a marker that nothing follows is a heading's: 一、 is, （一） only in a line of its own, no other is."""
    if mark.style.level == 1:
        return mark.ordinal == 1
    return mark.style.level == 2 and _stands_alone(mark, blocks)


def _most(answers: Iterable[bool]) -> bool:
    given = list(answers)
    return 2 * sum(given) >= len(given)


def _is_short(mark: Mark) -> bool:
    return mark.end - mark.title_start <= _LONGEST_ITEM_HEADING


def _is_list(run: Run, blocks: Sequence[Block]) -> bool:
    """Whether its elements are parts of one sentence, kept apart by semicolons."""
    return any(mark.is_lead and _words(mark, blocks)[-1:] in "；;" for mark in run.marks[:-1])


def _stands_alone(mark: Mark, blocks: Sequence[Block]) -> bool:
    return mark.end >= len(_words(mark, blocks)) - 1


def _heads_words(mark: Mark, blocks: Sequence[Block]) -> bool:
    """Whether a dash leads a heading: words follow in its paragraph, or it is short and no figure is in it."""
    words = _words(mark, blocks)
    title = words[mark.title_start : mark.end]
    if not _stands_alone(mark, blocks):
        return True
    return len(title) <= _LONGEST_DASHED_HEADING and not any(sign.isdigit() for sign in title)


def _words(mark: Mark, blocks: Sequence[Block]) -> str:
    block = blocks[mark.block]
    return block.text if isinstance(block, Paragraph) else ""
