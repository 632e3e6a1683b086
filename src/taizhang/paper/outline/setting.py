"""Setting (语境): which years a stretch of text is about when the sentence itself does not say.

A chapter tells by its heading (2022年…执行情况). Where the heading names several periods or none, the paragraphs tell by
how they begin: 2025年，… · 五年来，… · “十四五”时期…; and what one says holds on, until another says otherwise. In a chapter
that names one period, such a paragraph speaks for itself alone.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from taizhang.paper.blocks.block import Paragraph
from taizhang.paper.outline.leads import Tell, chapter_tells, lead_tells, lower_heading_tells, title_tells
from taizhang.paper.outline.section import Outline, Section


@dataclass(frozen=True, slots=True)
class Zone:
    """Zone (语境段): a stretch of text with one default period and one manner of speaking.

    It runs from ``start`` to the start of the next zone.

    Attributes:
        start: offset where it begins.
        path: the sections it stands in, outermost first; titles (level 0) are not among them.
        period: ``2022``, ``2021-2025``, ``2022H1`` …, or None where nothing tells.
        modality: ``actual`` where results are reported, ``target`` where intentions are set, None where nothing tells.
    """

    start: int
    path: tuple[Section, ...] = ()
    period: str | None = None
    modality: str | None = None


def zone_at(all_zones: Sequence[Zone], offset: int) -> Zone:
    """The zone an offset lies in."""
    return all_zones[bisect_right(all_zones, offset, key=lambda zone: zone.start) - 1]


def zones(outline: Outline) -> tuple[Zone, ...]:
    """The zones of a document in order, from offset 0 on without a gap. Compute once, then look up with ``zone_at``."""
    walk = _Walk(outline)
    paragraphs = (_Step(block.span.start, 2, block) for block in outline.blocks if isinstance(block, Paragraph))
    for step in sorted(chain(_steps(outline.sections, ()), paragraphs), key=lambda step: step[:2]):
        walk.take(step)
    return tuple(walk.zones)


class _Step(NamedTuple):
    """What is met on the way through a document: at one place sections end first, then begin, then words are read."""

    position: int
    order: int
    what: Section | Paragraph | None
    path: tuple[Section, ...] = ()


def _steps(sections: Sequence[Section], path: tuple[Section, ...]) -> Iterator[_Step]:
    for section in sections:
        inside = (*path, section) if section.level else path
        yield _Step(section.span.start, 1, section, inside)
        yield from _steps(section.children, inside)
        yield _Step(section.section_end, 0, None, path)


class _Walk:
    """A walk through a document that remembers what it was last told."""

    def __init__(self, outline: Outline) -> None:
        self.zones = [Zone(0)]
        self._front = outline.front
        self._told = Tell()
        self._path: tuple[Section, ...] = ()
        # Periods the heading of the chapter names.
        self._named: frozenset[str] = frozenset()
        # What held before a paragraph that speaks for itself alone.
        self._interrupted: Tell | None = None
        # What held at the first of several sections side by side, and how that one is marked.
        self._abreast: dict[tuple[int, int], tuple[str | None, Tell]] = {}

    def take(self, step: _Step) -> None:
        if isinstance(step.what, Paragraph):
            self._resume()
            self._read(step.what)
        elif isinstance(step.what, Section):
            self._resume()
            self._enter(step.what, step.path)
        self._path = self._path if isinstance(step.what, Paragraph) else step.path
        self._note(step.position)

    def _resume(self) -> None:
        if self._interrupted is not None:
            self._told, self._interrupted = self._interrupted, None

    def _read(self, paragraph: Paragraph) -> None:
        told = lead_tells(paragraph.text, self._told, self._front)
        if told is None or told.period == self._told.period:
            return
        if len(self._named) == 1 and told.period not in self._named:
            self._interrupted = self._told
        self._told = Tell(told.period, told.modality or self._told.modality)

    def _enter(self, section: Section, path: tuple[Section, ...]) -> None:
        if section.level == 0:
            self._named = frozenset()
            self._told = title_tells(section, self._front)
        elif len(path) == 1:
            self._told, self._named = chapter_tells(section, self._told, self._front)
        else:
            abreast = self._told_abreast(section, path[-2])
            self._told = lower_heading_tells(section.title, self._front) or abreast

    def _told_abreast(self, section: Section, parent: Section) -> Tell:
        """What the first of the sections beside this one was told: they are about the same years."""
        key = parent.span.start, section.level
        marker, told = self._abreast.get(key, (section.marker, self._told))
        if marker == section.marker:
            told = self._told
        self._abreast[key] = marker, told
        return told

    def _note(self, position: int) -> None:
        zone = Zone(position, self._path, self._told.period, self._told.modality)
        last = self.zones[-1]
        if last.start == position:
            self.zones[-1] = zone
        elif (last.path, last.period, last.modality) != (zone.path, zone.period, zone.modality):
            self.zones.append(zone)
