"""Sessions (登录会话的存放): Django's session engine, which also writes down whose a session is and when it was last used.

``settings.SESSION_ENGINE`` names this module. What the columns say stands in the session itself.
"""

import time
from datetime import UTC, datetime
from typing import Any, cast

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from taizhang.office.accounts.models.session import Session

BEGUN, SEEN, ADDRESS, BROWSER = "begun", "seen", "address", "browser"
USER = "_auth_user_id"


class SessionStore(DatabaseStore):
    """Session store (会话存放)."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The kind of row."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row, with the columns that can be looked for."""
        if USER in data:  # whichever way they came in
            data.setdefault(BEGUN, int(time.time()))
            data.setdefault(SEEN, data[BEGUN])
        row = cast("Session", super().create_model_instance(data))
        row.user_id = data.get(USER)
        row.begun_at, row.seen_at = moment(data.get(BEGUN)), moment(data.get(SEEN))
        row.address, row.browser = data.get(ADDRESS, ""), data.get(BROWSER, "")
        return row


def moment(seconds: float | None) -> datetime | None:
    """A moment as sessions keep it."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def mark_origin(session: SessionBase, address: str, browser: str) -> None:
    """Where somebody signed in from."""
    session[ADDRESS], session[BROWSER] = address[:45], browser[:200]


def mark_seen(session: SessionBase, now: datetime) -> None:
    """They did something."""
    session[SEEN] = int(now.timestamp())


def seen_at(session: SessionBase) -> datetime | None:
    """When they last did something; None where nobody wrote it down."""
    return moment(session.get(SEEN))
