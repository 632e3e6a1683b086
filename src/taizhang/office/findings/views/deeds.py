"""Deeds (办理): everything done on the findings page — each answered by a word in place, or by the page again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from taizhang.office.accounts.access import signed_in
from taizhang.office.findings import services
from taizhang.office.findings.access import findings_within
from taizhang.office.findings.forms import DispositionForm, ReasonForm
from taizhang.office.findings.models import FindingRecord, Severity
from taizhang.office.findings.selectors.examined import version_of
from taizhang.office.pages.doors import demands
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.plans.forms import UploadForm
from taizhang.office.plans.services import remove_unread_version, take_in

PLAN_CHANGED = "plan-changed"  # the list, and the count on the tab, are asked for again


class NotUnderstoodError(ExpectedError):
    """Not understood (填写有误): what came is nothing the page would send, or too long."""

    def __init__(self) -> None:
        super().__init__(_("没有保存：理由请不超过 500 字，并从三种处理里选一种。"), status=422)


@demands("findings.dispose", of=findings_within)
@require_POST
def check_again(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Run the rules once more."""
    services.request_check(version_id=version_of(plan_id).id, by=signed_in(request))
    return redirect("findings:of_plan", plan_id)


@demands("plans.edit", of=findings_within)
@require_POST
def new_version(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Take in a corrected file as the next version of the plan."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        raise ExpectedError(str(form.errors["plan_files"][0]), status=422)
    receipt = take_in(file=form.cleaned_data["plan_files"][0], by=signed_in(request), plan_id=plan_id)
    if not receipt.is_new:
        messages.info(request, _("这个文件以前已经收到过，内容没有变化；请确认选的是改好的稿子。"))
    return redirect("findings:of_plan", plan_id)


@demands("plans.edit", of=findings_within)
@require_POST
def remove_version(request: HttpRequest, plan_id: int, version_id: int) -> HttpResponse:
    """Take back a new version that could not be read."""
    remove_unread_version(version_id=version_id, by=signed_in(request))
    return redirect("findings:of_plan", plan_id)


@demands("findings.dispose", of=findings_within)
@require_POST
def dispose(request: HttpRequest, finding_id: int) -> HttpResponse:
    """Say what was done about a finding."""
    form = DispositionForm(request.POST)
    if not form.is_valid():
        raise NotUnderstoodError
    said = form.cleaned_data
    finding = services.dispose(
        finding_id=finding_id, action=said["action"], reason=said["reason"], by=signed_in(request)
    )
    words = _("已记下，待另一人复核。") if finding.severity == Severity.ERROR else _("已记下处理。")
    return _answer(request, finding, words, undo_url=reverse("findings:take_back", args=[finding_id]))


@demands("findings.dispose", of=findings_within)
@require_POST
def confirm(request: HttpRequest, finding_id: int) -> HttpResponse:
    """The second person agrees."""
    finding = services.confirm(finding_id=finding_id, by=signed_in(request))
    return _answer(request, finding, _("已复核通过。"), undo_url=reverse("findings:take_back", args=[finding_id]))


@demands("findings.dispose", of=findings_within)
@require_POST
def take_back(request: HttpRequest, finding_id: int) -> HttpResponse:
    """Take back what stands."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        raise NotUnderstoodError
    reason = form.cleaned_data["reason"]
    finding = services.take_back(finding_id=finding_id, reason=reason, by=signed_in(request))
    return _answer(request, finding, _("已撤回，原来的处理留在记录里。"))


def _answer(request: HttpRequest, finding: FindingRecord, message: str, undo_url: str = "") -> HttpResponse:
    if getattr(request, "htmx", False):
        toast = {"message": message, "kind": "success", "undo_url": undo_url}
        return trigger_client_event(render(request, "findings/done.html", toast), PLAN_CHANGED)
    messages.success(request, message, extra_tags=undo_url)
    home = reverse("findings:of_plan", args=[finding.run.version.plan_id])
    return redirect(f"{home}#f-{finding.id}")
