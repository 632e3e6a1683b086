"""Views of accounts (登录与退出)."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from taizhang.office.accounts.forms import SignInForm
from taizhang.office.accounts.selectors import demonstration_user


class SignIn(LoginView):
    """Sign in (登录): with a name and a password, or by one click on a demonstration."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True


@login_not_required
@require_POST
def enter_demonstration(request: HttpRequest) -> HttpResponse:
    """Come in as the demonstration clerk; on a real site there is no such door."""
    user = demonstration_user() if settings.DEMO else None
    if user is None:
        raise Http404
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(settings.LOGIN_REDIRECT_URL)
