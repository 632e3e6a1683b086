"""Doors (权限门): what a view demands of whoever comes; views only say it, ``accounts.middleware`` keeps the doors.

A view without a door is closed to everybody, so a forgotten one is found by the first person who tries it (and before that
by the matrix test). Which role may do what, and how far, is data: ``accounts/roles.toml``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from django.http import HttpRequest

Handler = TypeVar("Handler", bound=Callable[..., Any])

EVERYTHING = "all"
APPROVED = "approved"
OWN = "own"
ASSIGNED = "assigned"


@dataclass(frozen=True, slots=True)
class Grant:
    """Grant (授权): how far one person may go with one action, all roles taken together.

    Attributes:
        action: a code of ``accounts/roles.toml``.
        scopes: ``all``; ``approved`` (plans in force and what follows from them); ``own`` (rows of one's own units);
            ``assigned`` (commitments that one's own units lead or support).
        organisations: one's own units and those below them, by id.
    """

    action: str
    scopes: frozenset[str]
    organisations: frozenset[int] = frozenset()

    @property
    def is_unlimited(self) -> bool:
        """Whether every row is within reach."""
        return EVERYTHING in self.scopes


# Reach (可及): whether an object that the address names (keyword arguments) is within a grant (the first argument).
Reach = Callable[..., bool]


@dataclass(frozen=True, slots=True)
class Door:
    """Door (权限门).

    Attributes:
        action: what one must be allowed to do; empty where being signed in is enough.
        of: tells from the address whether the object is within reach; None where there is none to ask about.
    """

    action: str = ""
    of: Reach | None = None


def demands(action: str, *, of: Reach | None = None) -> Callable[[Handler], Handler]:
    """Only whoever may do ``action`` comes in, and only to an object within reach."""
    return _hang(Door(action, of))


def anyone_signed_in(view: Handler) -> Handler:
    """Whoever is signed in comes in: the page shows no more than what is the person's own."""
    return _hang(Door())(view)


def granted(request: HttpRequest) -> Grant:
    """How far the person who asks may go, as was found at the door; views that demand an action filter by it."""
    return cast("Grant", request.grant)  # type: ignore[attr-defined]  # put there by ``accounts.doorkeeper``


def door_of(view: Callable[..., Any]) -> Door | None:
    """The door of a view, None where none was hung."""
    return getattr(view, "door", None)


def _hang(door: Door) -> Callable[[Handler], Handler]:
    def hang(view: Handler) -> Handler:
        view.door = door  # type: ignore[attr-defined]  # a function carries what it demands
        return view

    return hang
