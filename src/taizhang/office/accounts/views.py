"""Views of accounts (登录与退出)."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from taizhang.office.accounts.forms import SignInForm
from taizhang.office.accounts.selectors import demonstration_people, demonstration_user


class SignIn(LoginView):
    """Sign in (登录): with a name and a password, or by one click on a demonstration."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401
        """On a demonstration, the people one can become."""
        people = demonstration_people() if settings.DEMO else ()
        return super().get_context_data(**kwargs) | {"people": people}


@login_not_required
@require_POST
def enter_demonstration(request: HttpRequest) -> HttpResponse:
    """Come in as one of the made-up people; on a real site there is no such door."""
    user = demonstration_user(request.POST.get("person", "")) if settings.DEMO else None
    if user is None:
        raise Http404
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return redirect(wanted if is_ours else settings.LOGIN_REDIRECT_URL)
