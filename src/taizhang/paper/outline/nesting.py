"""Nesting (嵌套): headings in a row become sections in a tree."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from taizhang.paper.blocks.block import Block
from taizhang.paper.outline.headings import Heading
from taizhang.paper.outline.runs import Run
from taizhang.paper.outline.section import Part, Section
from taizhang.paper.spans import Span


@dataclass(frozen=True, slots=True)
class Break:
    """Break (断开处): a paragraph that belongs to no section deeper than ``level``."""

    span: Span
    level: int


@dataclass(slots=True)
class _Open:
    """A section whose end has not been reached."""

    heading: Heading
    level: int
    part: Part
    children: list[Section] = field(default_factory=list)


class _Nesting:
    """The sections closed so far and those still open, outermost first."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.roots: list[Section] = []
        self._open: list[_Open] = []
        self._starts = [block.span.start for block in blocks]
        self._ends = [block.span.end for block in blocks]
        self._levels: dict[int, int] = {}

    def add(self, heading: Heading) -> None:
        start = heading.span.start
        self._close_finished(start)
        level = self._level(heading)
        self.close(level, start)
        part = heading.part or (self._open[-1].part if self._open else Part.PLAN)
        self._open.append(_Open(heading, level, part))

    def close(self, level: int, position: int) -> None:
        """End the open sections of this level and deeper ones."""
        while self._open and self._open[-1].level >= level:
            self._close_innermost(position)

    def _close_finished(self, position: int) -> None:
        """End the sections whose words ended above, and whatever is inside them."""
        for depth, section in enumerate(self._open):
            if section.heading.words_end is not None and section.heading.words_end <= position:
                while len(self._open) > depth:
                    self._close_innermost(position)
                return

    def _close_innermost(self, position: int) -> None:
        closed = self._open.pop()
        heading = closed.heading
        end = self._content_end(position)
        if heading.words_end is not None:
            end = min(end, heading.words_end)
        section = Section(
            level=closed.level,
            marker=heading.marker,
            title=heading.title,
            span=heading.span,
            title_start=heading.title_start,
            section_end=max(end, heading.span.end),
            part=closed.part,
            children=tuple(closed.children),
        )
        (self._open[-1].children if self._open else self.roots).append(section)

    def _content_end(self, position: int) -> int:
        """End of the last words before a position; the position itself within a paragraph."""
        index = bisect_left(self._starts, position) - 1
        return min(self._ends[index], position) if index >= 0 else position

    def _level(self, heading: Heading) -> int:
        """The level of a heading's numbering, or one below what it stands in where a run begins inside another."""
        run = heading.run
        if run is None:
            return heading.level
        key = id(run)
        if key not in self._levels:
            self._levels[key] = self._level_of_new_run(run, heading.level)
        return self._levels[key]

    def _level_of_new_run(self, run: Run, level: int) -> int:
        for section in self._open:
            if section.level >= level and section.level > 0 and (run.is_nested or self._holds(section, run, level)):
                return self._open[-1].level + 1
        return level

    @staticmethod
    def _holds(section: _Open, run: Run, level: int) -> bool:
        """Whether a section numbered otherwise, on the level of this run, is one the run begins inside of."""
        other = section.heading.run
        return section.level == level and other is not None and other.marks[0].style is not run.marks[0].style


def nest(events: Iterable[Heading | Break], blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The tree of sections; headings and breaks come in order."""
    nesting = _Nesting(blocks)
    for event in events:
        if isinstance(event, Heading):
            nesting.add(event)
        else:
            nesting.close(event.level + 1, event.span.start)
    nesting.close(0, blocks[-1].span.end if blocks else 0)
    return tuple(nesting.roots)
