"""Threshold (门槛): what somebody must settle before anything else opens to them: a password of their own, a second factor."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect

from taizhang.office.accounts.models import User
from taizhang.office.accounts.second_factors import held_by, is_required

View = TypeVar("View", bound=Callable[..., Any])
FACTOR = "second_factor"  # the session's word of how the person proved themselves besides the password


class Unsettled(StrEnum):
    """Unsettled (未办事项): the address name of the page where it is settled."""

    PASSWORD = "accounts:change_password"
    SECOND_FACTOR = "accounts:enrol"


def opens_before_settling(view: View) -> View:
    """The page is needed to settle it, or to leave."""
    view.opens_before_settling = True  # type: ignore[attr-defined]  # a function carries what it is
    return view


def unsettled(user: User, session: SessionBase | None, now: datetime) -> Unsettled | None:
    """What the person must settle first; whoever comes with a token (``session`` None) needs no second factor again."""
    if user.must_change_password or has_expired_password(user, now):
        return Unsettled.PASSWORD
    if session is not None and not session.get(FACTOR) and is_required(user) and not held_by(user):
        return Unsettled.SECOND_FACTOR
    return None


def has_expired_password(user: User, now: datetime) -> bool:
    """Whether the password is older than the site allows; people who have none are none of its business."""
    return user.has_usable_password() and now - user.password_changed_at > timedelta(days=settings.PASSWORD_DAYS)


class SettleFirst:
    """Settle first (先办后用): every page leads to what must be settled until it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Let the view answer, or send the person to settle something."""
        user = request.user
        is_open = getattr(view, "opens_before_settling", False) or not getattr(view, "login_required", True)
        if is_open or not isinstance(user, User):
            return None
        first = unsettled(user, request.session, timezone.now())
        return None if first is None else _lead_to(first, request)


def _lead_to(first: Unsettled, request: HttpRequest) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(reverse(first))
    wanted = request.get_full_path() if request.method == "GET" else ""
    return redirect(f"{reverse(first)}?{urlencode({'next': wanted})}" if wanted else reverse(first))
