"""Views of pages (公共页面): the way in, the design system, and what to say when something is missing or wrong."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from taizhang.office.pages.doors import anyone_signed_in
from taizhang.office.pages.icons import ICONS

# Names of the colours in tokens.css worth showing.
SWATCHES = (
    "paper",
    "sheet",
    "sunk",
    "ink",
    "ink-soft",
    "ink-faint",
    "rule",
    "rule-strong",
    "seal",
    "seal-wash",
    "pine",
    "pine-wash",
    "amber",
    "amber-wash",
    "grey",
    "grey-wash",
    "level",
    "growth",
    "change",
    "rank",
)


@anyone_signed_in
def home(request: HttpRequest) -> HttpResponse:
    """The root leads to where the day's work begins."""
    return redirect(settings.LOGIN_REDIRECT_URL)


@anyone_signed_in
def design(request: HttpRequest) -> HttpResponse:
    """Every component of the design system, for those who build pages."""
    return render(request, "pages/design.html", {"icons": list(ICONS), "swatches": SWATCHES})


@login_not_required
def health(request: HttpRequest) -> HttpResponse:
    """For whoever watches over the machine."""
    return HttpResponse("ok", content_type="text/plain")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return render(request, "pages/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return render(request, "pages/403.html", status=403)


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that was open too long, or that another site sent."""
    return render(request, "pages/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return render(request, "pages/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: asks nothing of the database or the session, which may be what is broken."""
    return HttpResponse(render_to_string("pages/500.html"), status=500)
