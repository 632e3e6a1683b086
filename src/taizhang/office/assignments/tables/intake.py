"""Intake (导入): the rows somebody chose of a workbook, done through the same services as by hand — and undone together."""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taizhang.office.accounts.models import User
from taizhang.office.assignments import terms as terms_module
from taizhang.office.assignments.decomposition import division as divisions
from taizhang.office.assignments.decomposition import services as decomposition
from taizhang.office.assignments.decomposition.models import Decomposition, DecompositionState
from taizhang.office.assignments.decomposition.selectors import division_of
from taizhang.office.assignments.intakes import Layout, TableIntake
from taizhang.office.assignments.models import Assignment, State
from taizhang.office.assignments.selectors.held_terms import terms_of, with_terms
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.services import drafting, handing_out
from taizhang.office.assignments.services.handing_out import Ground
from taizhang.office.assignments.tables.outcome import Divided, Preview, Row
from taizhang.office.assignments.terms import Revised, Terms
from taizhang.office.audit.services import record
from taizhang.office.pages.errors import ChangedMeanwhileError, ExpectedError
from taizhang.office.pages.trail import Act, Matter
from taizhang.office.plans.selectors import PlanSummary


class NoRowsError(ExpectedError):
    """No rows (没有选行)."""

    def __init__(self) -> None:
        super().__init__(gettext_lazy("没有选中可以导入的行。"), status=422)


class NoGroundError(ExpectedError):
    """No ground (没有依据): what was handed out changes by a paper, and for a reason."""

    def __init__(self) -> None:
        super().__init__(gettext_lazy("选中的行里有已下达的任务，请写明调整理由和依据文件。"), status=422)


class LaterChangesError(ExpectedError):
    """Later changes (其后另有改动)."""

    def __init__(self) -> None:
        super().__init__(gettext_lazy("导入之后这些内容又有改动，不能整批撤销。请逐条核对修改。"))


@dataclass(frozen=True, slots=True)
class Delivery:
    """Delivery (来件): the workbook as it came, and of which plan.

    Attributes:
        reason, document: why what was handed out changes; empty where nothing was.
    """

    plan: PlanSummary
    layout: str
    name: str
    digest: str
    by: User
    now: datetime
    reason: str = ""
    document: str = ""


@transaction.atomic
def take_tasks(*, delivery: Delivery, preview: Preview, rows: Iterable[int], units: Units) -> TableIntake:
    """Let the assignments of these rows say what the workbook says."""
    chosen = _chosen(preview, rows)
    drafts = [row for row in chosen if not row.is_handed_out]
    handed_out = [row for row in chosen if row.is_handed_out]
    if handed_out and not (delivery.reason.strip() and delivery.document.strip()):
        raise NoGroundError
    if drafts:
        changes = {_about(row): _if_still(_terms(row.before), _terms(row.terms)) for row in drafts}
        drafting.draft_many(changes=changes, by=delivery.by, units=units)
    ground = Ground(delivery.reason, delivery.document)
    for row in handed_out:
        handing_out.adjust(
            assignment_id=row.assignment_id or 0,
            revised=Revised(_terms(row.terms), row.revision),
            ground=ground,
            by=delivery.by,
            units=units,
            now=delivery.now,
        )
    restore = [
        {
            "commitment": _about(row),
            "assignment": row.assignment_id,
            "before": terms_module.as_values(_terms(row.before)),
            "after": terms_module.as_values(_terms(row.terms)),
        }
        for row in chosen
    ]
    return _keep(delivery, chosen, restore)


@transaction.atomic
def take_shares(
    *, delivery: Delivery, preview: Preview, rows: Iterable[int], divided: Sequence[Divided], units: Units
) -> TableIntake:
    """Put the figures of these rows into drafts; what is in force stays so until a draft is put in force."""
    chosen = _chosen(preview, rows)
    restore = []
    for each in divided:
        commitment_id = each.approved.commitment_id
        draft = _draft_of(commitment_id)
        before = divisions.as_values(division_of(draft, units)) if draft else None
        saved = decomposition.save_draft(
            commitment_id=commitment_id,
            division=each.division,
            revision=draft.revision if draft else decomposition.NONE_SEEN,
            by=delivery.by,
        )
        restore.append({"commitment": commitment_id, "revision": saved.revision, "before": before})
    return _keep(delivery, chosen, restore)


@transaction.atomic
def undo(*, intake_id: int, by: User, now: datetime, units: Units) -> TableIntake:
    """Put everything back as it was before the intake, unless something was done to it since."""
    intake = get_object_or_404(
        TableIntake.objects.select_for_update(of=("self",)).select_related("version__plan"), id=intake_id
    )
    if intake.undone_at is not None:
        return intake
    try:
        if intake.layout == Layout.SHARES:
            for entry in intake.restore:
                _put_back_shares(entry, by, units)
        else:
            _put_back_tasks(intake.restore, by, now, units)
    except (ChangedMeanwhileError, decomposition.NoDraftError, Assignment.DoesNotExist) as error:
        raise LaterChangesError from error
    intake.undone_by, intake.undone_at = by, now
    intake.save(update_fields=["undone_by", "undone_at"])
    record(Act("assignments.table_undone", by, _matter(intake.version.plan_id, intake.version.plan.title)))
    return intake


def _chosen(preview: Preview, rows: Iterable[int]) -> tuple[Row, ...]:
    wanted = set(rows)
    chosen = tuple(row for row in preview.changed if row.number in wanted)
    if not chosen:
        raise NoRowsError
    return chosen


def _terms(terms: Terms | None) -> Terms:
    assert terms is not None  # a task row that changes something has both
    return terms


def _about(row: Row) -> int:
    assert row.about is not None  # a row without a fault is about something
    return row.about


def _if_still(before: Terms, after: Terms) -> Callable[[Terms], Terms]:
    """The new terms, if the assignment says what it said when the workbook was looked through."""

    def amend(now: Terms) -> Terms:
        if now != before:
            raise ChangedMeanwhileError
        return after

    return amend


def _put_back_tasks(entries: Sequence[dict[str, Any]], by: User, now: datetime, units: Units) -> None:
    drafts: dict[int, Callable[[Terms], Terms]] = {}
    for entry in entries:
        before, after = (terms_module.from_values(entry[key]) for key in ("before", "after"))
        assignment = with_terms(Assignment.objects.filter(commitment=entry["commitment"])).get()
        if terms_of(assignment) != after:
            raise ChangedMeanwhileError
        if entry["assignment"] is None:
            if assignment.state == State.HANDED_OUT:
                raise ChangedMeanwhileError
            drafts[entry["commitment"]] = _if_still(after, before)
            continue
        ground = Ground(_("撤销表格导入"), _("撤销表格导入"))
        handing_out.adjust(
            assignment_id=assignment.pk,
            revised=Revised(before, assignment.revision),
            ground=ground,
            by=by,
            units=units,
            now=now,
        )
    if drafts:
        drafting.draft_many(changes=drafts, by=by, units=units)


def _put_back_shares(entry: dict[str, Any], by: User, units: Units) -> None:
    draft = _draft_of(entry["commitment"])
    if draft is None or draft.revision != entry["revision"]:
        raise ChangedMeanwhileError
    if entry["before"] is None:
        decomposition.discard(decomposition_id=draft.pk, revision=draft.revision, by=by)
        return
    division = divisions.from_values(entry["before"], units.name)
    decomposition.save_draft(commitment_id=entry["commitment"], division=division, revision=draft.revision, by=by)


def _draft_of(commitment_id: int) -> Decomposition | None:
    return Decomposition.objects.filter(commitment=commitment_id, state=DecompositionState.DRAFT).first()


def _keep(delivery: Delivery, rows: Sequence[Row], restore: list[dict[str, Any]]) -> TableIntake:
    changes = [
        {
            "title": row.title,
            "row": row.number,
            "changes": [[each.head, each.before, each.after] for each in row.changes],
        }
        for row in rows
    ]
    kept = TableIntake.objects.create(
        version_id=delivery.plan.version_id,
        layout=delivery.layout,
        name=delivery.name,
        digest=delivery.digest,
        changes=changes,
        restore=restore,
        by=delivery.by,
        batch=uuid.uuid4(),
    )
    record(
        Act(
            "assignments.table_taken_in",
            delivery.by,
            _matter(delivery.plan.id, delivery.plan.title),
            {"rows": len(rows), "file": delivery.name, "batch": str(kept.batch)},
        )
    )
    return kept


def _matter(plan_id: int, title: str) -> Matter:
    return Matter("plan", str(plan_id), title)
