"""Asking (问答): what every page of assignments has in common — the units of today, a word of what was done, a way back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django_htmx.http import trigger_client_event

from taizhang.office.assignments.selectors.units import Units, load_units
from taizhang.office.assignments.services.rows import Done
from taizhang.office.commitments.views.answers import came_from, is_partial

DIVISION_CHANGED = "division-changed"  # the page asks again for what it shows


def units_today() -> Units:
    """The registry as it is today."""
    return load_units(timezone.localdate())


def told(
    request: HttpRequest, message: str, *, otherwise: str, done: Done | None = None, goes_on: bool = False
) -> HttpResponse:
    """Tell what was done, and how to undo it where that is possible; then go back to where the person was.

    Args:
        done: what can be undone; None where nothing can.
        goes_on: whether the page is to be loaded anew even where htmx asked.
    """
    undo_url = reverse("assignments:undo", args=[done.batch]) if done else ""
    if is_partial(request) and not goes_on:
        toast = {"message": message, "kind": "success", "undo_url": undo_url}
        return trigger_client_event(render(request, "assignments/done.html", toast), DIVISION_CHANGED)
    messages.success(request, message, extra_tags=undo_url)
    return redirect(came_from(request, otherwise))


def template(request: HttpRequest, name: str) -> str:
    """The piece for a dialog of the page, or the same as a page of its own."""
    return f"assignments/{name}.html" if is_partial(request) else f"assignments/{name}_page.html"


def chosen_ids(request: HttpRequest, name: str = "key") -> tuple[int, ...]:
    """What was ticked, as numbers; whatever else was sent is left out."""
    return tuple(int(key) for key in dict.fromkeys(request.POST.getlist(name)) if key.isascii() and key.isdigit())
