"""Commitments (目标任务): the ledger, what may be taken into it, and every change of it."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Schema
from ninja.errors import ValidationError

from taizhang.office.api.doorkeeping import GuardedRouter, caller
from taizhang.office.api.listing import LARGEST, Id, Limit, Offset, Page, page_of
from taizhang.office.api.words import words as _
from taizhang.office.commitments import services
from taizhang.office.commitments.access import commitment_within, commitments_within
from taizhang.office.commitments.deeds import Done
from taizhang.office.commitments.forms import AmendForm
from taizhang.office.commitments.models import Amendment, Commitment, Source
from taizhang.office.commitments.selectors.decisions import decisions_of
from taizhang.office.commitments.selectors.readings import is_approved, load_material
from taizhang.office.commitments.suggestions.build import suggest
from taizhang.office.pages.doors import demands, granted
from taizhang.office.plans.access import plan_within
from taizhang.office.plans.selectors import get_plan

router = GuardedRouter()
of_plan = GuardedRouter()

HEAVY = ("version__text", "version__layout", "version__bindings")
# What is said of a commitment and may be amended: names of the form's fields, which are those of the row.
AMENDED = tuple(name for name in AmendForm.base_fields if name not in {"reason", "revision"})


class SourceOut(Schema):
    """Source (出处): one place of the document, by offsets in the text of the version."""

    role: str
    start: int
    end: int
    quote: str
    statement_id: int | None
    cell_id: int | None
    row_id: int | None


class CommitmentOut(Schema):
    """Commitment (目标任务)."""

    id: int
    plan_id: int = Field(alias="version.plan_id")
    version_id: int
    revision: int
    status: str
    kind: str
    title: str
    subject: str
    indicator: str
    aspect: str
    value: Decimal | None
    value_high: Decimal | None
    unit: str
    bound: str
    period: str
    expression: str
    baseline_value: Decimal | None
    baseline_unit: str
    baseline_period: str
    target_kind: str
    tolerance: Decimal | None
    tolerance_basis: str
    reference: str
    direction: str
    timing: str
    evidence: str
    profile: str
    due_on: date | None
    sentence: str
    sentence_start: int
    sentence_end: int
    section: list[str]
    reason: str


class CommitmentWithSources(CommitmentOut):
    """Commitment with its sources (目标任务及出处)."""

    sources: list[SourceOut]

    @staticmethod
    def resolve_sources(commitment: Commitment) -> list[Source]:
        """All of them."""
        return list(commitment.sources.all())


class AmendmentOut(Schema):
    """Amendment (留痕): who did what and when; ``changes`` are field → before and after."""

    action: str
    by: str = Field(alias="by.name")
    at: datetime
    reason: str
    changes: dict[str, Any]
    batch: UUID


class SuggestionOut(Schema):
    """Suggestion (待办建议): what could be taken into the ledger, by its key."""

    key: str
    kind: str
    title: str


class DoneOut(Schema):
    """Done (办理结果): what was done to which commitments; ``batch`` undoes it."""

    batch: UUID
    commitment_ids: list[int]
    skipped: int


class KeysIn(Schema):
    """Keys (条目): of suggestions."""

    keys: list[str] = Field(min_length=1, max_length=2000, examples=[["s12", "c7"]])


class AsideIn(KeysIn):
    """Set aside (搁置): which, and why."""

    reason: str = Field(min_length=1, max_length=500)


class AmendIn(Schema):
    """Amend (修改): only the fields to change, with the revision they were read at."""

    revision: int = Field(ge=0, le=LARGEST)
    reason: str = Field("", max_length=500)
    changes: dict[str, str | None] = Field(description=_("要改的字段和新值"), examples=[{"title": "…"}])


class ReasonIn(Schema):
    """Reason (理由)."""

    reason: str = Field(min_length=1, max_length=500)


PlanId = Annotated[int | None, Query(ge=0, le=LARGEST, description=_("哪一份计划；不写是全部"))]
Status = Annotated[
    str, Query(max_length=12, description=_("adopted 在账，set_aside 已搁置，withdrawn 已撤回，merged 已并入"))
]


@router.get("", response=Page[CommitmentOut], summary=_("台账"))
@demands("commitments.view")
def list_commitments(
    request: HttpRequest, plan_id: PlanId = None, status: Status = "adopted", limit: Limit = 50, offset: Offset = 0
) -> dict[str, Any]:
    """In the order of the plans."""
    found = commitments_within(granted(request)).filter(status=status).select_related("version").defer(*HEAVY)
    if plan_id is not None:
        found = found.filter(version__plan=plan_id)
    return page_of(found.order_by("version__plan", "position", "id"), limit, offset)


@router.get("/{commitment_id}", response=CommitmentWithSources, summary=_("一条目标任务"))
@demands("commitments.view", of=commitment_within)
def get_commitment(request: HttpRequest, commitment_id: Id) -> Commitment:
    """With every place of the document it rests on."""
    light = Commitment.objects.select_related("version").defer(*HEAVY).prefetch_related("sources")
    return get_object_or_404(light, id=commitment_id)


@router.get("/{commitment_id}/history", response=Page[AmendmentOut], summary=_("一条目标任务的留痕"))
@demands("commitments.view", of=commitment_within)
def list_amendments(request: HttpRequest, commitment_id: Id, limit: Limit = 50, offset: Offset = 0) -> dict[str, Any]:
    """Everything that was done to it, oldest first."""
    get_object_or_404(Commitment.objects.only("id"), id=commitment_id)
    done = Amendment.objects.filter(commitment=commitment_id).select_related("by").order_by("id")
    return page_of(done, limit, offset)


@router.patch("/{commitment_id}", response=CommitmentWithSources, summary=_("修改一条目标任务"))
@demands("commitments.decide", of=commitment_within)
def amend(request: HttpRequest, commitment_id: Id, body: AmendIn) -> Commitment:
    """409 where someone changed it since that revision, or the plan was approved."""
    commitment = get_commitment(request, commitment_id)
    changes = _amended(commitment, body)
    services.amend(
        commitment_id=commitment_id, revision=body.revision, changes=changes, by=caller(request), reason=body.reason
    )
    return get_commitment(request, commitment_id)


@router.post("/{commitment_id}/withdraw", response=DoneOut, summary=_("撤回一条目标任务"))
@demands("commitments.decide", of=commitment_within)
def withdraw(request: HttpRequest, commitment_id: Id, body: ReasonIn) -> DoneOut:
    """Its sentence is open again, its history stays."""
    return _done(services.withdraw(commitment_id=commitment_id, reason=body.reason, by=caller(request)))


@router.post("/{commitment_id}/restore", response=DoneOut, summary=_("恢复一条目标任务"))
@demands("commitments.decide", of=commitment_within)
def restore(request: HttpRequest, commitment_id: Id) -> DoneOut:
    """Let what was withdrawn stand again."""
    return _done(services.restore(commitment_id=commitment_id, by=caller(request)))


@of_plan.get("/{plan_id}/suggestions", response=Page[SuggestionOut], summary=_("可纳入台账的条目"))
@demands("commitments.decide", of=plan_within)
def list_suggestions(request: HttpRequest, plan_id: Id, limit: Limit = 50, offset: Offset = 0) -> dict[str, Any]:
    """Those nobody decided about yet, of the current version."""
    version_id = get_plan(plan_id).version_id
    decisions = decisions_of(version_id)
    every = (each for chapter in suggest(load_material(version_id)) for each in chapter.suggestions)
    return page_of([each for each in every if decisions.of(each) is None], limit, offset)


@of_plan.post("/{plan_id}/suggestions/adopt", response=DoneOut, summary=_("纳入台账"))
@demands("commitments.decide", of=plan_within)
def adopt(request: HttpRequest, plan_id: Id, body: KeysIn) -> DoneOut:
    """As suggested; those decided before are skipped."""
    version_id = get_plan(plan_id).version_id
    return _done(services.adopt_many(version_id=version_id, keys=body.keys, by=caller(request)))


@of_plan.post("/{plan_id}/suggestions/set-aside", response=DoneOut, summary=_("搁置"))
@demands("commitments.decide", of=plan_within)
def set_aside(request: HttpRequest, plan_id: Id, body: AsideIn) -> DoneOut:
    """Decide that they do not belong in the ledger, and why."""
    version_id = get_plan(plan_id).version_id
    return _done(services.set_aside(version_id=version_id, keys=body.keys, reason=body.reason, by=caller(request)))


def _done(done: Done) -> DoneOut:
    return DoneOut(batch=done.batch, commitment_ids=[each.id for each in done.commitments], skipped=done.skipped)


def _amended(commitment: Commitment, body: AmendIn) -> dict[str, Any]:
    """What the page's own form makes of the changes: the same rules, the same sentences."""
    typed = QueryDict(mutable=True)
    standing = {name: getattr(commitment, name) for name in AMENDED}
    for name, value in (standing | body.changes | {"reason": body.reason, "revision": body.revision}).items():
        typed[name] = "" if value is None else str(value)
    form = AmendForm(typed, of=commitment, is_approved=is_approved(commitment.version_id))
    faults = [(name, "unknown field") for name in sorted(set(body.changes) - set(AMENDED))]
    if not form.is_valid():
        faults += [(name, " ".join(map(str, errors))) for name, errors in form.errors.items()]
    if faults:
        raise ValidationError([{"loc": ("body", "changes", name), "msg": message} for name, message in faults])
    return form.changes()
