"""Working through suggestions (纳入台账): what a plan promises, adopted or set aside sentence by sentence."""

from collections import Counter

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.commitments import drafts, services
from taizhang.office.commitments.access import suggestions_within
from taizhang.office.commitments.deeds import Done
from taizhang.office.commitments.forms import CommitmentForm, ReasonForm
from taizhang.office.commitments.models import Kind, Status
from taizhang.office.commitments.selectors import ledger, readings, worklist
from taizhang.office.commitments.selectors.decisions import OPEN
from taizhang.office.commitments.selectors.succession import count_waiting
from taizhang.office.commitments.services import NothingOpenError
from taizhang.office.commitments.suggestions.suggestion import Suggestion
from taizhang.office.commitments.views.answers import answer, came_from, is_partial, plan_context
from taizhang.office.pages.doors import demands
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.plans.selectors import get_plan


class NothingChosenError(ExpectedError):
    """Nothing chosen (未勾选): a button for the chosen was pressed and nothing was."""

    def __init__(self) -> None:
        super().__init__(_("请先勾选要处理的条目。"), status=422)


@demands("commitments.decide", of=suggestions_within)
@require_safe
def page(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Everything a plan promises, section by section, with what became of it."""
    plan = get_plan(plan_id, counted=False)
    if not plan.is_read:
        return redirect("plans:home", plan_id)
    version_id = readings.current_version_id(plan_id)
    state = _one_of(request.GET.get("state", OPEN), (OPEN, Status.ADOPTED, Status.SET_ASIDE, worklist.ALL))
    kind = _one_of(request.GET.get("kind", ""), ("", *Kind.values))
    section = request.GET.get("section", "")
    context = plan_context(plan, "commitments:adopt") | {
        "work": worklist.get_worklist(
            plan_id,
            version_id,
            state=state,
            kind=kind,
            section=section,
            draft=readings.draft_beside(plan, version_id),
        ),
        "state": state,
        "kind": kind,
        "asked_section": section,
        "adopted": ledger.count_adopted(plan_id),
        "waiting": count_waiting(plan_id, version_id),
    }
    return render(request, "commitments/suggestions.html", context)


@demands("commitments.decide", of=suggestions_within)
@require_POST
def adopt(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Adopt one at once; several after one confirmation."""
    version_id = readings.current_version_id(plan_id)
    if "only" in request.POST:
        return _adopted(
            request, plan_id, services.adopt(version_id=version_id, key=request.POST["only"], by=signed_in(request))
        )
    chosen = _chosen(request, version_id)
    if "confirmed" not in request.POST and len(chosen) > 1:
        return render(request, _template(request, "confirm_adoption"), _confirmation(request, plan_id, chosen))
    keys = [suggestion.key for suggestion in chosen]
    return _adopted(request, plan_id, services.adopt_many(version_id=version_id, keys=keys, by=signed_in(request)))


@demands("commitments.decide", of=suggestions_within)
@require_POST
def set_aside(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Set aside what was chosen, once a reason is given."""
    version_id = readings.current_version_id(plan_id)
    chosen = _chosen(request, version_id)
    form = ReasonForm(request.POST if "confirmed" in request.POST else None)
    if not form.is_valid():
        context = _confirmation(request, plan_id, chosen) | {"form": form}
        return render(request, _template(request, "set_aside"), context)
    keys = [suggestion.key for suggestion in chosen]
    done = services.set_aside(version_id=version_id, keys=keys, reason=form.reason, by=signed_in(request))
    said = _("已搁置 %(count)s 条。") % {"count": len(done.commitments)}
    return answer(request, said, done, otherwise=reverse("commitments:adopt", args=[plan_id]))


@demands("commitments.decide", of=suggestions_within)
def edit(request: HttpRequest, plan_id: int, key: str) -> HttpResponse:
    """Look at one suggestion closely, change what should be otherwise, adopt."""
    plan = get_plan(plan_id, counted=False)
    version_id = readings.current_version_id(plan_id)
    suggestion = worklist.find_suggestion(version_id, key)
    if suggestion is None:
        raise NothingOpenError
    proposal = drafts.proposal(suggestion, plan.year)
    form = CommitmentForm(request.POST or None, initial=_initial(suggestion) | drafts.rule_values(proposal.rule))
    if request.method == "POST" and form.is_valid():
        done = services.adopt(version_id=version_id, key=key, by=signed_in(request), changes=form.changes())
        return _adopted(request, plan_id, done)
    context = plan_context(plan, "commitments:adopt") | {
        "form": form,
        "why": proposal.why,
        "suggestion": suggestion,
        "place": worklist.place_of_suggestion(suggestion),
        "next": came_from(request, reverse("commitments:adopt", args=[plan_id])),
    }
    return render(request, _template(request, "edit_suggestion"), context)


def _chosen(request: HttpRequest, version_id: int) -> tuple[Suggestion, ...]:
    """What was ticked, or the whole section whose button was pressed — of the kind shown, where one is."""
    keys = " ".join(request.POST.getlist("key")).split()  # a clause that promises several things names them all
    chapter = request.POST.get("chapter", "")
    if request.POST.get("only"):
        keys = [request.POST["only"]]
    if not keys and not chapter:
        raise NothingChosenError
    kind = request.POST.get("kind", "")
    found = worklist.open_suggestions(version_id, () if chapter else keys, chapter=chapter)
    chosen = tuple(each for each in found if not chapter or kind in {"", each.kind.value})
    if not chosen:
        raise NothingOpenError
    return chosen


def _confirmation(request: HttpRequest, plan_id: int, chosen: tuple[Suggestion, ...]) -> dict[str, object]:
    kinds = Counter(each.kind.value for each in chosen)
    return plan_context(get_plan(plan_id, counted=False), "commitments:adopt") | {
        "chosen": chosen,
        "kinds": [(Kind(value).label, count) for value, count in kinds.items()],
        "doubtful": [each for each in chosen if each.doubts],
        "next": came_from(request, reverse("commitments:adopt", args=[plan_id])),
    }


def _adopted(request: HttpRequest, plan_id: int, done: Done) -> HttpResponse:
    said = _("已纳入台账 %(count)s 条。") % {"count": len(done.commitments)}
    if done.skipped:
        said += _("另有 %(count)s 条此前已处理，未重复纳入。") % {"count": done.skipped}
    return answer(request, said, done, otherwise=reverse("commitments:adopt", args=[plan_id]))


def _initial(suggestion: Suggestion) -> dict[str, object]:
    target, baseline = suggestion.target, suggestion.baseline
    return {
        "kind": suggestion.kind.value,
        "title": suggestion.title,
        "subject": suggestion.subject,
        "aspect": target.aspect,
        "value": target.value,
        "value_high": target.value_high,
        "unit": target.unit,
        "bound": target.bound,
        "period": target.period,
        "action": target.action,
        "expression": target.expression,
        "baseline_value": baseline.value if baseline else None,
        "baseline_unit": baseline.unit if baseline else "",
        "baseline_period": baseline.period if baseline else "",
    }


def _template(request: HttpRequest, name: str) -> str:
    """The piece for a dialog of the page, or the same as a page of its own."""
    return f"commitments/{name}.html" if is_partial(request) else f"commitments/{name}_page.html"


def _one_of(asked: str, known: tuple[str, ...]) -> str:
    if asked not in known:
        raise Http404
    return asked
