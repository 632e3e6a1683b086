"""Record (留痕): the page of one assignment, and the panel that hangs in the page of its commitment."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from taizhang.office.assignments.access import assignment_within, commitment_within
from taizhang.office.assignments.selectors.record import assignment_of, get_record
from taizhang.office.assignments.views.asking import units_today
from taizhang.office.commitments.views.answers import plan_context
from taizhang.office.pages.doors import demands
from taizhang.office.plans.selectors import get_plan


@require_safe
@demands("assignments.view", of=assignment_within)
def page(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """One assignment with everything that was done to it."""
    record = get_record(assignment_id, units_today())
    plan = get_plan(record.commitment.version.plan_id, counted=False)
    context = plan_context(plan, "assignments:of_plan") | {"record": record}
    return render(request, "assignments/record.html", context)


@require_safe
@demands("assignments.view", of=commitment_within)
def of_commitment(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """For the page of a commitment: who answers for it, or the way to name somebody."""
    assignment_id = assignment_of(commitment_id)
    record = get_record(assignment_id, units_today()) if assignment_id else None
    return render(request, "assignments/panel.html", {"record": record, "commitment_id": commitment_id})
