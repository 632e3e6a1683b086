"""Services of plans (计划的写操作): take a file in, have it read again, remove a plan."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.db.models import Max, ProtectedError, RestrictedError
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from taizhang.office.accounts.models import User
from taizhang.office.audit.services import record
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans import readings, tasks
from taizhang.office.plans.models import Plan, PlanVersion, ReadingStage, ReadingState

LONGEST_FILE_NAME = 240  # bytes


class PlanInUseError(ExpectedError):
    """Plan in use (计划已被引用): something later in the house points to a row of it."""

    def __init__(self) -> None:
        super().__init__(_("这份计划已有内容纳入台账，或已经流转、有核校处理记录，不能移除：这些记录要一直可查。"))


class NotWaitingError(ExpectedError):
    """Not failed (无需重读): a plan is read once; only a failed reading is tried again."""

    def __init__(self) -> None:
        super().__init__(_("这份文件没有读取失败，不需要重新读取。请刷新页面查看最新状态。"))


class NotUnreadError(ExpectedError):
    """Not unread (不能撤回这一稿): only a new version that could not be read is taken back."""

    def __init__(self) -> None:
        super().__init__(_("只有未能读取的新稿可以撤回。请刷新页面查看最新状态。"))


@dataclass(frozen=True, slots=True)
class Receipt:
    """Receipt (回执): which plan a file became.

    Attributes:
        plan_id: the plan.
        is_new: False where the very same file had been received before.
    """

    plan_id: int
    is_new: bool


def take_in(*, file: UploadedFile, by: User, is_demonstration: bool = False, plan_id: int | None = None) -> Receipt:
    """Keep a file byte for byte and have it read in the background; a file known already leads to its plan.

    Args:
        plan_id: the plan whose next version it is; a plan of its own where None.
    """
    sha256 = _digest(file)
    try:
        with transaction.atomic():
            known = PlanVersion.objects.filter(sha256=sha256).first()
            if known:
                return Receipt(known.plan_id, is_new=False)
            plan = _plan_for(file, plan_id=plan_id, is_demonstration=is_demonstration)
            version = _keep(file, plan=plan, sha256=sha256, by=by)
    except IntegrityError:  # two people handed in the same file at the same moment
        return Receipt(PlanVersion.objects.get(sha256=sha256).plan_id, is_new=False)
    return Receipt(version.plan_id, is_new=True)


@transaction.atomic
def read_again(*, plan_id: int) -> None:
    """Put a file whose reading failed back in the queue."""
    waiting = PlanVersion.objects.filter(plan_id=plan_id, state=ReadingState.FAILED)
    version_ids = list(waiting.values_list("id", flat=True))
    if not version_ids:
        raise NotWaitingError
    waiting.update(state=ReadingState.QUEUED, stage=ReadingStage.WAITING, percent=0, attempts=0)
    for version_id in version_ids:
        _enqueue(version_id)


def remove(*, plan_id: int, by: User) -> None:
    """Remove a plan and its files, unless something points to it."""
    files = [version.file for version in PlanVersion.objects.filter(plan_id=plan_id).only("file")]
    try:
        with transaction.atomic():
            plan = get_object_or_404(Plan, id=plan_id)
            Plan.objects.filter(id=plan_id).delete()
            record(Act("plans.removed", by, Matter("plan", str(plan_id), plan.title)))
    except (ProtectedError, RestrictedError) as error:
        raise PlanInUseError from error
    for file in files:
        file.storage.delete(file.name)
        file.storage.delete(PurePath(file.name).parent.as_posix())


def remove_unread_version(*, version_id: int, by: User) -> None:
    """Take back a new version that cannot be read; the versions before it stay."""
    with transaction.atomic():
        unread = PlanVersion.objects.filter(id=version_id, state=ReadingState.FAILED, number__gt=1)
        version = unread.select_related("plan").only("file", "plan__title").first()
        if version is None:
            raise NotUnreadError
        version.delete()
        record(Act("plans.version_withdrawn", by, Matter("plan", str(version.plan_id), version.plan.title)))
    version.file.storage.delete(version.file.name)
    version.file.storage.delete(PurePath(version.file.name).parent.as_posix())


@transaction.atomic
def resume_interrupted_readings() -> None:
    """Put files back in the queue whose reading a stop of the worker cut short."""
    for version_id in readings.interrupted_versions():
        _enqueue(version_id)


def _plan_for(file: UploadedFile, *, plan_id: int | None, is_demonstration: bool) -> Plan:
    if plan_id is not None:  # held, so that two new versions do not get the same number
        return get_object_or_404(Plan.objects.select_for_update(), id=plan_id)
    name = PurePath(file.name or "").name
    return Plan.objects.create(title=PurePath(name).stem or name, is_demonstration=is_demonstration)


def _keep(file: UploadedFile, *, plan: Plan, sha256: str, by: User) -> PlanVersion:
    name = PurePath(file.name or "").name
    last = PlanVersion.objects.filter(plan=plan).aggregate(Max("number"))["number__max"] or 0
    version = PlanVersion(plan=plan, number=last + 1, name=name, size=file.size or 0, sha256=sha256, received_by=by)
    # In a folder of its own under its own name: what the reader says of a file calls it what the person calls it.
    version.file.name = f"{sha256[:2]}/{sha256}/{_short(name)}"
    version.full_clean(validate_unique=False)  # the database itself says so, see ``take_in``
    version.save()
    # Last, so that a row refused leaves no file behind; a file half written takes the row with it.
    version.file.name = version.file.storage.save(version.file.name, file)
    version.save(update_fields=["file"])
    received = {"file": name, "size": version.size, "sha256": sha256, "version": version.number}
    record(Act("plans.received", by, Matter("plan", str(plan.id), plan.title), received))
    _enqueue(version.id)
    return version


def _short(name: str) -> str:
    """The name cut at its end to what every file system takes; the extension stays."""
    suffix = PurePath(name).suffix
    stem = name.removesuffix(suffix)
    while len(f"{stem}{suffix}".encode()) > LONGEST_FILE_NAME and stem:
        stem = stem[:-1]
    return f"{stem}{suffix}"


def _enqueue(version_id: int) -> None:
    transaction.on_commit(lambda: tasks.read_version(version_id))


def _digest(file: UploadedFile) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
