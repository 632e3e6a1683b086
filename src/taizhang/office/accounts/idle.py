"""Idle (闲置退出): whoever does nothing for a while is signed out; what a page asks for by itself is not doing something."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from taizhang.office.accounts.models import User
from taizhang.office.accounts.sessions import mark_seen, seen_at
from taizhang.office.pages.trail import Act, leave_word

BY_ITSELF = "X-By-Itself"  # sent by idle.js with what no person asked for: counts on tabs, progress of a job
NOTED_EVERY = timedelta(minutes=1)  # writing a session at every request would be a write at every request

Handler = Callable[[HttpRequest], HttpResponse]


def sign_out_idle(get_response: Handler) -> Handler:
    """End a session nobody used for ``settings.IDLE_TIME``, and note when one is used."""

    def handle(request: HttpRequest) -> HttpResponse:
        if not isinstance(request.user, User):  # nobody, or nobody yet
            return get_response(request)
        now = timezone.now()
        idle = now - (seen_at(request.session) or now)
        if idle > settings.IDLE_TIME + NOTED_EVERY:
            return end_idle_session(request)
        if idle > NOTED_EVERY and not request.headers.get(BY_ITSELF):
            mark_seen(request.session, now)
        return get_response(request)

    return handle


def end_idle_session(request: HttpRequest) -> HttpResponse:
    """Sign out, and lead to a sign-in page that comes back here."""
    if isinstance(request.user, User):
        leave_word(Act("accounts.idle_signed_out", request.user))
    back = page_shown(request)
    logout(request)
    query = urlencode({"idle": 1} | ({"next": back} if back else {}))
    address = f"{reverse(settings.LOGIN_URL)}?{query}"
    return HttpResponseClientRedirect(address) if request.headers.get("HX-Request") else redirect(address)


def page_shown(request: HttpRequest) -> str:
    """The page the person has before them, where it is one of ours."""
    if request.method == "GET" and not request.headers.get("HX-Request"):
        return request.get_full_path()
    shown = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(shown, allowed_hosts={request.get_host()}):
        return ""
    parts = urlsplit(shown)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
