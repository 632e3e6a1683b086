"""Access (权限): who may see the division of which target — the bureau all, a unit those it has a share in."""

from django.utils import timezone

from taizhang.office.assignments.decomposition.models import Decomposition, DecompositionState
from taizhang.office.assignments.decomposition.selectors import commitments_shared_by
from taizhang.office.pages.doors import APPROVED, Grant

VIEW = "decompositions.view"
EDIT = "decompositions.edit"


def division_within(grant: Grant, /, **named: int) -> bool:
    """Whether the person may see how this target is divided."""
    commitment_id = named["commitment_id"]
    if grant.is_unlimited:
        return True
    if APPROVED in grant.scopes:
        in_force = Decomposition.objects.filter(commitment=commitment_id, state=DecompositionState.IN_FORCE)
        return in_force.exists()
    return commitment_id in commitments_shared_by(grant.organisations, timezone.localdate())
