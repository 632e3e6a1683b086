"""Views of differences (稿次对照的页面): any two versions of a plan side by side."""

import re
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from taizhang.office.pages.doors import Grant, demands, granted
from taizhang.office.plans import layout, selectors
from taizhang.office.plans.access import plan_within, versions_within
from taizhang.office.plans.differences.compare import Stretch, Unit, compare, stretches, units
from taizhang.office.plans.differences.figures import FigureChange, figure_changes
from taizhang.office.plans.heads import plan_context
from taizhang.office.plans.models import PlanVersion, ReadingState

Choice = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Compared:
    """Compared versions (两稿对照).

    Attributes:
        changed, added, removed: how many paragraphs or table rows are.
    """

    old: int
    new: int
    stretches: tuple[Stretch, ...]
    figures: tuple[FigureChange, ...]
    changed: int
    added: int
    removed: int


@demands("plans.view", of=plan_within)
@require_safe
def differences(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Two versions side by side; the two newest where none are named."""
    grant = granted(request)
    choices = _choices(plan_id, grant)
    old, new = _chosen(request, choices)
    context = plan_context(selectors.get_plan(plan_id, grant), "plans:differences") | {
        "choices": choices,
        "old": old,
        "new": new,
        "only": request.GET.get("only") == "1",
        "compared": _compare(plan_id, old, new, grant) if old and new and old != new else None,
    }
    return render(request, "plans/differences/differences.html", context)


def _choices(plan_id: int, grant: Grant) -> tuple[Choice, ...]:
    read = versions_within(grant).filter(plan=plan_id, state=ReadingState.READ).order_by("-number")
    return tuple((number, name) for number, name in read.values_list("number", "name"))


def _chosen(request: HttpRequest, choices: tuple[Choice, ...]) -> tuple[int, int]:
    numbers = [number for number, _name in choices]
    new = _number(request.GET.get("new", "")) or next(iter(numbers), 0)
    old = _number(request.GET.get("old", "")) or next((number for number in numbers if number < new), 0)
    return old, new


def _compare(plan_id: int, old: int, new: int, grant: Grant) -> Compared:
    versions = versions_within(grant).filter(plan=plan_id, number__in=(old, new), state=ReadingState.READ)
    found = {version.number: version for version in versions.only("number", "layout")}
    if found.keys() != {old, new}:
        raise Http404
    rows = compare(_units(found[old]), _units(found[new]))
    kinds = [row.kind for row in rows]
    return Compared(
        old=old,
        new=new,
        stretches=stretches(rows),
        figures=figure_changes(found[old].pk, found[new].pk, rows),
        changed=kinds.count("changed"),
        added=kinds.count("added"),
        removed=kinds.count("removed"),
    )


def _units(version: PlanVersion) -> tuple[Unit, ...]:
    return units(layout.load(version.layout))


def _number(words: str) -> int:
    return int(words) if re.fullmatch(r"\d{1,6}", words) else 0
