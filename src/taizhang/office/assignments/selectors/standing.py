"""Standing (办理情况): how far each commitment of a plan has come, from nobody's to signed for by everyone; two queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from taizhang.office.assignments.models import Assignment, DutyRole, Query, State
from taizhang.office.assignments.selectors.moved import MOVING, Moved, gathered, since
from taizhang.office.assignments.terms import Terms
from taizhang.office.commitments.models import Commitment, Status

MISSING, READY, WAITING, QUERIED, SIGNED, STRANDED = "missing", "ready", "waiting", "queried", "signed", "stranded"
STATES: dict[str, Promise] = {
    MISSING: _("待补齐"),
    READY: _("可下达"),
    WAITING: _("待签收"),
    QUERIED: _("有疑问"),
    SIGNED: _("已签收"),
    STRANDED: _("目标已变"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """Part (一家责任单位): a duty that stands, as far as counting goes."""

    id: int
    organisation: int
    role: str
    is_signed: bool
    sign_by: date | None
    is_queried: bool

    def is_late(self, today: date) -> bool:
        """Whether the day to sign by has passed."""
        return not self.is_signed and self.sign_by is not None and self.sign_by < today


@dataclass(slots=True)
class Standing:
    """Standing (办理情况) of one commitment.

    Attributes:
        assignment_id: None while nothing was drafted.
        is_adopted: whether the commitment still stands in the ledger.
    """

    commitment_id: int
    chapter: tuple[str, ...]
    is_adopted: bool
    assignment_id: int | None = None
    state: str = ""
    leader: str = ""
    measure: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    parts: list[Part] = field(default_factory=list)

    @property
    def is_out(self) -> bool:
        """Whether it was handed out, and stands."""
        return self.state == State.HANDED_OUT

    @property
    def terms(self) -> Terms:
        """What it says, but for its steps."""
        lead = self.lead
        return Terms(
            lead=lead.organisation if lead else None,
            supports=tuple(part.organisation for part in self.parts if part.role == DutyRole.SUPPORT),
            leader=self.leader,
            measure=self.measure,
            starts_on=self.starts_on,
            due_on=self.due_on,
        )

    @property
    def lead(self) -> Part | None:
        """Who leads."""
        return next((part for part in self.parts if part.role == DutyRole.LEAD), None)

    @property
    def signed(self) -> int:
        """How many signed."""
        return sum(part.is_signed for part in self.parts)

    @property
    def stage(self) -> str:
        """A key of ``STATES``."""
        if self.is_out:
            if not self.is_adopted:
                return STRANDED
            if any(part.is_queried for part in self.parts):
                return QUERIED
            return SIGNED if self.signed == len(self.parts) else WAITING
        return READY if self.lead and self.due_on else MISSING


def standings_of(plan_id: int) -> list[Standing]:
    """Every commitment in the ledger of a plan, and those withdrawn since they were handed out, in the plan's order."""
    found, moves = _commitments(plan_id)
    for row in _rows(Assignment.objects.filter(commitment__version__plan=plan_id)):
        _add(found.get(row[1]), row, moves.get(row[1], ()))
    return [each for each in found.values() if each.is_adopted or each.is_out]


def _commitments(plan_id: int) -> tuple[dict[int, Standing], Mapping[int, tuple[Moved, ...]]]:
    """Commitments in their order, and what moved their targets: one query."""
    moved = FilteredRelation("amendments", condition=Q(amendments__action__in=MOVING))
    rows = (
        Commitment.objects
        .filter(version__plan=plan_id)
        .exclude(status=Status.SET_ASIDE)
        .annotate(moved=moved)
        .order_by("version_id", "position", "id", "moved__id")
        .values_list("id", "section", "status", "moved__at", "moved__reason", "moved__changes")
    )
    found, amended = {}, []
    for key, section, status, at, reason, changes in rows:
        if key not in found:
            found[key] = Standing(key, tuple(section), status == Status.ADOPTED)
        if at is not None:
            amended.append((key, at, reason, changes))
    return found, gathered(amended)


def _rows(assignments: QuerySet[Assignment]) -> Iterable[tuple[Any, ...]]:
    open_query = Exists(Query.objects.filter(duty=OuterRef("duties__id"), answered_at=None))
    return (
        assignments
        .annotate(queried=open_query)
        .order_by("id", "duties__position", "duties__id")
        .values_list(
            "id",
            "commitment_id",
            "state",
            "leader",
            "measure",
            "starts_on",
            "due_on",
            "duties__id",
            "duties__organisation_id",
            "duties__role",
            "duties__signed_at",
            "duties__sign_by",
            "duties__ended_at",
            "queried",
        )
    )


def _add(standing: Standing | None, row: tuple[Any, ...], moves: tuple[Moved, ...]) -> None:
    if standing is None:
        return
    standing.assignment_id, _commitment, standing.state, *terms = row[:7]
    standing.leader, standing.measure, standing.starts_on, standing.due_on = terms
    duty, organisation, role, signed, sign_by, ended, queried = row[7:]
    if duty is not None and ended is None:
        standing.parts.append(Part(duty, organisation, role, _holds(signed, moves), sign_by, bool(queried)))


def _holds(signed: datetime | None, moves: tuple[Moved, ...]) -> bool:
    """Whether there is a signature, and the target has not moved since."""
    return signed is not None and not since(moves, signed)


def count_stages(standings: Iterable[Standing]) -> dict[str, int]:
    """How many are at each stage."""
    counts: dict[str, int] = defaultdict(int)
    for each in standings:
        counts[each.stage] += 1
    return {stage: counts[stage] for stage in STATES}
