"""Readings (读取): how a file received becomes rows — claimed once, told step by step, stored whole or not at all."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from taizhang.office.audit.services import record, record_all
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans.conversion import Reading
from taizhang.office.plans.intake import UnreadableFileError, read_file
from taizhang.office.plans.models import (
    Plan,
    PlanVersion,
    ReadingStage,
    ReadingState,
    Resolution,
    StatementRecord,
    TableCellRecord,
    TableRowRecord,
)

# How far along each step begins; opening a long pdf is the slowest by far.
PERCENT = {
    ReadingStage.OPENING: 10,
    ReadingStage.UNDERSTANDING: 55,
    ReadingStage.STORING: 90,
}
MOST_ATTEMPTS = 2
HEAVY = ("text", "layout", "bindings")  # as long as the document
OUR_FAULT_ZH = (
    "读取时系统出了差错，文件已完好保存。请点“重新读取”再试一次；若仍不成功，请把文件交给管理员，供其查看运行日志。"
)
OUR_FAULT_EN = (
    "Something went wrong on our side while reading; the file itself is safe. Press “Read again”; if that fails too, "
    "give the file to the administrator, who can look into the log."
)
INTERRUPTED_ZH = (
    "读取两次都被中断，可能是文件过大、内存不足。文件已完好保存；请把文件拆小后另行上传，或请管理员增加内存后重新读取。"
)
INTERRUPTED_EN = (
    "Reading was cut short twice, perhaps because the file is too large for the machine's memory. The file itself is "
    "safe; upload it in smaller parts, or ask the administrator for more memory and read it again."
)


def read_version(version_id: int) -> None:
    """Read the file of a version that waits in the queue; whatever happens, the version says so afterwards."""
    ticket = _claim(version_id)
    if ticket is None:
        return  # another worker got there first, or the plan was removed meanwhile
    is_settled = False
    try:
        _read(ticket)
        is_settled = True
    except UnreadableFileError as error:
        _fail(ticket.held(), error.zh, error.en)
        is_settled = True
    finally:
        if not is_settled:  # a fault of ours: told to the person here, and to the log by whoever called
            _fail(ticket.held(), OUR_FAULT_ZH, OUR_FAULT_EN)


def interrupted_versions() -> list[int]:
    """Versions a stopped worker left behind, ready to be queued again; one that was cut short too often is failed."""
    left_behind = PlanVersion.objects.filter(state__in=(ReadingState.QUEUED, ReadingState.READING))
    _fail(left_behind.filter(attempts__gte=MOST_ATTEMPTS), INTERRUPTED_ZH, INTERRUPTED_EN)
    left_behind.update(state=ReadingState.QUEUED, stage=ReadingStage.WAITING, percent=0)
    return list(left_behind.values_list("id", flat=True))


@dataclass(frozen=True, slots=True)
class Ticket:
    """Ticket (领取凭据): who claimed a version last may write to it; whoever was thought gone and was not, may not."""

    version_id: int
    attempt: int

    def held(self) -> QuerySet[PlanVersion]:
        """The version while the ticket is good, else nothing."""
        return PlanVersion.objects.filter(id=self.version_id, state=ReadingState.READING, attempts=self.attempt)


@transaction.atomic
def _claim(version_id: int) -> Ticket | None:
    claimed = PlanVersion.objects.filter(id=version_id, state=ReadingState.QUEUED).update(
        state=ReadingState.READING, attempts=F("attempts") + 1, failure_zh="", failure_en=""
    )
    return Ticket(version_id, PlanVersion.objects.get(id=version_id).attempts) if claimed else None


def _read(ticket: Ticket) -> None:
    _enter(ticket, ReadingStage.OPENING)
    path = Path(PlanVersion.objects.get(id=ticket.version_id).file.path)
    reading = read_file(path, on_understanding=lambda: _enter(ticket, ReadingStage.UNDERSTANDING))
    _enter(ticket, ReadingStage.STORING)
    _store(ticket, reading)


def _enter(ticket: Ticket, stage: ReadingStage) -> None:
    ticket.held().update(stage=stage, percent=PERCENT[stage])


@transaction.atomic
def _fail(versions: QuerySet[PlanVersion], zh: str, en: str) -> None:
    record_all(_act("plans.unreadable", version) for version in versions.select_related("plan").defer(*HEAVY))
    versions.update(state=ReadingState.FAILED, failure_zh=zh, failure_en=en)


@transaction.atomic
def _store(ticket: Ticket, reading: Reading) -> None:
    front = reading.front
    is_ours = ticket.held().update(
        state=ReadingState.READ,
        stage=ReadingStage.DONE,
        percent=100,
        read_at=timezone.now(),
        media=reading.media,
        title=front["title"],
        document_number=front["number"],
        issuer=front["issuer"],
        review_year=front["review_year"],
        text=reading.text,
        layout=reading.layout,
        bindings=list(reading.bindings),
    )
    if not is_ours:
        return
    _name_plan(ticket.version_id, front)
    StatementRecord.objects.bulk_create(
        StatementRecord(version_id=ticket.version_id, position=position, **fields)
        for position, fields in enumerate(reading.statements)
    )
    _store_rows(ticket.version_id, reading)
    record(_act("plans.read", PlanVersion.objects.select_related("plan").defer(*HEAVY).get(id=ticket.version_id)))


def _act(action: str, version: PlanVersion) -> Act:
    """What the system did, for the audit log."""
    return Act(action, None, Matter("plan", str(version.plan_id), version.plan.title), {"version": version.number})


def _name_plan(version_id: int, front: dict[str, str]) -> None:
    """What the document says of itself is better than the name of its file; what is in force keeps its name."""
    plan = Plan.objects.get(versions=version_id)
    if Resolution.objects.filter(plan=plan, is_in_force=True).exists():
        return
    plan.title = front["title"] or plan.title
    plan.region = front["region"]
    plan.year = front["plan_year"]
    plan.save(update_fields=["title", "region", "year"])


def _store_rows(version_id: int, reading: Reading) -> None:
    rows = TableRowRecord.objects.bulk_create(
        TableRowRecord(version_id=version_id, position=position, **row.fields)
        for position, row in enumerate(reading.rows)
    )
    TableCellRecord.objects.bulk_create(
        TableCellRecord(row=record, position=position, **fields)
        for record, row in zip(rows, reading.rows, strict=True)
        for position, fields in enumerate(row.cells)
    )
