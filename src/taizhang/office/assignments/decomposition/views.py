"""Views of decomposition (目标分解的页面): the plan's targets, one target with its divisions, the form, putting in force."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.assignments.decomposition import services
from taizhang.office.assignments.decomposition.access import EDIT, VIEW, division_within
from taizhang.office.assignments.decomposition.checking import check
from taizhang.office.assignments.decomposition.division import Difference, Line, differences
from taizhang.office.assignments.decomposition.models import Season
from taizhang.office.assignments.decomposition.pictures import picture_of
from taizhang.office.assignments.decomposition.proposing import propose
from taizhang.office.assignments.decomposition.selectors import (
    Divided,
    Dossier,
    Stored,
    can_be_divided,
    divided_targets,
    dossier,
    fresh_division,
    own_lines,
)
from taizhang.office.assignments.decomposition.typed import Reader, Typed, of_stored, with_pasted
from taizhang.office.assignments.decomposition.units import groups
from taizhang.office.assignments.selectors.units import Units, load_units
from taizhang.office.pages import navigation
from taizhang.office.pages.doors import APPROVED, Grant, demands, granted
from taizhang.office.pages.errors import ChangedMeanwhileError, ExpectedError
from taizhang.office.plans.access import plan_within
from taizhang.office.plans.selectors import get_plan


@dataclass(frozen=True, slots=True)
class Shown:
    """Shown (列表的一行): one target, with no more shares than the person may see."""

    target: Divided
    lines: tuple[Line, ...]
    is_partial: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Told (历次分解的一次): one number and what it changed."""

    stored: Stored
    changes: tuple[Difference, ...]


@require_safe
@demands(VIEW, of=plan_within)
def of_plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The plan's targets that can be divided, and how far each has come."""
    plan = get_plan(plan_id, granted(request))
    if not plan.is_read:
        return redirect("plans:home", plan_id)
    grant = granted(request)
    units = load_units(timezone.localdate())
    found = [_shown(each, grant, units) for each in divided_targets(plan_id, units)]
    context = {
        "plan": plan,
        "plan_sections": navigation.links(settings.PLAN_SECTIONS, [plan_id], "assignments:decompositions"),
        "targets": [each for each in found if each.lines or not each.is_partial],
        "may_edit": signed_in(request).grant(EDIT) is not None,
        "is_partial": not grant.is_unlimited and APPROVED not in grant.scopes,
    }
    return render(request, "assignments/decomposition/of_plan.html", context)


@require_safe
@demands(VIEW, of=division_within)
def one(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """One target and how it is divided; a unit sees its own share."""
    found = dossier(commitment_id, timezone.localdate())
    grant = granted(request)
    sees_all = grant.is_unlimited or APPROVED in grant.scopes
    context = _context(found) | {
        "sees_all": sees_all,
        "may_edit": signed_in(request).grant(EDIT) is not None,
        "lines": own_lines(grant, found.in_force.division.lines, found.units) if found.in_force else (),
        "picture": picture_of(found.in_force.division, found.approved) if found.in_force else None,
        "history": _history(found) if sees_all else (),
    }
    return render(request, "assignments/decomposition/one.html", context)


@demands(EDIT, of=division_within)
def edit(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """The form in which a target is divided."""
    found = dossier(commitment_id, timezone.localdate())
    if request.method != "POST":
        return _form(request, found, _opened(found))
    typed = Reader(request.POST, found.approved, found.units).read()
    deed = request.POST.get("deed", "look")
    try:
        if deed == "paste":
            typed = with_pasted(typed, request.POST.get("pasted", ""), found.units)
        elif deed == "propose":
            typed = _proposed(typed, found)
        elif deed == "save" and not typed.faults:
            return _saved(request, found, typed)
    except ChangedMeanwhileError as clash:
        return _form(request, found, _seen(typed, found), clash=clash)
    except ExpectedError as refused:
        return _form(request, found, typed, refused=str(refused.message), status=refused.status)
    return _form(request, found, typed)


@demands(EDIT, of=division_within)
def put_in_force(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """A last look at the draft, then the number of the paper that approved it."""
    found = dossier(commitment_id, timezone.localdate())
    if found.draft is None:
        return redirect("assignments:decomposition", commitment_id)
    context = _context(found) | {
        "picture": picture_of(found.draft.division, found.approved),
        "changes": _changes(found),
    }
    if request.method != "POST":
        return render(request, "assignments/decomposition/force.html", context)
    said = {name: request.POST.get(name, "") for name in ("document", "reason", "revision")}
    try:
        services.put_in_force(
            decomposition_id=found.draft.row.pk,
            revision=int(said["revision"]) if said["revision"].isdecimal() else services.NONE_SEEN,
            document=said["document"],
            reason=said["reason"],
            by=signed_in(request),
            now=timezone.now(),
        )
    except ExpectedError as refused:
        context |= {"said": said, "refused": str(refused.message)}
        return render(request, "assignments/decomposition/force.html", context, status=refused.status)
    messages.success(request, _("已生效：%(title)s。") % {"title": found.approved.title})
    return redirect("assignments:decomposition", commitment_id)


@require_POST
@demands(EDIT, of=division_within)
def discard(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """Give the draft up."""
    found = dossier(commitment_id, timezone.localdate())
    if found.draft is not None:
        said = request.POST.get("revision", "")
        revision = int(said) if said.isdecimal() else services.NONE_SEEN
        services.discard(decomposition_id=found.draft.row.pk, revision=revision, by=signed_in(request))
        messages.success(request, _("草稿已作废，仍可在历次分解里查看。"))
    return redirect("assignments:decomposition", commitment_id)


@require_safe
@demands(VIEW)
def of_commitment(request: HttpRequest, commitment_id: int) -> HttpResponse:
    """For the page of a commitment: how far its division has come; empty where there is nothing for the person to see."""
    grant = granted(request)
    if not division_within(grant, commitment_id=commitment_id) or not can_be_divided(commitment_id):
        return HttpResponse()
    found = dossier(commitment_id, timezone.localdate())
    context = _context(found) | {
        "lines": own_lines(grant, found.in_force.division.lines, found.units) if found.in_force else (),
        "sees_all": grant.is_unlimited,
    }
    return render(request, "assignments/decomposition/of_commitment.html", context)


def _shown(target: Divided, grant: Grant, units: Units) -> Shown:
    lines = own_lines(grant, target.in_force.division.lines, units) if target.in_force else ()
    return Shown(target, lines, is_partial=not grant.is_unlimited and APPROVED not in grant.scopes)


def _context(found: Dossier) -> dict[str, object]:
    return {"found": found, "approved": found.approved, "plan_of": found.commitment.version.plan}


def _opened(found: Dossier) -> Typed:
    """The draft; else what is in force, to be changed; else nothing yet."""
    if found.draft is not None:
        return of_stored(found.draft.division, found.draft.row.revision)
    if found.in_force is not None:
        return of_stored(found.in_force.division, services.NONE_SEEN)
    return of_stored(fresh_division(found.approved), services.NONE_SEEN)


def _proposed(typed: Typed, found: Dossier) -> Typed:
    """What the method gives stands in the boxes now; what could not be understood there no longer matters."""
    kept = {name: fault for name, fault in typed.faults.items() if not name.startswith("value-")}
    if kept:
        return typed
    return replace(typed, division=propose(typed.division, found.approved), faults={}, words={})


def _saved(request: HttpRequest, found: Dossier, typed: Typed) -> HttpResponse:
    services.save_draft(
        commitment_id=found.commitment.pk, division=typed.division, revision=typed.revision, by=signed_in(request)
    )
    messages.success(request, _("草稿已保存，尚未生效。"))
    return redirect("assignments:decomposition", found.commitment.pk)


def _seen(typed: Typed, found: Dossier) -> Typed:
    """The same words, now knowing of what someone else saved: to save again is to mean it."""
    return replace(typed, revision=found.draft.row.revision if found.draft else services.NONE_SEEN)


def _form(
    request: HttpRequest,
    found: Dossier,
    typed: Typed,
    *,
    clash: ChangedMeanwhileError | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    theirs = found.draft if clash else None
    context = _context(found) | {
        "typed": typed,
        "groups": groups(found.units),
        "needs_percents": typed.division.seasons == Season.GIVEN,
        "check": check(typed.division, found.approved),
        "picture": picture_of(typed.division, found.approved),
        "totals": typed.division.totals(),
        "clash": clash and str(clash.message),
        "theirs": theirs,
        "their_changes": differences(theirs.division.lines, typed.division.lines) if theirs else (),
        "refused": refused,
    }
    is_look = getattr(request, "htmx", False) and request.POST.get("deed") == "look"
    template = "verdict" if is_look else "edit"
    # A fragment that says what is wrong is still an answer; a page of its own tells the browser.
    said = 200 if getattr(request, "htmx", False) else (409 if clash else status)
    return render(request, f"assignments/decomposition/{template}.html", context, status=said)


def _changes(found: Dossier) -> tuple[Difference, ...]:
    before = found.in_force.division.lines if found.in_force else ()
    after = found.draft.division.lines if found.draft else ()
    return differences(before, after) if before else ()


def _history(found: Dossier) -> tuple[Told, ...]:
    """Every number, the newest first, with what it changed against the one that held before it."""
    told: list[Told] = []
    earlier: tuple[Line, ...] = ()
    for stored in reversed(found.numbers):
        lines = stored.division.lines
        told.append(Told(stored, differences(earlier, lines) if earlier else ()))
        if stored.row.in_force_at is not None:
            earlier = lines
    return tuple(reversed(told))
