"""Passages (流转的写操作): move a plan from step to step; whatever is refused says in one sentence why."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.shortcuts import get_object_or_404
from django.utils import timezone

from taizhang.office.accounts.models import User
from taizhang.office.audit.services import record
from taizhang.office.pages.errors import ChangedMeanwhileError
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans.life.document_number import document_number
from taizhang.office.plans.life.errors import (
    DateOrderError,
    NoSuchMoveError,
    NotYetError,
    WhyMissingError,
)
from taizhang.office.plans.life.models import Passage, Resolution
from taizhang.office.plans.life.moves import Move, moves
from taizhang.office.plans.life.requirements import judge
from taizhang.office.plans.life.step import Step
from taizhang.office.plans.models import Plan, PlanVersion, ReadingState, Round


@dataclass(frozen=True, slots=True)
class Paper:
    """Paper (依据): what a move rests on, as whoever makes it says.

    Attributes:
        number, date: of the document, as 印发文号.
        reason: why, or a note.
    """

    number: str = ""
    date: "date | None" = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """Order (流转请求): one press of a button.

    Attributes:
        revision: the plan's, when the page was opened.
        version_id: the version to carry the step; the one in force, or the newest that was read, where None.
    """

    plan_id: int
    code: str
    by: User
    revision: int
    version_id: int | None = None
    paper: Paper = field(default_factory=Paper)


@transaction.atomic
def move_plan(order: Order, *, today: date) -> Passage:
    """Make the move; whoever presses twice is answered with what the first press did.

    Raises:
        ExpectedError: it cannot be made, see ``life.errors``.
    """
    plan = hold(order.plan_id)
    last = last_passage(plan)
    if (
        last is not None
        and (last.move, last.by_id) == (order.code, order.by.pk)
        and plan.revision == order.revision + 1
    ):
        return last
    move = moves().get(order.code)
    if plan.revision != order.revision:
        raise ChangedMeanwhileError
    if move is None or move.room or plan.step not in move.from_steps:
        raise NoSuchMoveError
    version_id = order.version_id or carrier(plan)
    demand(move, plan, version_id)
    return pass_on(plan, move, version_id, by=order.by, paper=_checked(move, plan, order.paper, today))


def hold(plan_id: int) -> Plan:
    """The plan, held until the transaction is over."""
    return get_object_or_404(Plan.objects.select_for_update(), id=plan_id)


def demand(move: Move, plan: Plan, version_id: int | None) -> None:
    """Refuse the move with the sentence of the first requirement that does not hold."""
    missing = next((verdict for verdict in judge(move, plan, version_id) if not verdict.holds), None)
    if missing is not None:
        raise NotYetError(missing.why)


def pass_on(
    plan: Plan,
    move: Move,
    version_id: int | None,
    *,
    by: User,
    paper: Paper | None = None,
    resolution: Resolution | None = None,
) -> Passage:
    """Write the move down; the plan is held and everything demanded holds."""
    paper = paper or Paper()
    if plan.step not in move.from_steps or version_id is None:
        raise NoSuchMoveError
    last = Passage.objects.filter(plan=plan).aggregate(Max("number"))["number__max"] or 0
    passage = Passage.objects.create(
        plan=plan,
        number=last + 1,
        move=move.code,
        from_step=plan.step,
        to_step=move.to_step,
        version_id=version_id,
        resolution=resolution,
        document_number=paper.number,
        document_date=paper.date,
        reason=paper.reason,
        by=by,
        at=timezone.now(),
    )
    if passage.from_step == Step.CONSULTATION:  # nobody goes on commenting on what has left the desk
        Round.objects.filter(plan=plan, closed_at=None).update(closed_by=by, closed_at=passage.at)
    plan.step, plan.revision = move.to_step, plan.revision + 1
    plan.save(update_fields=["step", "revision"])
    version = PlanVersion.objects.only("number").get(id=version_id)
    details: dict[str, object] = {"from": passage.from_step, "to": passage.to_step, "version": version.number}
    if paper.reason:
        details["reason"] = paper.reason
    record(Act("plans.moved", by, Matter("plan", str(plan.pk), plan.title), details))
    return passage


def last_passage(plan: Plan) -> Passage | None:
    """The move that brought the plan where it stands."""
    return Passage.objects.filter(plan=plan).order_by("-number").first()


def carrier(plan: Plan) -> int | None:
    """The version a step would be carried by if nobody chose: from approval on the one in force, before it the newest read."""
    if plan.step not in {Step.ADJUSTMENT}:
        in_force = Resolution.objects.filter(plan=plan, is_in_force=True).values_list("version_id", flat=True).first()
        if in_force is not None:
            return in_force
    newest = PlanVersion.objects.filter(plan=plan, state=ReadingState.READ).order_by("-number")
    return newest.values_list("id", flat=True).first()


def _checked(move: Move, plan: Plan, paper: Paper, today: date) -> Paper:
    if move.wants_reason and not paper.reason.strip():
        raise WhyMissingError
    if paper.date is not None and paper.date > today:
        raise DateOrderError
    if "number" not in move.asks:
        return paper
    decided = Resolution.objects.filter(plan=plan, is_in_force=True).values_list("decided_on", flat=True).first()
    if paper.date is None or (decided is not None and paper.date < decided):
        raise DateOrderError
    return Paper(document_number(paper.number), paper.date, paper.reason.strip())
