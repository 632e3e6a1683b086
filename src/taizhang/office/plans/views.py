"""Views of plans (计划的页面): the list, handing a file in, the document as issued, the indicator table."""

import re

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.audit.services import record
from taizhang.office.pages import navigation
from taizhang.office.pages.doors import demands, granted
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans import comparison, explanation, reading_view, selectors, services
from taizhang.office.plans.access import cell_within, plan_within, statement_within
from taizhang.office.plans.explanation import Explanation
from taizhang.office.plans.forms import UploadForm
from taizhang.office.plans.heads import plan_context

# How a person writes the formats we read; the browser's file chooser shows these first.
ACCEPTED = ".docx,.pdf,.html,.htm,.txt,.md,.xlsx,.xls,.doc,.wps,.rtf,.et"


@demands("plans.view")
@require_safe
def plan_list(request: HttpRequest) -> HttpResponse:
    """All plans, newest first."""
    return _render_list(request, UploadForm())


@demands("plans.edit")
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Take files in; one already known leads to its plan."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _render_list(request, form, status=422)
    receipts = [services.take_in(file=file, by=signed_in(request)) for file in form.cleaned_data["plan_files"]]
    known = [receipt for receipt in receipts if not receipt.is_new]
    if known:
        messages.info(request, _("这个文件以前已经收到过，为您打开原来的那一份。"))
    if known and len(receipts) == 1:
        return redirect("plans:home", known[0].plan_id)
    return redirect("plans:list")


@demands("plans.view", of=plan_within)
@require_safe
def plan_home(request: HttpRequest, plan_id: int) -> HttpResponse:
    """A plan that was read opens at its text; one that was not, where its state is shown."""
    if selectors.get_plan(plan_id, granted(request)).is_read:
        return redirect("plans:text", plan_id)
    return redirect(f"{reverse('plans:list')}#plan-{plan_id}")


@demands("plans.view", of=plan_within)
@require_safe
def progress(request: HttpRequest, plan_id: int) -> HttpResponse:
    """One plan's entry of the list; the page asks for it again until the reading is over."""
    return render(request, "plans/entry.html", {"plan": selectors.get_plan(plan_id, granted(request), counted=True)})


@demands("plans.edit", of=plan_within)
@require_POST
def new_version(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Take a file in as the next version of the plan."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        raise ExpectedError(str(form.errors["plan_files"][0]), status=422)
    receipt = services.take_in(file=form.cleaned_data["plan_files"][0], by=signed_in(request), plan_id=plan_id)
    if not receipt.is_new:
        messages.info(request, _("这个文件以前已经收到过，内容没有变化；请确认选的是改好的稿子。"))
    return redirect("plans:life", plan_id)


@demands("plans.edit", of=plan_within)
@require_POST
def read_again(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Try a failed reading once more."""
    services.read_again(plan_id=plan_id)
    return redirect(f"{reverse('plans:list')}#plan-{plan_id}")


@demands("plans.edit", of=plan_within)
def remove(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Ask, then remove."""
    plan = selectors.get_plan(plan_id, granted(request))
    if request.method != "POST":
        return render(request, "plans/remove.html", {"plan": plan})
    services.remove(plan_id=plan_id, by=signed_in(request))
    messages.success(request, _("已移除“%(title)s”。") % {"title": plan.title})
    return redirect("plans:list")


@demands("plans.view", of=plan_within)
@require_safe
def download(request: HttpRequest, plan_id: int) -> FileResponse:
    """The file as it was received, byte for byte."""
    version = selectors.version_file(plan_id, granted(request))
    record(Act("plans.downloaded", signed_in(request), Matter("plan", str(plan_id), version.plan.title)))
    return FileResponse(version.file.open("rb"), as_attachment=True, filename=version.name)


@demands("plans.view", of=plan_within)
@require_safe
def text(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The document as issued, with everything understood marked in it."""
    plan = selectors.get_plan(plan_id, granted(request))
    if not plan.is_read:
        return redirect("plans:home", plan_id)
    draft = _number(request.GET.get("draft", ""))
    is_earlier = draft is not None and draft != plan.number
    version_id = (
        selectors.version_numbered(plan_id, draft, granted(request)) if is_earlier and draft else plan.version_id
    )
    page = reading_view.text_page(version_id, _span(request.GET.get("lit", "")))
    context = plan_context(plan, "plans:text") | {"page": page, "draft": draft if is_earlier else None}
    return render(request, "plans/text.html", context)


@demands("plans.view", of=plan_within)
@require_safe
def indicators(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The indicator table: last year and this, text and annex side by side."""
    plan = selectors.get_plan(plan_id, granted(request))
    if not plan.is_read:
        return redirect("plans:home", plan_id)
    compared = comparison.compare(plan.version_id)
    return render(request, "plans/indicators.html", plan_context(plan, "plans:indicators") | {"comparison": compared})


@demands("plans.view", of=statement_within)
@require_safe
def statement(request: HttpRequest, statement_id: int) -> HttpResponse:
    """What was understood of one statement."""
    slots = navigation.addresses(settings.STATEMENT_SLOTS, [statement_id])
    return _explain(request, explanation.explain_statement(statement_id), slots)


@demands("plans.view", of=cell_within)
@require_safe
def cell(request: HttpRequest, cell_id: int) -> HttpResponse:
    """What was understood of one table cell."""
    return _explain(request, explanation.explain_cell(cell_id), ())


def _number(words: str) -> int | None:
    return int(words) if words.isdecimal() and len(words) < 6 else None


def _span(words: str) -> tuple[int, int] | None:
    """``120-150`` as offsets; anything else lights nothing."""
    match = re.fullmatch(r"(\d{1,9})-(\d{1,9})", words)
    return (int(match[1]), int(match[2])) if match else None


def _explain(request: HttpRequest, told: Explanation, slots: tuple[str, ...]) -> HttpResponse:
    """The panel for a page that shows the document; a page of its own for whoever follows the link otherwise."""
    if getattr(request, "htmx", False):
        return render(request, "plans/explanation.html", {"told": told, "slots": slots})
    plan = selectors.get_plan(told.plan_id, granted(request))
    context = plan_context(plan, "plans:text") | {"told": told, "slots": slots}
    return render(request, "plans/explanation_page.html", context)


def _render_list(request: HttpRequest, form: UploadForm, status: int = 200) -> HttpResponse:
    context = {
        "plans": selectors.list_plans(granted(request)),
        "form": form,
        "accepted": ACCEPTED,
        "limit_mb": settings.UPLOAD_LIMIT_MB,
    }
    return render(request, "plans/list.html", context, status=status)
