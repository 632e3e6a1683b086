"""Doorkeeping (把门): who calls, by which token, and whether the operation is open to them; deny unless said otherwise."""

import functools
from collections.abc import Callable
from typing import Any, cast

from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest
from ninja import Router
from ninja.security import HttpBearer
from ninja.signature.utils import get_path_param_names

from taizhang.office.accounts.doorkeeper import admit
from taizhang.office.accounts.models import User
from taizhang.office.api.models import Token
from taizhang.office.api.tokens import bearer_of
from taizhang.office.pages.doors import Door, door_of

Answer = Callable[..., Any]


class TokenHeader(HttpBearer):
    """Token header (令牌头): ``Authorization: Bearer tz_…``; a browser's session opens nothing here."""

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """The token, its person being from now on who asks."""
        found = bearer_of(token)
        if found:
            request.user = found.user
        return found


class GuardedRouter(Router):
    """Guarded router (带门的路由): takes no operation that does not say what it demands (``pages.doors.demands``)."""

    def add_api_operation(self, path: str, methods: list[str], view_func: Answer, **how: Any) -> None:  # noqa: ANN401
        """Have the operation ask first."""
        door = door_of(view_func)
        if door is None:
            raise ImproperlyConfigured(f"{view_func.__name__} does not say what it demands")
        how["openapi_extra"] = (how.get("openapi_extra") or {}) | {"x-action": door.action}  # for the reference
        super().add_api_operation(path, methods, _guarded(view_func, door, get_path_param_names(path)), **how)


def caller(request: HttpRequest) -> User:
    """The person a program acts for."""
    return cast("User", request.user)


def _guarded(answer: Answer, door: Door, named: set[str]) -> Answer:
    @functools.wraps(answer)  # ninja reads the parameters through it
    def ask(request: HttpRequest, *others: Any, **values: Any) -> Any:  # noqa: ANN401  as ninja calls it
        about = {name: value for name, value in values.items() if name in named}
        if not _is_in_scope(request, door) or not admit(request, door, about):
            raise PermissionDenied(door.action)
        return answer(request, *others, **values)

    return ask


def _is_in_scope(request: HttpRequest, door: Door) -> bool:
    """Whether the token, besides its person, may do this."""
    token = cast("Token", request.auth)  # type: ignore[attr-defined]  # put there by ninja
    return not door.action or door.action in token.actions
