"""Entries (事项): what a desk lists, whoever it waits for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from taizhang.office.accounts.models import User
from taizhang.office.assignments.selectors.units import Units, load_units
from taizhang.office.pages.doors import Grant


@dataclass(frozen=True, slots=True)
class Entry:
    """Entry (事项): one thing that waits, came back or happened.

    Attributes:
        detail: what else helps to decide whether to open it.
        on: the day by which it is to be done; late once that is past.
        badge_url: a fragment that hangs a count on it.
    """

    title: str
    url: str
    detail: str = ""
    on: date | None = None
    is_late: bool = False
    badge_url: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Bundle (一类事项): things of one kind.

    Attributes:
        count: how many there are; no fewer than are listed.
        url: where all of them are.
    """

    title: str
    icon: str
    entries: tuple[Entry, ...]
    count: int
    url: str = ""

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.count - len(self.entries)

    @property
    def late(self) -> int:
        """How many of those listed are late."""
        return sum(each.is_late for each in self.entries)


@dataclass(frozen=True, slots=True)
class Happening:
    """Happening (变化): something someone did that concerns the person.

    Attributes:
        is_new: since the person looked last.
    """

    at: datetime
    who: str
    what: str
    title: str
    url: str
    detail: str = ""
    is_new: bool = False


@dataclass(frozen=True)
class Viewer:
    """Viewer (查看人): whose desk it is, and on which day."""

    user: User
    today: date

    def grant(self, action: str) -> Grant | None:
        """How far they may go with an action."""
        return self.user.grant(action)

    @cached_property
    def units(self) -> Units:
        """The registry of the day; loaded only for those whose desk names units."""
        return load_units(self.today)


Bundles = Callable[[Viewer], Iterable[Bundle]]
MOST = 8  # entries of one kind; more are where the link leads
