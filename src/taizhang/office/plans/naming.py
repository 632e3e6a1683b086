"""Naming of units (单位称谓): what units are called on a day, where rows only know their ids."""

from collections.abc import Iterable, Mapping
from datetime import date

from taizhang.office.organisations.selectors.holding import load_registry


def unit_names(day: date, wanted: Iterable[int] | None = None) -> Mapping[int, str]:
    """Short names by id, in the order of the registry; everybody there on that day where nobody is asked for."""
    registry = load_registry()
    asked = None if wanted is None else set(wanted)
    if asked is None:
        return {unit.id: unit.short_name(day) for unit in registry.living(day)}
    return {unit.id: unit.short_name(day) for unit in registry.ordered if unit.id in asked}
