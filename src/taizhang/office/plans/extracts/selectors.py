"""Selectors of extracts (摘录证明的读操作): one as it was certified, the register, and whether its words still stand."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.http import Http404

from taizhang.office.pages.doors import Grant
from taizhang.office.plans.access import versions_within
from taizhang.office.plans.extracts.models import Extract
from taizhang.office.plans.extracts.serial import number_in
from taizhang.office.plans.models import PlanVersion
from taizhang.office.plans.sayings import quoted

HEAVY = ("version__text", "version__layout", "version__bindings")


@dataclass(frozen=True, slots=True)
class Certificate:
    """Certificate (摘录证明): everything that is printed on it.

    Attributes:
        serial: 摘录编号.
        still_stands: whether the words stand in the version to this day; None where nobody asked.
    """

    id: int
    serial: str
    plan_id: int
    plan_title: str
    is_demonstration: bool
    version_number: int
    file_name: str
    file_sha256: str
    title: str
    quote: str
    section: tuple[str, ...]
    page: int | None
    start: int
    end: int
    organ: str
    resolution_number: str
    decided_on: date
    issued_number: str
    issued_on: date | None
    issuer: str
    quote_sm3: str
    text_sm3: str
    text_sha256: str
    purpose: str
    by: str
    at: datetime
    is_in_force: bool
    still_stands: bool | None = None


def certificate(extract_id: int) -> Certificate:
    """One extract, its words looked up anew in the version.

    Raises:
        Http404: there is none of that id.
    """
    extract = _rows().filter(id=extract_id).first()
    if extract is None:
        raise Http404
    text = PlanVersion.objects.values_list("text", flat=True).get(id=extract.version_id)
    return _certificate(extract, still_stands=quoted(text, extract.start, extract.end) == extract.quote)


def register_of(plan_id: int, grant: Grant, words: str = "") -> tuple[Certificate, ...]:
    """Every extract of a plan, newest first; those with the words in their title, text or number."""
    rows = _rows().filter(version__plan=plan_id, version__in=versions_within(grant))
    wanted = words.strip()
    if wanted:
        number = number_in(wanted)
        by_number = Q(pk=None) if number is None else Q(number=number)
        rows = rows.filter(Q(title__icontains=wanted) | Q(quote__icontains=wanted) | by_number)
    return tuple(_certificate(row) for row in rows.order_by("-year", "-number"))


def _rows() -> QuerySet[Extract]:
    return Extract.objects.select_related("version__plan", "resolution", "by").defer(*HEAVY)


def _certificate(extract: Extract, *, still_stands: bool | None = None) -> Certificate:
    version, resolution = extract.version, extract.resolution
    return Certificate(
        id=extract.pk,
        serial=str(extract),
        plan_id=version.plan_id,
        plan_title=version.plan.title,
        is_demonstration=version.plan.is_demonstration,
        version_number=version.number,
        file_name=version.name,
        file_sha256=version.sha256,
        title=extract.title,
        quote=extract.quote,
        section=tuple(extract.section),
        page=extract.page,
        start=extract.start,
        end=extract.end,
        organ=resolution.organ,
        resolution_number=resolution.number,
        decided_on=resolution.decided_on,
        issued_number=extract.issued_number,
        issued_on=extract.issued_on,
        issuer=version.issuer,
        quote_sm3=extract.quote_sm3,
        text_sm3=resolution.text_sm3,
        text_sha256=resolution.text_sha256,
        purpose=extract.purpose,
        by=extract.by.name,
        at=extract.at,
        is_in_force=resolution.is_in_force,
        still_stands=still_stands,
    )
