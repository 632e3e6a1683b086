"""Handing out (下达): asked once with what each unit will receive; taking back and ending with a reason."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from taizhang.office.accounts.access import signed_in
from taizhang.office.accounts.models import User
from taizhang.office.assignments.forms import GroundForm
from taizhang.office.assignments.models import Assignment, State
from taizhang.office.assignments.selectors.held_terms import terms_of, with_terms
from taizhang.office.assignments.selectors.record import get_record
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.services import errors, handing_out
from taizhang.office.assignments.services.handing_out import Ground, last_day_to_sign
from taizhang.office.assignments.services.rows import Done
from taizhang.office.assignments.views.asking import template, told, units_today
from taizhang.office.assignments.views.division import chosen_or_all
from taizhang.office.commitments.views.answers import came_from, plan_context
from taizhang.office.pages.doors import demands, granted
from taizhang.office.plans.selectors import get_plan


@dataclass(frozen=True, slots=True)
class Receives:
    """Receives (将收到): what one unit will be handed out."""

    unit: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]


@require_POST
@demands("assignments.edit")
def hand_out(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Hand out what was chosen, once it was confirmed."""
    units = units_today()
    chosen = chosen_or_all(request, plan_id, granted(request))
    home = reverse("assignments:of_plan", args=[plan_id])
    if "confirmed" not in request.POST:
        return _confirm(request, plan_id, chosen, units)
    document = request.POST.get("document", "")[:200]
    done = handing_out.hand_out(commitment_ids=chosen, by=signed_in(request), now=timezone.now(), document=document)
    return told(request, _said(done), otherwise=home)


@demands("assignments.edit")
def take_back(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Take one back, once a reason is given."""
    return _with_ground(request, assignment_id, "take_back", handing_out.take_back, _("已收回，可以重新拟定。"))


@demands("assignments.edit")
def end(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """End one, once a reason is given."""
    return _with_ground(request, assignment_id, "end", handing_out.end, _("已终止，各单位不再承担。"))


def _confirm(request: HttpRequest, plan_id: int, chosen: Iterable[int], units: Units) -> HttpResponse:
    held = list(with_terms(Assignment.objects.filter(commitment__in=list(chosen))))
    ready = [each for each in held if each.state != State.HANDED_OUT and terms_of(each).is_complete]
    if not ready:
        raise errors.NotReadyError
    context = plan_context(get_plan(plan_id, counted=False), "assignments:of_plan") | {
        "ready": ready,
        "left": len(tuple(chosen)) - len(ready),
        "receives": _receives(ready, units),
        "last_day": last_day_to_sign(units.today),
        "next": came_from(request, reverse("assignments:of_plan", args=[plan_id])),
    }
    return render(request, template(request, "confirm_hand_out"), context)


def _receives(ready: Iterable[Assignment], units: Units) -> tuple[Receives, ...]:
    leads: dict[int, list[str]] = defaultdict(list)
    supports: dict[int, list[str]] = defaultdict(list)
    for assignment in ready:
        terms, commitment = terms_of(assignment), assignment.commitment
        for organisation in terms.units:
            listed = leads if organisation == terms.lead else supports
            listed[organisation].append(commitment.short_title)
    every = sorted({*leads, *supports}, key=lambda each: (-len(leads[each]), -len(supports[each]), each))
    return tuple(Receives(units.name(each), tuple(leads[each]), tuple(supports[each])) for each in every)


def _with_ground(
    request: HttpRequest, assignment_id: int, name: str, do: Callable[..., Done], said: str
) -> HttpResponse:
    form = GroundForm(request.POST or None)
    home = reverse("assignments:record", args=[assignment_id])
    if request.method == "POST" and form.is_valid():
        ground = Ground(form.cleaned_data["reason"], form.cleaned_data["document"])
        _do(do, assignment_id, ground, signed_in(request), timezone.now())
        return told(request, said, otherwise=home)
    record = get_record(assignment_id, units_today())
    plan = get_plan(record.commitment.version.plan_id, counted=False)
    asked = {"record": record, "form": form, "asks": name, "next": came_from(request, home)}
    return render(request, template(request, "ground"), plan_context(plan, "assignments:of_plan") | asked)


def _do(do: Callable[..., Done], assignment_id: int, ground: Ground, by: User, now: datetime) -> None:
    do(assignment_id=assignment_id, ground=ground, by=by, now=now)


def _said(done: Done) -> str:
    said = _("已下达 %(count)s 条。") % {"count": len(done.assignments)}
    if done.skipped:
        said += _("另有 %(count)s 条此前已下达。") % {"count": done.skipped}
    if done.left:
        said += _("还有 %(count)s 条缺牵头单位或时限，未下达。") % {"count": done.left}
    return said
