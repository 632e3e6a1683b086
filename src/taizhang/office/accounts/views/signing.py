"""Signing in and out (登录与退出)."""

from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from taizhang.office.accounts.access import signed_in
from taizhang.office.accounts.entering import (
    Pending,
    complete,
    forget_pending,
    pending_of,
    remember_pending,
    way_on,
)
from taizhang.office.accounts.forms.signing import CodeForm, SignInForm
from taizhang.office.accounts.idle import end_idle_session
from taizhang.office.accounts.models import User
from taizhang.office.accounts.second_factors import first_verified, held_by
from taizhang.office.accounts.selectors import demonstration_people, demonstration_user, known_username
from taizhang.office.accounts.services.passwords import matter_of
from taizhang.office.accounts.threshold import opens_before_settling
from taizhang.office.pages.doors import anyone_signed_in
from taizhang.office.pages.trail import Act, Matter, leave_word


class SignIn(LoginView):
    """Sign in (登录): with a name and a password, or by one click on a demonstration."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401
        """On a demonstration, the people one can become; whether the page is here because nobody did anything."""
        people = demonstration_people() if settings.DEMO else ()
        was_idle = "idle" in self.request.GET
        return super().get_context_data(**kwargs) | {"people": people, "was_idle": was_idle}

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let the person in, or ask for the second factor first."""
        user = form.get_user()
        assert isinstance(user, User)
        held = held_by(user)
        factor = first_verified((each for each in held if not each.asks), self.request, user)
        if not held or factor:
            complete(self.request, user, way="password", factor=factor)
            return redirect(self.get_success_url())
        remember_pending(self.request, user, self.get_redirect_url(), timezone.now())
        return redirect("accounts:second_step")

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Say what was wrong, on record where someone was named."""
        typed = form.cleaned_data.get("username", "")
        if typed:
            # A name nobody has may be a password typed in the wrong box: the log keeps no more than its beginning.
            named = typed if known_username(typed) else f"{typed[:2]}…"
            leave_word(Act("accounts.sign_in_failed", None, Matter("user", "", named), refused=True))
            if getattr(self.request, "axes_failures_since_start", 0) == settings.AXES_FAILURE_LIMIT:
                leave_word(Act("accounts.locked", None, Matter("user", "", named), refused=True))
        answer = super().form_invalid(form)
        answer.status_code = 429 if getattr(form, "minutes_locked", 0) else 200
        return answer


@login_not_required
@never_cache
def second_step(request: HttpRequest) -> HttpResponse:
    """Ask for the second factor of whoever gave the right password a moment ago."""
    pending = pending_of(request, timezone.now())
    if pending is None:
        return redirect(settings.LOGIN_URL)
    held = held_by(pending.user)
    asking = any(factor.asks for factor in held)
    form = CodeForm(request.POST if request.method == "POST" else None)
    form.fields["code"].required = asking
    if form.is_valid():
        factor = first_verified(held, request, pending.user, form.cleaned_data["code"])
        if factor:
            complete(request, pending.user, way="password", factor=factor)
            return redirect(way_on(request, pending.wanted))
        _refuse(pending, form, asks=asking)
    return render(request, "accounts/second_step.html", {"form": form, "asks": asking, "name": pending.user.name})


@login_not_required
@require_POST
def start_over(request: HttpRequest) -> HttpResponse:
    """Not me, or not now: back to the password."""
    forget_pending(request)
    return redirect(settings.LOGIN_URL)


class SignOut(LogoutView):
    """Sign out (退出)."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Let the person go, on record."""
        leave_word(Act("accounts.signed_out", signed_in(request)))
        return super().post(request, *args, **kwargs)


@login_not_required
@require_POST
def idle_sign_out(request: HttpRequest) -> HttpResponse:
    """The page's countdown came to its end."""
    return end_idle_session(request)


@anyone_signed_in
@opens_before_settling
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """The person is there: that it was asked is all that is needed."""
    return HttpResponse(status=204)


@login_not_required
@require_POST
def enter_demonstration(request: HttpRequest) -> HttpResponse:
    """Come in as one of the made-up people; on a real site there is no such door."""
    user = demonstration_user(request.POST.get("person", "")) if settings.DEMO else None
    if user is None:
        raise Http404
    if request.user.is_authenticated:
        logout(request)
    complete(request, user, way="demonstration")
    return redirect(way_on(request, request.POST.get("next", "")))


def _refuse(pending: Pending, form: CodeForm, *, asks: bool) -> None:
    """One sentence for a wrong code, a used one and a try too soon: whoever guesses learns nothing."""
    leave_word(Act("accounts.factor_refused", pending.user, matter_of(pending.user), refused=True))
    if asks:
        form.add_error("code", _("口令不对、已用过，或者试得太快。请等手机上换了下一组数字再输。"))
    else:
        form.add_error(None, _("没有读到您的数字证书，请插好后再试。"))
