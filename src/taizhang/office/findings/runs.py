"""Runs (核校过程): how the rules are run over a version — claimed once, told step by step, stored whole or not at all."""

from dataclasses import asdict
from pathlib import Path

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from taizhang.office.findings.keys import keyed
from taizhang.office.findings.models import UNFINISHED, Check, CheckState, FindingRecord
from taizhang.office.plans import layout
from taizhang.office.plans.finding_rows import FindingRow
from taizhang.office.plans.intake import UnreadableFileError, check_file, rules_version
from taizhang.office.plans.models import PlanVersion

MOST_ATTEMPTS = 2
OUR_FAULT = (
    "核校时系统出了差错，文件和已有的处理都在。请点“重新核校”再试一次；若仍不成功，请管理员查看运行日志。",
    "Something went wrong on our side while checking; the file and what was done about findings are safe. "
    "Press “Check again”; if that fails too, ask the administrator to look into the log.",
)
INTERRUPTED = (
    "核校两次都被中断，可能是文件过大、内存不足。请管理员增加内存后再点“重新核校”。",
    "Checking was cut short twice, perhaps because the file is too large for the machine's memory. "
    "Ask the administrator for more memory, then press “Check again”.",
)


def run_check(check_id: int) -> None:
    """Run a check that waits in the queue; whatever happens, the check says so afterwards."""
    attempt = _claim(check_id)
    if attempt is None:
        return  # another worker got there first, or the plan was removed meanwhile
    held = Check.objects.filter(id=check_id, state__in=UNFINISHED, attempts=attempt)
    is_settled = False
    try:
        _run(held)
        is_settled = True
    except UnreadableFileError as error:
        _fail(held, (error.zh, error.en))
        is_settled = True
    finally:
        if not is_settled:  # a fault of ours: told to the person here, and to the log by whoever called
            _fail(held, OUR_FAULT)


def interrupted_checks() -> list[int]:
    """Checks a stopped worker left behind, ready to be queued again; one that was cut short too often is failed."""
    left_behind = Check.objects.filter(state__in=UNFINISHED)
    _fail(left_behind.filter(attempts__gte=MOST_ATTEMPTS), INTERRUPTED)
    left_behind.update(state=CheckState.QUEUED)
    return list(left_behind.values_list("id", flat=True))


@transaction.atomic
def _claim(check_id: int) -> int | None:
    claimed = Check.objects.filter(id=check_id, state=CheckState.QUEUED).update(
        state=CheckState.READING, attempts=F("attempts") + 1, failure_zh="", failure_en=""
    )
    return Check.objects.get(id=check_id).attempts if claimed else None


def _run(held: QuerySet[Check]) -> None:
    version = PlanVersion.objects.only("file", "layout").get(id=held.get().version_id)
    rows = check_file(Path(version.file.path), on_checking=lambda: _enter(held, CheckState.CHECKING))
    _store(held, rows, layout.load_headings(version.layout))


def _enter(held: QuerySet[Check], state: CheckState) -> None:
    held.update(state=state)


def _fail(checks: QuerySet[Check], words: tuple[str, str]) -> None:
    checks.update(state=CheckState.FAILED, failure_zh=words[0], failure_en=words[1])


@transaction.atomic
def _store(held: QuerySet[Check], rows: tuple[FindingRow, ...], headings: tuple[layout.Heading, ...]) -> None:
    check = held.first()
    if check is None:
        return  # thought gone, and given to another meanwhile
    FindingRecord.objects.bulk_create(
        FindingRecord(run=check, position=position, key=key, **asdict(row))
        for position, (key, row) in enumerate(keyed(rows, headings))
    )
    held.update(state=CheckState.DONE, rules=rules_version(), done_at=timezone.now())
