"""Entering (进入): from the right password to being signed in; between the two may lie a second factor."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme

from taizhang.office.accounts.models import User
from taizhang.office.accounts.sessions import SessionStore, mark_origin
from taizhang.office.accounts.threshold import FACTOR
from taizhang.office.pages.origin import address_of
from taizhang.office.pages.trail import Act, leave_word

BACKEND = "django.contrib.auth.backends.ModelBackend"
PENDING = "pending"
PENDING_FOR = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Pending:
    """Pending (待第二步): somebody gave the right password and still owes the second factor.

    Attributes:
        wanted: the page that was asked for.
    """

    user: User
    wanted: str


def remember_pending(request: HttpRequest, user: User, wanted: str, now: datetime) -> None:
    """Keep who it is for the next step; the session changes its key, so that one prepared by somebody else is of no use."""
    request.session.cycle_key()
    proof = user.get_session_auth_hash()
    request.session[PENDING] = {"user": user.pk, "proof": proof, "wanted": wanted, "at": int(now.timestamp())}


def pending_of(request: HttpRequest, now: datetime) -> Pending | None:
    """Who is expected, unless it took too long or the account was changed meanwhile."""
    held = request.session.get(PENDING)
    if not held or now.timestamp() - held["at"] > PENDING_FOR.total_seconds():
        return None
    user = User.objects.filter(pk=held["user"], is_active=True).first()
    if user is None or not constant_time_compare(held["proof"], user.get_session_auth_hash()):
        return None
    return Pending(user, held["wanted"])


def forget_pending(request: HttpRequest) -> None:
    """Nobody is expected any more."""
    request.session.pop(PENDING, None)


@transaction.atomic
def complete(request: HttpRequest, user: User, *, way: str, factor: str = "") -> None:
    """Let the person in, on record; sessions long over are swept out on the way."""
    SessionStore.clear_expired()
    forget_pending(request)
    login(request, user, backend=BACKEND)
    mark_origin(request.session, address_of(request), request.headers.get("User-Agent", ""))
    if factor:
        request.session[FACTOR] = factor
    details: dict[str, object] = {"way": way, "factor": factor} if factor else {"way": way}
    leave_word(Act("accounts.signed_in", user, details=details))


def way_on(request: HttpRequest, wanted: str) -> str:
    """The page that was asked for, where it is one of ours; else where the day's work begins."""
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if is_ours and wanted else resolve_url(settings.LOGIN_REDIRECT_URL)
