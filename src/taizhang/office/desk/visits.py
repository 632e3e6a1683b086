"""Visits (到访): since when things are new to a person."""

from datetime import datetime, timedelta

from taizhang.office.accounts.models import User
from taizhang.office.desk.models import Visit

SITTING = timedelta(
    minutes=30
)  # looks closer together are one sitting: what is new stays so while one works through it


def note_visit(user: User, now: datetime) -> datetime | None:
    """Note that the person looks now; since when things are new to them, None for a first look."""
    visit, is_first = Visit.objects.get_or_create(user=user, defaults={"seen_at": now})
    if is_first:
        return None
    if now - visit.seen_at > SITTING:
        visit.before = visit.seen_at
    visit.seen_at = now
    visit.save(update_fields=["before", "seen_at"])
    return visit.before
