"""Access (可及范围): which assignments, plans and duties a grant reaches; doors ask here."""

from django.db.models import Q, QuerySet

from taizhang.office.assignments.models import Assignment, State
from taizhang.office.assignments.selectors.holders import duties_of
from taizhang.office.pages.doors import APPROVED, ASSIGNED, Grant


def assignments_within(grant: Grant) -> QuerySet[Assignment]:
    """Everything; what was handed out; or what one's own units were handed out."""
    if grant.is_unlimited:
        return Assignment.objects.all()
    reached = Q(pk__in=())
    if APPROVED in grant.scopes:
        reached |= ~Q(state=State.DRAFT)
    if ASSIGNED in grant.scopes:
        reached |= Q(pk__in=duties_of(grant.organisations).values("assignment"))
    return Assignment.objects.filter(reached)


def assignment_within(grant: Grant, *, assignment_id: int) -> bool:
    """One of them."""
    return grant.is_unlimited or assignments_within(grant).filter(id=assignment_id).exists()


def commitment_within(grant: Grant, *, commitment_id: int) -> bool:
    """The same by the commitment that is handed out."""
    return grant.is_unlimited or assignments_within(grant).filter(commitment=commitment_id).exists()


def plan_within(grant: Grant, *, plan_id: int) -> bool:
    """A plan's division: whole; or where something of it was handed out, to whom it concerns."""
    return grant.is_unlimited or assignments_within(grant).filter(commitment__version__plan=plan_id).exists()


def duty_within(grant: Grant, *, duty_id: int) -> bool:
    """A duty of one's own units; to act on it that is needed however far one may look."""
    return duties_of(grant.organisations).filter(id=duty_id).exists()
