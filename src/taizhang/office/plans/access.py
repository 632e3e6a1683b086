"""Access (权限): which plans and versions a grant reaches.

``all`` reaches everything. Any other scope reaches what was approved — and, while a draft is out for comments, the one
version under comment, for those who were asked.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet

from taizhang.office.pages.doors import Grant
from taizhang.office.plans.life.models import ResolutionState
from taizhang.office.plans.models import Plan, PlanVersion, Resolution, Round, StatementRecord, TableCellRecord


def versions_within(grant: Grant) -> QuerySet[PlanVersion]:
    """The versions the person may read."""
    if grant.is_unlimited:
        return PlanVersion.objects.all()
    return PlanVersion.objects.filter(Exists(_approved()) | Exists(_under_comment(grant)))


def plans_within(grant: Grant) -> QuerySet[Plan]:
    """The plans of which the person may read a version."""
    if grant.is_unlimited:
        return Plan.objects.all()
    return Plan.objects.filter(Exists(versions_within(grant).filter(plan=OuterRef("pk"))))


def plan_within(grant: Grant, *, plan_id: int, **_named: object) -> bool:
    """Whether the person may read any version of this plan."""
    return grant.is_unlimited or plans_within(grant).filter(id=plan_id).exists()


def version_within(grant: Grant, *, version_id: int, **_named: object) -> bool:
    """Whether the person may read this version."""
    return grant.is_unlimited or versions_within(grant).filter(id=version_id).exists()


def resolution_within(grant: Grant, *, resolution_id: int, **_named: object) -> bool:
    """Whether the person may read the version that a resolution approves."""
    if grant.is_unlimited:
        return True
    approved = Resolution.objects.filter(id=resolution_id, state=ResolutionState.CONFIRMED)
    return approved.filter(version__in=versions_within(grant)).exists()


def statement_within(grant: Grant, *, statement_id: int, **_named: object) -> bool:
    """Whether the person may read what the statement stands in."""
    if grant.is_unlimited:
        return True
    return StatementRecord.objects.filter(id=statement_id, version__in=versions_within(grant)).exists()


def cell_within(grant: Grant, *, cell_id: int, **_named: object) -> bool:
    """Whether the person may read what the table cell stands in."""
    if grant.is_unlimited:
        return True
    return TableCellRecord.objects.filter(id=cell_id, row__version__in=versions_within(grant)).exists()


def _approved() -> QuerySet[Resolution]:
    return Resolution.objects.filter(version=OuterRef("pk"), state=ResolutionState.CONFIRMED)


def _under_comment(grant: Grant) -> QuerySet[Round]:
    asked = Q(invitations__organisation__in=grant.organisations)
    return Round.objects.filter(asked, version=OuterRef("pk"), closed_at=None)
