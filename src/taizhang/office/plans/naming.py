"""Naming of units (单位称谓): what units are called on a day, where rows only know their ids."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from taizhang.office.organisations.models import Name, NameRole
from taizhang.office.organisations.registry import NamePeriod, Period, Unit
from taizhang.office.organisations.selectors.holding import load_registry


def living_units(day: date) -> Mapping[int, str]:
    """Everybody there on that day, short names by id, in the order of the registry."""
    return {unit.id: unit.short_name(day) for unit in load_registry().living(day)}


def unit_names(day: date, wanted: Iterable[int]) -> Mapping[int, str]:
    """Short names of these units on that day by id, in the order of the registry; one query."""
    names: dict[int, list[NamePeriod]] = defaultdict(list)
    rows = Name.objects.filter(organisation__in=set(wanted)).exclude(role=NameRole.ALIAS)
    for row in rows.select_related("organisation").order_by("organisation__position", "organisation_id", "valid_from"):
        names[row.organisation_id].append(
            NamePeriod(row.words, row.key, row.role, Period(row.valid_from, row.valid_to))
        )
    always = Period(None, None)
    return {id_: Unit(id_, "", "", 0, always, tuple(held)).short_name(day) for id_, held in names.items()}
