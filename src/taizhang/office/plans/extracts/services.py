"""Services of extracts (摘录证明的写操作): certify words of an approved version under the next number of the year."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import User
from taizhang.office.audit.services import record
from taizhang.office.audit.sm3 import sm3
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans import layout
from taizhang.office.plans.extracts.models import Extract
from taizhang.office.plans.life.digests import verify
from taizhang.office.plans.life.models import Passage, Resolution, ResolutionState
from taizhang.office.plans.life.step import Step
from taizhang.office.plans.models import PlanVersion
from taizhang.office.plans.sayings import quoted, section_of

TRIES = 5  # how often two people may ask for a number at the very same moment


class NotApprovedError(ExpectedError):
    """Not approved (未经批准): nothing is certified of a draft."""

    def __init__(self) -> None:
        super().__init__(_("这一稿没有经过批准，不能出具摘录证明。请在批准后的稿次上摘录。"))


class NoWordsError(ExpectedError):
    """No words (没有摘录内容)."""

    def __init__(self) -> None:
        super().__init__(_("没有找到要摘录的文字。请回到原文重新选择。"), status=422)


class BrokenTextError(ExpectedError):
    """Broken text (文本与摘要不符): what stands in the database is not what was approved."""

    def __init__(self) -> None:
        super().__init__(_("这一稿现在的内容与批准时的摘要不一致，不能出具证明。请立即告知系统管理员，核查数据库。"))


@dataclass(frozen=True, slots=True)
class Request:
    """Request for an extract (摘录请求).

    Attributes:
        ticket: made when the form was shown; the same ticket makes one extract.
    """

    version_id: int
    start: int
    end: int
    title: str
    ticket: UUID
    purpose: str = ""


def certify(*, request: Request, by: User, now: datetime) -> Extract:
    """Register an extract under the next number; pressing twice is answered with the one that was made."""
    for _attempt in range(TRIES):
        try:
            with transaction.atomic():
                return _certify(request, by, now)
        except IntegrityError:  # somebody else took the number, or pressed the same button, a moment ago
            continue
    with transaction.atomic():
        return _certify(request, by, now)


def _certify(request: Request, by: User, now: datetime) -> Extract:
    made = Extract.objects.filter(ticket=request.ticket).first()
    if made is not None:
        return made
    resolution = approved_by(request.version_id)
    if resolution is None:
        raise NotApprovedError
    if not all(each.agrees for each in verify(resolution)):
        raise BrokenTextError
    version = PlanVersion.objects.only("text", "layout", "plan").get(id=request.version_id)
    quote = quoted(version.text, request.start, request.end)
    if not quote or request.end > len(version.text):
        raise NoWordsError
    issue = issued_as(request.version_id)
    year = localtime(now).year
    extract = Extract.objects.create(
        year=year,
        number=(Extract.objects.filter(year=year).aggregate(Max("number"))["number__max"] or 0) + 1,
        version=version,
        resolution=resolution,
        title=request.title.strip(),
        start=request.start,
        end=request.end,
        quote=quote,
        section=list(section_of(layout.load_headings(version.layout), request.start)),
        page=layout.page_of(version.layout, request.start),
        issued_number=issue.document_number if issue else "",
        issued_on=issue.document_date if issue else None,
        quote_sm3=sm3(quote.encode()),
        purpose=request.purpose.strip(),
        ticket=request.ticket,
        by=by,
        at=now,
    )
    matter = Matter("plan", str(version.plan_id), resolution.plan.title)
    record(Act("plans.extract_certified", by, matter, {"extract": str(extract)}))
    return extract


def approved_by(version_id: int) -> Resolution | None:
    """The resolution that approved a version, in force or superseded since; None for a draft."""
    approved = Resolution.objects.filter(version=version_id, state=ResolutionState.CONFIRMED)
    return approved.select_related("plan").first()


def issued_as(version_id: int) -> Passage | None:
    """The document a version was issued as."""
    return Passage.objects.filter(version=version_id, to_step=Step.ISSUED).order_by("-number").first()
