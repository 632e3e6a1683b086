"""Selectors of a plan's life (流转的读操作): the steps with where the plan stands, who did what, and what may come next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from taizhang.office.pages.doors import Grant
from taizhang.office.plans.access import versions_within
from taizhang.office.plans.life.models import Passage, Resolution, ResolutionState
from taizhang.office.plans.life.moves import Move, moves, moves_from
from taizhang.office.plans.life.passages import carrier
from taizhang.office.plans.life.requirements import Verdict, judge_all
from taizhang.office.plans.life.step import DRAFTING_STAGES, Step
from taizhang.office.plans.models import Plan, PlanVersion, ReadingState

HEAVY = ("version__text", "version__layout", "version__bindings")
# An adjustment is a way round, shown only to plans that go it.
STRAIGHT = tuple(step for step in Step if step != Step.ADJUSTMENT)
May = Callable[[str], Grant | None]


@dataclass(frozen=True, slots=True)
class Stage:
    """Stage of the picture (步骤图的一格).

    Attributes:
        place: ``done``, ``here`` or ``ahead``.
        passage: the last move that led to it, if the person may see it.
    """

    step: Step
    place: str
    passage: "PassageRow | None"

    @property
    def label(self) -> str:
        """Its name."""
        return str(self.step.label)


@dataclass(frozen=True, slots=True)
class PassageRow:
    """Passage as shown (一次流转)."""

    label: str
    from_label: str
    to_step: str
    to_label: str
    version: int
    document_number: str
    document_date: date | None
    reason: str
    by: str
    at: datetime
    is_back: bool
    resolution_id: int | None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """Version as shown (稿次): with the resolution that approved it, if one did."""

    id: int
    number: int
    name: str
    received_by: str
    received_at: datetime
    state: str
    is_read: bool
    is_in_force: bool
    resolution_id: int | None
    resolution_state: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Offer (可以办理的流转): a move the person may make, and whether everything it requires is there."""

    move: Move
    url: str
    verdicts: tuple[Verdict, ...]

    @property
    def is_ready(self) -> bool:
        """Whether nothing is missing."""
        return all(verdict.holds for verdict in self.verdicts)


@dataclass(frozen=True, slots=True)
class Life:
    """Life of a plan (计划的一生).

    Attributes:
        waiting: a resolution that waits for its second person.
        annulling: an approval somebody asked to annul.
    """

    step: Step
    stages: tuple[Stage, ...]
    passages: tuple[PassageRow, ...]
    versions: tuple[VersionRow, ...]
    in_force: Resolution | None
    waiting: Resolution | None
    annulling: Resolution | None


def life_of(plan_id: int, step: str, grant: Grant) -> Life:
    """What the person may see of a plan's life: all of it, or from its approval on."""
    passages = _passages(plan_id, grant)
    resolutions = list(
        Resolution.objects.filter(plan=plan_id).select_related("version", "entered_by", "confirmed_by").defer(*HEAVY)
    )
    in_force = next((each for each in resolutions if each.is_in_force), None)
    waiting = next((each for each in resolutions if each.state == ResolutionState.ENTERED), None)
    here = Step(step)
    return Life(
        step=here,
        stages=_stages(here, passages),
        passages=passages,
        versions=_versions(plan_id, grant, resolutions),
        in_force=in_force,
        waiting=waiting if grant.is_unlimited else None,
        annulling=in_force if in_force and in_force.annulment_asked_at and grant.is_unlimited else None,
    )


def offers(plan_id: int, may: May) -> tuple[Offer, ...]:
    """The moves the person may make where the plan stands."""
    plan = Plan.objects.get(id=plan_id)
    in_force = Resolution.objects.filter(plan=plan, is_in_force=True).first()
    version_id = carrier(plan)
    possible = [move for move in moves_from(plan.step) if may(move.action) is not None and _fits(move, in_force)]
    judged = judge_all(possible, plan, version_id)
    return tuple(Offer(move, _url(move, plan, in_force), each) for move, each in zip(possible, judged, strict=True))


def carriers(plan_id: int) -> tuple[tuple[int, str], ...]:
    """The versions that could carry a step before approval, newest first, each as people call it."""
    read = PlanVersion.objects.filter(plan=plan_id, state=ReadingState.READ).order_by("-number")
    return tuple((pk, f"{number} · {name}") for pk, number, name in read.values_list("id", "number", "name"))


def resolution_of(resolution_id: int) -> Resolution | None:
    """A resolution with the people and the version it speaks of."""
    people = ("entered_by", "confirmed_by", "annulment_asked_by", "annulled_by")
    return Resolution.objects.select_related("plan", "version", *people).defer(*HEAVY).filter(id=resolution_id).first()


def _fits(move: Move, in_force: Resolution | None) -> bool:
    """Of the two ways to annul, the one that leads back to where this approval came from."""
    if move.code not in {"annul", "annul_adjustment"}:
        return True
    return in_force is not None and in_force.is_adjustment == (move.code == "annul_adjustment")


def _url(move: Move, plan: Plan, in_force: Resolution | None) -> str:
    if move.room == "comments":
        return reverse("plans:open_round", args=[plan.pk])
    if move.room == "resolution":
        if move.is_back and in_force:
            return reverse("plans:resolution", args=[in_force.pk]) + "#annul"
        return reverse("plans:enter_resolution", args=[plan.pk])
    return reverse("plans:move", args=[plan.pk, move.code])


def _stages(here: Step, passages: Sequence[PassageRow]) -> tuple[Stage, ...]:
    reached = {row.to_step: row for row in passages}
    shown = [step for step in Step if step in STRAIGHT or here == step]
    at = shown.index(here)
    return tuple(
        Stage(
            step,
            "here" if number == at else "done" if number < at else "ahead",
            reached.get(step) if number <= at else None,
        )
        for number, step in enumerate(shown)
    )


def _passages(plan_id: int, grant: Grant) -> tuple[PassageRow, ...]:
    rows = Passage.objects.filter(plan=plan_id).select_related("by", "version").defer(*HEAVY)
    if not grant.is_unlimited:
        rows = rows.exclude(to_step__in=DRAFTING_STAGES).exclude(to_step=Step.ADJUSTMENT)
    return tuple(_passage(row) for row in rows.order_by("number"))


def _passage(row: Passage) -> PassageRow:
    move = moves().get(row.move)
    return PassageRow(
        label=str(move.label) if move else row.move,
        from_label=row.get_from_step_display(),
        to_step=row.to_step,
        to_label=row.get_to_step_display(),
        version=row.version.number,
        document_number=row.document_number,
        document_date=row.document_date,
        reason=row.reason,
        by=row.by.name,
        at=row.at,
        is_back=move.is_back if move else False,
        resolution_id=row.resolution_id,
    )


def _versions(plan_id: int, grant: Grant, resolutions: Sequence[Resolution]) -> tuple[VersionRow, ...]:
    said = {each.version_id: each for each in resolutions if each.state != ResolutionState.REFUSED}
    rows = versions_within(grant).filter(plan=plan_id).select_related("received_by").order_by("-number")
    light = rows.only("number", "name", "received_at", "received_by__name", "state")
    return tuple(_version(row, said.get(row.pk)) for row in light)


def _version(row: PlanVersion, resolution: Resolution | None) -> VersionRow:
    return VersionRow(
        id=row.pk,
        number=row.number,
        name=row.name,
        received_by=row.received_by.name,
        received_at=row.received_at,
        state=row.get_state_display(),
        is_read=row.state == ReadingState.READ,
        is_in_force=resolution is not None and resolution.is_in_force,
        resolution_id=resolution.pk if resolution else None,
        resolution_state=resolution.get_state_display() if resolution else "",
    )
