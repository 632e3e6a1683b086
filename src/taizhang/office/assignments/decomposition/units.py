"""Units (可分解到的单位): who can be given a share, found by any name, with the nearest where a name is not known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property

from taizhang.office.organisations.lookup import find
from taizhang.office.organisations.models import Kind
from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.registry import Registry, Unit
from taizhang.office.organisations.selectors.holding import load_registry

DIVIDED_AMONG = (Kind.TOWN, Kind.PARK, Kind.DEPARTMENT, Kind.ENTERPRISE, Kind.OTHER)
NEAR_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Choice:
    """Choice (可选单位)."""

    id: int
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """Group (一类单位): what can be chosen with one press."""

    kind: str
    label: str
    units: tuple[Choice, ...]


@dataclass(frozen=True)
class Units:
    """Units (单位): the registry, as of one day."""

    registry: Registry
    on: date

    @property
    def groups(self) -> tuple[Group, ...]:
        """Those who can be given a share, by kind."""
        living = self.registry.living(self.on)
        listed = (Group(kind, str(kind.label), self._choices(living, kind)) for kind in DIVIDED_AMONG)
        return tuple(group for group in listed if group.units)

    def _choices(self, living: Iterable[Unit], kind: Kind) -> tuple[Choice, ...]:
        return tuple(Choice(unit.id, self.name(unit.id)) for unit in living if unit.kind == kind)

    def ordered(self, ids: Iterable[int]) -> tuple[int, ...]:
        """Those of the ids that exist, kind by kind, in the order of the registry."""
        wanted = set(ids)
        kinds = [kind.value for kind in DIVIDED_AMONG]
        known = [unit for unit in self.registry.ordered if unit.id in wanted]
        return tuple(unit.id for unit in sorted(known, key=lambda unit: [*kinds, unit.kind].index(unit.kind)))

    def name(self, unit_id: int) -> str:
        """Its short name: tables are narrow."""
        return self.registry.units[unit_id].short_name(self.on)

    def full_name(self, unit_id: int) -> str:
        """Its official name."""
        return self.registry.units[unit_id].name(self.on)

    def find(self, words: str) -> int | None:
        """Who is meant; None where nobody or more than one is."""
        match = find(self.registry, words, self.on)
        return match.organisation_id if match else None

    def nearest(self, words: str) -> str:
        """The official name that looks most like it; empty where none does."""
        found = get_close_matches(key_of(words), self._keys, n=1, cutoff=NEAR_ENOUGH)
        return self.full_name(self._keys[found[0]]) if found else ""

    @cached_property
    def _keys(self) -> dict[str, int]:
        return {
            name.key: unit.id
            for unit in self.registry.living(self.on)
            for name in unit.names
            if name.period.holds(self.on)
        }


def load_units(on: date) -> Units:
    """The units of that day."""
    return Units(load_registry(), on)
