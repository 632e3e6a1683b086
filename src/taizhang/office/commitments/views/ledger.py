"""Keeping the ledger (台账): the table, the workbook, and one commitment with everything that happened to it."""

import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.audit.services import record
from taizhang.office.commitments import export, services
from taizhang.office.commitments.access import batch_within, commitment_within, ledger_within, statement_within
from taizhang.office.commitments.deeds import Done, NotInForceError
from taizhang.office.commitments.forms import AmendForm, LedgerFilterForm, ReasonForm
from taizhang.office.commitments.selectors import ledger, story
from taizhang.office.commitments.selectors.succession import count_waiting
from taizhang.office.commitments.views.answers import answer, ask, is_partial, plan_context
from taizhang.office.commitments.wording import PLACES, SORT_LABELS
from taizhang.office.pages import navigation
from taizhang.office.pages.doors import demands, granted
from taizhang.office.pages.errors import ChangedMeanwhileError
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans.selectors import get_plan, list_plans

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@demands("commitments.view")
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The ledger of the newest plan there is; without any plan, a word of what to do."""
    plan = next((plan for plan in list_plans(granted(request)) if plan.is_read), None)
    if plan is None:
        return render(request, "commitments/no_plan.html")
    return redirect("commitments:of_plan", plan.id)


@demands("commitments.view", of=ledger_within)
@require_safe
def page(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The ledger of a plan, filtered and sorted."""
    plans = list_plans(granted(request))
    plan = next((each for each in plans if each.id == plan_id), None) or get_plan(plan_id, granted(request))
    if not plan.is_read:
        return redirect("plans:home", plan_id)
    form = LedgerFilterForm(request.GET)
    wanted = form.wanted()
    context = plan_context(plan, "commitments:of_plan") | {
        "ledger": ledger.get_ledger(plan_id, wanted, granted(request)),
        "wanted": wanted,
        "waiting": count_waiting(plan_id, plan.version_id),
        "sorts": SORT_LABELS,
        "places": PLACES.items(),
        "asked": request.GET.urlencode(),
        "plans": [each for each in plans if each.is_read],
    }
    return render(request, "commitments/ledger.html", context)


@demands("commitments.view", of=ledger_within)
@require_safe
def workbook(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The ledger as filtered and sorted, as an Excel file."""
    plan = get_plan(plan_id, granted(request))
    wanted = LedgerFilterForm(request.GET).wanted()
    found = ledger.get_ledger(plan_id, wanted, granted(request), is_whole=True)
    made = export.Occasion(
        plan=plan,
        sha256=ledger.digest_of(plan.version_id),
        by=signed_in(request).name,
        at=timezone.localtime(),
        is_demonstration=settings.DEMO or plan.is_demonstration,
        is_filtered=found.found < found.total,
        site=request.build_absolute_uri("/").rstrip("/"),
    )
    record(
        Act(
            "commitments.exported",
            signed_in(request),
            Matter("plan", str(plan_id), plan.title),
            {"rows": len(found.rows)},
        )
    )
    response = HttpResponse(export.ledger_as_xlsx(found.rows, made), content_type=XLSX)
    response["Content-Disposition"] = export.disposition(made)
    return response


@demands("commitments.view", of=commitment_within)
@require_safe
def commitment(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """One commitment with its chain of custody."""
    told = story.get_story(commitment_id)
    shown = {"told": told, "slots": navigation.addresses(settings.COMMITMENT_SLOTS, [commitment_id])}
    if is_partial(request):
        return render(request, "commitments/story.html", shown)
    plan = get_plan(told.commitment.version.plan_id, granted(request), counted=False)
    return render(request, "commitments/story_page.html", plan_context(plan, "commitments:of_plan") | shown)


@demands("commitments.decide", of=commitment_within)
def amend(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """Change what a commitment says; where someone else did meanwhile, show both and keep what was typed."""
    told = story.get_story(commitment_id)
    if not told.is_adopted:
        raise NotInForceError
    form = AmendForm(request.POST or None, of=told.commitment, is_approved=told.is_approved)
    home = reverse("commitments:commitment", args=[commitment_id])
    context: dict[str, object] = {"why": story.proposal_words(told.commitment)}
    if request.method == "POST" and form.is_valid():
        try:
            done = _amended(request, commitment_id, form)
        except ChangedMeanwhileError as meanwhile:
            form = form.on_top_of(told.commitment)
            context |= {"meanwhile": meanwhile.message, "against": form.against(told.commitment)}
        else:
            return answer(request, _("已修改，原来的内容留在记录里。"), done, otherwise=home)
    return ask(request, "amend", told, form, context)


def _amended(request: HttpRequest, commitment_id: int, form: AmendForm) -> Done:
    return services.amend(
        commitment_id=commitment_id,
        revision=form.cleaned_data["revision"],
        changes=form.changes(),
        by=signed_in(request),
        reason=form.cleaned_data["reason"],
    )


@demands("commitments.decide", of=commitment_within)
def withdraw(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """Take a decision back, once a reason is given."""
    told = story.get_story(commitment_id)
    if not told.is_in_force:
        raise NotInForceError
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = services.withdraw(commitment_id=commitment_id, reason=form.reason, by=signed_in(request))
        said = _("已撤回，这句话重新列入待处理的建议。")
        return answer(request, said, done, otherwise=reverse("commitments:commitment", args=[commitment_id]))
    return ask(request, "withdraw", told, form)


@demands("commitments.decide", of=commitment_within)
@require_POST
def restore(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """Let a withdrawn decision stand again."""
    done = services.restore(commitment_id=commitment_id, by=signed_in(request))
    return answer(request, _("已恢复。"), done, otherwise=reverse("commitments:commitment", args=[commitment_id]))


@demands("commitments.decide", of=batch_within)
@require_POST
def undo(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
    """Take back what was done by one press of a button."""
    done = services.undo(batch=batch, by=signed_in(request))
    said = _("已撤销 %(count)s 条的上一步操作。") % {"count": len(done.commitments)}
    return answer(request, said, done, otherwise=reverse("commitments:ledger"))


@demands("commitments.view", of=statement_within)
@require_safe
def of_statement(request: HttpRequest, statement_id: int) -> HttpResponse:
    """For the panel of a statement in the document: what became of it, or the way to adopt it."""
    return render(
        request, "commitments/of_statement.html", {"found": ledger.custody_of(statement_id, granted(request))}
    )
