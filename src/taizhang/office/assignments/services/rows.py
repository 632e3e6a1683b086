"""Rows of assignments (责任分解的存取): the terms that stand, held until the transaction ends, and terms written down."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from taizhang.office.accounts.models import User
from taizhang.office.assignments.models import Action, Assignment, Duty, DutyRole, Event, Step
from taizhang.office.assignments.selectors.held_terms import with_terms
from taizhang.office.assignments.terms import Terms
from taizhang.office.audit.services import record_all
from taizhang.office.commitments.deeds import make_findable
from taizhang.office.commitments.models import Commitment
from taizhang.office.pages.trail import Act, Matter

# Deeds after which other units or another leader answer for a commitment, by whose names it is then found.
REDISTRIBUTING = {Action.DRAFTED, Action.CHANGED, Action.TAKEN_BACK, Action.HANDED_OVER, Action.ENDED}
FIELDS = ("state", "leader", "measure", "starts_on", "due_on", "revision")


@dataclass(frozen=True, slots=True)
class Done:
    """Done (办理结果): what one press of a button did.

    Attributes:
        batch: by which it can be found, and undone where that is possible.
        assignments: what it was done to, by id.
        skipped: how many were so already; left: how many could not be.
    """

    batch: uuid.UUID
    assignments: tuple[int, ...] = ()
    skipped: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Deed:
    """Deed (一次操作): what is done to assignments, by whom and why; becomes an event of each, and an act of the audit log."""

    action: Action
    by: User
    batch: uuid.UUID = field(default_factory=uuid.uuid4)
    reason: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Note (一条记录): one assignment's part in a deed."""

    assignment: Assignment
    changes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    restore: Mapping[str, object] = field(default_factory=dict)
    duty: Duty | None = None


def held_commitments(commitment_ids: Iterable[int]) -> dict[int, Commitment]:
    """The commitments, held until the transaction ends, so that two people never draft for the same one at once."""
    wanted = Commitment.objects.filter(id__in=set(commitment_ids)).order_by("id")
    return {each.id: each for each in wanted.select_for_update(of=("self",))}


def held_assignments(commitment_ids: Iterable[int]) -> dict[int, Assignment]:
    """Their assignments by the commitment's id, held, with the duties that stand and the steps."""
    wanted = (
        Assignment.objects.filter(commitment__in=set(commitment_ids)).order_by("id").select_for_update(of=("self",))
    )
    return {each.commitment_id: each for each in with_terms(wanted)}


def held_assignment(assignment_id: int) -> Assignment:
    """One assignment, held, with the duties that stand and the steps.

    Raises:
        Assignment.DoesNotExist: there is none of that id.
    """
    return with_terms(Assignment.objects.filter(id=assignment_id).select_for_update(of=("self",))).get()


def write_drafts(drafts: Mapping[Assignment, Terms]) -> None:
    """Put down terms of drafts: nothing was given to anybody yet, so duties are simply named anew."""
    for assignment, terms in drafts.items():
        put_on(assignment, terms)
    Assignment.objects.bulk_update(drafts, FIELDS)
    Duty.objects.filter(assignment__in=list(drafts), ended_at=None).delete()
    Duty.objects.bulk_create(duty for assignment, terms in drafts.items() for duty in duties_for(assignment, terms))
    write_steps(drafts)


def put_on(assignment: Assignment, terms: Terms) -> None:
    """The terms' own fields, one revision further."""
    assignment.leader, assignment.measure = terms.leader, terms.measure
    assignment.starts_on, assignment.due_on = terms.starts_on, terms.due_on
    assignment.revision += 1


def duties_for(assignment: Assignment, terms: Terms) -> list[Duty]:
    """New duties, the lead first."""
    return [
        Duty(
            assignment=assignment,
            organisation_id=organisation,
            role=DutyRole.LEAD if organisation == terms.lead else DutyRole.SUPPORT,
            position=position,
        )
        for position, organisation in enumerate(terms.units)
    ]


def write_steps(wanted: Mapping[Assignment, Terms]) -> None:
    """Steps as the terms have them."""
    Step.objects.filter(assignment__in=list(wanted)).delete()
    Step.objects.bulk_create(
        Step(assignment=assignment, period=each.period, words=each.words, value=each.value)  # type: ignore[misc]  # a decimal field
        for assignment, terms in wanted.items()
        for each in terms.steps
    )


def note(deed: Deed, notes: Iterable[Note], *, audited_as: str = "") -> None:
    """Write the deed down: an event of each assignment, and the audit log's act of each."""
    notes = list(notes)
    Event.objects.bulk_create(
        Event(
            assignment=each.assignment,
            action=deed.action,
            duty=each.duty,
            changes={label: list(pair) for label, pair in each.changes.items()},
            restore=dict(each.restore),
            reason=deed.reason,
            document=deed.document,
            by=deed.by,
            batch=deed.batch,
        )
        for each in notes
    )
    if deed.action in REDISTRIBUTING:
        make_findable([each.assignment.commitment for each in notes])
    record_all(
        Act(
            f"assignments.{audited_as or deed.action}",
            deed.by,
            Matter("assignment", str(each.assignment.id), each.assignment.commitment.title),
            {"batch": str(deed.batch), **({"fields": sorted(each.changes)} if each.changes else {})},
        )
        for each in notes
    )
