"""Sessions (登录会话): where a person is signed in."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from taizhang.office.accounts.models import Session, User

SYSTEMS = (("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "macOS"), ("Linux", "Linux"))  # fmt: skip
BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("QIHU", "360"), ("MicroMessenger", "WeChat"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Open session (登录会话): a browser the person is signed in with.

    Attributes:
        mark: names it without giving its key away.
        is_this: whether it is the one that asks.
    """

    mark: str
    begun_at: datetime | None
    seen_at: datetime | None
    address: str
    browser: str
    is_this: bool


def open_sessions(user: User, this: str | None) -> tuple[OpenSession, ...]:
    """Those that are still good, the one that asks first."""
    held = Session.objects.filter(user=user, expire_date__gt=timezone.now()).order_by("-seen_at", "session_key")
    found = [
        OpenSession(
            mark_of(row.session_key),
            row.begun_at,
            row.seen_at,
            row.address,
            _known(row.browser),
            row.session_key == this,
        )
        for row in held
    ]
    return tuple(sorted(found, key=lambda each: not each.is_this))


def mark_of(session_key: str) -> str:
    """A name for a session by which nobody can take it over."""
    return hashlib.sha256(session_key.encode()).hexdigest()[:16]


def _known(agent: str) -> str:
    """What the browser calls itself, in two words."""
    system = next((name for sign, name in SYSTEMS if sign in agent), "")
    browser = next((name for sign, name in BROWSERS if sign in agent), "")
    return " · ".join(filter(None, (browser, system)))
