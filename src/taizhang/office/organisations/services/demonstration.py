"""Demonstration (演示单位): a made-up district, written down through the same services as any other."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from django.db import transaction

from taizhang.office.organisations.models import Kind, Name, Organisation
from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.regions import region_name
from taizhang.office.organisations.services import changes
from taizhang.office.organisations.services.decision import Decision, Draft

FILE = Path(__file__).parents[1] / "demonstration.toml"
GROUPS = (("towns", Kind.TOWN), ("parks", Kind.PARK), ("enterprises", Kind.ENTERPRISE))

Entry = Mapping[str, Any]


@transaction.atomic
def seed() -> None:
    """Make the district, unless there are units already."""
    if Organisation.objects.exists():
        return
    held = tomllib.loads(FILE.read_text("utf-8"))
    _establish(_roots(held["units"]))
    departments = _with_district(held["departments"]["units"], region_name(held["units"][0]["region"]))
    _establish(_below(held["departments"]["parent"], departments, Kind.DEPARTMENT))
    for group, kind in GROUPS:
        entries = ((entry["name"], entry["short"], ()) for entry in held[group]["units"])
        _establish(_below(held[group]["parent"], entries, kind))
    for change in held["changes"]:
        _change(change)


def _roots(entries: Iterable[Entry]) -> Iterable[Draft]:
    for entry in entries:
        yield Draft(
            name=entry["name"],
            kind=entry["kind"],
            short_name=entry["short"],
            region_code=entry.get("region", ""),
            aliases=tuple(entry["aliases"]),
            is_demonstration=True,
        )


def _with_district(entries: Iterable[Entry], district: str) -> Iterable[tuple[str, str, tuple[str, ...]]]:
    """Name and short name begin with the district's name and its last character."""
    for entry in entries:
        yield f"{district}{entry['name']}", f"{district[-1]}{entry['short']}", tuple(entry["aliases"])


def _below(parent: str, entries: Iterable[tuple[str, str, tuple[str, ...]]], kind: Kind) -> Iterable[Draft]:
    """Made-up units below another, the parent by name."""
    parent_id = _id(parent)
    for name, short, aliases in entries:
        yield Draft(name, kind, short, parent_id, aliases=aliases, is_demonstration=True)


def _establish(drafts: Iterable[Draft]) -> None:
    for draft in drafts:
        changes.establish(draft=draft, decision=Decision(on=None, by=None))


def _change(change: Entry) -> None:
    decision = Decision(on=change["on"], by=None, document=change["document"], reason=change["reason"])
    unit = _id(change["unit"])
    if change["kind"] == "rename":
        changes.rename(organisation_id=unit, name=change["name"], short_name=change["short"], decision=decision)
    elif change["kind"] == "merge":
        others = [_id(name) for name in change["others"]]
        changes.merge(organisation_ids=[unit, *others], into=unit, decision=decision)
    else:
        parts = [(part["name"], part["short"], ()) for part in change["parts"]]
        drafts = tuple(_below(change["parent"], parts, Kind.DEPARTMENT))
        changes.split(organisation_id=unit, into=drafts, survives=True, decision=decision)


def _id(name: str) -> int:
    return Name.objects.filter(key=key_of(name)).values_list("organisation_id", flat=True).get()
