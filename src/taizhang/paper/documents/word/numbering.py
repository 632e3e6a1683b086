"""Automatic numbering of a docx (自动编号): the 一、（一）1. that Word prints and does not store."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from taizhang.paper.documents.list_numbers import written
from taizhang.paper.documents.word.styles import W, to_int, value

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
# After these no space is needed to keep the number apart from the words.
_SETS_ITSELF_APART = tuple("、，．。）)】〕》：:；")


@dataclass(frozen=True, slots=True)
class Level:
    """Level (编号级别): how one level of a list is numbered.

    Attributes:
        format: name of the number format (``chineseCounting``, ``decimal`` …).
        pattern: what is printed, ``%1`` standing for the first level's number.
        start: first number.
        restarts_after: level (from 1) whose step starts this one anew; 0 for never, None for any higher level.
        is_legal: whether all numbers in the pattern are printed as Arabic.
    """

    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    restarts_after: int | None = None
    is_legal: bool = False


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """List definition (编号定义): the levels of one list.

    Attributes:
        counter: lists with the same counter count on together.
        levels: by depth from 0.
        style_levels: depth a paragraph style is tied to, by style id.
        fresh_starts: numbers to begin with at the first use, by depth.
    """

    counter: str
    levels: Mapping[int, Level]
    style_levels: Mapping[str, int]
    fresh_starts: Mapping[int, int]


@dataclass(slots=True)
class Numbering:
    """Numbering (编号): all lists of a document, and how far each has been counted.

    Attributes:
        lists: by list id.
        counts: numbers reached, by counter and depth.
        started: lists whose fresh starts have been used.
    """

    lists: Mapping[str, ListDefinition]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[str] = field(default_factory=set)

    def next_number(self, list_id: str, depth: int, style_id: str | None) -> str:
        """Count on by one paragraph and give what is printed before it, the space after included."""
        definition = self.lists.get(list_id)
        if definition is None:
            return ""
        depth = definition.style_levels.get(style_id or "", depth)
        level = definition.levels.get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(definition.counter, {})
        if list_id not in self.started:
            self.started.add(list_id)
            for fresh_depth, start in definition.fresh_starts.items():
                counts[fresh_depth] = start - 1
        _count_on(counts, definition, depth)
        return _set_apart(_print(level, counts, definition))


def _count_on(counts: dict[int, int], definition: ListDefinition, depth: int) -> None:
    counts[depth] = counts.get(depth, definition.levels[depth].start - 1) + 1
    for deeper in range(depth + 1, _LEVELS):
        trigger = definition.levels.get(deeper, Level()).restarts_after
        if trigger is None or depth < trigger:
            counts.pop(deeper, None)


def _print(level: Level, counts: Mapping[int, int], definition: ListDefinition) -> str:
    if level.format in {"bullet", "none"} and not _PLACE.search(level.pattern):
        return "" if level.format == "bullet" else level.pattern

    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        shown = definition.levels.get(depth, Level())
        return written(counts.get(depth, shown.start), "decimal" if level.is_legal else shown.format)

    return _PLACE.sub(number, level.pattern)


def _set_apart(number: str) -> str:
    number = number.strip()
    return number if not number or number.endswith(_SETS_ITSELF_APART) else f"{number} "


def read_numbering(root: etree._Element | None) -> Numbering:
    """Every list of the numbering part; no lists where there is no such part."""
    if root is None:
        return Numbering({})
    abstracts = {element.get(f"{W}abstractNumId", ""): element for element in root.iterchildren(f"{W}abstractNum")}
    by_style = {link: key for key, element in abstracts.items() if (link := value(element, "styleLink"))}
    lists = {}
    for number in root.iterchildren(f"{W}num"):
        key = value(number, "abstractNumId") or ""
        abstract = abstracts.get(key)
        key = by_style.get(value(abstract, "numStyleLink") or "", key)
        if key in abstracts:
            lists[number.get(f"{W}numId", "")] = _definition(key, abstracts[key], number)
    return Numbering(lists)


def _definition(key: str, abstract: etree._Element, number: etree._Element) -> ListDefinition:
    elements = {_depth(element): element for element in abstract.iterchildren(f"{W}lvl")}
    fresh = {}
    for override in number.iterchildren(f"{W}lvlOverride"):
        depth = _depth(override)
        if (start := to_int(value(override, "startOverride"))) is not None:
            fresh[depth] = start
        if (replaced := override.find(f"{W}lvl")) is not None:
            elements[depth] = replaced
    levels = {depth: _level(element) for depth, element in elements.items()}
    styles = {style: depth for depth, element in elements.items() if (style := value(element, "pStyle"))}
    return ListDefinition(key, levels, styles, fresh)


def _depth(element: etree._Element) -> int:
    return to_int(element.get(f"{W}ilvl")) or 0


def _level(element: etree._Element) -> Level:
    start = to_int(value(element, "start"))
    level = Level(
        format=_format(element),
        pattern=value(element, "lvlText") or "",
        restarts_after=to_int(value(element, "lvlRestart")),
        is_legal=value(element, "isLgl") is not None,
    )
    return level if start is None else replace(level, start=start)


def _format(element: etree._Element) -> str:
    """Name of the number format; newer ones stand behind an alternative for old programs."""
    return next((found.get(f"{W}val", "") for found in element.iter(f"{W}numFmt")), "decimal")
