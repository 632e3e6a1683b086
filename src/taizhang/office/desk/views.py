"""Views of the desk (我的台账的页面): the desk in three parts, each asked for by itself, and the search."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.desk.bundles import administration, division, duties, leader, overview, plans
from taizhang.office.desk.entry import Bundle, Bundles, Viewer
from taizhang.office.desk.happenings import happenings
from taizhang.office.desk.searching import find_everything
from taizhang.office.desk.visits import note_visit
from taizhang.office.pages.doors import anyone_signed_in, demands

WAITING: tuple[Bundles, ...] = (
    duties.waiting,
    plans.waiting,
    division.waiting,
    leader.waiting,
    overview.waiting,
    administration.waiting,
)
RETURNED: tuple[Bundles, ...] = (duties.returned,)
LONGEST_QUERY = 100


@anyone_signed_in
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The desk: what waits comes with the page, what happened after it."""
    viewer = _viewer(request)
    bundles = [*_gather(RETURNED, viewer), *_gather(WAITING, viewer)]
    context = {"bundles": bundles, "late": sum(each.late for each in bundles), "today": viewer.today}
    return render(request, "desk/home.html", context)


@anyone_signed_in
@require_safe
def changed(request: HttpRequest) -> HttpResponse:
    """What others did, with what is new since the last sitting marked."""
    viewer = _viewer(request)
    since = note_visit(viewer.user, timezone.now())
    found = happenings(viewer, since)
    template = "desk/changed.html" if getattr(request, "htmx", False) else "desk/changed_page.html"
    return render(request, template, {"happenings": found, "new": sum(each.is_new for each in found), "since": since})


@demands("commitments.view")
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What is found by any words, as they are typed."""
    words = request.GET.get("q", "")[:LONGEST_QUERY].strip()
    found = find_everything(words, signed_in(request), timezone.localdate())
    return render(request, "desk/search.html", {"words": words, "found": found})


def _viewer(request: HttpRequest) -> Viewer:
    return Viewer(signed_in(request), timezone.localdate())


def _gather(sources: Iterable[Bundles], viewer: Viewer) -> Iterable[Bundle]:
    for source in sources:
        yield from source(viewer)
