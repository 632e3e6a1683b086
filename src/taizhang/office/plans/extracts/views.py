"""Views of extracts (摘录证明的页面): choose words, certify them, print them, look a number up."""

import uuid
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.audit.services import record
from taizhang.office.pages.doors import demands, granted
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans import selectors
from taizhang.office.plans.access import plan_within, version_within
from taizhang.office.plans.extracts.access import extract_within
from taizhang.office.plans.extracts.as_word import certificate_as_docx
from taizhang.office.plans.extracts.forms import ExtractForm
from taizhang.office.plans.extracts.selectors import certificate, register_of
from taizhang.office.plans.extracts.services import NotApprovedError, Request, approved_by, certify
from taizhang.office.plans.extracts.wording import file_name, printed
from taizhang.office.plans.heads import plan_context
from taizhang.office.plans.models import PlanVersion
from taizhang.office.plans.pointing import pointable, quote_at

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHORT = 40


@demands("plans.certify", of=version_within)
def extract(request: HttpRequest, version_id: int) -> HttpResponse:
    """Choose words where none are named, ask what they are certified for, certify them."""
    plan_id = PlanVersion.objects.filter(id=version_id).values_list("plan_id", flat=True).first()
    if plan_id is None:
        raise Http404
    if approved_by(version_id) is None:
        raise NotApprovedError
    plan = selectors.get_plan(plan_id, granted(request))
    if request.method == "POST":
        form = ExtractForm(request.POST)
        if form.is_valid():
            return _certify(request, version_id, form)
    else:
        named = _span(request)
        if named is None:
            address = reverse("plans:extract", args=[version_id]) + "?span="
            context = plan_context(plan, "plans:life") | {"body": pointable(version_id, address)}
            return render(request, "plans/extracts/choose.html", context)
        words = quote_at(version_id, named)
        title = request.GET.get("title", "")[:200] or words[:SHORT]
        form = ExtractForm(initial={"start": named[0], "end": named[1], "title": title, "ticket": uuid.uuid4()})
    return _ask(request, version_id, form, plan_context(plan, "plans:life"))


@demands("plans.view", of=extract_within)
@require_safe
def certified(request: HttpRequest, extract_id: int) -> HttpResponse:
    """The certificate as it is printed."""
    made = certificate(extract_id)
    context = plan_context(selectors.get_plan(made.plan_id, granted(request)), "plans:life") | {
        "made": made,
        "words": printed(made),
    }
    return render(request, "plans/extracts/certified.html", context)


@demands("plans.view", of=extract_within)
@require_safe
def word(request: HttpRequest, extract_id: int) -> HttpResponse:
    """The certificate as a Word file."""
    made = certificate(extract_id)
    matter = Matter("plan", str(made.plan_id), made.plan_title)
    record(Act("plans.extract_downloaded", signed_in(request), matter, {"extract": made.serial}))
    answer = HttpResponse(certificate_as_docx(made), content_type=DOCX)
    name = quote(file_name(made), safe="")
    answer["Content-Disposition"] = f"attachment; filename=\"extract-{made.id}.docx\"; filename*=UTF-8''{name}"
    return answer


@demands("plans.view", of=plan_within)
@require_safe
def register(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Every extract that was certified of a plan."""
    grant, words = granted(request), request.GET.get("q", "")[:100]
    plan = selectors.get_plan(plan_id, grant)
    context = plan_context(plan, "plans:life") | {"extracts": register_of(plan_id, grant, words), "words": words}
    return render(request, "plans/extracts/register.html", context)


def _certify(request: HttpRequest, version_id: int, form: ExtractForm) -> HttpResponse:
    said = form.cleaned_data
    wanted = Request(version_id, said["start"], said["end"], said["title"], said["ticket"], said["purpose"])
    made = certify(request=wanted, by=signed_in(request), now=timezone.now())
    messages.success(request, _("已登记为 %(number)s。") % {"number": str(made)})
    return redirect("plans:certified", made.pk)


def _ask(request: HttpRequest, version_id: int, form: ExtractForm, context: dict[str, object]) -> HttpResponse:
    start, end = form["start"].value(), form["end"].value()
    is_known = str(start).isdecimal() and str(end).isdecimal()
    words = quote_at(version_id, (int(start), int(end))) if is_known else ""
    status = 422 if form.is_bound else 200
    return render(request, "plans/extracts/ask.html", context | {"form": form, "quote": words}, status=status)


def _span(request: HttpRequest) -> tuple[int, int] | None:
    """``?span=120-150``, or ``?start=120&end=150``."""
    start, _dash, end = request.GET.get("span", "").partition("-")
    start, end = request.GET.get("start", start), request.GET.get("end", end)
    if not (start.isdecimal() and end.isdecimal() and len(start) < 10 and len(end) < 10):
        return None
    return (int(start), int(end)) if int(start) < int(end) else None
