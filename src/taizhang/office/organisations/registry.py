"""The registry (单位名册): every organisation with its whole life, as frozen values that questions are asked of.

It is small — some hundreds of units — so it is loaded whole, with four queries, and asked as often as one likes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Period:
    """Period (有效期): from the first day to the day before ``end``; None is open."""

    start: date | None
    end: date | None

    def holds(self, on: date) -> bool:
        """Whether the day lies in it."""
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)

    def overlaps(self, other: "Period") -> bool:
        """Whether some day lies in both."""
        return _precedes(self.start, other.end) and _precedes(other.start, self.end) and not (self.empty or other.empty)

    @property
    def empty(self) -> bool:
        """Whether it never held: written by mistake."""
        return self.start is not None and self.start == self.end


def _precedes(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end


@dataclass(frozen=True, slots=True)
class NamePeriod:
    """Name in a period (一段时间的名称)."""

    words: str
    key: str
    role: str
    period: Period


@dataclass(frozen=True, slots=True)
class PlacePeriod:
    """Place in a period (一段时间的隶属)."""

    parent_id: int | None
    period: Period


@dataclass(frozen=True, slots=True)
class Unit:
    """Unit (单位): an organisation with every name and every place it ever had, oldest first."""

    id: int
    kind: str
    region_code: str
    position: int
    period: Period
    names: tuple[NamePeriod, ...] = ()
    places: tuple[PlacePeriod, ...] = ()
    is_demonstration: bool = False

    def lives(self, on: date) -> bool:
        """Whether it is there on that day."""
        return self.period.holds(on)

    def name(self, on: date) -> str:
        """Its official name on that day; after its end the last, before its beginning the first."""
        return self._said("official", on)

    def short_name(self, on: date) -> str:
        """Its short name; the official one where it has none."""
        return self._said("short", on) or self.name(on)

    def aliases(self, on: date) -> tuple[str, ...]:
        """What documents of that day call it besides."""
        return tuple(each.words for each in self.names if each.role == "alias" and each.period.holds(on))

    def parent_id(self, on: date) -> int | None:
        """Under whom it stands; after its end, under whom it last stood."""
        held = [place for place in self.places if not place.period.empty]
        return next((place.parent_id for place in _best(held, on)), None)

    def _said(self, role: str, on: date) -> str:
        held = [name for name in self.names if name.role == role and not name.period.empty]
        if role == "short" and self.lives(on):  # a short name given up is not a short name
            held = [name for name in held if name.period.holds(on)]
        return next((name.words for name in _best(held, on)), "")


Held = TypeVar("Held", NamePeriod, PlacePeriod)


def _best(held: list[Held], on: date) -> Iterable[Held]:
    """Those of that day; then those before it, latest first; then the first of all."""
    yield from (each for each in held if each.period.holds(on))
    yield from (each for each in reversed(held) if each.period.start is None or each.period.start <= on)
    yield from held


@dataclass(frozen=True, slots=True)
class Link:
    """Link (承继关系): on that day the one began to carry on for the other."""

    predecessor_id: int
    successor_id: int
    on: date


@dataclass(frozen=True)
class Registry:
    """Registry (名册): all of them."""

    units: Mapping[int, Unit]
    links: tuple[Link, ...] = ()

    def living(self, on: date) -> tuple[Unit, ...]:
        """Who is there on that day, in the order of the tree's siblings."""
        return tuple(unit for unit in self.ordered if unit.lives(on))

    def region_code(self, unit: Unit, on: date) -> str:
        """The region it governs, or lies in: that of the nearest unit above which has one."""
        return next((each.region_code for each in (unit, *self.above(unit, on)) if each.region_code), "")

    def above(self, unit: Unit, on: date) -> tuple[Unit, ...]:
        """Those above it, nearest first."""
        found: list[Unit] = []
        parent = unit.parent_id(on)
        while parent is not None and len(found) <= len(self.units):
            found.append(self.units[parent])
            parent = self.units[parent].parent_id(on)
        return tuple(found)

    def below(self, unit_id: int, on: date) -> tuple[Unit, ...]:
        """Its children that are there on that day."""
        return tuple(unit for unit in self.living(on) if unit.parent_id(on) == unit_id)

    @cached_property
    def ordered(self) -> tuple[Unit, ...]:
        """Every unit, by position."""
        return tuple(sorted(self.units.values(), key=lambda unit: (unit.position, unit.id)))
