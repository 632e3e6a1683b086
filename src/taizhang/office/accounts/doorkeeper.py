"""Doorkeeper (门卫): who comes in at a door, and what is written down of whoever does not."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from taizhang.office.accounts.models import User
from taizhang.office.pages.doors import Door
from taizhang.office.pages.trail import STANDING_IN, Act, Matter, leave_word


def admit(request: HttpRequest, door: Door | None, named: Mapping[str, Any]) -> bool:
    """Whether the person asking comes in; then ``request.grant`` says how far, and the audit log for whom they do it.

    Args:
        door: what is demanded; nobody comes in where nothing was said.
        named: what the address names, as ``door.of`` takes it.
    """
    person = request.user
    if door is None or not isinstance(person, User):
        return False
    request.grant = None  # type: ignore[attr-defined]  # as django does with ``request.user``
    if not door.action:
        return True
    grant = person.grant(door.action)
    if grant is None:
        return False
    request.grant = grant  # type: ignore[attr-defined]
    own = person.powers.own_grant(door.action)
    if own is not None and (door.of is None or door.of(own, **named)):
        return True
    if own == grant or (door.of is not None and not door.of(grant, **named)):
        return False
    STANDING_IN.set("、".join(person.powers.lenders(door.action)))
    return True


def named_by_the_address(request: HttpRequest) -> Mapping[str, Any]:
    """What the address names, without what the list of addresses adds to it."""
    return request.resolver_match.captured_kwargs if request.resolver_match else {}  # type: ignore[attr-defined]  # stubs


def note_refusal(request: HttpRequest, action: str = "") -> None:
    """Write down who was not let in where, and what they wanted there."""
    person = None if isinstance(request.user, AnonymousUser) else request.user
    match, named = request.resolver_match, named_by_the_address(request)
    details: dict[str, object] = {"route": match.view_name if match else "", "method": request.method or ""}
    if action:
        details["demanded"] = action
    if named:
        details["object"] = " ".join(f"{name}={value}" for name, value in named.items())
    matter = Matter("page", str(next(iter(named.values()), ""))[:60], request.path)
    leave_word(Act("access.refused", person, matter, details, refused=True))
