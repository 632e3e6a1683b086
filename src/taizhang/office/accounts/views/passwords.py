"""Passwords (修改密码): at the first sign-in, when it has expired, and whenever one likes."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from taizhang.office.accounts.access import signed_in
from taizhang.office.accounts.entering import way_on
from taizhang.office.accounts.forms.passwords import PasswordForm
from taizhang.office.accounts.passwords import RULES
from taizhang.office.accounts.services.passwords import change_own_password
from taizhang.office.accounts.threshold import has_expired_password, opens_before_settling
from taizhang.office.pages.doors import anyone_signed_in

FIRST, EXPIRED, WISHED = "first", "expired", "wished"


@anyone_signed_in
@opens_before_settling
@never_cache
@sensitive_post_parameters()
def change(request: HttpRequest) -> HttpResponse:
    """A new password; afterwards on to the page that was asked for."""
    user = signed_in(request)
    occasion = FIRST if user.must_change_password else EXPIRED if has_expired_password(user, timezone.now()) else WISHED
    form = PasswordForm(request, user, request.POST or None)
    wanted = request.POST.get("next", request.GET.get("next", ""))
    if request.method == "POST" and form.is_valid():
        key = request.session.session_key
        change_own_password(user=user, password=form.cleaned_data["new"], session_key=key)
        update_session_auth_hash(request, user)
        messages.success(request, _("密码已修改，在其他地方的登录都已退出。"))
        return redirect(way_on(request, wanted) if occasion != WISHED else "accounts:own")
    context = {"form": form, "occasion": occasion, "rules": RULES, "next": wanted}
    return render(request, "accounts/password.html", context)
