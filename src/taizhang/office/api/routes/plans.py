"""Plans (计划): what there is, what was read in it, and handing a file in."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import File, Query, Schema, Status, UploadedFile

from taizhang.office.api.doorkeeping import GuardedRouter, caller
from taizhang.office.api.listing import Id, Limit, Offset, Page, page_of
from taizhang.office.api.words import words as _
from taizhang.office.pages.doors import Grant, demands, granted
from taizhang.office.plans import services
from taizhang.office.plans.access import plan_within, plans_within, versions_within
from taizhang.office.plans.models import PlanVersion, ReadingState, StatementRecord, TableRowRecord
from taizhang.office.plans.selectors import CURRENT_FIRST, IN_FORCE, LIGHT_FIELDS

router = GuardedRouter()

Number = Annotated[int | None, Query(ge=1, le=100_000, description=_("第几稿；不写是能看到的最新一稿"))]


class VersionOut(Schema):
    """Version (稿次): a file as received and how far it was read."""

    id: int
    number: int
    name: str
    media: str
    size: int
    sha256: str
    state: str
    percent: int
    received_at: datetime
    document_number: str
    issuer: str
    review_year: str


class PlanOut(Schema):
    """Plan (计划): with the version the caller may read; ``is_in_force`` tells whether that one was approved."""

    id: int
    title: str
    region: str
    year: str
    step: str
    is_demonstration: bool
    is_in_force: bool
    version: VersionOut


class ReceiptOut(Schema):
    """Receipt (回执): which plan the file became; ``is_new`` is false where the same file was received before."""

    plan_id: int
    is_new: bool


class StatementOut(Schema):
    """Statement (表述): fields as ``taizhang read --format jsonl`` prints them; offsets count code points of the text."""

    id: int
    start: int
    end: int
    quote: str
    subject: str
    aspect: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    bound: str
    period: str
    modality: str
    basis: str
    sentence_start: int
    sentence_end: int
    section: list[str]
    indicator: str


class CellOut(Schema):
    """Cell (指标值)."""

    id: int
    role: str
    year: str
    modality: str
    text: str
    value: Decimal | None
    value_high: Decimal | None
    bound: str
    start: int
    end: int


class RowOut(Schema):
    """Row (指标行): one indicator of an annex."""

    id: int
    group: str
    indicator: str
    unit: str
    code: str
    start: int
    end: int
    cells: list[CellOut]

    @staticmethod
    def resolve_cells(row: TableRowRecord) -> list[object]:
        """All of them, as prefetched."""
        return list(row.cells.all())


class TextOut(Schema):
    """Text (正文): every offset of the plan's statements counts its code points."""

    text: str
    sha256: str


@router.get("", response=Page[PlanOut], summary=_("计划清单"))
@demands("plans.view")
def list_plans(request: HttpRequest, limit: Limit = 50, offset: Offset = 0) -> dict[str, object]:
    """Those within reach, newest first."""
    grant = granted(request)
    found = list(plans_within(grant).values_list("id", flat=True).order_by("-created_at", "-id"))
    told = page_of(found, limit, offset)
    newest: dict[int, PlanVersion] = {}
    for version in reversed(_light(grant).filter(plan_id__in=told["items"]).order_by(*CURRENT_FIRST)):
        newest[version.plan_id] = version
    return told | {"items": [_told(newest[plan_id]) for plan_id in told["items"]]}


@router.post("", response={201: ReceiptOut, 200: ReceiptOut}, summary=_("收入一份计划文件"))
@demands("plans.edit")
def take_in(request: HttpRequest, file: File[UploadedFile]) -> Status[services.Receipt]:
    """Kept byte for byte and read in the background; ask for the plan until ``version.state`` is ``read``."""
    receipt = services.take_in(file=file, by=caller(request))
    return Status(201 if receipt.is_new else 200, receipt)


@router.post("/{plan_id}/versions", response={201: ReceiptOut, 200: ReceiptOut}, summary=_("收入这份计划的新稿"))
@demands("plans.edit", of=plan_within)
def take_in_version(request: HttpRequest, plan_id: Id, file: File[UploadedFile]) -> Status[services.Receipt]:
    """The next version of a plan."""
    receipt = services.take_in(file=file, by=caller(request), plan_id=plan_id)
    return Status(201 if receipt.is_new else 200, receipt)


@router.get("/{plan_id}", response=PlanOut, summary=_("一份计划"))
@demands("plans.view", of=plan_within)
def get_plan(request: HttpRequest, plan_id: Id) -> PlanOut:
    """With the newest version within reach."""
    return _told(_version(granted(request), plan_id, None))


@router.get("/{plan_id}/versions", response=Page[VersionOut], summary=_("一份计划的各稿"))
@demands("plans.view", of=plan_within)
def list_versions(request: HttpRequest, plan_id: Id, limit: Limit = 50, offset: Offset = 0) -> dict[str, object]:
    """Those within reach, newest first."""
    return page_of(list(_light(granted(request)).filter(plan=plan_id).order_by("-number")), limit, offset)


@router.get("/{plan_id}/text", response=TextOut, summary=_("计划正文"))
@demands("plans.view", of=plan_within)
def get_text(request: HttpRequest, plan_id: Id, number: Number = None) -> PlanVersion:
    """The whole text of a version."""
    version = _version(granted(request), plan_id, number)
    return PlanVersion.objects.only("text", "sha256").get(id=version.id)


@router.get("/{plan_id}/statements", response=Page[StatementOut], summary=_("读出的表述"))
@demands("plans.view", of=plan_within)
def list_statements(
    request: HttpRequest, plan_id: Id, number: Number = None, limit: Limit = 50, offset: Offset = 0
) -> dict[str, object]:
    """In the order of the text."""
    version = _version(granted(request), plan_id, number)
    return page_of(StatementRecord.objects.filter(version=version.id).order_by("position"), limit, offset)


@router.get("/{plan_id}/indicators", response=Page[RowOut], summary=_("指标表"))
@demands("plans.view", of=plan_within)
def list_indicators(
    request: HttpRequest, plan_id: Id, number: Number = None, limit: Limit = 50, offset: Offset = 0
) -> dict[str, object]:
    """The annex, row by row with every value."""
    version = _version(granted(request), plan_id, number)
    rows = TableRowRecord.objects.filter(version=version.id, kind="indicators").order_by("position")
    return page_of(rows.prefetch_related("cells"), limit, offset)


def _light(grant: Grant) -> QuerySet[PlanVersion]:
    """Versions without their text."""
    light = [name for name in LIGHT_FIELDS if not name.startswith("received_by")]
    plan = (f"plan__{name}" for name in ("title", "region", "year", "step", "is_demonstration", "created_at"))
    found = versions_within(grant).select_related("plan").only("sha256", *light, *plan)
    return found.annotate(in_force=IN_FORCE)


def _version(grant: Grant, plan_id: int, number: int | None) -> PlanVersion:
    found = _light(grant).filter(plan=plan_id)
    if number is not None:
        found = found.filter(number=number, state=ReadingState.READ)
    version = found.order_by(*CURRENT_FIRST).first()
    if version is None:
        raise Http404
    return version


def _told(version: PlanVersion) -> PlanOut:
    plan = version.plan
    return PlanOut(
        id=plan.id,
        title=plan.title,
        region=plan.region,
        year=plan.year,
        step=plan.step,
        is_demonstration=plan.is_demonstration,
        is_in_force=getattr(version, "in_force", False),
        version=VersionOut.from_orm(version),
    )
