"""Force (效力): what may be handed out, and what rests on an approval already."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from taizhang.office.assignments.models import Assignment, State
from taizhang.office.commitments.models import Commitment
from taizhang.office.plans.models import PlanVersion
from taizhang.office.plans.selectors import versions_in_force


def are_in_force(commitments: Iterable[Commitment]) -> bool:
    """Whether each is said by a version in force, or was kept for one."""
    wanted = [{each.version_id, each.kept_for_id} for each in commitments]
    asked = set().union(*wanted) - {None}
    found = set(versions_in_force().filter(id__in=asked).values_list("id", flat=True))
    return bool(wanted) and all(found & versions for versions in wanted)


def nothing_rests_on(*, version_id: int) -> str:
    """For the life of plans: why an approval cannot be annulled; empty where it can, so far as assignments go."""
    plan_id = PlanVersion.objects.filter(id=version_id).values_list("plan_id", flat=True).first()
    out = Assignment.objects.filter(commitment__version__plan=plan_id, state=State.HANDED_OUT)
    return str(_("已有责任分解按这份计划下达，不能撤销批准。请先收回或终止已下达的责任分解。")) if out.exists() else ""
