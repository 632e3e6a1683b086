"""Answers (应答): what every change has in common — a word of what was done, with a way back, in place or as a page."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import trigger_client_event

from taizhang.office.commitments.deeds import Done
from taizhang.office.commitments.selectors.story import Story
from taizhang.office.pages import navigation
from taizhang.office.pages.doors import granted
from taizhang.office.plans.selectors import PlanSummary, get_plan

LEDGER_CHANGED = "ledger-changed"  # the page asks again for what it shows


def is_partial(request: HttpRequest) -> bool:
    """Whether a page that is already there asked for a piece of itself."""
    return bool(getattr(request, "htmx", False))


def plan_context(plan: PlanSummary, current: str) -> dict[str, object]:
    """What the head of every page of one plan needs; ``current`` is the address name of the page."""
    return {"plan": plan, "plan_sections": navigation.links(settings.PLAN_SECTIONS, [plan.id], current)}


def answer(request: HttpRequest, message: str, done: Done, *, otherwise: str) -> HttpResponse:
    """Tell what was done and how to undo it; a page of its own goes back to where the person was."""
    undo_url = reverse("commitments:undo", args=[done.batch])
    if is_partial(request):
        toast = {"message": message, "kind": "success", "undo_url": undo_url}
        return trigger_client_event(render(request, "commitments/done.html", toast), LEDGER_CHANGED)
    messages.success(request, message, extra_tags=undo_url)
    return redirect(came_from(request, otherwise))


def ask(
    request: HttpRequest, name: str, told: Story, form: object, more: dict[str, object] | None = None
) -> HttpResponse:
    """A question about one commitment: the piece for a dialog of the page, or the same as a page of its own."""
    plan = get_plan(told.commitment.version.plan_id, granted(request), counted=False)
    home = reverse("commitments:commitment", args=[told.commitment.id])
    context = plan_context(plan, "commitments:of_plan") | {"told": told, "form": form, "next": came_from(request, home)}
    if is_partial(request):
        return render(request, f"commitments/{name}.html", context | (more or {}))
    piece = {"piece": f"commitments/{name}.html"}
    return render(request, "commitments/asked_page.html", context | (more or {}) | piece)


def came_from(request: HttpRequest, otherwise: str) -> str:
    """The page the person was on, if it is one of ours; else the address or address name given."""
    wanted = request.POST.get("next", "") or request.headers.get("Referer", "")
    if wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        return wanted
    return resolve_url(otherwise)
