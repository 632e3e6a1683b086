"""Signing in and out (登录与退出)."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from taizhang.office.accounts.access import signed_in
from taizhang.office.accounts.forms.signing import SignInForm
from taizhang.office.accounts.selectors import demonstration_people, demonstration_user, known_username
from taizhang.office.pages.trail import Act, Matter, leave_word


class SignIn(LoginView):
    """Sign in (登录): with a name and a password, or by one click on a demonstration."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401
        """On a demonstration, the people one can become."""
        people = demonstration_people() if settings.DEMO else ()
        return super().get_context_data(**kwargs) | {"people": people}

    @transaction.atomic
    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let the person in, on record."""
        answer = super().form_valid(form)
        leave_word(Act("accounts.signed_in", signed_in(self.request), details={"way": "password"}))
        return answer

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Say what was wrong, on record where someone was named."""
        typed = form.cleaned_data.get("username", "")
        if typed:
            # A name nobody has may be a password typed in the wrong box: the log keeps no more than its beginning.
            named = typed if known_username(typed) else f"{typed[:2]}…"
            leave_word(Act("accounts.sign_in_failed", None, Matter("user", "", named), refused=True))
        return super().form_invalid(form)


class SignOut(LogoutView):
    """Sign out (退出)."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Let the person go, on record."""
        leave_word(Act("accounts.signed_out", signed_in(request)))
        return super().post(request, *args, **kwargs)


@login_not_required
@require_POST
def enter_demonstration(request: HttpRequest) -> HttpResponse:
    """Come in as one of the made-up people; on a real site there is no such door."""
    user = demonstration_user(request.POST.get("person", "")) if settings.DEMO else None
    if user is None:
        raise Http404
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    leave_word(Act("accounts.signed_in", user, details={"way": "demonstration"}))
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return redirect(wanted if is_ours else settings.LOGIN_REDIRECT_URL)
