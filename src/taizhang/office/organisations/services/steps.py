"""Steps (变更步骤): the single strokes out of which every change is made; called inside a service's transaction."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Max, Q
from django.http import Http404
from django.utils.translation import gettext as _

from taizhang.office.organisations.models import (
    Event,
    EventKind,
    Name,
    NameRole,
    Organisation,
    Placement,
    Succession,
)
from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.regions import is_region_code
from taizhang.office.organisations.services.decision import (
    Change,
    ChangedMeanwhileError,
    CircleError,
    Decision,
    Draft,
    EndedError,
    NameTakenError,
    ReasonMissingError,
    TooEarlyError,
    UnknownRegionError,
)
from taizhang.office.pages.trail import Act, Matter, Person, leave_word

OPEN = Q(valid_to=None)


def hold_registry() -> None:
    """One change at a time: two that are each harmless could close a circle together."""
    list(Organisation.objects.select_for_update().order_by("id").values_list("id", flat=True)[:1])


def demand_grounds(decision: Decision) -> date:
    """The day of a change that someone decided."""
    if decision.on is None or not decision.reason.strip():
        raise ReasonMissingError
    return decision.on


def get_unchanged(organisation_id: int, on: date, decision: Decision) -> Organisation:
    """The unit a decision is about, as the person who decided saw it."""
    last = Event.objects.filter(organisation=organisation_id).aggregate(at=Max("id"))["at"]
    if decision.seen is not None and last != decision.seen:
        raise ChangedMeanwhileError(official_name(organisation_id))
    return get_living(organisation_id, on)


def get_living(organisation_id: int, on: date | None) -> Organisation:
    """The unit, if something can still happen to it on that day."""
    unit = Organisation.objects.filter(id=organisation_id).first()
    if unit is None:
        raise Http404
    if unit.valid_to is not None:
        raise EndedError(official_name(unit.id))
    last = _last_change(unit)
    if last is not None and (on is None or on < last):
        raise TooEarlyError(official_name(unit.id), last)
    return unit


def _last_change(unit: Organisation) -> date | None:
    """The latest day on which its name, its place or itself began."""
    begun = Name.objects.filter(OPEN, organisation=unit).exclude(role=NameRole.ALIAS).aggregate(at=Max("valid_from"))
    placed = Placement.objects.filter(OPEN, organisation=unit).aggregate(at=Max("valid_from"))
    days = [day for day in (unit.valid_from, begun["at"], placed["at"]) if day]
    return max(days, default=None)


def official_name(organisation_id: int) -> str:
    """What it is called last."""
    return official_names([organisation_id]).get(organisation_id, "")


def official_names(organisation_ids: Iterable[int | None]) -> dict[int, str]:
    """What each is called last."""
    names = Name.objects.filter(organisation_id__in=[*filter(None, organisation_ids)], role=NameRole.OFFICIAL)
    return dict(names.order_by("id").values_list("organisation_id", "words"))


def parents_of(units: Iterable[Organisation]) -> dict[int, int | None]:
    """Under whom each stands last."""
    return dict(Placement.objects.filter(OPEN, organisation__in=units).values_list("organisation_id", "parent_id"))


def parent_outside(units: Sequence[Organisation]) -> int | None:
    """The nearest unit above the first of them that is not one of them."""
    parents = parents_of(units)
    above: int | None = units[0].id
    while above in parents:
        above = parents[above]
    return above


def begin(draft: Draft, on: date | None) -> Organisation:
    """Write down a new unit with its names and its place."""
    check_region(draft.region_code)
    if draft.parent_id is not None:
        get_living_parent(draft.parent_id, on)
    unit = Organisation(
        kind=draft.kind,
        region_code=draft.region_code,
        position=draft.position or _next_position(),
        valid_from=on,
        is_demonstration=draft.is_demonstration,
    )
    unit.full_clean()
    unit.save()
    Placement.objects.create(organisation=unit, parent_id=draft.parent_id, valid_from=on)
    call(unit, NameRole.OFFICIAL, [draft.name], on)
    call(unit, NameRole.SHORT, [draft.short_name], on)
    call(unit, NameRole.ALIAS, draft.aliases, on)
    return unit


def _next_position() -> int:
    return int(Organisation.objects.aggregate(at=Max("position"))["at"] or 0) + 1


def check_region(code: str) -> None:
    """Empty, or a code that can be."""
    if code and not is_region_code(code):
        raise UnknownRegionError(code)


def get_living_parent(parent_id: int, on: date | None) -> Organisation:
    """A unit that another can stand under from that day on."""
    parent = Organisation.objects.filter(id=parent_id).first()
    if parent is None:
        raise Http404
    if parent.valid_to is not None:
        raise EndedError(official_name(parent.id))
    if on is not None and parent.valid_from is not None and on < parent.valid_from:
        raise TooEarlyError(official_name(parent.id), parent.valid_from)
    return parent


def call(unit: Organisation, role: NameRole, said: Iterable[str], on: date | None) -> None:
    """Give names from that day on; a name that a living unit answers to is refused."""
    wanted = {key_of(words): words.strip() for words in said if key_of(words)}
    own = Name.objects.filter(OPEN, organisation=unit, key__in=wanted).values_list("key", flat=True)
    new = {key: words for key, words in wanted.items() if key not in set(own)}
    _refuse_taken(unit, new, on)
    rows = [Name(organisation=unit, role=role, words=words, key=key, valid_from=on) for key, words in new.items()]
    for row in rows:
        row.clean_fields()
    try:
        with transaction.atomic():
            Name.objects.bulk_create(rows)
    except IntegrityError as error:
        raise NameTakenError("、".join(new.values()), _("另一个单位")) from error


def call_in_documents(unit: Organisation, aliases: Sequence[str], on: date) -> None:
    """Aliases hold for documents as old as the unit, unless someone bore them before: then from that day on."""
    borne = set(Name.objects.filter(key__in=map(key_of, aliases)).values_list("key", flat=True))
    call(unit, NameRole.ALIAS, [words for words in aliases if key_of(words) in borne], on)
    call(unit, NameRole.ALIAS, [words for words in aliases if key_of(words) not in borne], unit.valid_from)


def _refuse_taken(unit: Organisation, new: dict[str, str], on: date | None) -> None:
    later = Q() if on is None else OPEN | Q(valid_to__gt=on)
    for taken in Name.objects.filter(later, key__in=new).exclude(organisation=unit):
        if taken.valid_from is None or taken.valid_from != taken.valid_to:
            raise NameTakenError(new[taken.key], official_name(taken.organisation_id))


def uncall(unit: Organisation, on: date, *, roles: Sequence[str] = NameRole.values, keys: Iterable[str] = ()) -> None:
    """End names of those roles; where ``keys`` are given, only these. What began later never held."""
    held = Name.objects.filter(OPEN, organisation=unit, role__in=roles)
    wanted = list(keys)
    ended = list(held.filter(key__in=wanted) if wanted else held)
    for name in ended:
        name.valid_to = _end(name.valid_from, on)
    Name.objects.bulk_update(ended, ["valid_to"])


def _end(start: date | None, on: date) -> date:
    return max(start, on) if start else on


def place(units: Sequence[Organisation], parent_id: int | None, on: date) -> None:
    """Put units under another from that day on."""
    _refuse_circles({unit.id for unit in units}, parent_id, on)
    displace(units, on)
    Placement.objects.bulk_create(Placement(organisation=unit, parent_id=parent_id, valid_from=on) for unit in units)


def displace(units: Sequence[Organisation], on: date) -> None:
    """End where they stand."""
    held = list(Placement.objects.filter(OPEN, organisation__in=units))
    for row in held:
        row.valid_to = _end(row.valid_from, on)
    Placement.objects.bulk_update(held, ["valid_to"])


def _refuse_circles(moving: set[int], parent_id: int | None, on: date) -> None:
    """No unit may stand below itself, on the day or once what is written down for later has come to hold."""
    held = list(Placement.objects.exclude(valid_to__lte=on))
    later = {row.valid_from for row in held if row.valid_from and row.valid_from > on}
    for day in {on, *later}:
        parents = {row.organisation_id: row.parent_id for row in held if (row.valid_from or day) <= day}
        above, seen = parent_id, set[int]()
        while above is not None and above not in seen:
            if above in moving:
                raise CircleError(official_name(above), official_name(parent_id or above))
            seen.add(above)
            above = parents.get(above)


def end(unit: Organisation, on: date) -> None:
    """It is there no more from that day on, nor are its names and its place."""
    uncall(unit, on)
    displace([unit], on)
    unit.valid_to = on
    unit.save(update_fields=["valid_to"])


def children_of(units: Sequence[Organisation]) -> list[Organisation]:
    """Those that stand, or are written down to stand, below them."""
    below = Placement.objects.filter(OPEN, parent__in=units).values("organisation")
    return list(Organisation.objects.filter(OPEN, id__in=below).exclude(id__in=[unit.id for unit in units]))


def write_event(unit: Organisation, kind: EventKind, decision: Decision, changes: Sequence[Change]) -> Event:
    """One line of history."""
    event = Event(
        organisation=unit,
        kind=kind,
        on=decision.on,
        document=decision.document.strip(),
        reason=decision.reason.strip(),
        changes=[[change.whose, change.label, change.old, change.new] for change in changes],
        by=told(decision.by),
    )
    event.full_clean()
    event.save()
    matter = Matter("organisation", str(unit.id), official_name(unit.id))
    leave_word(Act(f"organisations.{kind.value}", decision.by, matter))
    return event


def told(by: Person | None) -> str:
    """How whoever did it is written into the history, as they are called today."""
    return by.name if by else _("系统")


def write_moves(units: Sequence[Organisation], decision: Decision, changes: Sequence[Change]) -> None:
    """For each unit that moved because of another's change, a line of its own history."""
    Event.objects.bulk_create(
        Event(
            organisation=unit,
            kind=EventKind.MOVED,
            on=decision.on,
            document=decision.document.strip(),
            reason=decision.reason.strip(),
            changes=[[change.whose, change.label, change.old, change.new]],
            by=told(decision.by),
        )
        for unit, change in zip(units, changes, strict=True)
    )


def write_successions(event: Event, pairs: Iterable[tuple[int, int]]) -> None:
    """Who carries on for whom."""
    Succession.objects.bulk_create(
        Succession(event=event, predecessor_id=predecessor, successor_id=successor)
        for predecessor, successor in pairs
        if predecessor != successor
    )
