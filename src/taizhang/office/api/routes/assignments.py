"""Assignments (责任分解): who carries out what by when; handing out, signing for it, asking and answering."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Query, Schema

from taizhang.office.accounts.models import User
from taizhang.office.api.doorkeeping import GuardedRouter, caller
from taizhang.office.api.listing import LARGEST, Id, Limit, Offset, Page, RowId, page_of
from taizhang.office.api.words import words as _
from taizhang.office.assignments.access import assignment_within, assignments_within, duty_within
from taizhang.office.assignments.models import Assignment, Duty
from taizhang.office.assignments.models import Query as Question
from taizhang.office.assignments.selectors.holders import duties_of
from taizhang.office.assignments.selectors.units import Units, load_units
from taizhang.office.assignments.services import drafting, errors, handing_out, signing
from taizhang.office.assignments.services.handing_out import Ground
from taizhang.office.assignments.services.rows import Done
from taizhang.office.assignments.services.signing import Side
from taizhang.office.assignments.terms import Revised, StepTerms, Terms
from taizhang.office.commitments.access import commitment_within
from taizhang.office.pages.doors import demands, granted
from taizhang.office.pages.errors import ExpectedError

router = GuardedRouter()
of_commitment = GuardedRouter()
duties = GuardedRouter()
questions = GuardedRouter()

Quarter = Annotated[str, Field(pattern=r"^\d{4}-Q[1-4]$", examples=["2024-Q1"])]


class UnknownUnitError(ExpectedError):
    """Unknown unit (没有这个单位): a number that is no unit of today's registry."""

    def __init__(self) -> None:
        super().__init__(_("所填单位编号里有今天名册上没有的，请先查单位名册。"), status=422)


class StepShape(Schema):
    """Step (分季进度): what must stand by the end of a quarter."""

    period: Quarter
    words: str = Field("", max_length=2000)
    value: Decimal | None = None


class DutyOut(Schema):
    """Duty (责任单位): a unit's part, and whether it signed for it."""

    id: int
    organisation_id: int
    role: str
    officer: str | None = Field(None, alias="officer.name")
    sign_by: date | None
    signed_at: datetime | None
    ended_at: datetime | None
    ended_for: str


class AssignmentOut(Schema):
    """Assignment (责任分解)."""

    id: int
    commitment_id: int
    plan_id: int = Field(alias="commitment.version.plan_id")
    title: str = Field(alias="commitment.title")
    state: str
    revision: int
    leader: str
    measure: str
    starts_on: date | None
    due_on: date | None
    handed_out_at: datetime | None
    duties: list[DutyOut]
    steps: list[StepShape]

    @staticmethod
    def resolve_duties(assignment: Assignment) -> list[Duty]:
        """The lead first; those that ended too."""
        return list(assignment.duties.all())

    @staticmethod
    def resolve_steps(assignment: Assignment) -> list[Any]:
        """By quarter."""
        return list(assignment.steps.all())


class DraftIn(Schema):
    """Draft (拟定): the whole of what an assignment says; ``revision`` is 0 where there is none yet."""

    revision: int = Field(0, ge=0, le=LARGEST)
    lead_id: RowId | None = None
    support_ids: list[RowId] = Field(default_factory=list, max_length=200)
    leader: str = Field("", max_length=60)
    measure: str = Field("", max_length=2000)
    starts_on: date | None = None
    due_on: date | None = None
    steps: list[StepShape] = Field(default_factory=list, max_length=4)


class HandOutIn(Schema):
    """Hand out (下达): which commitments' complete drafts, on the ground of which paper."""

    commitment_ids: list[RowId] = Field(min_length=1, max_length=5000)
    document: str = Field("", max_length=200)


class GroundIn(Schema):
    """Ground (理由和依据)."""

    reason: str = Field(min_length=1, max_length=500)
    document: str = Field("", max_length=200)


class SignIn(Schema):
    """Sign (签收): for which duties; the officer is whoever the unit names to report."""

    duty_ids: list[RowId] = Field(min_length=1, max_length=5000)
    officer_id: RowId | None = None


class WordsIn(Schema):
    """Words (文字)."""

    words: str = Field(min_length=1, max_length=1000)


class DoneOut(Schema):
    """Done (办理结果): ``skipped`` were done before, ``left`` lack a lead or a deadline."""

    assignment_ids: list[int]
    skipped: int
    left: int


class QuestionOut(Schema):
    """Question (疑问)."""

    id: int
    duty_id: int
    words: str
    answer: str
    at: datetime
    answered_at: datetime | None


PlanId = Annotated[int | None, Query(ge=0, le=LARGEST, description=_("哪一份计划；不写是全部"))]


@router.get("", response=Page[AssignmentOut], summary=_("责任分解"))
@demands("assignments.view")
def list_assignments(
    request: HttpRequest, plan_id: PlanId = None, limit: Limit = 50, offset: Offset = 0
) -> dict[str, Any]:
    """Those within reach, in the order of the plan."""
    found = _loaded().filter(id__in=assignments_within(granted(request)).values("id"))
    if plan_id is not None:
        found = found.filter(commitment__version__plan=plan_id)
    return page_of(found.order_by("commitment__version__plan", "commitment__position", "id"), limit, offset)


@router.post("/hand-out", response=DoneOut, summary=_("下达"))
@demands("assignments.edit")
def hand_out(request: HttpRequest, body: HandOutIn) -> DoneOut:
    """Only of plans in force; what was handed out before is skipped."""
    return _done(
        handing_out.hand_out(
            commitment_ids=body.commitment_ids, by=caller(request), now=timezone.now(), document=body.document
        )
    )


@router.get("/{assignment_id}", response=AssignmentOut, summary=_("一条责任分解"))
@demands("assignments.view", of=assignment_within)
def get_assignment(request: HttpRequest, assignment_id: Id) -> Assignment:
    """With its units and steps."""
    return get_object_or_404(_loaded(), id=assignment_id)


@of_commitment.put("/{commitment_id}/assignment", response=AssignmentOut, summary=_("拟定责任分解"))
@demands("assignments.edit", of=commitment_within)
def draft(request: HttpRequest, commitment_id: Id, body: DraftIn) -> Assignment:
    """Put down who carries it out; 409 where someone saved it since that revision, or it was handed out."""
    terms = Terms(
        lead=body.lead_id,
        supports=tuple(body.support_ids),
        leader=body.leader,
        measure=body.measure,
        starts_on=body.starts_on,
        due_on=body.due_on,
        steps=tuple(StepTerms(each.period, each.words, each.value) for each in body.steps),
    )
    revised = Revised(_known(terms, units := _units()), body.revision)
    drafting.draft(commitment_id=commitment_id, revised=revised, by=caller(request), units=units)
    return _loaded().get(commitment=commitment_id)


@router.post("/{assignment_id}/take-back", response=DoneOut, summary=_("收回"))
@demands("assignments.edit", of=assignment_within)
def take_back(request: HttpRequest, assignment_id: Id, body: GroundIn) -> DoneOut:
    """While nobody signed for it."""
    ground = Ground(body.reason, body.document)
    return _done(
        handing_out.take_back(assignment_id=assignment_id, ground=ground, by=caller(request), now=timezone.now())
    )


@duties.get("", response=Page[DutyOut], summary=_("本单位的责任"))
@demands("assignments.sign")
def list_duties(request: HttpRequest, limit: Limit = 50, offset: Offset = 0) -> dict[str, Any]:
    """What the person's own units were handed out and still carry."""
    own = duties_of(granted(request).organisations).filter(ended_at=None)
    return page_of(own.select_related("officer").order_by("assignment__commitment__position", "id"), limit, offset)


@duties.post("/sign", response=DoneOut, summary=_("签收"))
@demands("assignments.sign")
def sign(request: HttpRequest, body: SignIn) -> DoneOut:
    """Those signed for before are skipped; those of other units are refused."""
    officer = None if body.officer_id is None else get_object_or_404(User, id=body.officer_id, is_active=True)
    return _done(signing.sign(duty_ids=body.duty_ids, side=_side(request), officer=officer, now=timezone.now()))


@duties.post("/{duty_id}/questions", response=QuestionOut, summary=_("提出疑问"))
@demands("assignments.sign", of=duty_within)
def ask(request: HttpRequest, duty_id: Id, body: WordsIn) -> Question:
    """Ask what is unclear."""
    return signing.ask(duty_id=duty_id, words=body.words, side=_side(request))


@questions.post("/{question_id}/answer", response=QuestionOut, summary=_("答复疑问"))
@demands("assignments.answer")
def answer(request: HttpRequest, question_id: Id, body: WordsIn) -> Question:
    """Answer a question; hand-overs are decided on the pages."""
    question = get_object_or_404(Question, id=question_id)
    if question.hand_to_id is not None:
        raise errors.NotYoursToDecideError
    return signing.answer(query_id=question_id, words=body.words, by=caller(request), now=timezone.now())


def _loaded() -> QuerySet[Assignment]:
    heavy = (f"commitment__version__{name}" for name in ("text", "layout", "bindings"))
    parts = Prefetch("duties", Duty.objects.select_related("officer").order_by("position", "id"))
    return Assignment.objects.select_related("commitment__version").defer(*heavy).prefetch_related(parts, "steps")


def _known(terms: Terms, units: Units) -> Terms:
    """The same where every unit is one that is there today."""
    living = {option.id for option in units.options()}
    if not set(terms.units) <= living:
        raise UnknownUnitError
    return terms


def _units() -> Units:
    return load_units(timezone.localdate())


def _side(request: HttpRequest) -> Side:
    by = caller(request)
    return Side(by, granted(request).organisations, _units(), by.grant("assignments.name_officer") is not None)


def _done(done: Done) -> DoneOut:
    return DoneOut(assignment_ids=list(done.assignments), skipped=done.skipped, left=done.left)
