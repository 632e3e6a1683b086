"""Requirements (流转条件): whether what a move demands holds for a version; later floors answer for theirs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from taizhang.office.plans.life.models import Resolution, ResolutionState
from taizhang.office.plans.life.moves import Move, Requirement, requirements
from taizhang.office.plans.models import Comment, Plan, PlanVersion, ReadingState, Round

PROMISED = "two_persons"  # kept by whoever confirms, not before


@dataclass(frozen=True, slots=True)
class Verdict:
    """Verdict on a requirement (条件是否具备).

    Attributes:
        why: the sentence that says what is missing; empty where it holds.
    """

    requirement: Requirement
    why: str

    @property
    def holds(self) -> bool:
        """Whether nothing is missing."""
        return not self.why


def judge(move: Move, plan: Plan, version_id: int | None) -> tuple[Verdict, ...]:
    """Each requirement of a move, were that version to carry the step moved to."""
    return judge_all([move], plan, version_id)[0]


def judge_all(several: Iterable[Move], plan: Plan, version_id: int | None) -> tuple[tuple[Verdict, ...], ...]:
    """The same for several moves; what more than one of them requires is asked once."""
    missing = cache(lambda code: _missing(requirements()[code], plan, version_id))
    return tuple(
        tuple(
            Verdict(requirements()[code], missing(code))
            for code in move.requires
            if code in HOLDS or code in settings.PLAN_REQUIREMENTS
        )
        for move in several
    )


def _missing(requirement: Requirement, plan: Plan, version_id: int | None) -> str:
    holds = HOLDS.get(requirement.code)
    if holds is not None:
        return "" if holds(plan, version_id) else str(requirement.refused)
    if version_id is None:
        return str(requirement.refused)
    answer: str = import_string(settings.PLAN_REQUIREMENTS[requirement.code])(version_id=version_id)
    return answer


def _read(plan: Plan, version_id: int | None) -> bool:
    return PlanVersion.objects.filter(plan=plan, id=version_id or 0, state=ReadingState.READ).exists()


def _round_closed(plan: Plan, _version_id: int | None) -> bool:
    return not Round.objects.filter(plan=plan, closed_at=None).exists()


def _comments_answered(plan: Plan, _version_id: int | None) -> bool:
    return not Comment.objects.filter(round__plan=plan, verdict="", withdrawn_at=None).exists()


def _approved(plan: Plan, _version_id: int | None) -> bool:
    return Resolution.objects.filter(plan=plan, is_in_force=True).exists()


def _newer_version(plan: Plan, version_id: int | None) -> bool:
    in_force = Resolution.objects.filter(plan=plan, is_in_force=True).values_list("version__number", flat=True).first()
    number = PlanVersion.objects.filter(id=version_id or 0).values_list("number", flat=True).first()
    return in_force is not None and number is not None and number > in_force


def _nothing_entered(plan: Plan, _version_id: int | None) -> bool:
    return not Resolution.objects.filter(plan=plan, state=ResolutionState.ENTERED).exists()


def _no_annulment_pending(plan: Plan, _version_id: int | None) -> bool:
    asked = Resolution.objects.filter(plan=plan, is_in_force=True, annulment_asked_at__isnull=False)
    return not asked.exists()


HOLDS: dict[str, Callable[[Plan, int | None], bool]] = {
    "read": _read,
    "round_closed": _round_closed,
    "comments_answered": _comments_answered,
    "approved": _approved,
    "newer_version": _newer_version,
    "nothing_entered": _nothing_entered,
    "no_annulment_pending": _no_annulment_pending,
    PROMISED: lambda _plan, _version_id: True,
}
