"""Holding the registry (调取名册): every organisation out of the database, with four queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from taizhang.office.organisations.lookup import Match, find
from taizhang.office.organisations.models import Name, Organisation, Placement, Succession
from taizhang.office.organisations.registry import Link, NamePeriod, Period, PlacePeriod, Registry, Unit

BEGINNING = date.min


def load_registry() -> Registry:
    """Everyone who is, was or will be there."""
    names: dict[int, list[NamePeriod]] = defaultdict(list)
    for name in Name.objects.order_by("id"):
        period = Period(name.valid_from, name.valid_to)
        names[name.organisation_id].append(NamePeriod(name.words, name.key, name.role, period))
    places: dict[int, list[PlacePeriod]] = defaultdict(list)
    for place in Placement.objects.order_by("id"):
        places[place.organisation_id].append(PlacePeriod(place.parent_id, Period(place.valid_from, place.valid_to)))
    units = [_unit(row, names[row.id], places[row.id]) for row in Organisation.objects.all()]
    return Registry({unit.id: unit for unit in units}, tuple(_links()))


def find_organisation(words: str, on: date) -> Match | None:
    """Who is meant by the words of a document on that day; for many words load the registry once, see ``lookup``."""
    return find(load_registry(), words, on)


def _unit(row: Organisation, names: Iterable[NamePeriod], places: Iterable[PlacePeriod]) -> Unit:
    return Unit(
        id=row.id,
        kind=row.kind,
        region_code=row.region_code,
        position=row.position,
        period=Period(row.valid_from, row.valid_to),
        names=_oldest_first(names),
        places=tuple(places),
        is_demonstration=row.is_demonstration,
    )


def _oldest_first(names: Iterable[NamePeriod]) -> tuple[NamePeriod, ...]:
    return tuple(sorted(names, key=lambda name: name.period.start or BEGINNING))


def _links() -> Iterable[Link]:
    rows = Succession.objects.order_by("event__on", "id").values_list("predecessor_id", "successor_id", "event__on")
    return (Link(predecessor, successor, on) for predecessor, successor, on in rows if on is not None)
