"""Holders (责任人): which commitments units hold, and whether a duty is theirs; the seam by which scopes are kept."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone

from taizhang.office.assignments.models import Duty, State
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.organisations.selectors.holding import load_lines


def commitments_of(organisation_ids: Iterable[int]) -> frozenset[int]:
    """Commitments that these units lead or support today, once handed out to them; by their ids."""
    held = standing_duties(organisation_ids).values_list("assignment__commitment_id", flat=True)
    return frozenset(held.order_by())


def standing_duties(organisation_ids: Iterable[int]) -> QuerySet[Duty]:
    """Duties that were handed out to these units, or to those they carry on, and stand."""
    return duties_of(organisation_ids).filter(ended_at=None, assignment__state=State.HANDED_OUT)


def duties_of(organisation_ids: Iterable[int]) -> QuerySet[Duty]:
    """Duties these units, or those they carry on, ever were handed out, whatever became of them."""
    units = Units(load_lines(), timezone.localdate()).acted_for(organisation_ids)
    return Duty.objects.filter(organisation__in=units, sign_by__isnull=False)
