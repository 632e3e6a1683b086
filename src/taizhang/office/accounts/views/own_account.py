"""My account (我的账号): who I am here, how I sign in, where I am signed in."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.accounts.recovery import codes_left
from taizhang.office.accounts.second_factors import held_by, is_required
from taizhang.office.accounts.selectors.people import person_row
from taizhang.office.accounts.selectors.sessions import open_sessions
from taizhang.office.accounts.services import sessions
from taizhang.office.pages.doors import anyone_signed_in
from taizhang.office.pages.navigation import addresses


@anyone_signed_in
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Everything the site keeps of how I come in."""
    user = signed_in(request)
    held = {factor.key for factor in held_by(user)}
    last_day = timezone.localdate(user.password_changed_at) + timedelta(days=settings.PASSWORD_DAYS)
    context = {
        "person": person_row(user.pk, timezone.now()),
        "has_password": user.has_usable_password(),
        "days_left": max((last_day - timezone.localdate()).days, 0),
        "has_codes": "totp" in held,
        "has_certificate": "certificate" in held,
        "is_required": is_required(user),
        "codes_left": codes_left(user),
        "sessions": open_sessions(user, request.session.session_key),
        "slots": addresses(settings.ACCOUNT_SLOTS, []),
    }
    return render(request, "accounts/own.html", context)


@anyone_signed_in
@require_POST
def end_session(request: HttpRequest, mark: str) -> HttpResponse:
    """Sign out over there."""
    key = request.session.session_key
    if sessions.end_own_session(user=signed_in(request), mark=mark, but=key):
        messages.success(request, _("已退出那里的登录。"))
    return redirect("accounts:own")


@anyone_signed_in
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere else."""
    key = request.session.session_key
    if sessions.end_own_other_sessions(user=signed_in(request), but=key):
        messages.success(request, _("其他地方的登录都已退出。"))
    return redirect("accounts:own")
