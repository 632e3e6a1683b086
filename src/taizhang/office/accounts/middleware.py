"""Middleware of accounts (中间层): keeps the doors that ``pages.doors`` hangs."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from taizhang.office.accounts.doorkeeper import admit, named_by_the_address, note_refusal
from taizhang.office.accounts.roles import permissions
from taizhang.office.pages.doors import door_of
from taizhang.office.pages.trail import STANDING_IN

Handler = Callable[[HttpRequest], HttpResponse]


class KeepTheDoors:
    """Keeps the doors (守门): default deny; every refusal is recorded and answered by a page that says who may."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = STANDING_IN.set("")
        try:
            return self.get_response(request)
        finally:
            STANDING_IN.reset(token)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Let the person in, or answer in the view's stead."""
        if not getattr(view, "login_required", True):
            return None
        door = door_of(view)
        return (
            None
            if admit(request, door, named_by_the_address(request))
            else _refuse(request, door.action if door else "")
        )

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer where a view itself finds that the person may not."""
        if not isinstance(exception, PermissionDenied):
            return None
        match = request.resolver_match
        door = door_of(match.func) if match else None
        return _refuse(request, door.action if door else "")


def _refuse(request: HttpRequest, action: str) -> HttpResponse:
    note_refusal(request, action)
    table = permissions()
    context = {"needed": table.of(action), "holders": table.holders(action)} if action else {}
    template = "accounts/refused_toast.html" if getattr(request, "htmx", False) else "accounts/refused.html"
    return render(request, template, context, status=403)
