"""Second factors (第二因子): what a person has besides the password. ``settings.SECOND_FACTORS`` lists those of this site.

A certificate of another kind (国密 UKey behind another gateway) is one more class with these few verbs, and one more line
in the settings. See docs/signing-in.md.
"""

import hmac
from collections.abc import Iterable
from typing import Protocol

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from taizhang.office.accounts.models import Credentials, User
from taizhang.office.accounts.recovery import take_code
from taizhang.office.accounts.roles import permissions

NOBODY, ADMINISTRATORS, EVERYONE = "nobody", "administrators", "everyone"
CODE_DIGITS = 6


class SecondFactor(Protocol):
    """Second factor (第二因子).

    Attributes:
        key: as the audit log calls it.
        name: as people call it.
        asks: whether the person has to type something.
    """

    key: str
    name: Promise
    asks: bool

    def is_held(self, user: User) -> bool:
        """Whether the person has it."""

    def verify(self, request: HttpRequest, user: User, typed: str) -> bool:
        """Whether it is there now; whoever guesses is slowed down."""


class OneTimeCodes:
    """One-time codes (动态口令): an app on the telephone shows six figures (TOTP); where it is lost, recovery codes."""

    key = "totp"
    name = _("动态口令")
    asks = True

    def is_held(self, user: User) -> bool:
        """Whether an app was enrolled."""
        return bool(TOTPDevice.objects.filter(user=user, confirmed=True).exists())

    @transaction.atomic
    def verify(self, request: HttpRequest, user: User, typed: str) -> bool:
        """Whether the code is right; a code works once, and each wrong one doubles the wait before the next try."""
        device = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True).order_by("id").first()
        if device is None or not device.verify_is_allowed()[0]:
            return False
        code = "".join(typed.split())
        if code.isascii() and code.isdigit() and len(code) == CODE_DIGITS:
            return bool(device.verify_token(code))
        is_right = take_code(user, code)
        if is_right:
            device.throttle_reset()
        else:
            device.throttle_increment()
        return is_right


class CertificateHeader:
    """Certificate header (证书): a reverse proxy has checked the certificate (UKey) and says in a header whose it is.

    The header is believed only from a trusted proxy, and such a proxy must take it out of what comes from outside.
    """

    key = "certificate"
    name = _("数字证书")
    asks = False

    def is_held(self, user: User) -> bool:
        """Whether a certificate was registered for the person, on a site that knows of any."""
        return bool(settings.CERTIFICATE_HEADER) and bool(_certificate_of(user))

    def verify(self, request: HttpRequest, user: User, typed: str) -> bool:
        """Whether the browser came with that certificate."""
        if request.META.get("REMOTE_ADDR", "") not in settings.TRUSTED_PROXIES:
            return False
        shown = request.headers.get(settings.CERTIFICATE_HEADER, "")
        return bool(shown) and hmac.compare_digest(shown.encode(), _certificate_of(user).encode())


def _certificate_of(user: User) -> str:
    return Credentials.objects.filter(user=user).values_list("certificate", flat=True).first() or ""


def factors() -> tuple[SecondFactor, ...]:
    """Those of this site."""
    return tuple(import_string(path)() for path in settings.SECOND_FACTORS)


def held_by(user: User) -> tuple[SecondFactor, ...]:
    """Those the person has."""
    return tuple(factor for factor in factors() if factor.is_held(user))


def first_verified(among: Iterable[SecondFactor], request: HttpRequest, user: User, typed: str = "") -> str:
    """The key of the first that is there; empty where none is."""
    return next((factor.key for factor in among if factor.verify(request, user, typed)), "")


def is_required(user: User) -> bool:
    """Whether the person may not work without one."""
    if settings.TOTP_REQUIRED == ADMINISTRATORS:
        roles = permissions().roles
        return any(roles[holding.role].alone for holding in user.powers.own)
    return bool(settings.TOTP_REQUIRED == EVERYONE)
