"""Views of a plan's life (流转的页面): the steps and who did what; a move; a resolution entered, confirmed, annulled."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.audit.services import record
from taizhang.office.pages.doors import demands, granted
from taizhang.office.pages.errors import ChangedMeanwhileError, ExpectedError
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans import selectors
from taizhang.office.plans.access import plan_within, resolution_within
from taizhang.office.plans.heads import plan_context
from taizhang.office.plans.life import resolutions
from taizhang.office.plans.life.digests import verify
from taizhang.office.plans.life.forms import MoveForm, ReasonForm, ResolutionForm
from taizhang.office.plans.life.models import Resolution
from taizhang.office.plans.life.moves import Move, moves
from taizhang.office.plans.life.passages import Order, carrier, move_plan
from taizhang.office.plans.life.requirements import judge
from taizhang.office.plans.life.resolutions import Decision
from taizhang.office.plans.life.selectors import carriers, life_of, offers, resolution_of
from taizhang.office.plans.models import Plan, PlanVersion


@demands("plans.view", of=plan_within)
@require_safe
def life(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Where a plan stands, how it came there, which versions it has."""
    grant = granted(request)
    plan = selectors.get_plan(plan_id, grant)
    context = plan_context(plan, "plans:life") | {"life": life_of(plan_id, plan.step, grant)}
    return render(request, "plans/life/life.html", context)


@demands("plans.view", of=plan_within)
@require_safe
def next_moves(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The moves the person may make, each with what it requires: a fragment of the page of a plan's life."""
    plan = selectors.get_plan(plan_id, granted(request))
    offered = offers(plan_id, signed_in(request).grant)
    return render(request, "plans/life/offers.html", {"plan": plan, "offers": offered})


@demands("plans.move", of=plan_within)
def move(request: HttpRequest, plan_id: int, code: str) -> HttpResponse:
    """Ask what a move needs, then make it."""
    chosen = moves().get(code)
    if chosen is None or chosen.room:
        raise Http404
    plan = get_object_or_404(Plan, id=plan_id)
    if request.method != "POST":
        initial = {"revision": plan.revision, "number": _printed_number(plan) if "number" in chosen.asks else ""}
        return _ask_move(request, plan, chosen, MoveForm(chosen, carriers(plan_id), initial=initial, plan_id=plan_id))
    form = MoveForm(chosen, carriers(plan_id), request.POST, plan_id=plan_id)
    if not form.is_valid():
        return _ask_move(request, plan, chosen, form, status=422)
    said = form.cleaned_data
    order = Order(plan_id, code, signed_in(request), said["revision"], said.get("version"), form.paper)
    try:
        passage = move_plan(order, today=timezone.localdate())
    except ExpectedError as error:
        return _ask_move(request, plan, chosen, _again(request, form, error), status=error.status)
    messages.success(request, _("已转入“%(step)s”。") % {"step": passage.get_to_step_display()})
    return redirect("plans:life", plan_id)


@demands("plans.approve", of=plan_within)
def enter_resolution(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Write down what the approving body decided."""
    plan = get_object_or_404(Plan, id=plan_id)
    if resolutions.approving_move(plan) is None:
        messages.info(request, _("这份计划现在不在等待批准的步骤。"))
        return redirect("plans:life", plan_id)
    if request.method != "POST":
        return _ask_resolution(request, plan, ResolutionForm(carriers(plan_id)))
    form = ResolutionForm(carriers(plan_id), request.POST, request.FILES)
    if not form.is_valid():
        return _ask_resolution(request, plan, form, status=422)
    said = form.cleaned_data
    decision = Decision(
        said["version"], said["organ"], said["number"], said["decided_on"], said["explanation"], said["scan"]
    )
    try:
        made = resolutions.enter(plan_id=plan_id, decision=decision, by=signed_in(request), today=timezone.localdate())
    except ExpectedError as error:
        form.add_error(None, str(error.message))
        return _ask_resolution(request, plan, form, status=error.status)
    messages.success(request, _("已录入，文本已冻结。请另一位同事复核后生效。"))
    return redirect("plans:resolution", made.pk)


@demands("plans.view", of=resolution_within)
@require_safe
def resolution(request: HttpRequest, resolution_id: int) -> HttpResponse:
    """A resolution, the digests of what it froze computed anew, and what may be done about it."""
    held = _resolution(resolution_id)
    plan = selectors.get_plan(held.plan_id, granted(request))
    compared = verify(held)
    context = plan_context(plan, "plans:life") | {
        "resolution": held,
        "compared": compared,
        "is_intact": all(each.agrees for each in compared),
        "is_mine": held.entered_by_id == signed_in(request).pk,
        "is_annulment_mine": held.annulment_asked_by_id == signed_in(request).pk,
    }
    return render(request, "plans/life/resolution.html", context)


@demands("plans.approve", of=resolution_within)
@require_POST
def confirm(request: HttpRequest, resolution_id: int) -> HttpResponse:
    """The second person agrees: the version is in force."""
    held = resolutions.confirm(resolution_id=resolution_id, by=signed_in(request))
    messages.success(request, _("已复核通过，这一稿从现在起现行有效。"))
    return redirect("plans:life", held.plan_id)


@demands("plans.approve", of=resolution_within)
@require_POST
def refuse(request: HttpRequest, resolution_id: int) -> HttpResponse:
    """The second person does not agree, or whoever entered it takes it back."""
    held = resolutions.refuse(resolution_id=resolution_id, by=signed_in(request), reason=_reason(request))
    messages.success(request, _("已退回，文本解除冻结。"))
    return redirect("plans:life", held.plan_id)


@demands("plans.approve", of=resolution_within)
@require_POST
def ask_annulment(request: HttpRequest, resolution_id: int) -> HttpResponse:
    """Say that an approval was a mistake."""
    resolutions.ask_annulment(resolution_id=resolution_id, by=signed_in(request), reason=_reason(request))
    messages.success(request, _("已申请撤销，请另一位同事确认。"))
    return redirect("plans:resolution", resolution_id)


@demands("plans.approve", of=resolution_within)
@require_POST
def drop_annulment(request: HttpRequest, resolution_id: int) -> HttpResponse:
    """Let it stand after all."""
    resolutions.drop_annulment(resolution_id=resolution_id, by=signed_in(request))
    messages.success(request, _("已驳回撤销申请，批准继续有效。"))
    return redirect("plans:resolution", resolution_id)


@demands("plans.approve", of=resolution_within)
@require_POST
def annul(request: HttpRequest, resolution_id: int) -> HttpResponse:
    """The second person agrees that it was a mistake."""
    held = resolutions.annul(resolution_id=resolution_id, by=signed_in(request))
    messages.success(request, _("批准已撤销，计划退回上一步。"))
    return redirect("plans:life", held.plan_id)


@demands("plans.view", of=resolution_within)
@require_safe
def scan(request: HttpRequest, resolution_id: int) -> FileResponse:
    """The paper of the resolution as it was handed in, byte for byte."""
    held = _resolution(resolution_id)
    if not held.scan:
        raise Http404
    _note_download(request, held)
    return FileResponse(held.scan.open("rb"), as_attachment=True, filename=held.scan_name)


@demands("plans.view", of=resolution_within)
@require_safe
def frozen_text(request: HttpRequest, resolution_id: int) -> HttpResponse:
    """The frozen text as the bytes that were digested, for whoever checks it with tools of their own."""
    held = _resolution(resolution_id)
    _note_download(request, held)
    words = PlanVersion.objects.values_list("text", flat=True).get(id=held.version_id)
    answer = HttpResponse(words.encode(), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="plan-{held.plan_id}-version-{held.version.number}.txt"'
    return answer


def _ask_move(request: HttpRequest, plan: Plan, chosen: Move, form: MoveForm, status: int = 200) -> HttpResponse:
    shown = selectors.get_plan(plan.pk, granted(request))
    context = plan_context(shown, "plans:life") | {
        "move": chosen,
        "form": form,
        "verdicts": judge(chosen, plan, carrier(plan)),
        "is_possible": plan.step in chosen.from_steps,
        "step": plan.get_step_display(),
    }
    return render(request, "plans/life/move.html", context, status=status)


def _ask_resolution(request: HttpRequest, plan: Plan, form: ResolutionForm, status: int = 200) -> HttpResponse:
    chosen = resolutions.approving_move(plan)
    assert chosen is not None
    shown = selectors.get_plan(plan.pk, granted(request))
    context = plan_context(shown, "plans:life") | {
        "move": chosen,
        "form": form,
        "verdicts": judge(chosen, plan, carrier(plan)),
    }
    return render(request, "plans/life/enter_resolution.html", context, status=status)


def _again(request: HttpRequest, form: MoveForm, error: ExpectedError) -> MoveForm:
    """The form with what was typed and what is wrong; pressed again it speaks of the plan as it stands now."""
    if isinstance(error, ChangedMeanwhileError):
        typed = request.POST.copy()
        typed["revision"] = str(Plan.objects.values_list("revision", flat=True).get(id=form.plan_id))
        form = MoveForm(form.move, form.carriers, typed, plan_id=form.plan_id)
    form.add_error(None, str(error.message))
    return form


def _resolution(resolution_id: int) -> Resolution:
    held = resolution_of(resolution_id)
    if held is None:
        raise Http404
    return held


def _reason(request: HttpRequest) -> str:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        raise ExpectedError(str(form.errors["reason"][0]), status=422)
    reason: str = form.cleaned_data["reason"]
    return reason


def _printed_number(plan: Plan) -> str:
    """The number the paper itself bears, to begin with."""
    version_id = carrier(plan)
    return PlanVersion.objects.filter(id=version_id or 0).values_list("document_number", flat=True).first() or ""


def _note_download(request: HttpRequest, held: Resolution) -> None:
    matter = Matter("plan", str(held.plan_id), held.plan.title)
    record(Act("plans.downloaded", signed_in(request), matter, {"version": held.version.number}))
