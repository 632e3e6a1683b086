"""The bureau's side (发改一侧): what units asked, and who has not signed, on the screen and on paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.assignments.models import Query
from taizhang.office.assignments.selectors.waiting import open_queries, unsigned_by_unit
from taizhang.office.assignments.services import errors, handing_over, signing
from taizhang.office.assignments.views.asking import told, units_today
from taizhang.office.commitments.views.answers import plan_context
from taizhang.office.pages.doors import demands
from taizhang.office.plans.selectors import get_plan


@require_safe
@demands("assignments.answer")
def queries(request: HttpRequest) -> HttpResponse:
    """What units asked and nobody answered."""
    return render(request, "assignments/queries.html", {"asked": open_queries(units_today())})


@require_POST
@demands("assignments.answer")
def answer(request: HttpRequest, query_id: int) -> HttpResponse:
    """Answer a question; or decide about a hand-over, which is for whoever may hand out."""
    query = get_object_or_404(Query, id=query_id)
    words, by, now = request.POST.get("words", "")[:1000], signed_in(request), timezone.now()
    home = reverse("assignments:queries")
    if query.hand_to_id is None:
        signing.answer(query_id=query_id, words=words, by=by, now=now)
        return told(request, _("已答复。"), otherwise=home, goes_on=True)
    if by.grant("assignments.edit") is None:
        raise errors.NotYoursToDecideError
    granted = request.POST.get("granted") == "yes"
    handing_over.decide(query_id=query_id, granted=granted, words=words, by=by, units=units_today(), now=now)
    said = _("已移交，接收单位那边可以签收了。") if granted else _("已答复：不予移交。")
    return told(request, said, otherwise=home, goes_on=True)


@require_safe
@demands("assignments.edit")
def unsigned(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Who has not signed, unit by unit, to be printed or called up."""
    only_late = request.GET.get("late") == "1"
    context = plan_context(get_plan(plan_id, counted=False), "assignments:of_plan") | {
        "waiting": unsigned_by_unit(plan_id, units_today(), only_late=only_late),
        "only_late": only_late,
        "today": timezone.localdate(),
    }
    return render(request, "assignments/unsigned.html", context)
