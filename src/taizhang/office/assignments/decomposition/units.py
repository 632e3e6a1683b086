"""Units (可分解到的单位): who can be given a share, in which order they stand, and the nearest where a name is not known."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from taizhang.office.assignments.selectors.units import Units
from taizhang.office.organisations.models import Kind
from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.registry import Unit

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


def groups(units: Units) -> tuple[Group, ...]:
    """Those who can be given a share, by kind."""
    living = units.registry.living(units.today)
    listed = (Group(kind, str(kind.label), _choices(units, living, kind)) for kind in DIVIDED_AMONG)
    return tuple(group for group in listed if group.units)


def _choices(units: Units, living: Iterable[Unit], kind: Kind) -> tuple[Choice, ...]:
    return tuple(Choice(unit.id, units.name(unit.id)) for unit in living if unit.kind == kind)


def in_order(units: Units, ids: Iterable[int]) -> tuple[int, ...]:
    """Those of the ids that exist, kind by kind, in the order of the registry."""
    wanted = set(ids)
    kinds = [kind.value for kind in DIVIDED_AMONG]
    known = [unit for unit in units.registry.ordered if unit.id in wanted]
    return tuple(unit.id for unit in sorted(known, key=lambda unit: [*kinds, unit.kind].index(unit.kind)))


def meant(units: Units, words: str) -> int | None:
    """Who is meant; None where nobody or more than one is."""
    match = units.find(words)
    return match.organisation_id if match else None


def nearest(units: Units, words: str) -> str:
    """The name that looks most like it; empty where none does."""
    names = {name.key: unit for unit in units.registry.living(units.today) for name in unit.names}
    found = get_close_matches(key_of(words), names, n=1, cutoff=NEAR_ENOUGH)
    return names[found[0]].name(units.today) if found else ""
