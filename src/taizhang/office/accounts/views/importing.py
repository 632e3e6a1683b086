"""Importing (批量导入): many people out of a workbook, with a look beforehand and a sheet of passwords afterwards."""

from dataclasses import dataclass
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from taizhang.office.accounts.access import signed_in
from taizhang.office.accounts.selectors.people import unit_names
from taizhang.office.accounts.services.people import create_people
from taizhang.office.accounts.workbook.examining import Examiner, Preview
from taizhang.office.accounts.workbook.reading import read_people
from taizhang.office.accounts.workbook.writing import blank_workbook, mark_workbook
from taizhang.office.organisations.forms.asking import WorkbookForm
from taizhang.office.organisations.selectors.holding import load_registry
from taizhang.office.organisations.workbook import shelf
from taizhang.office.organisations.workbook.reading import LARGEST_FILE, Sheet, TooLargeWorkbookError
from taizhang.office.pages.doors import demands
from taizhang.office.pages.errors import ExpectedError

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 200  # rows of each outcome on the page; the marked workbook has all


class OutdatedPreviewError(ExpectedError):
    """Outdated preview (预检已过时): something changed between look and confirmation."""

    def __init__(self) -> None:
        super().__init__(_("预检之后用户或单位有了变动，这次没有导入。请返回重新看一遍预检结果，再确认。"))


@dataclass(frozen=True, slots=True)
class Examined:
    """Examined (已预检): a file on the shelf, read and looked through."""

    content: bytes
    sheet: Sheet
    preview: Preview


@demands("people.edit")
def receive(request: HttpRequest) -> HttpResponse:
    """Take a workbook in, to look at."""
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            if file.size > LARGEST_FILE:
                raise TooLargeWorkbookError
            content = file.read()
            read_people(content)
        except ExpectedError as refused:
            form.add_error("file", str(refused.message))
        else:
            return redirect("accounts:preview_people", shelf.put(content, timezone.now()))
    return render(request, "accounts/import.html", {"form": form})


@demands("people.edit")
@require_safe
def blank(request: HttpRequest) -> HttpResponse:
    """A workbook to fill in."""
    return _file(blank_workbook(tuple(unit_names().values())), _("人员导入表"))


@demands("people.edit")
@require_safe
def preview(request: HttpRequest, digest: str) -> HttpResponse:
    """What the workbook would do, and which cells stand in its way."""
    context = {"preview": _examined(digest).preview, "digest": digest, "shown": f":{SHOWN}"}
    return render(request, "accounts/import_preview.html", context)


@demands("people.edit")
@require_safe
def marked(request: HttpRequest, digest: str) -> HttpResponse:
    """The workbook with its faults written into it."""
    found = _examined(digest)
    return _file(mark_workbook(found.content, found.sheet, found.preview), _("人员导入表 预检结果"))


@demands("people.edit")
@require_POST
@never_cache
def accept(request: HttpRequest, digest: str) -> HttpResponse:
    """Make everybody whose row has no fault; the answer is the sheet of passwords, and there is no other copy."""
    found = _examined(digest)
    if request.POST.get("fingerprint") != found.preview.fingerprint:
        raise OutdatedPreviewError
    made = create_people(wanted=found.preview.wanted, by=signed_in(request))
    shelf.remove(digest)
    units = unit_names()
    rows = [{"newcomer": each, "unit": units.get(each.user.organisation_id or 0, "")} for each in made]
    context = {"made": sorted(rows, key=lambda row: str(row["unit"])), "at": timezone.localtime()}
    return render(request, "accounts/password_sheet.html", context)


def _examined(digest: str) -> Examined:
    content = shelf.get(digest)
    sheet = read_people(content)
    return Examined(content, sheet, Examiner(sheet, load_registry(), timezone.localdate()).preview())


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    quoted = quote(f"{name}.xlsx", safe="")
    response["Content-Disposition"] = f"attachment; filename=\"people.xlsx\"; filename*=UTF-8''{quoted}"
    return response
