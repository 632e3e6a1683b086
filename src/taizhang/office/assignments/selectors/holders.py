"""Holders (责任人): which commitments units hold, and whether a duty is theirs; the seam by which scopes are kept."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from taizhang.office.assignments.models import Duty, State
from taizhang.office.assignments.selectors.units import Units, load_units


def commitments_of(organisation_ids: Iterable[int]) -> frozenset[int]:
    """Commitments that these units lead or support today, once handed out to them; by their ids."""
    held = standing_duties(organisation_ids).values_list("assignment__commitment_id", flat=True)
    return frozenset(held.order_by())


def standing_duties(organisation_ids: Iterable[int], units: Units | None = None) -> QuerySet[Duty]:
    """Duties that were handed out to these units, or to those they carry on, and stand."""
    return duties_of(organisation_ids, units).filter(ended_at=None, assignment__state=State.HANDED_OUT)


def duties_of(organisation_ids: Iterable[int], units: Units | None = None) -> QuerySet[Duty]:
    """Duties these units, or those they carry on, ever were handed out, whatever became of them."""
    held = (units or load_units(timezone.localdate())).acted_for(organisation_ids)
    return Duty.objects.filter(organisation__in=held, sign_by__isnull=False)
