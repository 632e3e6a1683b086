"""Changes (单位变更): establish, rename, merge, split, move, close, and put right what was written down wrongly.

Each holds from its decision's day on, leaves one event, and tells all it did. Names of the past are kept with their
periods, so that a document of that time is still understood.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from taizhang.office.organisations.models import EventKind, Kind, Name, NameRole, Organisation
from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.services import steps
from taizhang.office.organisations.services.decision import (
    Change,
    Decision,
    Done,
    Draft,
    NothingChangesError,
    StillHasUnitsError,
    TooFewError,
)


@dataclass(frozen=True, slots=True)
class Particulars:
    """Particulars (登记事项): what can be put right without anything having changed in the institution."""

    kind: str
    region_code: str
    position: int
    short_name: str
    aliases: tuple[str, ...]


@transaction.atomic
def establish(*, draft: Draft, decision: Decision) -> Done:
    """Write down a unit; one as old as we know has no date."""
    steps.hold_registry()
    unit = steps.begin(draft, decision.on)
    done = Done(unit.id, _born(unit, draft))
    steps.write_event(unit, EventKind.ESTABLISHED, decision, done.changes)
    return done


@transaction.atomic
def rename(*, organisation_id: int, name: str, short_name: str, decision: Decision) -> Done:
    """The same unit under another name; documents with the old one are still understood."""
    on = steps.demand_grounds(decision)
    steps.hold_registry()
    unit = steps.get_unchanged(organisation_id, on, decision)
    old, old_short = steps.official_name(unit.id), _short_name(unit)
    if key_of(old) == key_of(name) and key_of(old_short) == key_of(short_name):
        raise NothingChangesError
    changes = _call_anew(unit, NameRole.OFFICIAL, old, name, on)
    changes += _call_anew(unit, NameRole.SHORT, old_short, short_name, on)
    steps.write_event(unit, EventKind.RENAMED, decision, changes)
    return Done(unit.id, changes)


@transaction.atomic
def merge(*, organisation_ids: Sequence[int], into: int | Draft, decision: Decision) -> Done:
    """Several become one: one of them that takes in the others, or a new one. The first is whom the decision is about."""
    on = steps.demand_grounds(decision)
    steps.hold_registry()
    steps.get_unchanged(organisation_ids[0], on, decision)
    ending = [steps.get_living(each, on) for each in dict.fromkeys(organisation_ids) if each != into]
    if not ending or (isinstance(into, Draft) and len(ending) < 2):
        raise TooFewError
    heirs = [into.name if isinstance(into, Draft) else steps.official_name(into)]
    changes = tuple(change for unit in ending for change in _ended(unit, on, heirs))
    below = steps.children_of(ending)
    above = steps.parent_outside(ending)
    for unit in ending:
        steps.end(unit, on)
    heir = steps.begin(_beside(ending[0], into), on) if isinstance(into, Draft) else steps.get_living(into, on)
    changes += _born(heir, into) if isinstance(into, Draft) else ()
    changes += _inherited([unit for unit in below if unit == heir], above, decision, on)
    changes += _inherited([unit for unit in below if unit != heir], heir.id, decision, on)
    event = steps.write_event(heir, EventKind.MERGED, decision, changes)
    steps.write_successions(event, [(unit.id, heir.id) for unit in ending])
    return Done(heir.id, changes)


@transaction.atomic
def split(*, organisation_id: int, into: Sequence[Draft], survives: bool, decision: Decision) -> Done:
    """One becomes several; it lives on beside the new ones, or ends and leaves its units to the first of them."""
    on = steps.demand_grounds(decision)
    steps.hold_registry()
    unit = steps.get_unchanged(organisation_id, on, decision)
    if not into or (len(into) < 2 and not survives):
        raise TooFewError
    below = [] if survives else steps.children_of([unit])
    changes = () if survives else _ended(unit, on, [draft.name for draft in into])
    if not survives:
        steps.end(unit, on)
    parts = [steps.begin(_beside(unit, draft), on) for draft in into]
    changes += tuple(change for part, draft in zip(parts, into, strict=True) for change in _born(part, draft))
    changes += _inherited(below, parts[0].id, decision, on)
    event = steps.write_event(unit, EventKind.SPLIT, decision, changes)
    steps.write_successions(event, [(unit.id, part.id) for part in parts])
    return Done(unit.id, changes)


@transaction.atomic
def move(*, organisation_id: int, parent_id: int | None, decision: Decision) -> Done:
    """The unit, and all below it, under another parent."""
    on = steps.demand_grounds(decision)
    steps.hold_registry()
    unit = steps.get_unchanged(organisation_id, on, decision)
    if parent_id is not None:
        steps.get_living_parent(parent_id, on)
    if steps.parents_of([unit])[unit.id] == parent_id:
        raise NothingChangesError
    changes = _moved([unit], parent_id, on)
    steps.write_event(unit, EventKind.MOVED, decision, changes)
    return Done(unit.id, changes)


@transaction.atomic
def close(*, organisation_id: int, decision: Decision) -> Done:
    """The unit ends and nobody carries on for it."""
    on = steps.demand_grounds(decision)
    steps.hold_registry()
    unit = steps.get_unchanged(organisation_id, on, decision)
    below = steps.children_of([unit])
    if below:
        called = steps.official_names([each.id for each in below])
        raise StillHasUnitsError(steps.official_name(unit.id), tuple(called.values()))
    changes = _ended(unit, on)
    steps.end(unit, on)
    steps.write_event(unit, EventKind.CLOSED, decision, changes)
    return Done(unit.id, changes)


@transaction.atomic
def adjust(*, organisation_id: int, particulars: Particulars, decision: Decision, on: date) -> Done:
    """Put right kind, region, order, short name and aliases; an alias left out is used no more from that day on."""
    steps.hold_registry()
    unit = steps.get_unchanged(organisation_id, on, decision)
    steps.check_region(particulars.region_code)
    changes = _adjusted(unit, particulars)
    changes += _call_anew(unit, NameRole.SHORT, _short_name(unit), particulars.short_name, on)
    changes += _aliases_adjusted(unit, particulars.aliases, on)
    if not changes:
        raise NothingChangesError
    steps.write_event(unit, EventKind.ADJUSTED, decision, changes)
    return Done(unit.id, changes)


def _adjusted(unit: Organisation, particulars: Particulars) -> tuple[Change, ...]:
    name = steps.official_name(unit.id)
    old_kind = unit.get_kind_display()
    changes = []
    if unit.kind != particulars.kind:
        changes.append(Change(name, _("类别"), old_kind, str(Kind(particulars.kind).label)))
    if unit.region_code != particulars.region_code:
        changes.append(Change(name, _("行政区划代码"), unit.region_code, particulars.region_code))
    if unit.position != particulars.position:
        changes.append(Change(name, _("顺序"), str(unit.position), str(particulars.position)))
    unit.kind, unit.region_code, unit.position = particulars.kind, particulars.region_code, particulars.position
    unit.full_clean()
    unit.save(update_fields=["kind", "region_code", "position"])
    return tuple(changes)


def _aliases_adjusted(unit: Organisation, aliases: Iterable[str], on: date) -> tuple[Change, ...]:
    proper = Name.objects.filter(steps.OPEN, organisation=unit).exclude(role=NameRole.ALIAS)
    not_aliases = {"", *proper.values_list("key", flat=True)}
    wanted = {key_of(words): words.strip() for words in aliases if key_of(words) not in not_aliases}
    held = dict(Name.objects.filter(steps.OPEN, organisation=unit, role=NameRole.ALIAS).values_list("key", "words"))
    given_up = [key for key in held if key not in wanted]
    new = [key for key in wanted if key not in held]
    if given_up:
        steps.uncall(unit, on, roles=[NameRole.ALIAS], keys=given_up)
    steps.call_in_documents(unit, [wanted[key] for key in new], on)
    name = steps.official_name(unit.id)
    gone = tuple(Change(name, _("别名"), held[key], "") for key in given_up)
    return gone + tuple(Change(name, _("别名"), "", wanted[key]) for key in new)


def _call_anew(unit: Organisation, role: NameRole, old: str, new: str, on: date) -> tuple[Change, ...]:
    """Another name of that role; an empty one ends it. What was a lesser name of the unit rises."""
    if key_of(old) == key_of(new):
        return ()
    lesser = [NameRole.ALIAS, *([NameRole.SHORT] if role == NameRole.OFFICIAL else [])]
    steps.uncall(unit, on, roles=[role])
    steps.uncall(unit, on, roles=lesser, keys=[key_of(new)])
    steps.call(unit, role, [new], on)
    whose = old if role == NameRole.OFFICIAL else steps.official_name(unit.id)
    return (Change(whose, str(role.label), old, new.strip()),)


def _born(unit: Organisation, draft: Draft) -> tuple[Change, ...]:
    said = "、".join(each for each in (draft.short_name, *draft.aliases) if each)
    above = steps.official_name(draft.parent_id) if draft.parent_id else ""
    name = draft.name.strip()
    changes = [Change(name, _("新单位"), "", f"{name}（{said}）" if said else name)]
    if above:
        changes.append(Change(name, _("上级单位"), "", above))
    return tuple(changes)


def _beside(unit: Organisation, draft: Draft) -> Draft:
    """In the order of siblings where the old one stands, and made up if that was."""
    return replace(
        draft,
        position=draft.position or unit.position,
        is_demonstration=draft.is_demonstration or unit.is_demonstration,
    )


def _ended(unit: Organisation, on: date, heirs: Sequence[str] = ()) -> tuple[Change, ...]:
    said = _("自 %(on)s 起不再使用") % {"on": on.isoformat()}
    if heirs:
        said += _("，由%(heirs)s承继") % {"heirs": "、".join(heirs)}
    return (Change(steps.official_name(unit.id), _("单位"), _("在用"), said),)


def _inherited(
    units: Sequence[Organisation], parent_id: int | None, decision: Decision, on: date
) -> tuple[Change, ...]:
    """Units below one that ends go to whoever carries on; each remembers why."""
    changes = _moved(units, parent_id, on)
    steps.write_moves(units, decision, changes)
    return changes


def _moved(units: Sequence[Organisation], parent_id: int | None, on: date) -> tuple[Change, ...]:
    """Put them there, and tell from where."""
    if not units:
        return ()
    parents = steps.parents_of(units)
    called = steps.official_names([*(unit.id for unit in units), *parents.values(), parent_id])
    steps.place(units, parent_id, on)
    return tuple(
        Change(called[unit.id], _("上级单位"), _above(called, parents[unit.id]), _above(called, parent_id))
        for unit in units
    )


def _above(called: Mapping[int, str], parent_id: int | None) -> str:
    return _("（无上级）") if parent_id is None else called[parent_id]


def _short_name(unit: Organisation) -> str:
    held = Name.objects.filter(steps.OPEN, organisation=unit, role=NameRole.SHORT)
    return held.values_list("words", flat=True).first() or ""
