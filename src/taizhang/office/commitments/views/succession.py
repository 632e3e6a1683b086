"""Taking over into a new version (承接新稿): what stays, what changed, what is gone — one press for all that stays."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.commitments import succession
from taizhang.office.commitments.access import suggestions_within
from taizhang.office.commitments.selectors.succession import succession_of
from taizhang.office.commitments.views.answers import answer, plan_context
from taizhang.office.commitments.views.suggestions import NothingChosenError
from taizhang.office.pages.doors import demands, granted
from taizhang.office.plans.selectors import get_plan


@demands("commitments.decide", of=suggestions_within)
@require_safe
def page(request: HttpRequest, plan_id: int) -> HttpResponse:
    """What became of the commitments of earlier versions in the newest."""
    plan = get_plan(plan_id, granted(request), counted=False)
    if not plan.is_read:
        return redirect("plans:home", plan_id)
    context = plan_context(plan, "commitments:adopt") | {"found": succession_of(plan_id)}
    return render(request, "commitments/succession.html", context)


@demands("commitments.decide", of=suggestions_within)
@require_POST
def carry(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Take over everything that stays as it was."""
    done = succession.carry_unchanged(plan_id=plan_id, by=signed_in(request))
    said = _("已承接 %(count)s 条到新稿。") % {"count": len(done.commitments)}
    return answer(request, said, done, otherwise=_home(plan_id))


@demands("commitments.decide", of=suggestions_within)
@require_POST
def confirm(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Take over what the new version words anew, target included."""
    done = succession.carry_changed(
        plan_id=plan_id, ids=_chosen(request), by=signed_in(request), reason=request.POST.get("reason", "")
    )
    said = _("已按新稿更新 %(count)s 条，原来的目标留在记录里。") % {"count": len(done.commitments)}
    return answer(request, said, done, otherwise=_home(plan_id))


@demands("commitments.decide", of=suggestions_within)
@require_POST
def settle_gone(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Keep or withdraw what the new version does not repeat."""
    settle = succession.withdraw_gone if "withdraw" in request.POST else succession.keep
    done = settle(plan_id=plan_id, ids=_chosen(request), by=signed_in(request), reason=request.POST.get("reason", ""))
    said = _("已处理新稿没有写的 %(count)s 条。") % {"count": len(done.commitments)}
    return answer(request, said, done, otherwise=_home(plan_id))


def _chosen(request: HttpRequest) -> list[int]:
    chosen = [int(each) for each in request.POST.getlist("id") if each.isdecimal()]
    if not chosen:
        raise NothingChosenError
    return chosen


def _home(plan_id: int) -> str:
    return reverse("commitments:succession", args=[plan_id])
