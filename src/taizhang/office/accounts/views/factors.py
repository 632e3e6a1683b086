"""Second factor (第二因子): enrolling an app, recovery codes, going without."""

import io
from base64 import b32encode

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice

from taizhang.office.accounts.access import signed_in
from taizhang.office.accounts.forms.signing import CodeForm
from taizhang.office.accounts.second_factors import is_required
from taizhang.office.accounts.services import factors
from taizhang.office.accounts.threshold import FACTOR, opens_before_settling
from taizhang.office.pages.doors import anyone_signed_in


@anyone_signed_in
@opens_before_settling
@never_cache
def enrol(request: HttpRequest) -> HttpResponse:
    """Scan the key, type the first code, take the recovery codes away."""
    user = signed_in(request)
    device = factors.begin_enrolment(user)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        codes = factors.confirm_enrolment(
            user=user, code=form.cleaned_data["code"], session_key=request.session.session_key
        )
        if codes is not None:
            request.session.cycle_key()
            request.session[FACTOR] = "totp"
            return _codes(request, codes)
        form.add_error("code", _("口令不对。请核对手机的时间是否准确，等换了下一组数字再输。"))
    context = {
        "form": form,
        "picture": _picture(device),
        "key": _readable_key(device),
        "is_required": is_required(user),
    }
    return render(request, "accounts/enrol.html", context)


@anyone_signed_in
@never_cache
@require_POST
def renew_codes(request: HttpRequest) -> HttpResponse:
    """Ten new recovery codes."""
    return _codes(request, factors.renew_recovery_codes(signed_in(request)))


@anyone_signed_in
@require_POST
def give_up(request: HttpRequest) -> HttpResponse:
    """Without a second factor from now on; where one is demanded, the next page asks for a new one."""
    factors.give_up(signed_in(request))
    request.session.pop(FACTOR, None)
    messages.success(request, _("动态口令已停用。"))
    return redirect("accounts:own")


def _codes(request: HttpRequest, codes: tuple[str, ...]) -> HttpResponse:
    user = signed_in(request)
    context = {"codes": codes, "username": user.username, "at": timezone.localtime()}
    return render(request, "accounts/recovery_codes.html", context)


def _picture(device: TOTPDevice) -> SafeString:
    """The key as a square to be scanned; drawn here, and sent to nobody."""
    drawn = io.BytesIO()
    segno.make(device.config_url, error="m").save(
        drawn,
        kind="svg",
        border=4,
        xmldecl=False,
        svgns=False,
        svgclass="qr",
        lineclass=None,
        omitsize=True,
        dark="#000",
        light="#fff",
    )
    return mark_safe(drawn.getvalue().decode())


def _readable_key(device: TOTPDevice) -> str:
    """The key in groups of four, to be typed where a camera may not come."""
    key = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(key[place : place + 4] for place in range(0, len(key), 4))
