"""Examined (核校过的一稿): a version's findings with what stands of each, and the guard that asks before it is issued."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from taizhang.office.findings.models import Check, CheckState, Disposition, FindingRecord, Severity
from taizhang.office.findings.standing import Standing, State, standing_of
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.plans.models import PlanVersion, ReadingState

LIGHT = ("plan", "number", "name", "received_at", "received_by__name", "state", "stage", "percent")


class NotCheckedError(ExpectedError):
    """Not checked (尚未核校): nobody can say whether errors are left."""

    def __init__(self) -> None:
        super().__init__(_("这一稿还没有核校完，不能印发。请先核校。"))


@dataclass(frozen=True, slots=True)
class Examined:
    """Examined (核校过的一稿).

    Attributes:
        version: the version, without its text and layout.
        run: the last run that came to its end; None while there is none.
        findings: what it found, in the order of the text.
        standings: of each finding by its id.
        done: everything people did, by key, in this version and those before it.
    """

    version: PlanVersion
    run: Check | None
    findings: tuple[FindingRecord, ...]
    standings: Mapping[int, Standing]
    done: Mapping[str, tuple[Disposition, ...]]

    def in_state(self, *states: State, severity: Severity | None = None) -> tuple[FindingRecord, ...]:
        """The findings in one of those states, of that severity where one is asked for."""
        return tuple(
            each
            for each in self.findings
            if self.standings[each.id].state in states and severity in {None, each.severity}
        )

    @property
    def blocking(self) -> tuple[FindingRecord, ...]:
        """Errors that are not settled: nothing is issued while there are any."""
        return self.in_state(State.OPEN, State.REVIEW, severity=Severity.ERROR)


def version_of(plan_id: int, number: int | None = None) -> PlanVersion:
    """A version that was read: that number, or the newest.

    Raises:
        Http404: there is none.
    """
    versions = PlanVersion.objects.filter(plan_id=plan_id, state=ReadingState.READ).select_related("received_by")
    wanted = versions if number is None else versions.filter(number=number)
    version = wanted.only(*LIGHT).order_by("-number").first()
    if version is None:
        raise Http404
    return version


def version_before(version: PlanVersion) -> PlanVersion | None:
    """The version that was read before this one."""
    earlier = PlanVersion.objects.filter(plan=version.plan_id, number__lt=version.number, state=ReadingState.READ)
    return earlier.select_related("received_by").only(*LIGHT).order_by("-number").first()


def unread_version(version: PlanVersion) -> PlanVersion | None:
    """A newer version that is not read yet, or could not be."""
    newer = PlanVersion.objects.filter(plan=version.plan_id, number__gt=version.number).exclude(state=ReadingState.READ)
    return newer.only(*LIGHT, "failure_zh", "failure_en").order_by("-number").first()


def examine(version: PlanVersion, run: Check | None = None) -> Examined:
    """A version with its findings; those of its last run unless another is named."""
    run = run or last_run(version.id)
    findings = tuple(FindingRecord.objects.filter(run=run)) if run else ()
    done = _done_until(version)
    standings = {
        each.id: standing_of(done.get(each.key, ()), severity=each.severity, version_id=version.id) for each in findings
    }
    return Examined(version, run, findings, standings, done)


def blocking_findings(version_id: int) -> tuple[FindingRecord, ...]:
    """The errors that must be settled before this version may be issued.

    Raises:
        NotCheckedError: its last run has not come to its end.
    """
    light = (f"version__{name}" for name in ("text", "layout", "bindings"))
    runs = Check.objects.filter(version=version_id).select_related("version").defer(*light)
    latest = runs.order_by("-id").first()
    if latest is None or latest.state != CheckState.DONE:
        raise NotCheckedError
    return examine(latest.version, latest).blocking


def latest_check(version_id: int) -> Check | None:
    """The run asked for last, however far it has come."""
    return Check.objects.filter(version=version_id).order_by("-id").first()


def last_run(version_id: int) -> Check | None:
    """The last run that came to its end."""
    return Check.objects.filter(version=version_id, state=CheckState.DONE).order_by("-id").first()


def _done_until(version: PlanVersion) -> Mapping[str, tuple[Disposition, ...]]:
    rows = Disposition.objects.filter(version__plan=version.plan_id, version__number__lte=version.number)
    by_key: dict[str, list[Disposition]] = defaultdict(list)
    for row in rows.select_related("by", "version").only(
        "key", "number", "action", "reason", "at", "by__name", "version__number"
    ):
        by_key[row.key].append(row)
    return {key: tuple(done) for key, done in by_key.items()}
