"""Views of comments (征求意见的页面): a round and who has answered, the draft to comment on, answers, the table as Excel."""

import re
import uuid
from datetime import timedelta
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.audit.services import record
from taizhang.office.pages.doors import demands, granted
from taizhang.office.pages.errors import ChangedMeanwhileError, ExpectedError
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans import selectors
from taizhang.office.plans.access import plan_within
from taizhang.office.plans.comments import services
from taizhang.office.plans.comments.access import comment_within, round_within
from taizhang.office.plans.comments.export import comments_as_xlsx
from taizhang.office.plans.comments.forms import AnswerForm, CommentForm, ReplyForm, RoundForm
from taizhang.office.plans.comments.models import Comment, Round, Verdict
from taizhang.office.plans.comments.selectors import RoundPage, round_page
from taizhang.office.plans.comments.services import Remark
from taizhang.office.plans.heads import plan_context
from taizhang.office.plans.life.selectors import carriers
from taizhang.office.plans.naming import living_units
from taizhang.office.plans.pointing import pointable, quote_at
from taizhang.office.plans.selectors import PlanSummary

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
USUAL_DAYS = 7


@demands("plans.view", of=plan_within)
@require_safe
def comments(request: HttpRequest, plan_id: int) -> HttpResponse:
    """A round: who was asked, who has answered, what was said and what became of it."""
    plan = selectors.get_plan(plan_id, granted(request))
    context = plan_context(plan, "plans:comments") | {
        "page": _page(request, plan_id),
        "verdicts": Verdict.choices,
        "today": timezone.localdate(),
    }
    return render(request, "plans/comments/comments.html", context)


@demands("plans.move", of=plan_within)
def open_round(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Choose a draft and whom to ask."""
    plan, today = selectors.get_plan(plan_id, granted(request)), timezone.localdate()
    units, drafts = living_units(today), carriers(plan_id)
    if request.method != "POST":
        initial = {"deadline": today + timedelta(days=USUAL_DAYS)}
        return _ask_round(request, plan, RoundForm(units, drafts, initial=initial))
    form = RoundForm(units, drafts, request.POST)
    if form.is_valid():
        try:
            services.open_round(plan_id=plan_id, letter=form.letter_sent, by=signed_in(request), today=today)
        except ExpectedError as error:
            form.add_error(None, str(error.message))
        else:
            messages.success(request, _("已发出征求意见。"))
            return redirect("plans:comments", plan_id)
    return _ask_round(request, plan, form, status=422)


@demands("plans.move", of=round_within)
def change_round(request: HttpRequest, round_id: int) -> HttpResponse:
    """Give it more time, or ask more units."""
    held, today = get_object_or_404(Round, id=round_id), timezone.localdate()
    plan, units = selectors.get_plan(held.plan_id), living_units(today)
    if request.method != "POST":
        initial = {"deadline": held.deadline, "letter": held.letter, "revision": held.revision}
        return _ask_round(request, plan, RoundForm(units, (), initial=initial, is_change=True), held)
    form = RoundForm(units, (), request.POST, is_change=True)
    if form.is_valid():
        revision, by = form.cleaned_data["revision"] or 0, signed_in(request)
        try:
            services.change_round(round_id=round_id, letter=form.letter_sent, revision=revision, by=by, today=today)
        except ExpectedError as error:
            form = _again(request, form, error, held)
        else:
            messages.success(request, _("已保存。"))
            return redirect("plans:comments", held.plan_id)
    return _ask_round(request, plan, form, held, status=422)


@demands("plans.move", of=round_within)
@require_POST
def close_round(request: HttpRequest, round_id: int) -> HttpResponse:
    """No more comments."""
    held = services.close_round(round_id=round_id, by=signed_in(request))
    messages.success(request, _("本轮征求意见已结束。"))
    return redirect("plans:comments", held.plan_id)


@demands("plans.view", of=plan_within)
@require_safe
def read_and_comment(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The draft under comment: point to a sentence or a cell, say what is to be said of it."""
    page, span = _page(request, plan_id), _span(request)
    if page is None or not page.voices or not page.head.is_open:
        return redirect("plans:comments", plan_id)
    initial: dict[str, object] = {"ticket": uuid.uuid4()}
    if span:
        initial |= {"start": span[0], "end": span[1]}
    context = {
        "page": page,
        "form": CommentForm(page.voices, initial=initial),
        "quote": quote_at(page.head.version_id, span) if span else "",
    }
    if getattr(request, "htmx", False):
        return render(request, "plans/comments/comment_form.html", context)
    address = reverse("plans:comment_text", args=[plan_id]) + f"?round={page.head.number}&span="
    plan = selectors.get_plan(plan_id, granted(request))
    context |= plan_context(plan, "plans:comments") | {"body": pointable(page.head.version_id, address)}
    return render(request, "plans/comments/text.html", context)


@demands("plans.comment", of=round_within)
@require_POST
def comment(request: HttpRequest, round_id: int) -> HttpResponse:
    """Say it."""
    held, grant = get_object_or_404(Round, id=round_id), granted(request)
    page = round_page(held.plan_id, held.number, sees=grant, speaks=grant, today=timezone.localdate())
    form = CommentForm(page.voices if page else (), request.POST)
    if not form.is_valid():
        errors = [error for found in form.errors.values() for error in found]
        raise ExpectedError(str(errors[0]), status=422)
    said = form.cleaned_data
    remark = Remark(said["organisation"], said["words"], said["ticket"], form.span)
    services.comment(round_id=round_id, remark=remark, by=signed_in(request), grant=grant, today=timezone.localdate())
    messages.success(request, _("意见已提交。"))
    address = reverse("plans:comment_text", args=[held.plan_id])
    return redirect(f"{address}#p-{form.span[0]}" if form.span else address)


@demands("plans.comment", of=round_within)
@require_POST
def reply(request: HttpRequest, round_id: int) -> HttpResponse:
    """A unit has said all it has to say, or has nothing to say."""
    form = ReplyForm(request.POST)
    if not form.is_valid():
        raise Http404
    services.reply(
        round_id=round_id,
        organisation_id=form.cleaned_data["organisation"],
        by=signed_in(request),
        grant=granted(request),
        today=timezone.localdate(),
    )
    messages.success(request, _("已反馈。"))
    return redirect("plans:comments", get_object_or_404(Round, id=round_id).plan_id)


@demands("plans.comment", of=comment_within)
@require_POST
def withdraw(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Take a comment back."""
    held = services.withdraw(
        comment_id=comment_id, by=signed_in(request), grant=granted(request), today=timezone.localdate()
    )
    messages.success(request, _("意见已撤回。"))
    return redirect("plans:comments", held.round.plan_id)


@demands("plans.answer_comments", of=comment_within)
@require_POST
def answer(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Say what became of a comment; what was typed is shown again where somebody else was quicker."""
    held = get_object_or_404(Comment.objects.select_related("round"), id=comment_id)
    form = AnswerForm(request.POST)
    address = f"{reverse('plans:comments', args=[held.round.plan_id])}?round={held.round.number}"
    problem = "" if form.is_valid() else _("没有保存：请选择采纳情况，理由不超过 2000 字。")
    if not problem:
        said = form.cleaned_data
        try:
            services.answer(comment_id=comment_id, by=signed_in(request), **said)
        except ExpectedError as error:
            problem = str(error.message)
    if not problem:
        messages.success(request, _("已答复。"))
        return redirect(f"{address}#c-{comment_id}")
    return _answer_again(request, held, problem)


@demands("plans.view", of=plan_within)
@require_safe
def export(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The table of what became of the comments, as far as the person may see them."""
    page = _page(request, plan_id)
    if page is None:
        raise Http404
    plan = selectors.get_plan(plan_id, granted(request))
    matter = Matter("plan", str(plan.id), plan.title)
    record(Act("plans.comments_exported", signed_in(request), matter, {"rows": len(page.comments)}))
    answer = HttpResponse(comments_as_xlsx(plan, page), content_type=XLSX)
    name = quote(_("意见采纳情况表 %(title)s.xlsx") % {"title": plan.title}, safe="")
    answer["Content-Disposition"] = f"attachment; filename=\"comments-{plan.id}.xlsx\"; filename*=UTF-8''{name}"
    return answer


def _answer_again(request: HttpRequest, held: Comment, problem: str) -> HttpResponse:
    plan_id = held.round.plan_id
    grant = signed_in(request).grant("plans.view") or granted(request)
    page = round_page(plan_id, held.round.number, sees=grant, speaks=None, today=timezone.localdate())
    context = plan_context(selectors.get_plan(plan_id, grant), "plans:comments") | {
        "page": page,
        "verdicts": Verdict.choices,
        "today": timezone.localdate(),
        "typed": {
            "id": held.pk,
            "verdict": request.POST.get("verdict", ""),
            "reason": request.POST.get("reason", ""),
            "problem": problem,
        },
    }
    return render(request, "plans/comments/comments.html", context, status=409)


def _page(request: HttpRequest, plan_id: int) -> RoundPage | None:
    number = request.GET.get("round", "")
    return round_page(
        plan_id,
        int(number) if re.fullmatch(r"\d{1,6}", number) else None,
        sees=granted(request),
        speaks=signed_in(request).grant("plans.comment"),
        today=timezone.localdate(),
    )


def _span(request: HttpRequest) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{1,9})-(\d{1,9})", request.GET.get("span", ""))
    return (int(match[1]), int(match[2])) if match and int(match[1]) < int(match[2]) else None


def _ask_round(
    request: HttpRequest, plan: PlanSummary, form: RoundForm, held: Round | None = None, status: int = 200
) -> HttpResponse:
    context = plan_context(plan, "plans:comments") | {"form": form, "round": held}
    return render(request, "plans/comments/ask.html", context, status=status)


def _again(request: HttpRequest, form: RoundForm, error: ExpectedError, held: Round) -> RoundForm:
    """The form with what was typed and what is wrong; pressed again it speaks of the round as it stands now."""
    if isinstance(error, ChangedMeanwhileError):
        typed = request.POST.copy()
        typed["revision"] = str(held.revision)
        form = RoundForm(living_units(timezone.localdate()), (), typed, is_change=True)
    form.add_error(None, str(error.message))
    return form
