"""Waiting (待办): for the bureau, who has not signed unit by unit, and what units asked and nobody answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from taizhang.office.assignments.models import Duty, Query, State
from taizhang.office.assignments.selectors.mine import QueryRow, query_row
from taizhang.office.assignments.selectors.units import UnitLabel, Units


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Unsigned (未签收): one duty that waits."""

    assignment_id: int
    title: str
    role: str
    sign_by: date
    is_late: bool


@dataclass(frozen=True, slots=True)
class UnitWaiting:
    """Unit waiting (未签收单位)."""

    unit: UnitLabel
    duties: tuple[Unsigned, ...]
    late: int

    @property
    def first_day(self) -> date:
        """The earliest day something should be signed by."""
        return min(each.sign_by for each in self.duties)


@dataclass(frozen=True, slots=True)
class Asked:
    """Asked (疑问): a query with what it is about."""

    query: QueryRow
    assignment_id: int
    title: str
    unit: UnitLabel
    role: str


def unsigned_by_unit(plan_id: int, units: Units, *, only_late: bool = False) -> tuple[UnitWaiting, ...]:
    """Units that have not signed for everything, the latest first."""
    waiting = Duty.objects.filter(
        assignment__commitment__version__plan=plan_id,
        assignment__state=State.HANDED_OUT,
        signed_at=None,
        ended_at=None,
        sign_by__isnull=False,
    )
    rows = waiting.select_related("assignment__commitment").order_by(
        "sign_by", "assignment__commitment__position", "id"
    )
    by_unit: dict[int, list[Unsigned]] = {}
    for duty in rows:
        if duty.sign_by is not None and (duty.sign_by < units.today or not only_late):
            acting = units.acting(duty.organisation_id) or duty.organisation_id
            by_unit.setdefault(acting, []).append(_unsigned(duty, duty.sign_by, units.today))
    found = (_waiting(units.label(key), duties) for key, duties in by_unit.items())
    return tuple(sorted(found, key=lambda each: (each.first_day, -len(each.duties), each.unit.name)))


def open_queries(units: Units, *, plan_id: int | None = None) -> tuple[Asked, ...]:
    """What nobody answered yet, the oldest first."""
    wanted = Query.objects.filter(answered_at=None).select_related("duty__assignment__commitment", "by", "answered_by")
    if plan_id is not None:
        wanted = wanted.filter(duty__assignment__commitment__version__plan=plan_id)
    return tuple(_asked(each, units) for each in wanted.order_by("id"))


def _waiting(unit: UnitLabel, duties: Iterable[Unsigned]) -> UnitWaiting:
    listed = tuple(duties)
    return UnitWaiting(unit, listed, sum(each.is_late for each in listed))


def _unsigned(duty: Duty, day: date, today: date) -> Unsigned:
    commitment = duty.assignment.commitment
    title = commitment.short_title
    return Unsigned(duty.assignment_id, title, duty.get_role_display(), day, day < today)


def _asked(query: Query, units: Units) -> Asked:
    commitment = query.duty.assignment.commitment
    return Asked(
        query=query_row(query, units),
        assignment_id=query.duty.assignment_id,
        title=commitment.short_title,
        unit=units.label(query.duty.organisation_id),
        role=query.duty.get_role_display(),
    )
