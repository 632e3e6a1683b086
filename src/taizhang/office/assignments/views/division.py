"""The division page (责任分解表): who answers for what, filtered, filled in for many at once."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.assignments.access import plan_within
from taizhang.office.assignments.forms import FilterForm, OfUnits, SetDueForm, SetLeadForm, SetSupportsForm
from taizhang.office.assignments.selectors.division import DivisionFilter, get_division, ids_of
from taizhang.office.assignments.services import drafting, errors
from taizhang.office.assignments.services.rows import Done
from taizhang.office.assignments.views.asking import chosen_ids, template, told, units_today
from taizhang.office.commitments.models import Kind
from taizhang.office.commitments.views.answers import came_from, plan_context
from taizhang.office.pages.doors import APPROVED, Grant, demands, granted
from taizhang.office.plans.life.step import IN_FORCE
from taizhang.office.plans.selectors import get_plan, list_plans

SETTING: dict[str, tuple[type[OfUnits], Promise]] = {
    "lead": (SetLeadForm, gettext_lazy("设牵头单位")),
    "supports": (SetSupportsForm, gettext_lazy("加配合单位")),
    "due_on": (SetDueForm, gettext_lazy("设完成时限")),
}


@demands("assignments.view")
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The division of the newest plan for whoever sees divisions whole; for everybody else what they were handed out."""
    grant = granted(request)
    if not grant.is_unlimited and APPROVED not in grant.scopes:
        return redirect("assignments:mine")
    wanted = (plan for plan in list_plans(grant) if plan.is_read and plan_within(grant, plan_id=plan.id))
    plan = next(wanted, None)
    return redirect("assignments:of_plan", plan.id) if plan else render(request, "commitments/no_plan.html")


@require_safe
@demands("assignments.view", of=plan_within)
def page(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The division of a plan."""
    plan = get_plan(plan_id, counted=False)
    if not plan.is_read:
        return redirect("plans:home", plan_id)
    units, wanted = units_today(), wanted_of(request.GET)
    context = plan_context(plan, "assignments:of_plan") | {
        "division": get_division(plan, wanted, grant=granted(request), units=units),
        "wanted": wanted,
        "kinds": Kind.choices,
        "is_in_force": plan.step in IN_FORCE,
    }
    return render(request, "assignments/division.html", context)


@require_POST
@demands("assignments.edit")
def accept(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Fill in what is lacking as proposed, for what was chosen or for everything that matches."""
    units = units_today()
    chosen = chosen_or_all(request, plan_id, granted(request))
    done = drafting.accept_proposals(commitment_ids=chosen, by=signed_in(request), units=units)
    return drafted(request, plan_id, done)


@require_POST
@demands("assignments.edit")
def set_many(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Set one thing for all that were chosen, once it is told what."""
    what = request.POST.get("what", "")
    if what not in SETTING:
        raise Http404
    units, (form_class, title) = units_today(), SETTING[what]
    chosen = chosen_or_all(request, plan_id, granted(request))
    form = form_class(request.POST if "confirmed" in request.POST else None, units=units)
    if not form.is_valid():
        context = plan_context(get_plan(plan_id, counted=False), "assignments:of_plan") | {
            "form": form,
            "chosen": chosen,
            "what": what,
            "title": title,
            "next": came_from(request, reverse("assignments:of_plan", args=[plan_id])),
        }
        return render(request, template(request, "set_many"), context)
    amend = _amend(what, form.cleaned_data[what])
    done = drafting.draft_many(changes=dict.fromkeys(chosen, amend), by=signed_in(request), units=units)
    return drafted(request, plan_id, done)


@require_POST
@demands("assignments.edit")
def undo(request: HttpRequest, batch: Any) -> HttpResponse:  # noqa: ANN401
    """Take back what was drafted by one press of a button."""
    done = drafting.undo(batch=batch, by=signed_in(request), units=units_today())
    said = _("已撤销 %(count)s 条的上一步操作。") % {"count": len(done.assignments)}
    return told(request, said, otherwise=reverse("assignments:home"))


@require_safe
@demands("organisations.view")
def options(_request: HttpRequest) -> JsonResponse:
    """Every unit that can be given a duty, for the picker."""
    listed = [{"name": each.short_name, "full": each.name, "words": each.words} for each in units_today().options()]
    return JsonResponse({"units": listed})


def wanted_of(asked: Any) -> DivisionFilter:  # noqa: ANN401
    """What is asked for."""
    form = FilterForm(asked)
    form.is_valid()
    said = form.cleaned_data
    return DivisionFilter(
        stage=said.get("stage", ""),
        words=said.get("q", ""),
        kind=said.get("kind", ""),
        section=said.get("section", ""),
        unit=said.get("unit"),
        page=said.get("page") or 1,
    )


def chosen_or_all(request: HttpRequest, plan_id: int, grant: Grant) -> tuple[int, ...]:
    """What was ticked of this plan, or the one whose button was pressed; or everything that matches the filter, where that button was pressed."""
    units = units_today()
    if "all" in request.POST:
        return ids_of(plan_id, wanted_of(request.POST), grant=grant, units=units)
    of_plan = set(ids_of(plan_id, DivisionFilter(), grant=grant, units=units))
    chosen = tuple(key for key in chosen_ids(request, "only" if "only" in request.POST else "key") if key in of_plan)
    if not chosen:
        raise errors.NothingChosenError
    return chosen


def drafted(request: HttpRequest, plan_id: int, done: Done) -> HttpResponse:
    """Tell how many were drafted."""
    said = _("已拟定 %(count)s 条。") % {"count": len(done.assignments)}
    if done.skipped:
        said += _("另有 %(count)s 条已下达或没有变化，未动。") % {"count": done.skipped}
    return told(request, said, done=done, otherwise=reverse("assignments:of_plan", args=[plan_id]))


def _amend(what: str, value: Any) -> drafting.Amend:  # noqa: ANN401
    if what == "lead":
        return drafting.leading(value[0])
    return drafting.supporting(value) if what == "supports" else drafting.due(value)
