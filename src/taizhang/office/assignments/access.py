"""Access (可及范围): which assignments, plans and duties a grant reaches; doors ask here."""

from taizhang.office.assignments.models import Assignment, State
from taizhang.office.assignments.selectors.holders import duties_of
from taizhang.office.pages.doors import APPROVED, ASSIGNED, Grant


def assignment_within(grant: Grant, *, assignment_id: int) -> bool:
    """Everything; what was handed out; or what one's own units were handed out."""
    if grant.is_unlimited:
        return True
    if APPROVED in grant.scopes and Assignment.objects.filter(id=assignment_id).exclude(state=State.DRAFT).exists():
        return True
    return ASSIGNED in grant.scopes and duties_of(grant.organisations).filter(assignment=assignment_id).exists()


def commitment_within(grant: Grant, *, commitment_id: int) -> bool:
    """The same by the commitment that is handed out."""
    if grant.is_unlimited:
        return True
    out = Assignment.objects.filter(commitment=commitment_id).exclude(state=State.DRAFT)
    if APPROVED in grant.scopes and out.exists():
        return True
    duties = duties_of(grant.organisations).filter(assignment__commitment=commitment_id)
    return ASSIGNED in grant.scopes and duties.exists()


def plan_within(grant: Grant, *, plan_id: int) -> bool:
    """A plan's division: whole; or where something of it was handed out, to whom it concerns."""
    if grant.is_unlimited:
        return True
    out = Assignment.objects.filter(commitment__version__plan=plan_id).exclude(state=State.DRAFT)
    if APPROVED in grant.scopes and out.exists():
        return True
    duties = duties_of(grant.organisations).filter(assignment__commitment__version__plan=plan_id)
    return ASSIGNED in grant.scopes and duties.exists()


def duty_within(grant: Grant, *, duty_id: int) -> bool:
    """A duty of one's own units; to act on it that is needed however far one may look."""
    return duties_of(grant.organisations).filter(id=duty_id).exists()
