"""Record (留痕): one assignment from its sentence to today — what it says, who signed when, everything done to it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404

from taizhang.office.assignments.models import Assignment, Duty, Event, Query, State
from taizhang.office.assignments.selectors.mine import Change, QueryRow, changes_of, query_row
from taizhang.office.assignments.selectors.units import UnitLabel, Units
from taizhang.office.commitments.addresses import place_url
from taizhang.office.commitments.models import Commitment, Role, Status


@dataclass(frozen=True, slots=True)
class DutyRow:
    """Duty row (责任单位): a unit's part, standing or ended."""

    id: int
    unit: UnitLabel
    role: str
    role_label: str
    officer: str
    sign_by: date | None
    signed_at: datetime | None
    signed_by: str
    ended_at: datetime | None
    ended_for: str
    is_late: bool
    queries: tuple[QueryRow, ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    """Event row (一步): something done to the assignment."""

    action: str
    label: str
    by: str
    at: datetime
    unit: str
    reason: str
    document: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Record (留痕).

    Attributes:
        duties: those that stand, the lead first; ``former`` those that ended.
        url: the very sentence in the page of the document.
        is_stranded: whether it stands though its commitment does not.
    """

    assignment: Assignment
    commitment: Commitment
    url: str
    duties: tuple[DutyRow, ...]
    former: tuple[DutyRow, ...]
    steps: tuple[tuple[str, str], ...]
    events: tuple[EventRow, ...]

    @property
    def is_out(self) -> bool:
        """Whether units have it."""
        return self.assignment.state == State.HANDED_OUT

    @property
    def is_stranded(self) -> bool:
        """Whether it stands though its commitment does not."""
        return self.is_out and self.commitment.status != Status.ADOPTED

    @property
    def signed(self) -> int:
        """How many units signed."""
        return sum(each.signed_at is not None for each in self.duties)


def get_record(assignment_id: int, units: Units) -> Record:
    """One assignment with all that was ever done to it.

    Raises:
        Http404: there is none of that id.
    """
    asked = Prefetch("queries", Query.objects.select_related("by", "answered_by"))
    duties = Prefetch("duties", Duty.objects.select_related("officer", "signed_by").prefetch_related(asked))
    events = Prefetch("events", Event.objects.select_related("by", "duty"))
    wanted = Assignment.objects.select_related("commitment__version__plan", "handed_out_by")
    assignment = get_object_or_404(
        wanted.defer(*(f"commitment__version__{name}" for name in ("text", "layout", "bindings"))).prefetch_related(
            duties, events, "steps", "commitment__sources"
        ),
        id=assignment_id,
    )
    commitment = assignment.commitment
    said = next(source for source in commitment.sources.all() if source.role == Role.PROMISE)
    rows = [_duty(each, units) for each in assignment.duties.all()]
    return Record(
        assignment=assignment,
        commitment=commitment,
        url=place_url(commitment.version.plan_id, said),
        duties=tuple(each for each in rows if each.ended_at is None),
        former=tuple(each for each in rows if each.ended_at is not None),
        steps=tuple(
            (each.period, " ".join(filter(None, (_figure(each.value), each.words)))) for each in assignment.steps.all()
        ),
        events=tuple(_event(each, units) for each in assignment.events.all()),
    )


def assignment_of(commitment_id: int) -> int | None:
    """The assignment of a commitment, by its id; None where nobody drafted one."""
    return Assignment.objects.filter(commitment=commitment_id).values_list("id", flat=True).first()


def _duty(duty: Duty, units: Units) -> DutyRow:
    waits = duty.signed_at is None and duty.ended_at is None
    return DutyRow(
        id=duty.id,
        unit=units.label(duty.organisation_id),
        role=duty.role,
        role_label=duty.get_role_display(),
        officer=duty.officer.name if duty.officer else "",
        sign_by=duty.sign_by,
        signed_at=duty.signed_at,
        signed_by=duty.signed_by.name if duty.signed_by else "",
        ended_at=duty.ended_at,
        ended_for=duty.ended_for,
        is_late=waits and duty.sign_by is not None and duty.sign_by < units.today,
        queries=tuple(query_row(each, units) for each in duty.queries.all()),
    )


def _event(event: Event, units: Units) -> EventRow:
    return EventRow(
        action=event.action,
        label=event.get_action_display(),
        by=event.by.name,
        at=event.at,
        unit=units.label(event.duty.organisation_id).name if event.duty else "",
        reason=event.reason,
        document=event.document,
        changes=changes_of(event),
    )


def _figure(value: object) -> str:
    return "" if value is None else f"{value:f}"
