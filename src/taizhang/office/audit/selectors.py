"""Selectors of audit (审计的读操作): entries as filtered, a page at a time, told in plain words."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from json import JSONDecodeError
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taizhang.office.audit.actions import Piece, tell, vocabulary
from taizhang.office.audit.chain import moment_from, moment_of
from taizhang.office.audit.models import AuditEntry, ChainHead, Result

if TYPE_CHECKING:
    from django.utils.functional import Promise

ROWS_A_PAGE = 50
SYSTEM = _("系统")
FOUND_WORDS: dict[str, "Promise"] = {"intact": _("完好"), "broken": _("断链")}


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Log filter (筛选条件); empty where everything is wanted.

    Attributes:
        words: in the object's title or id, or the details.
        person: part of a person's name, as it was then.
        action: a code, or a group of them.
        since, until: days, both inclusive, of the site's own time.
        before, after: numbers of entries between which the page begins or ends.
    """

    words: str = ""
    person: str = ""
    action: str = ""
    result: str = ""
    since: date | None = None
    until: date | None = None
    before: int | None = None
    after: int | None = None

    def said(self) -> dict[str, str]:
        """What was asked for, for the record."""
        names = ("words", "person", "action", "result", "since", "until")
        return {name: str(value) for name in names if (value := getattr(self, name))}


@dataclass(frozen=True, slots=True)
class LogRow:
    """Log row (一条记录): an entry as the auditor reads it.

    Attributes:
        at: in the site's own time; None where the column was tampered with.
        told: the sentence, in pieces.
        label, kind: words of the action and of what it was done to.
        details: words and values.
    """

    sequence: int
    moment: str
    at: datetime | None
    name: str
    address: str
    action: str
    label: str
    told: tuple[Piece, ...]
    kind: str
    matter: str
    title: str
    details: tuple[tuple[str, str], ...]
    is_refused: bool
    result: str
    algorithm: str
    previous: str
    digest: str

    @property
    def sentence(self) -> str:
        """The sentence whole."""
        return "".join(piece.words for piece in self.told)

    @property
    def short_digest(self) -> str:
        """As much of the digest as people compare."""
        return self.digest[:12]


@dataclass(frozen=True, slots=True)
class Log:
    """Log (审计记录): one page of it, newest first; where older and newer entries begin, None at either end."""

    rows: tuple[LogRow, ...]
    older: int | None
    newer: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """Choice (选项): something to filter by."""

    value: str
    label: str


def get_log(wanted: LogFilter) -> Log:
    """A page of entries; it never counts them, for there may be millions."""
    found = _matching(wanted)
    if wanted.after is not None:
        entries = list(found.filter(sequence__gt=wanted.after).order_by("sequence")[: ROWS_A_PAGE + 1])
        shown = entries[:ROWS_A_PAGE][::-1]
        is_more_newer, is_more_older = len(entries) > ROWS_A_PAGE, True
    else:
        upper = found.filter(sequence__lt=wanted.before) if wanted.before else found
        entries = list(upper.order_by("-sequence")[: ROWS_A_PAGE + 1])
        shown = entries[:ROWS_A_PAGE]
        is_more_newer, is_more_older = wanted.before is not None, len(entries) > ROWS_A_PAGE
    return Log(
        rows=tuple(_row(entry) for entry in shown),
        older=shown[-1].sequence if shown and is_more_older else None,
        newer=shown[0].sequence if shown and is_more_newer else None,
    )


def all_rows(wanted: LogFilter) -> Iterator[LogRow]:
    """Every entry that is wanted, the oldest first, as it is read from the database."""
    return (_row(entry) for entry in _matching(wanted).order_by("sequence").iterator())


def is_more_than(wanted: LogFilter, most: int) -> bool:
    """Whether more entries than that are wanted."""
    return _matching(wanted).order_by("sequence")[most : most + 1].exists()


def get_head() -> ChainHead | None:
    """How far the chain goes; None before the first entry."""
    return ChainHead.objects.filter(id=ChainHead.ONLY).first()


def action_choices() -> tuple[tuple[Choice, tuple[Choice, ...]], ...]:
    """Groups of actions, each with its own."""
    known = vocabulary()
    return tuple(
        (
            Choice(group, str(label)),
            tuple(Choice(each.code, str(each.label)) for each in known.actions.values() if each.group == group),
        )
        for group, label in known.groups.items()
    )


def _matching(wanted: LogFilter) -> QuerySet[AuditEntry]:
    found = AuditEntry.objects.all()
    if wanted.words:
        words = wanted.words
        found = found.filter(Q(title__icontains=words) | Q(matter=words) | Q(details__icontains=words))
    if wanted.person:
        found = found.filter(name__icontains=wanted.person)
    if wanted.action in vocabulary().groups:
        found = found.filter(action__startswith=f"{wanted.action}.")
    elif wanted.action:
        found = found.filter(action=wanted.action)
    if wanted.result:
        found = found.filter(result=wanted.result)
    if wanted.since:
        found = found.filter(moment__gte=_beginning(wanted.since))
    if wanted.until:
        found = found.filter(moment__lt=_beginning(wanted.until + timedelta(days=1)))
    return found


def _beginning(day: date) -> str:
    """The first moment of a day of the site's own time, as the chain writes it."""
    return moment_of(timezone.make_aware(datetime.combine(day, time.min)))


def _row(entry: AuditEntry) -> LogRow:
    known, at = vocabulary(), moment_from(entry.moment)
    action = known.actions.get(entry.action)
    return LogRow(
        sequence=entry.sequence,
        moment=entry.moment,
        at=timezone.localtime(at) if at else None,
        name=entry.name,
        address=entry.address,
        action=entry.action,
        label=str(action.label) if action else entry.action,
        told=tell(entry.action, who=entry.name or str(SYSTEM), title=entry.title),
        kind=str(known.kinds.get(entry.kind, entry.kind)),
        matter=entry.matter,
        title=entry.title,
        details=tuple(_details(entry.details)),
        is_refused=entry.result == Result.REFUSED,
        result=entry.get_result_display(),
        algorithm=entry.algorithm.upper(),
        previous=entry.previous,
        digest=entry.digest,
    )


def _details(written: str) -> Iterator[tuple[str, str]]:
    try:
        read = json.loads(written)
    except JSONDecodeError:
        read = None
    if not isinstance(read, dict):  # tampered with: shown as it stands
        yield "", written
        return
    known = vocabulary().details
    for key, value in read.items():
        yield str(known.get(key, key)), _spoken(value)


def _spoken(value: object) -> str:
    if isinstance(value, dict):
        return " · ".join(f"{key}: {_spoken(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(map(_spoken, value))
    return str(FOUND_WORDS.get(str(value), value))
