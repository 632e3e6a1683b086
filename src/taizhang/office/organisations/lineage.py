"""Lineage (承继): what became of a unit, and out of whom it came, through every merger and split in between.

Renaming and moving change nothing here: it is the same unit. ``bearers`` asks for one answer — a unit that lives answers
for itself; ``became`` and ``came_from`` ask for all who have a part in it.
"""

from collections.abc import Iterable
from datetime import date

from taizhang.office.organisations.registry import Registry


def bearers(registry: Registry, organisation_id: int, on: date) -> tuple[int, ...]:
    """Who bears its office on the day: itself while it lives, afterwards whoever carries on; nobody after a closing."""
    if registry.units[organisation_id].lives(on):
        return (organisation_id,)
    heirs = [link.successor_id for link in registry.links if link.predecessor_id == organisation_id and link.on <= on]
    return _once(each for heir in heirs for each in bearers(registry, heir, on))


def became(registry: Registry, organisation_id: int, since: date, on: date) -> tuple[int, ...]:
    """Of what the unit was on the first day, everyone who is there on the later one: itself, its parts, its heirs."""
    itself = (organisation_id,) if registry.units[organisation_id].lives(on) else ()
    later = [link for link in registry.links if link.predecessor_id == organisation_id and since < link.on <= on]
    heirs = (each for link in later for each in became(registry, link.successor_id, link.on, on))
    return _once((*itself, *heirs))


def came_from(registry: Registry, organisation_id: int, until: date, on: date) -> tuple[int, ...]:
    """Of what the unit is on the last day, everyone who was there on the earlier one: itself, those it took in or was."""
    itself = (organisation_id,) if registry.units[organisation_id].lives(on) else ()
    earlier = [link for link in registry.links if link.successor_id == organisation_id and on < link.on <= until]
    origins = (each for link in earlier for each in came_from(registry, link.predecessor_id, link.on, on))
    return _once((*itself, *origins))


def _once(found: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(found))
