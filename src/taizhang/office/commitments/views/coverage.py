"""Coverage (覆盖): the plan's text coloured by what became of each clause; what is neither is decided from here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from taizhang.office.commitments.access import suggestions_within
from taizhang.office.commitments.selectors import coverage, readings
from taizhang.office.commitments.selectors.decisions import OPEN
from taizhang.office.commitments.views.answers import plan_context
from taizhang.office.pages.doors import demands, granted
from taizhang.office.plans.selectors import get_plan


@demands("commitments.decide", of=suggestions_within)
@require_safe
def page(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Every clause of targets and measures, or only those nobody decided about."""
    plan = get_plan(plan_id, granted(request), counted=False)
    if not plan.is_read:
        return redirect("plans:home", plan_id)
    only_open = request.GET.get("state") == OPEN
    version_id = readings.current_version_id(plan_id)
    draft = readings.draft_beside(plan, version_id)
    covered = coverage.get_coverage(plan_id, version_id, only_open=only_open, draft=draft)
    context = plan_context(plan, "commitments:adopt") | {"covered": covered, "only_open": only_open}
    return render(request, "commitments/coverage_map.html", context)
