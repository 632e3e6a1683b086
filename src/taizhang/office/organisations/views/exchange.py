"""Exchange (导出与导入): the registry to Excel, and back after a look at what would become of it."""

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.organisations.access import person_asking
from taizhang.office.organisations.forms.asking import TreeFilterForm, WorkbookForm
from taizhang.office.organisations.selectors.holding import load_registry
from taizhang.office.organisations.services.importing import carry_out
from taizhang.office.organisations.workbook import shelf
from taizhang.office.organisations.workbook.examining import Preview, examine
from taizhang.office.organisations.workbook.marking import mark_workbook
from taizhang.office.organisations.workbook.reading import LARGEST_FILE, Sheet, TooLargeWorkbookError, read_sheet
from taizhang.office.organisations.workbook.writing import Occasion, write_workbook
from taizhang.office.pages.doors import demands
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.trail import Act, leave_word

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 200  # rows of each outcome on the page; the marked workbook has all


class OutdatedPreviewError(ExpectedError):
    """Outdated preview (预检已过时): the registry changed between look and confirmation."""

    def __init__(self) -> None:
        super().__init__(_("预检之后名册有了变动，这次没有导入。请返回重新看一遍预检结果，再确认。"))


@dataclass(frozen=True, slots=True)
class Examined:
    """Examined (已预检): a file on the shelf, read and looked through."""

    content: bytes
    sheet: Sheet
    preview: Preview


@demands("organisations.view")
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The registry of a day, as an Excel file."""
    registry = load_registry()
    on = TreeFilterForm(request.GET).wanted(timezone.localdate()).on
    is_made_up = settings.DEMO or any(unit.is_demonstration for unit in registry.units.values())
    made = Occasion(on=on, by=person_asking(request).name, at=timezone.localtime(), is_demonstration=is_made_up)
    content = write_workbook(registry, made)
    leave_word(Act("organisations.exported", person_asking(request), details={"rows": len(registry.living(on))}))
    return _file(content, _("单位名册 %(day)s") % {"day": f"{on:%Y%m%d}"})


@demands("organisations.edit")
def receive(request: HttpRequest) -> HttpResponse:
    """Take a workbook in, to look at."""
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            if file.size > LARGEST_FILE:
                raise TooLargeWorkbookError
            content = file.read()
            read_sheet(content)
        except ExpectedError as refused:
            form.add_error("file", str(refused.message))
        else:
            return redirect("organisations:preview", shelf.put(content, timezone.now()))
    return render(request, "organisations/import.html", {"form": form})


@demands("organisations.edit")
@require_safe
def preview(request: HttpRequest, digest: str) -> HttpResponse:
    """What the workbook would do, and which cells stand in its way."""
    found = _examined(request, digest)
    context = {"preview": found.preview, "digest": digest, "shown": f":{SHOWN}"}
    return render(request, "organisations/preview.html", context)


@demands("organisations.edit")
@require_safe
def marked(request: HttpRequest, digest: str) -> HttpResponse:
    """The workbook with its faults written into it."""
    found = _examined(request, digest)
    return _file(mark_workbook(found.content, found.sheet, found.preview), _("单位名册 预检结果"))


@demands("organisations.edit")
@require_POST
def accept(request: HttpRequest, digest: str) -> HttpResponse:
    """Carry out what was looked at: every row without a fault."""
    found = _examined(request, digest)
    if request.POST.get("fingerprint") != found.preview.fingerprint:
        raise OutdatedPreviewError
    count = carry_out(orders=found.preview.orders, by=person_asking(request), today=timezone.localdate())
    shelf.remove(digest)
    messages.success(request, _("已导入 %(count)s 个单位的登记和变更。") % {"count": count})
    return redirect("organisations:tree")


def _examined(request: HttpRequest, digest: str) -> Examined:
    content = shelf.get(digest)
    sheet = read_sheet(content)
    found = examine(sheet, load_registry(), person_asking(request), timezone.localdate())
    return Examined(content, sheet, found)


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    plain = "organisations.xlsx"
    response["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(f'{name}.xlsx', safe='')}"
    )
    return response
