"""Resolutions (批准决议的写操作): one person enters what was decided, another confirms it; only then is a version in force."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from taizhang.office.accounts.models import User
from taizhang.office.audit.services import record
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans.life import digests
from taizhang.office.plans.life.errors import (
    AlreadyIssuedError,
    DateOrderError,
    ExplanationMissingError,
    NoSuchMoveError,
    NothingToConfirmError,
    NotYetError,
    SamePersonError,
    TextChangedError,
    WhyMissingError,
)
from taizhang.office.plans.life.models import Resolution, ResolutionState
from taizhang.office.plans.life.moves import Move, moves
from taizhang.office.plans.life.passages import Paper, hold, pass_on
from taizhang.office.plans.life.requirements import judge
from taizhang.office.plans.life.step import Step
from taizhang.office.plans.models import Plan

EXPLAINED = "no_errors_left"  # the one requirement that a second person may let pass for a reason
LONGEST_NAME = 200
APPROVING = {
    Step.DRAFTING: "register_approved",
    Step.CONGRESS: "approve",
    Step.ADJUSTMENT: "approve_adjustment",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """Decision (决议内容): what the paper of the approving body says.

    Attributes:
        explanation: why it is entered although the check found errors that are left.
        scan: the paper itself.
    """

    version_id: int
    organ: str
    number: str
    decided_on: date
    explanation: str = ""
    scan: UploadedFile | None = None


@transaction.atomic
def enter(*, plan_id: int, decision: Decision, by: User, today: date) -> Resolution:
    """Write a resolution down and freeze the text it approves; it holds when a second person has confirmed it.

    Pressing twice is answered with what the first press wrote.
    """
    plan = hold(plan_id)
    waiting = Resolution.objects.filter(plan=plan, state=ResolutionState.ENTERED).first()
    if waiting is not None and waiting.entered_by_id == by.pk and waiting.version_id == decision.version_id:
        return waiting
    move = approving_move(plan)
    if waiting is not None or move is None:
        raise NoSuchMoveError
    if decision.decided_on > today:
        raise DateOrderError
    _demand(move, plan, decision)
    frozen = digests.digests_of(decision.version_id)
    resolution = Resolution.objects.create(
        plan=plan,
        version_id=decision.version_id,
        organ=decision.organ.strip(),
        number=decision.number.strip(),
        decided_on=decision.decided_on,
        explanation=decision.explanation.strip(),
        is_adjustment=plan.step == Step.ADJUSTMENT,
        text_sha256=frozen.text_sha256,
        text_sm3=frozen.text_sm3,
        reading_sha256=frozen.reading_sha256,
        entered_by=by,
        entered_at=timezone.now(),
    )
    if decision.scan is not None:
        _keep_scan(resolution, decision.scan)
    _record("plans.resolution_entered", resolution, by)
    return resolution


@transaction.atomic
def confirm(*, resolution_id: int, by: User) -> Resolution:
    """Let an entered resolution hold: its version is in force from now on, and no other of its plan."""
    resolution, plan = _held(resolution_id)
    if resolution.state == ResolutionState.CONFIRMED and resolution.confirmed_by_id == by.pk:
        return resolution
    if resolution.state != ResolutionState.ENTERED:
        raise NothingToConfirmError
    if resolution.entered_by_id == by.pk:
        raise SamePersonError
    if not all(each.agrees for each in digests.verify(resolution)):
        raise TextChangedError
    move = approving_move(plan)
    if move is None:
        raise NoSuchMoveError
    Resolution.objects.filter(plan=plan, is_in_force=True).update(is_in_force=False)
    resolution.state, resolution.is_in_force = ResolutionState.CONFIRMED, True
    resolution.confirmed_by, resolution.confirmed_at = by, timezone.now()
    resolution.save()
    paper = Paper(resolution.number, resolution.decided_on)
    pass_on(plan, move, resolution.version_id, by=by, paper=paper, resolution=resolution)
    _record("plans.resolution_confirmed", resolution, by)
    return resolution


@transaction.atomic
def refuse(*, resolution_id: int, by: User, reason: str) -> Resolution:
    """Send an entry back: its text may change again; whoever entered it may take it back so too."""
    resolution, _plan = _held(resolution_id)
    if resolution.state == ResolutionState.REFUSED:
        return resolution
    if resolution.state != ResolutionState.ENTERED:
        raise NothingToConfirmError
    if not reason.strip():
        raise WhyMissingError
    resolution.state, resolution.refusal = ResolutionState.REFUSED, reason.strip()
    resolution.save()
    _record("plans.resolution_refused", resolution, by, reason=reason.strip())
    return resolution


@transaction.atomic
def ask_annulment(*, resolution_id: int, by: User, reason: str) -> Resolution:
    """Say that an approval was entered by mistake; it holds on until a second person agrees."""
    resolution, plan = _held(resolution_id)
    _demand_annullable(resolution, plan)
    if resolution.annulment_asked_at is not None:
        return resolution
    if not reason.strip():
        raise WhyMissingError
    resolution.annulment_asked_by, resolution.annulment_asked_at = by, timezone.now()
    resolution.annulment_reason = reason.strip()
    resolution.save()
    _record("plans.annulment_asked", resolution, by, reason=reason.strip())
    return resolution


@transaction.atomic
def drop_annulment(*, resolution_id: int, by: User) -> Resolution:
    """Let the approval stand after all."""
    resolution, plan = _held(resolution_id)
    _demand_annullable(resolution, plan)
    resolution.annulment_asked_by = resolution.annulment_asked_at = None
    resolution.annulment_reason = ""
    resolution.save()
    _record("plans.annulment_dropped", resolution, by)
    return resolution


@transaction.atomic
def annul(*, resolution_id: int, by: User) -> Resolution:
    """Annul a mistaken approval; the one before it, if there is one, is in force again."""
    resolution, plan = _held(resolution_id)
    if resolution.state == ResolutionState.ANNULLED:
        return resolution
    _demand_annullable(resolution, plan)
    if resolution.annulment_asked_at is None:
        raise NothingToConfirmError
    if resolution.annulment_asked_by_id == by.pk:
        raise SamePersonError
    move = moves()["annul_adjustment" if resolution.is_adjustment else "annul"]
    missing = [verdict for verdict in judge(move, plan, resolution.version_id) if not verdict.holds]
    if missing:
        raise NotYetError(missing[0].why)
    resolution.state, resolution.is_in_force = ResolutionState.ANNULLED, False
    resolution.annulled_by, resolution.annulled_at = by, timezone.now()
    resolution.save()
    _restore_before(resolution)
    pass_on(
        plan, move, resolution.version_id, by=by, paper=Paper(reason=resolution.annulment_reason), resolution=resolution
    )
    _record("plans.annulled", resolution, by, reason=resolution.annulment_reason)
    return resolution


def approving_move(plan: Plan) -> Move | None:
    """By which move the plan would be approved where it stands; None where there is nothing to approve."""
    code = APPROVING.get(Step(plan.step))
    return moves()[code] if code else None


def _demand(move: Move, plan: Plan, decision: Decision) -> None:
    for verdict in judge(move, plan, decision.version_id):
        if verdict.holds:
            continue
        if verdict.requirement.code != EXPLAINED:
            raise NotYetError(verdict.why)
        if not decision.explanation.strip():
            raise ExplanationMissingError(verdict.why)


def _held(resolution_id: int) -> tuple[Resolution, Plan]:
    """The resolution and its plan, the plan locked first, as everywhere."""
    plan = hold(Resolution.objects.values_list("plan_id", flat=True).get(id=resolution_id))
    return Resolution.objects.select_for_update().get(id=resolution_id), plan


def _demand_annullable(resolution: Resolution, plan: Plan) -> None:
    if not resolution.is_in_force:
        raise NothingToConfirmError
    if plan.step != Step.APPROVED:
        raise AlreadyIssuedError


def _restore_before(annulled: Resolution) -> None:
    before = Resolution.objects.filter(plan=annulled.plan_id, state=ResolutionState.CONFIRMED).order_by("-confirmed_at")
    previous = before.first()
    if previous is not None:
        previous.is_in_force = True
        previous.save(update_fields=["is_in_force"])


def _keep_scan(resolution: Resolution, scan: UploadedFile) -> None:
    content = scan.read()
    sha256 = hashlib.sha256(content).hexdigest()
    name = PurePath(scan.name or "").name[-LONGEST_NAME:]
    scan.seek(0)
    resolution.scan_name, resolution.scan_sha256 = name, sha256
    resolution.scan.name = resolution.scan.storage.save(f"resolutions/{sha256[:2]}/{sha256}", scan)
    resolution.save(update_fields=["scan", "scan_name", "scan_sha256"])


def _record(action: str, resolution: Resolution, by: User, **details: object) -> None:
    plan = resolution.plan
    said = {"version": resolution.version.number} | details
    record(Act(action, by, Matter("plan", str(plan.pk), plan.title), said))
