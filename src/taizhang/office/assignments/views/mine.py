"""Mine (我的任务): a unit's people sign for what they were handed out, ask, name the officer, ask to hand over."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.accounts.models import User
from taizhang.office.assignments.access import duty_within
from taizhang.office.assignments.forms import HandOverForm, WordsForm, first_error
from taizhang.office.assignments.selectors.mine import QUERIED, SIGNED, WAITING, get_my_work
from taizhang.office.assignments.services import errors, handing_over, signing
from taizhang.office.assignments.services.signing import Side
from taizhang.office.assignments.views.asking import chosen_ids, told, units_today
from taizhang.office.pages.doors import demands, granted

ROLES = ("lead", "support")


@require_safe
@demands("assignments.view")
def page(request: HttpRequest) -> HttpResponse:
    """What the person's units were handed out."""
    units = units_today()
    stage = request.GET.get("stage", "")
    role = request.GET.get("role", "")
    work = get_my_work(
        granted(request).organisations,
        units,
        stage=stage if stage in {WAITING, QUERIED, SIGNED} else "",
        role=role if role in ROLES else "",
    )
    context = {"work": work, "stage": stage, "role": role, "units_of_today": units.options(), "me": signed_in(request)}
    return render(request, "assignments/mine.html", context)


@require_POST
@demands("assignments.sign")
def sign(request: HttpRequest) -> HttpResponse:
    """Sign for what was ticked, or for the one whose button was pressed."""
    chosen = chosen_ids(request, "only") or chosen_ids(request)
    if not chosen:
        raise errors.NothingChosenError
    done = signing.sign(duty_ids=chosen, side=_side(request), officer=_officer(request), now=timezone.now())
    said = _("已签收 %(count)s 条。") % {"count": len(done.assignments)}
    if done.skipped:
        said += _("另有 %(count)s 条此前已签收。") % {"count": done.skipped}
    return told(request, said, otherwise=reverse("assignments:mine"), goes_on=True)


@require_POST
@demands("assignments.sign", of=duty_within)
def ask(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Ask what is unclear."""
    form = WordsForm(request.POST)
    if not form.is_valid():
        return _again(request, first_error(form))
    signing.ask(duty_id=duty_id, words=form.cleaned_data["words"], side=_side(request))
    return told(
        request, _("已提交，发改部门答复后您会在这里看到。"), otherwise=reverse("assignments:mine"), goes_on=True
    )


@require_POST
@demands("assignments.sign", of=duty_within)
def officer(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Name the officer."""
    named = _officer(request)
    if named is None:
        raise errors.NoColleagueError
    signing.name_officer(duty_id=duty_id, officer=named, side=_side(request))
    said = _("经办人改为 %(name)s。") % {"name": named.name}
    return told(request, said, otherwise=reverse("assignments:mine"), goes_on=True)


@require_POST
@demands("assignments.sign", of=duty_within)
def hand_over(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Ask that another unit take the duty."""
    units = units_today()
    form = HandOverForm(request.POST, units=units)
    if not form.is_valid():
        return _again(request, first_error(form))
    to = form.cleaned_data["to"][0]
    side = _side(request)
    handing_over.ask_to_hand_over(duty_id=duty_id, to=to, words=form.cleaned_data["words"], side=side)
    said = _("已申请移交给 %(unit)s，等发改部门决定。") % {"unit": units.name(to)}
    return told(request, said, otherwise=reverse("assignments:mine"), goes_on=True)


def _side(request: HttpRequest) -> Side:
    by = signed_in(request)
    may_name = by.grant("assignments.name_officer") is not None
    return Side(by, granted(request).organisations, units_today(), may_name)


def _officer(request: HttpRequest) -> User | None:
    named = request.POST.get("officer", "")
    return User.objects.filter(id=int(named), is_active=True).first() if named.isascii() and named.isdigit() else None


def _again(request: HttpRequest, message: str) -> HttpResponse:
    messages.error(request, message)
    return redirect("assignments:mine")
