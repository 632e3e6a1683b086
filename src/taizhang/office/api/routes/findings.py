"""Findings (疑点): what checking found, and what was done about it."""

from datetime import datetime
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field, Schema

from taizhang.office.api.doorkeeping import GuardedRouter, caller
from taizhang.office.api.listing import Id, Limit, Offset, Page, page_of
from taizhang.office.api.words import words as _
from taizhang.office.findings import services
from taizhang.office.findings.access import findings_within
from taizhang.office.findings.models import Action, FindingRecord
from taizhang.office.findings.selectors.examined import examine, version_of
from taizhang.office.findings.standing import Standing
from taizhang.office.pages.doors import demands

router = GuardedRouter()
of_plan = GuardedRouter()


class FindingOut(Schema):
    """Finding (疑点): codes as ``taizhang check`` prints them; offsets count code points of the version's text."""

    id: int
    code: str
    severity: str
    message: str
    start: int
    end: int
    evidence: list[dict[str, Any]]
    state: str
    reason: str
    decided_by: str
    decided_at: datetime | None


class DisposeIn(Schema):
    """Disposition (处理): fixed 已改正, accepted 予以保留, not_applicable 不适用; all but a correction need a reason."""

    action: Literal["fixed", "accepted", "not_applicable"]
    reason: str = Field("", max_length=500)


class DisposedOut(Schema):
    """Disposed (处理结果): an error is settled only when a second person has confirmed it."""

    finding_id: int
    action: str
    needs_second_person: bool


@of_plan.get("/{plan_id}/findings", response=Page[FindingOut], summary=_("核校疑点"))
@demands("findings.view", of=findings_within)
def list_findings(request: HttpRequest, plan_id: Id, limit: Limit = 50, offset: Offset = 0) -> dict[str, Any]:
    """Those of the current version, in the order of the text, with what stands of each."""
    examined = examine(version_of(plan_id))
    return page_of([_told(each, examined.standings[each.id]) for each in examined.findings], limit, offset)


@router.post("/{finding_id}/dispose", response=DisposedOut, summary=_("处理一条疑点"))
@demands("findings.dispose", of=findings_within)
def dispose(request: HttpRequest, finding_id: Id, body: DisposeIn) -> DisposedOut:
    """Say what was done about it."""
    action = Action(body.action)
    finding = services.dispose(finding_id=finding_id, action=action, reason=body.reason, by=caller(request))
    return DisposedOut(finding_id=finding.id, action=action.value, needs_second_person=finding.severity == "error")


@router.post("/{finding_id}/confirm", response=DisposedOut, summary=_("复核一条疑点的处理"))
@demands("findings.dispose", of=findings_within)
def confirm(request: HttpRequest, finding_id: Id) -> DisposedOut:
    """The second person agrees; nobody confirms their own decision."""
    finding = services.confirm(finding_id=finding_id, by=caller(request))
    return DisposedOut(finding_id=finding.id, action=Action.CONFIRMED.value, needs_second_person=False)


def _told(finding: FindingRecord, standing: Standing) -> FindingOut:
    decision = standing.decision
    return FindingOut(
        id=finding.id,
        code=finding.code,
        severity=finding.severity,
        message=finding.message_zh,
        start=finding.start,
        end=finding.end,
        evidence=finding.evidence,
        state=standing.state.value,
        reason=decision.reason if decision else "",
        decided_by=decision.by.name if decision else "",
        decided_at=decision.at if decision else None,
    )
