"""Views of tables (分解表的页面): out to Excel and Word, in again after a look at the differences, and undone together."""

from urllib.parse import quote, urlencode

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.assignments.intakes import Layout, TableIntake
from taizhang.office.assignments.selectors.units import load_units
from taizhang.office.assignments.tables import intake as services
from taizhang.office.assignments.tables import papers
from taizhang.office.assignments.tables.contents import share_table, task_table
from taizhang.office.assignments.tables.examined import Examined, examine, layout_of
from taizhang.office.assignments.tables.forms import WorkbookForm
from taizhang.office.assignments.tables.grid import LARGEST_FILE, TooLargeTableError
from taizhang.office.assignments.tables.mapping import FIELD
from taizhang.office.assignments.tables.marking import mark
from taizhang.office.assignments.tables.share_book import write_share_book
from taizhang.office.assignments.tables.shares import divide
from taizhang.office.assignments.tables.sheets import Occasion
from taizhang.office.assignments.tables.task_book import write_task_book
from taizhang.office.audit.services import record
from taizhang.office.organisations.workbook import shelf
from taizhang.office.pages import navigation
from taizhang.office.pages.doors import demands
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans.access import plan_within
from taizhang.office.plans.selectors import PlanSummary, get_plan

EXPORT, TAKE_IN = "tables.export", "tables.take_in"
MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
SHOWN = 200  # rows of each outcome on the page; the marked workbook has all


class OutdatedPreviewError(ExpectedError):
    """Outdated preview (预检已过时)."""

    def __init__(self) -> None:
        super().__init__(_("预检之后内容有了变动，这次没有导入。请返回重新看一遍预检结果，再确认。"))


@require_safe
@demands(EXPORT, of=plan_within)
def page(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Where the tables go out and come in, and what came in so far."""
    return _page(request, get_plan(plan_id), WorkbookForm())


@require_safe
@demands(EXPORT, of=plan_within)
def export(request: HttpRequest, plan_id: int, layout: str, media: str) -> HttpResponse:
    """One of the tables as a file."""
    if layout not in Layout.values or media not in MEDIA:
        raise Http404
    plan = get_plan(plan_id)
    by, asked = signed_in(request), request.GET.getlist("target")
    made = Occasion(by=by.name, at=timezone.localtime(), is_demonstration=settings.DEMO or plan.is_demonstration)
    with translation.override(settings.LANGUAGE_CODE):  # tables are issued in Chinese, whatever language a person reads
        content, rows = _written(layout, media, plan, [int(each) for each in asked if each.isdecimal()], made)
    record(
        Act("assignments.table_exported", by, Matter("plan", str(plan_id), plan.title), {"rows": rows, "format": media})
    )
    return _file(content, f"{plan.title} {Layout(layout).label}", media)


@require_POST
@demands(TAKE_IN, of=plan_within)
def receive(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Take a workbook in, to look at."""
    form = WorkbookForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            if file.size > LARGEST_FILE:
                raise TooLargeTableError
            content = file.read()
            layout = layout_of(content, form.cleaned_data["layout"])
            examine(content, get_plan(plan_id), layout, {}, load_units(timezone.localdate()))
        except ExpectedError as refused:
            form.add_error("file", str(refused.message))
        else:
            digest = shelf.put(content, timezone.now())
            request.session[_named(digest)] = file.name
            return redirect("assignments:table_preview", plan_id, layout, digest)
    return _page(request, get_plan(plan_id), form, status=422)


@require_safe
@demands(TAKE_IN, of=plan_within)
def preview(request: HttpRequest, plan_id: int, layout: str, digest: str) -> HttpResponse:
    """What the workbook would do, and which cells stand in its way; first how its columns are understood."""
    plan = get_plan(plan_id)
    said = _mapped(request.GET)
    found = _examined(plan, layout, digest, said)
    return render(request, "assignments/tables/preview.html", _preview_context(request, plan, layout, digest, found))


@require_safe
@demands(TAKE_IN, of=plan_within)
def marked(request: HttpRequest, plan_id: int, layout: str, digest: str) -> HttpResponse:
    """The workbook with its faults written into it."""
    said = _mapped(request.GET)
    found = _examined(get_plan(plan_id), layout, digest, said)
    content = mark(shelf.get(digest), found.grid.title, found.mapping, found.preview)
    return _file(content, _("分解表 预检结果"), "xlsx")


@require_POST
@demands(TAKE_IN, of=plan_within)
def accept(request: HttpRequest, plan_id: int, layout: str, digest: str) -> HttpResponse:
    """Carry out the rows that were ticked."""
    plan = get_plan(plan_id)
    said = _mapped(request.POST)
    found = _examined(plan, layout, digest, said)
    if request.POST.get("fingerprint") != found.preview.fingerprint:
        raise OutdatedPreviewError
    try:
        done = _take(request, plan, layout, digest, found)
    except ExpectedError as refused:
        context = _preview_context(request, plan, layout, digest, found) | {"refused": str(refused.message)}
        return render(request, "assignments/tables/preview.html", context, status=refused.status)
    shelf.remove(digest)
    said_so = _("已导入 %(count)s 行。") % {"count": len(done.changes)}
    messages.success(request, said_so, extra_tags=reverse("assignments:table_undo", args=[plan_id, done.pk]))
    return redirect("assignments:table_intake", plan_id, done.pk)


@require_safe
@demands(TAKE_IN, of=plan_within)
def intake(request: HttpRequest, plan_id: int, intake_id: int) -> HttpResponse:
    """What one intake changed."""
    rows = TableIntake.objects.select_related("by", "undone_by").filter(version__plan=plan_id)
    context = _plan_context(get_plan(plan_id)) | {"intake": get_object_or_404(rows, id=intake_id)}
    return render(request, "assignments/tables/intake.html", context)


@require_POST
@demands(TAKE_IN, of=plan_within)
def undo(request: HttpRequest, plan_id: int, intake_id: int) -> HttpResponse:
    """Put everything back as it was before."""
    get_object_or_404(TableIntake, id=intake_id, version__plan=plan_id)
    now = timezone.now()
    services.undo(intake_id=intake_id, by=signed_in(request), now=now, units=load_units(timezone.localdate()))
    messages.success(request, _("已整批撤销，恢复到导入之前。"))
    return redirect("assignments:table_intake", plan_id, intake_id)


def _written(layout: str, media: str, plan: PlanSummary, targets: list[int], made: Occasion) -> tuple[bytes, int]:
    """The file, and how many rows it has."""
    units = load_units(timezone.localdate())
    if layout == Layout.TASKS:
        tasks = task_table(plan, units)
        return (write_task_book(tasks, units, made) if media == "xlsx" else papers.task_paper(tasks, made)), len(
            tasks.rows
        )
    shares = share_table(plan, units, targets)
    content = write_share_book(shares, units, made) if media == "xlsx" else papers.share_paper(shares, units, made)
    return content, len(shares.unit_ids)


def _take(request: HttpRequest, plan: PlanSummary, layout: str, digest: str, found: Examined) -> TableIntake:
    units = load_units(timezone.localdate())
    delivery = services.Delivery(
        plan=plan,
        layout=layout,
        name=request.session.get(_named(digest), ""),
        digest=digest,
        by=signed_in(request),
        now=timezone.now(),
        reason=request.POST.get("reason", ""),
        document=request.POST.get("document", ""),
    )
    rows = {int(each) for each in request.POST.getlist("row") if each.isdecimal()}
    if layout == Layout.TASKS or found.table is None:
        return services.take_tasks(delivery=delivery, preview=found.preview, rows=rows, units=units)
    wanted = {row.number for row in found.preview.changed if row.number in rows}
    figures = [figure for number in wanted for figure in found.figures[number]]
    divided = tuple(divide(found.table, figures, units))
    return services.take_shares(delivery=delivery, preview=found.preview, rows=rows, divided=divided, units=units)


def _mapped(sent: QueryDict) -> dict[str, str]:
    """How the person who asks put the mapping of columns right."""
    return {name: str(sent[name]) for name in sent if name.startswith(FIELD)}


def _examined(plan: PlanSummary, layout: str, digest: str, said: dict[str, str]) -> Examined:
    if layout not in Layout.values:
        raise Http404
    return examine(shelf.get(digest), plan, layout, said, load_units(timezone.localdate()))


def _preview_context(
    request: HttpRequest, plan: PlanSummary, layout: str, digest: str, found: Examined
) -> dict[str, object]:
    said = {head.field: head.key for head in found.mapping.heads} if found.mapping.is_settled else {}
    asks = not found.mapping.is_keyed and not found.mapping.is_settled
    return _plan_context(plan) | {
        "layout": Layout(layout),
        "digest": digest,
        "name": request.session.get(_named(digest), ""),
        "mapping": found.mapping,
        "asks_for_mapping": asks,
        "preview": found.preview,
        "shown": f":{SHOWN}",
        "settled": said,
        "query": urlencode(said),
    }


def _page(request: HttpRequest, plan: PlanSummary, form: WorkbookForm, status: int = 200) -> HttpResponse:
    context = _plan_context(plan) | {
        "form": form,
        "layouts": Layout,
        "intakes": TableIntake.objects.filter(version__plan=plan.id).select_related("by").order_by("-id")[:20],
        "may_take_in": signed_in(request).grant(TAKE_IN) is not None,
    }
    return render(request, "assignments/tables/page.html", context, status=status)


def _plan_context(plan: PlanSummary) -> dict[str, object]:
    links = navigation.links(settings.PLAN_SECTIONS, [plan.id], "assignments:tables")
    return {"plan": plan, "plan_sections": links}


def _named(digest: str) -> str:
    return f"table {digest}"


def _file(content: bytes, name: str, media: str) -> HttpResponse:
    response = HttpResponse(content, content_type=MEDIA[media])
    response["Content-Disposition"] = (
        f"attachment; filename=\"table.{media}\"; filename*=UTF-8''{quote(f'{name}.{media}', safe='')}"
    )
    return response
