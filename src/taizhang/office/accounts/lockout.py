"""Lockout (登录锁定): after some failures nobody signs in by that name from that address for a while; django-axes counts.

It counts under an alias of the name typed, so that a password typed in the wrong box is kept nowhere.
"""

import ipaddress
import math
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max, Sum
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from taizhang.office.pages.origin import address_of

SALT = "taizhang.accounts.lockout"


def alias_of(username: str) -> str:
    """What attempts by that name are counted under."""
    return salted_hmac(SALT, username, algorithm="sha256").hexdigest()


def counted_name(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """The alias of whoever tries, as axes asks for it (``AXES_USERNAME_CALLABLE``)."""
    typed = (credentials or {}).get("username") or request.POST.get("username", "")
    return alias_of(str(typed))


def counted_address(request: HttpRequest) -> str | None:
    """The asker's address (``AXES_CLIENT_IP_CALLABLE``); None where a proxy forwards what is none."""
    try:
        return str(ipaddress.ip_address(address_of(request)))
    except ValueError:
        return None


def minutes_left(request: HttpRequest, username: str, now: datetime) -> int:
    """For how long nobody signs in by that name from there; zero where it is open."""
    held = AccessAttempt.objects.filter(username=alias_of(username), ip_address=counted_address(request))
    until = _locked(held, now).get(alias_of(username))
    return math.ceil((until - now).total_seconds() / 60) if until else 0


def locked_until(usernames: Iterable[str], now: datetime) -> dict[str, datetime]:
    """Of those names, which are locked from some address, and until when."""
    aliases = {alias_of(username): username for username in usernames}
    found = _locked(AccessAttempt.objects.filter(username__in=aliases), now)
    return {aliases[alias]: until for alias, until in found.items()}


def forget_failures(username: str) -> int:
    """Let the name in again from everywhere; how many counts were forgotten."""
    return int(AccessAttempt.objects.filter(username=alias_of(username)).delete()[0])


def _locked(attempts: Any, now: datetime) -> dict[str, datetime]:  # noqa: ANN401  untyped package
    counted = (
        attempts
        .filter(attempt_time__gt=now - settings.AXES_COOLOFF_TIME)
        .order_by()
        .values("username", "ip_address")
        .annotate(failures=Sum("failures_since_start"), last=Max("attempt_time"))
        .filter(failures__gte=settings.AXES_FAILURE_LIMIT)
    )
    return {row["username"]: row["last"] + settings.AXES_COOLOFF_TIME for row in counted}
