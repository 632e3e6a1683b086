"""Pages (核校页面): the findings beside the document, what a new version changed, the commented Word file."""

from pathlib import Path, PurePath
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect, HttpResponseClientRefresh

from taizhang.office.accounts.access import signed_in
from taizhang.office.accounts.selectors import demonstration_people
from taizhang.office.findings.access import findings_within
from taizhang.office.findings.document import marked_document
from taizhang.office.findings.forms import FindingFilterForm
from taizhang.office.findings.models import UNFINISHED, FindingRecord
from taizhang.office.findings.selectors import changes as two_versions
from taizhang.office.findings.selectors.examined import (
    Examined,
    examine,
    latest_check,
    unread_version,
    version_before,
    version_of,
)
from taizhang.office.findings.selectors.listing import list_findings
from taizhang.office.findings.standing import State
from taizhang.office.pages import navigation
from taizhang.office.pages.doors import demands
from taizhang.office.plans.finding_rows import EvidenceRow, FindingRow
from taizhang.office.plans.intake import commented_file, rules_version
from taizhang.office.plans.models import PlanVersion
from taizhang.office.plans.selectors import get_plan
from taizhang.office.plans.views import ACCEPTED

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@demands("findings.view", of=findings_within)
@require_safe
def findings(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The document with its doubts marked, and beside it the list of them."""
    plan = get_plan(plan_id)
    if not plan.is_read:
        return redirect("plans:home", plan_id)
    form = FindingFilterForm(request.GET)
    version = version_of(plan_id, form.number)
    examined = examine(version)
    context = {
        "plan": plan,
        "examined": examined,
        "counts": _counts(examined),
        "listing": list_findings(examined, form.wanted(), signed_in(request).id),
        "wanted": form.wanted(),
        "is_current": version.number == plan.number,
    }
    if getattr(request, "htmx", False):
        return render(request, "findings/list.html", context | {"is_partial": True})
    return render(request, "findings/findings.html", context | _around(request, version, examined))


@demands("findings.view", of=findings_within)
@require_safe
def badge(request: HttpRequest, plan_id: int) -> HttpResponse:
    """For the tab of a plan: how many errors are left, where there are any."""
    examined = examine(version_of(plan_id))
    return render(request, "findings/badge.html", {"count": len(examined.blocking)})


@demands("findings.view", of=findings_within)
@require_safe
def progress(request: HttpRequest, plan_id: int) -> HttpResponse:
    """How far reading and checking have come; when it is over, the page is shown anew."""
    form = FindingFilterForm(request.GET)
    version = version_of(plan_id)
    context = _under_way(version)
    if context["is_pending"] or context["unread"]:
        return render(request, "findings/progress.html", context | {"plan_id": plan_id, "number": form.number})
    if form.number is not None and version.number > form.number:
        return HttpResponseClientRedirect(reverse("findings:changes", args=[plan_id]))
    return HttpResponseClientRefresh()


@demands("findings.view", of=findings_within)
@require_safe
def changes(request: HttpRequest, plan_id: int) -> HttpResponse:
    """What the newest version settled, brought in, and left as it was."""
    plan = get_plan(plan_id)
    new = version_of(plan_id)
    old = version_before(new)
    if old is None:
        return redirect("findings:of_plan", plan_id)
    found = two_versions.compare(examine(old), examine(new))
    context = _head(plan_id) | {"plan": plan, "changes": found, "counts": _counts(found.new)}
    return render(request, "findings/changes.html", context)


@demands("findings.view", of=findings_within)
@require_safe
def commented(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The file with every finding that is not settled as a comment on its words."""
    examined = examine(version_of(plan_id))
    version = PlanVersion.objects.only("file", "name").get(id=examined.version.id)
    rows = [_row(each) for each in examined.in_state(State.OPEN, State.REVIEW)]
    language = "en" if (get_language() or "").startswith("en") else "zh"
    content = commented_file(Path(version.file.path), rows, language=language)
    response = HttpResponse(content, content_type=WORD)
    name = _("%(name)s（核校批注）.docx") % {"name": PurePath(version.name).stem}
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _head(plan_id: int) -> dict[str, Any]:
    return {"plan_sections": navigation.links(settings.PLAN_SECTIONS, [plan_id], "findings:of_plan")}


def _around(request: HttpRequest, version: PlanVersion, examined: Examined) -> dict[str, Any]:
    """What the whole page needs beyond the list."""
    return (
        _head(version.plan_id)
        | _under_way(version)
        | {
            "plan_id": version.plan_id,
            "number": version.number,
            "body": marked_document(version.id, examined.findings),
            "before": version_before(version),
            "has_new_rules": examined.run is not None and examined.run.rules != rules_version(),
            "others": [each for each in _people() if each.username != signed_in(request).username],
            "accepted": ACCEPTED,
        }
    )


def _people() -> tuple[Any, ...]:
    return demonstration_people("findings.dispose") if settings.DEMO else ()


def _under_way(version: PlanVersion) -> dict[str, Any]:
    """What is being done in the background: a new version read, or this one checked."""
    unread = unread_version(version)
    check = latest_check(version.id)
    is_reading = unread is not None and unread.state in {"queued", "reading"}
    is_checking = check is not None and check.state in UNFINISHED
    return {"unread": unread, "check": check, "is_checking": is_checking, "is_pending": is_reading or is_checking}


def _counts(examined: Examined) -> dict[str, int]:
    return {
        "blocking": len(examined.blocking),
        "review": len(examined.in_state(State.REVIEW)),
        "open": len(examined.in_state(State.OPEN)),
        "unsettled": len(examined.in_state(State.OPEN, State.REVIEW)),
        "settled": len(examined.in_state(State.SETTLED)),
    }


def _row(record: FindingRecord) -> FindingRow:
    return FindingRow(
        code=record.code,
        severity=record.severity,
        message_zh=record.message_zh,
        message_en=record.message_en,
        start=record.start,
        end=record.end,
        evidence=tuple(EvidenceRow(**each) for each in record.evidence),
        computed=tuple((name, figure) for name, figure in record.computed),
        verdict=record.verdict,
    )
