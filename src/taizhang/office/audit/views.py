"""Views of audit (审计的页面): the log, its export, the verification of its chain and the anchors of it."""

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.audit import export, selectors, verification
from taizhang.office.audit.anchors import Anchor, current_anchor
from taizhang.office.audit.forms import LogFilterForm, VerifyForm
from taizhang.office.audit.models import Result
from taizhang.office.audit.services import record
from taizhang.office.audit.verification import Reached, Verdict
from taizhang.office.pages.doors import demands
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.trail import Act, Matter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SALT = "taizhang.audit.verify"
LOG = Matter("log")


class TooLongForExcelError(ExpectedError):
    """Too long for Excel (条数过多): more entries than a workbook should hold."""

    def __init__(self) -> None:
        super().__init__(_("符合条件的记录超过十万条，Excel 装不下。请缩小时间范围，或导出 CSV。"), status=422)


@demands("audit.read")
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """The log as filtered, newest first."""
    return render(request, "audit/log.html", _log_context(request))


@demands("audit.read")
@require_safe
def workbook(request: HttpRequest) -> HttpResponse:
    """The entries as filtered, as an Excel file."""
    wanted = LogFilterForm(request.GET).wanted()
    if selectors.is_more_than(wanted, export.MOST_IN_A_WORKBOOK):
        raise TooLongForExcelError
    _note_export(request, wanted, "xlsx")
    content = export.as_xlsx(selectors.all_rows(wanted))
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": _file_name("xlsx")})


@demands("audit.read")
@require_safe
def comma_separated(request: HttpRequest) -> StreamingHttpResponse:
    """The entries as filtered, as lines of text."""
    wanted = LogFilterForm(request.GET).wanted()
    _note_export(request, wanted, "csv")
    lines = export.as_csv(selectors.all_rows(wanted))
    headers = {"Content-Disposition": _file_name("csv")}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


@demands("audit.read")
@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    """Verify the chain: where a script asks, a part at a time, so that the person sees how far it has come."""
    start, anchors = _progress(request)
    if not getattr(request, "htmx", False):
        verdict = verification.verify(anchors)
        return render(request, "audit/log.html", _log_context(request) | _told(request, verdict, anchors))
    verdict = verification.walk(start)
    if verdict.broken is None and verdict.reached != start:
        return render(request, "audit/verifying.html", _under_way(verdict.reached, anchors))
    if verdict.broken is None:
        verdict = verification.conclude(start, anchors)
    return render(request, "audit/verdict.html", _told(request, verdict, anchors))


@demands("audit.read")
@require_POST
def anchor(request: HttpRequest) -> HttpResponse:
    """The head of the chain, to be kept elsewhere; that it was taken is the last thing it covers."""
    record(Act("audit.anchored", signed_in(request), LOG))
    content = f"{current_anchor().as_line()}\n"
    headers = {"Content-Disposition": _file_name("anchor.jsonl")}
    return HttpResponse(content, content_type="application/jsonl; charset=utf-8", headers=headers)


def _log_context(request: HttpRequest) -> dict[str, object]:
    wanted = LogFilterForm(request.GET).wanted()
    return {
        "log": selectors.get_log(wanted),
        "head": selectors.get_head(),
        "wanted": wanted,
        "actions": selectors.action_choices(),
        "results": Result.choices,
        "asked": request.GET.urlencode(),
        "is_filtered": bool(wanted.said()),
    }


def _note_export(request: HttpRequest, wanted: selectors.LogFilter, form: str) -> None:
    record(Act("audit.exported", signed_in(request), LOG, {"format": form, "filter": wanted.said()}))


def _progress(request: HttpRequest) -> tuple[Reached, tuple[Anchor, ...]]:
    """Where an earlier part came to — signed, so that nobody verifies from the middle on."""
    if "token" not in request.POST:
        return Reached(), VerifyForm(request.POST, request.FILES).anchors()
    try:
        sequence, digest, anchors = signing.loads(request.POST["token"], salt=SALT)
    except signing.BadSignature as error:
        raise PermissionDenied from error
    return Reached(sequence, digest), tuple(Anchor(*each) for each in anchors)


def _under_way(reached: Reached, anchors: tuple[Anchor, ...]) -> dict[str, object]:
    head = selectors.get_head()
    total = max(head.sequence if head else 0, reached.sequence)
    kept = [(each.sequence, each.moment, each.algorithm, each.digest) for each in anchors]
    token = signing.dumps((reached.sequence, reached.digest, kept), salt=SALT)
    return {"reached": reached.sequence, "total": total, "token": token}


def _told(request: HttpRequest, verdict: Verdict, anchors: tuple[Anchor, ...]) -> dict[str, object]:
    found = "broken" if verdict.broken else "intact"
    details: dict[str, object] = {"entries": verdict.reached.sequence, "found": found}
    record(Act("audit.verified", signed_in(request), LOG, details))
    return {"verdict": verdict, "anchors": len(anchors), "verified_at": timezone.localtime()}


def _file_name(suffix: str) -> str:
    return f'attachment; filename="audit-{timezone.localtime():%Y%m%d-%H%M}.{suffix}"'
