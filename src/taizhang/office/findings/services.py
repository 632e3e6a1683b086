"""Services of findings (核校的写操作): have a version checked, deal with a finding, confirm, take back.

Whatever a person does is another row; nothing that was done is changed or removed.
"""

from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import User
from taizhang.office.audit.services import record
from taizhang.office.findings import runs, tasks
from taizhang.office.findings.models import (
    DISPOSITIONS,
    UNFINISHED,
    Action,
    Check,
    Disposition,
    FindingRecord,
    Severity,
)
from taizhang.office.findings.selectors.examined import examine, last_run, version_of
from taizhang.office.findings.standing import Standing, State
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans.models import PlanVersion, ReadingState


class ReasonMissingError(ExpectedError):
    """Reason missing (缺少理由): what is let stand, and every error, is explained to whoever looks later."""

    def __init__(self) -> None:
        super().__init__(_("请写明理由，以后查看的人才知道为什么。"), status=422)


class NotOpenError(ExpectedError):
    """Not open (已处理过): someone dealt with it before; that must be taken back first."""

    def __init__(self) -> None:
        super().__init__(_("这一条已有处理。要改主意，请先撤回原来的处理。"))


class NothingStandsError(ExpectedError):
    """Nothing stands (没有可复核或撤回的处理)."""

    def __init__(self) -> None:
        super().__init__(_("这一条现在没有可以复核或撤回的处理。请刷新页面查看最新情况。"))


class SecondPersonError(ExpectedError):
    """Second person (须由另一人复核): nobody confirms their own decision."""

    def __init__(self) -> None:
        super().__init__(_("错误级的疑点要由另一个人复核，不能复核自己的处理。"), status=403)


class OutdatedError(ExpectedError):
    """Outdated (已有新的核校): there is a newer version, or a newer run."""

    def __init__(self) -> None:
        super().__init__(_("这份文件已有新稿或已重新核校。请刷新页面，在最新的清单里处理。"))


class SimultaneousError(ExpectedError):
    """Simultaneous (同时处理): someone else did something about the same finding a moment ago."""

    def __init__(self) -> None:
        super().__init__(_("刚刚有人处理了这一条。这次没有保存，请刷新页面后再看。"))


def check_after_reading(*, version_id: int) -> None:
    """Have a version checked that has just been read; one that could not be read has nothing to check."""
    if PlanVersion.objects.filter(id=version_id, state=ReadingState.READ).exists():
        request_check(version_id=version_id)


def request_check(*, version_id: int, by: User | None = None) -> None:
    """Have a version checked in the background; while a run is under way, that one will do."""
    if Check.objects.filter(version=version_id, state__in=UNFINISHED).exists():
        return
    try:
        with transaction.atomic():
            check = Check.objects.create(version_id=version_id, asked_by=by)
            _enqueue(check.id)
    except IntegrityError:  # two people pressed the button at the same moment
        return


@transaction.atomic
def resume_unfinished_checks() -> None:
    """Queue again what a stop of the worker cut short, and what was read before there were checks."""
    for check_id in runs.interrupted_checks():
        _enqueue(check_id)
    checked = Check.objects.values("version")
    for version_id in (
        PlanVersion.objects.filter(state=ReadingState.READ).exclude(id__in=checked).values_list("id", flat=True)
    ):
        request_check(version_id=version_id)


@transaction.atomic
def dispose(*, finding_id: int, action: Action, reason: str, by: User) -> FindingRecord:
    """Say what was done about a finding: fixed, accepted with a reason, or not applicable for a reason."""
    assert action in DISPOSITIONS
    finding, standing = _current(finding_id)
    if standing.state != State.OPEN:
        raise NotOpenError
    if not reason.strip() and (action != Action.FIXED or finding.severity == Severity.ERROR):
        raise ReasonMissingError
    return _append(finding, action, reason, by)


@transaction.atomic
def confirm(*, finding_id: int, by: User) -> FindingRecord:
    """The second person agrees with what was decided about an error."""
    finding, standing = _current(finding_id)
    if standing.state != State.REVIEW or standing.decision is None:
        raise NothingStandsError
    if standing.decision.by_id == by.id:
        raise SecondPersonError
    return _append(finding, Action.CONFIRMED, "", by)


@transaction.atomic
def take_back(*, finding_id: int, reason: str, by: User) -> FindingRecord:
    """Take back the last thing that stands; what someone else did, for a reason."""
    finding, standing = _current(finding_id)
    if standing.latest is None:
        raise NothingStandsError
    if standing.latest.by_id != by.id and not reason.strip():
        raise ReasonMissingError
    return _append(finding, Action.TAKEN_BACK, reason, by)


def _current(finding_id: int) -> tuple[FindingRecord, Standing]:
    """A finding of the last run over the newest version, and what stands of it."""
    finding = get_object_or_404(FindingRecord.objects.select_related("run__version"), id=finding_id)
    version = version_of(finding.run.version.plan_id)
    if finding.run != last_run(version.id):
        raise OutdatedError
    return finding, examine(version).standings[finding.id]


def _append(finding: FindingRecord, action: Action, reason: str, by: User) -> FindingRecord:
    before = Disposition.objects.filter(version=finding.run.version_id, key=finding.key).count()
    row = Disposition(
        version_id=finding.run.version_id,
        key=finding.key,
        number=before + 1,
        action=action,
        reason=reason.strip(),
        by=by,
    )
    row.full_clean(validate_unique=False, validate_constraints=False)  # the database itself says so
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise SimultaneousError from error
    matter = Matter("finding", str(finding.id), finding.code)
    record(Act(f"findings.{action.value}", by, matter, {"plan": finding.run.version.plan_id}))
    return finding


def _enqueue(check_id: int) -> None:
    transaction.on_commit(lambda: tasks.run_check(check_id))
