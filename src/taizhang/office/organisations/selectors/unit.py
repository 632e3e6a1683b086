"""One unit (单位详情): what it is, was and becomes, for its page."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.http import Http404

from taizhang.office.organisations.lifeline import Lifeline, draw_lifeline
from taizhang.office.organisations.lineage import bearers, became
from taizhang.office.organisations.models import Event, Kind, Succession
from taizhang.office.organisations.regions import region_names
from taizhang.office.organisations.registry import Period, Registry, Unit
from taizhang.office.organisations.selectors.holding import load_registry


@dataclass(frozen=True, slots=True)
class UnitLink:
    """Unit link (单位链接): another unit, to go to."""

    id: int
    name: str
    kind_label: str = ""


@dataclass(frozen=True, slots=True)
class NameRow:
    """Name row (曾用名)."""

    words: str
    role: str
    period: Period


@dataclass(frozen=True, slots=True)
class EventRow:
    """Event row (沿革条目): one change, with what it rests on and whom else it concerned."""

    kind: str
    kind_label: str
    on: date | None
    document: str
    reason: str
    by: str
    at: datetime
    changes: tuple[tuple[str, ...], ...]
    others: tuple[UnitLink, ...]


@dataclass(frozen=True, slots=True)
class UnitPage:
    """Unit page (单位页): everything that is shown of a unit.

    Attributes:
        above: those above it, outermost first.
        heirs: of a unit that has ended, who carries on today; of one that was split, its parts.
        seen: id of its last event, by which a form knows whether someone was quicker.
    """

    id: int
    name: str
    short_name: str
    kind: str
    kind_label: str
    region_code: str
    region: str
    position: int
    period: Period
    is_living: bool
    is_ending: bool
    is_demonstration: bool
    parent_id: int | None
    above: tuple[UnitLink, ...]
    children: tuple[UnitLink, ...]
    aliases: tuple[str, ...]
    former_names: tuple[NameRow, ...]
    heirs: tuple[UnitLink, ...]
    lifeline: Lifeline
    events: tuple[EventRow, ...]
    seen: int


def get_unit(organisation_id: int, today: date, registry: Registry | None = None) -> UnitPage:
    """The unit as it stands today."""
    registry = registry or load_registry()
    unit = registry.units.get(organisation_id)
    if unit is None:
        raise Http404
    events = list(Event.objects.filter(_concerning(organisation_id)).distinct().order_by("-id"))
    region = registry.region_code(unit, today)
    return UnitPage(
        id=unit.id,
        name=unit.name(today),
        short_name=unit.short_name(today) if unit.short_name(today) != unit.name(today) else "",
        kind=unit.kind,
        kind_label=str(Kind(unit.kind).label),
        region_code=unit.region_code,
        region="".join(region_names(region)),
        position=unit.position,
        period=unit.period,
        is_living=unit.lives(today),
        is_ending=unit.period.end is not None,
        is_demonstration=unit.is_demonstration,
        parent_id=unit.parent_id(today),
        above=tuple(reversed(_links(registry.above(unit, today), today))),
        children=_links(registry.below(unit.id, today), today),
        aliases=unit.aliases(today),
        former_names=tuple(_former(unit, today)),
        heirs=_links((registry.units[each] for each in _heirs(registry, unit, today)), today),
        lifeline=draw_lifeline(registry, unit, today),
        events=_events(registry, unit, events, today),
        seen=max((event.id for event in events if event.organisation_id == unit.id), default=0),
    )


def living_units(on: date, registry: Registry | None = None) -> tuple[UnitLink, ...]:
    """Everyone there is on that day, in the order of the tree, each name indented by its depth."""
    registry = registry or load_registry()

    def walk(parent: int | None, depth: int) -> Iterable[UnitLink]:
        for unit in below.get(parent, ()):
            yield UnitLink(unit.id, "　" * depth + unit.name(on), str(Kind(unit.kind).label))
            yield from walk(unit.id, depth + 1)

    below: dict[int | None, list[Unit]] = defaultdict(list)
    for unit in registry.living(on):
        below[unit.parent_id(on)].append(unit)
    return tuple(walk(None, 0))


def _concerning(organisation_id: int) -> Q:
    ours = Succession.objects.filter(Q(predecessor=organisation_id) | Q(successor=organisation_id))
    return Q(organisation=organisation_id) | Q(id__in=ours.values("event"))


def _heirs(registry: Registry, unit: Unit, today: date) -> tuple[int, ...]:
    if not unit.lives(today):
        return bearers(registry, unit.id, today)
    return tuple(each for each in became(registry, unit.id, date.min, today) if each != unit.id)


def _links(units: Iterable[Unit], today: date) -> tuple[UnitLink, ...]:
    return tuple(UnitLink(unit.id, unit.name(today), str(Kind(unit.kind).label)) for unit in units)


def _former(unit: Unit, today: date) -> Iterable[NameRow]:
    for name in unit.names:
        if name.period.end is not None and name.period.end <= today and not name.period.empty:
            yield NameRow(name.words, name.role, name.period)


def _events(registry: Registry, unit: Unit, events: Sequence[Event], today: date) -> tuple[EventRow, ...]:
    pairs = Succession.objects.filter(event__in=events).values_list("event_id", "predecessor_id", "successor_id")
    concerned: dict[int, dict[int, None]] = defaultdict(dict)
    for event_id, predecessor, successor in pairs:
        concerned[event_id] |= dict.fromkeys((predecessor, successor))
    return tuple(
        EventRow(
            kind=event.kind,
            kind_label=str(event.get_kind_display()),
            on=event.on,
            document=event.document,
            reason=event.reason,
            by=event.by,
            at=event.at,
            changes=tuple(tuple(change) for change in event.changes),
            others=_links((registry.units[each] for each in concerned[event.id] if each != unit.id), today),
        )
        for event in events
    )
