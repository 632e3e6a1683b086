"""Looking (查看): the tree of a day, and one unit."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from taizhang.office.organisations.forms.asking import TreeFilterForm
from taizhang.office.organisations.selectors.tree import get_tree
from taizhang.office.organisations.selectors.unit import get_unit
from taizhang.office.pages.doors import demands


@demands("organisations.view")
@require_safe
def tree(request: HttpRequest) -> HttpResponse:
    """Who stands under whom on a day."""
    today = timezone.localdate()
    wanted = TreeFilterForm(request.GET).wanted(today)
    context = {
        "tree": get_tree(wanted),
        "wanted": wanted,
        "today": today,
    }
    return render(request, "organisations/tree.html", context)


@demands("organisations.view")
@require_safe
def unit(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """One unit with its whole life."""
    context = {
        "unit": get_unit(organisation_id, timezone.localdate()),
    }
    return render(request, "organisations/unit.html", context)
