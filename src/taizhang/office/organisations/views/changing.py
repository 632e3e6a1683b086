"""Changing (办理变更): a form, then what it would do in full, then the deed."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from taizhang.office.organisations.access import person_asking
from taizhang.office.organisations.forms.change import ChangeForm
from taizhang.office.organisations.forms.registering import EstablishForm
from taizhang.office.organisations.regions import known_regions
from taizhang.office.organisations.selectors.holding import load_registry
from taizhang.office.organisations.selectors.unit import get_unit, living_units
from taizhang.office.organisations.services.decision import Done, rehearse
from taizhang.office.pages.doors import demands
from taizhang.office.pages.errors import ExpectedError

NOT_TYPED = {"csrfmiddlewaretoken", "confirmed", "back"}


@demands("organisations.edit")
def establish(request: HttpRequest) -> HttpResponse:
    """Write down a unit."""
    return change(request, None, EstablishForm)


@demands("organisations.edit")
def change(request: HttpRequest, organisation_id: int | None, form_class: type[ChangeForm]) -> HttpResponse:
    """Ask what is to change, show all that follows from it, do it once that was confirmed."""
    today, by = timezone.localdate(), person_asking(request)
    registry = load_registry()
    unit = None if organisation_id is None else get_unit(organisation_id, today, registry)
    form = form_class(unit, living_units(today, registry), request.POST or None)
    if organisation_id is None and not form.is_bound and request.GET.get("parent"):
        form.initial["parent"] = request.GET["parent"]
    if not form.is_bound or "back" in request.POST or not form.is_valid():
        return _ask(request, form)
    if "confirmed" not in request.POST:
        return _confirm(request, form, lambda: form.perform(by, today))
    done = form.perform(by, today)
    messages.success(request, _("已办理：%(title)s。") % {"title": form.title})
    return redirect("organisations:unit", done.organisation_id)


def _ask(request: HttpRequest, form: ChangeForm) -> HttpResponse:
    context = {"form": form, "unit": form.unit, "regions": known_regions().items()}
    return render(request, "organisations/change.html", context)


def _confirm(request: HttpRequest, form: ChangeForm, perform: Callable[[], Done]) -> HttpResponse:
    try:
        tried = rehearse(perform)
    except ExpectedError as refused:
        form.add_error(None, str(refused.message))
        return _ask(request, form)
    typed = [(name, value) for name, values in request.POST.lists() if name not in NOT_TYPED for value in values]
    context = {"form": form, "unit": form.unit, "done": tried, "typed": typed, "decision": form.cleaned_data}
    return render(request, "organisations/confirm.html", context)
