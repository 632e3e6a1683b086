"""Mine (我的任务): what units were handed out, as their people work through it; and what else waits for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from taizhang.office.assignments.models import Action, Assignment, Duty, DutyRole, Event, Query
from taizhang.office.assignments.selectors.holders import standing_duties
from taizhang.office.assignments.selectors.moved import Moved, moves_of, since
from taizhang.office.assignments.selectors.people import Colleague, colleagues
from taizhang.office.assignments.selectors.units import UnitLabel, Units
from taizhang.office.assignments.terms import LABELS
from taizhang.office.commitments.models import Status
from taizhang.office.commitments.suggestions.target import Target

EVENT_LABELS: dict[str, Promise] = {**LABELS, "unit": _("单位"), "officer": _("经办人")}
WAITING, SIGNED, QUERIED = "waiting", "signed", "queried"
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Change:
    """Change (变动): one field, before and after."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class QueryRow:
    """Query row (疑问): what was asked and answered; ``hand_to`` of a hand-over that was asked for."""

    id: int
    words: str
    by: str
    at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None
    hand_to: str
    granted: bool | None


@dataclass(frozen=True, slots=True)
class MyDuty:
    """My duty (我的一项任务).

    Attributes:
        changes: what changed since the unit signed for it; empty where it never did.
        changed_for: why, and by which paper.
        is_stranded: whether the commitment itself no longer stands, so that nothing is to be done.
    """

    id: int
    assignment_id: int
    commitment_id: int
    title: str
    kind: str
    kind_label: str
    target: Target
    section: str
    unit: UnitLabel
    role: str
    role_label: str
    lead: str
    supports: tuple[str, ...]
    leader: str
    measure: str
    due_on: date | None
    steps: tuple[tuple[str, str], ...]
    officer_id: int | None
    officer: str
    sign_by: date | None
    signed_at: datetime | None
    is_late: bool
    is_stranded: bool
    changes: tuple[Change, ...]
    changed_for: str
    queries: tuple[QueryRow, ...]

    @property
    def stage(self) -> str:
        """``waiting``, ``queried`` or ``signed``."""
        if any(query.answered_at is None for query in self.queries):
            return QUERIED
        return SIGNED if self.signed_at else WAITING

    @property
    def hand_over(self) -> QueryRow | None:
        """The hand-over that was asked for and is not decided."""
        return next((each for each in self.queries if each.hand_to and each.answered_at is None), None)


@dataclass(frozen=True, slots=True)
class MyWork:
    """My work (我的任务): duties of the person's units, and who there is to report on them."""

    duties: tuple[MyDuty, ...]
    waiting: int
    queried: int
    signed: int
    late: int
    colleagues: tuple[Colleague, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return self.waiting + self.queried + self.signed


def get_my_work(organisations: Iterable[int], units: Units, *, stage: str = "", role: str = "") -> MyWork:
    """What these units were handed out, what waits longest first."""
    organisations = frozenset(organisations)
    rows = list(_loaded(standing_duties(organisations, units)))
    moves = moves_of(each.assignment.commitment_id for each in rows)
    found = [my_duty(each, units, moves.get(each.assignment.commitment_id, ())) for each in rows]
    found.sort(key=lambda each: (each.signed_at is not None, each.sign_by or date.max, each.id))
    stages = [each.stage for each in found]
    shown = [each for each in found if stage in {"", each.stage} and role in {"", each.role}]
    return MyWork(
        duties=tuple(shown[:MOST_SHOWN]),
        waiting=stages.count(WAITING),
        queried=stages.count(QUERIED),
        signed=stages.count(SIGNED),
        late=sum(each.is_late for each in found),
        colleagues=colleagues(organisations),
    )


def my_duty(duty: Duty, units: Units, moves: tuple[Moved, ...]) -> MyDuty:
    """A duty as its unit reads it; what moved the target since it signed unmakes the signature."""
    assignment, commitment = duty.assignment, duty.assignment.commitment
    changes, reason = _changed(duty)
    moved = since(moves, duty.signed_at)
    signed_at = None if moved else duty.signed_at
    late = signed_at is None and duty.sign_by is not None and duty.sign_by < units.today
    return MyDuty(
        id=duty.id,
        assignment_id=assignment.id,
        commitment_id=commitment.id,
        title=commitment.short_title,
        kind=commitment.kind,
        kind_label=commitment.get_kind_display(),
        target=commitment.target,
        section=" › ".join(commitment.section),
        unit=units.label(duty.organisation_id),
        role=duty.role,
        role_label=duty.get_role_display(),
        lead="".join(_named(assignment, DutyRole.LEAD, units)),
        supports=_named(assignment, DutyRole.SUPPORT, units),
        leader=assignment.leader,
        measure=assignment.measure,
        due_on=assignment.due_on,
        steps=tuple((each.period[-2:], _step(each.words, each.value)) for each in assignment.steps.all()),
        officer_id=duty.officer_id,
        officer=duty.officer.name if duty.officer else "",
        sign_by=duty.sign_by,
        signed_at=signed_at,
        is_late=late,
        is_stranded=commitment.status != Status.ADOPTED,
        changes=_moved(moved) if moved else changes if signed_at is None else (),
        changed_for=moved[-1].reason if moved else reason if signed_at is None else "",
        queries=tuple(query_row(each, units) for each in duty.queries.all()),
    )


def query_row(query: Query, units: Units) -> QueryRow:
    """A query as pages show it."""
    return QueryRow(
        id=query.id,
        words=query.words,
        by=query.by.name,
        at=query.at,
        answer=query.answer,
        answered_by=query.answered_by.name if query.answered_by else "",
        answered_at=query.answered_at,
        hand_to=units.name(query.hand_to_id) if query.hand_to_id else "",
        granted=query.granted,
    )


def changes_of(event: Event) -> tuple[Change, ...]:
    """What an event changed, with labels."""
    return tuple(Change(label_of(key), old, new) for key, (old, new) in event.changes.items())


def label_of(key: str) -> str:
    """The words for a field of an event."""
    return str(EVENT_LABELS.get(key, key))


def _loaded(duties: QuerySet[Duty]) -> QuerySet[Duty]:
    """With everything a page shows; six queries however many there are."""
    standing = Prefetch("assignment__duties", Duty.objects.filter(ended_at=None), to_attr="standing")
    told = Prefetch("assignment__events", Event.objects.filter(action__in=[Action.CHANGED, Action.SIGNED]))
    asked = Prefetch("queries", Query.objects.select_related("by", "answered_by"))
    steps = "assignment__steps"
    return duties.select_related("assignment__commitment", "officer").prefetch_related(standing, told, asked, steps)


def _changed(duty: Duty) -> tuple[tuple[Change, ...], str]:
    """What was changed since this duty was last signed for."""
    found: tuple[Change, ...] = ()
    reason, has_signed = "", False
    for event in duty.assignment.events.all():
        if event.action == Action.SIGNED and event.duty_id == duty.id:
            found, reason, has_signed = (), "", True
        elif event.action == Action.CHANGED and has_signed:
            found += changes_of(event)
            reason = "　".join(filter(None, (event.reason, event.document)))
    return found, reason


def _moved(moves: tuple[Moved, ...]) -> tuple[Change, ...]:
    return tuple(Change(*change) for moved in moves for change in moved.changes)


def _named(assignment: Assignment, role: str, units: Units) -> tuple[str, ...]:
    standing: list[Duty] = assignment.standing  # type: ignore[attr-defined]  # see _loaded
    return tuple(units.label(each.organisation_id).name for each in standing if each.role == role)


def _step(words: str, value: object) -> str:
    return " ".join(filter(None, ("" if value is None else f"{value:f}", words)))
