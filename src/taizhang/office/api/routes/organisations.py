"""Organisations (单位): the registry as it stands on a day."""

from datetime import date
from typing import Annotated

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Schema

from taizhang.office.api.doorkeeping import GuardedRouter
from taizhang.office.api.listing import Id, Limit, Offset, Page, page_of
from taizhang.office.api.words import words as _
from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.registry import Registry, Unit
from taizhang.office.organisations.selectors.holding import load_registry
from taizhang.office.pages.doors import demands

router = GuardedRouter()

On = Annotated[date | None, Query(description=_("哪一天的名册；不写是今天"))]
Words = Annotated[str, Query(max_length=100, description=_("名称、简称或别名里的字"))]


class OrganisationOut(Schema):
    """Organisation (单位): as it was on the day asked about."""

    id: int
    kind: str
    name: str
    short_name: str
    aliases: list[str]
    parent_id: int | None
    region_code: str
    valid_from: date | None
    valid_to: date | None
    is_demonstration: bool


@router.get("", response=Page[OrganisationOut], summary=_("单位名册"))
@demands("organisations.view")
def list_organisations(
    request: HttpRequest, on: On = None, words: Words = "", limit: Limit = 50, offset: Offset = 0
) -> dict[str, object]:
    """Those that are there on the day, in the order of the registry."""
    day, registry, key = on or timezone.localdate(), load_registry(), key_of(words)
    found = [_told(registry, unit, day) for unit in registry.living(day) if _answers(unit, key)]
    return page_of(found, limit, offset)


@router.get("/{organisation_id}", response=OrganisationOut, summary=_("一个单位"))
@demands("organisations.view")
def get_organisation(request: HttpRequest, organisation_id: Id, on: On = None) -> OrganisationOut:
    """One of them, whether or not it is still there."""
    registry = load_registry()
    unit = registry.units.get(organisation_id)
    if unit is None:
        raise Http404
    return _told(registry, unit, on or timezone.localdate())


def _answers(unit: Unit, key: str) -> bool:
    return any(key in name.key for name in unit.names)


def _told(registry: Registry, unit: Unit, day: date) -> OrganisationOut:
    return OrganisationOut(
        id=unit.id,
        kind=unit.kind,
        name=unit.name(day),
        short_name=unit.short_name(day),
        aliases=list(unit.aliases(day)),
        parent_id=unit.parent_id(day),
        region_code=registry.region_code(unit, day),
        valid_from=unit.period.start,
        valid_to=unit.period.end,
        is_demonstration=unit.is_demonstration,
    )
