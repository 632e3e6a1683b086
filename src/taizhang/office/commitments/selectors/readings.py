"""Readings (读取结果): the stored reading of a plan as material for suggestions."""

from django.http import Http404

from taizhang.office.commitments.suggestions.build import suggest
from taizhang.office.commitments.suggestions.material import AnnexRow, Material
from taizhang.office.commitments.suggestions.suggestion import Chapter
from taizhang.office.plans import layout
from taizhang.office.plans.models import PlanVersion, ReadingState, StatementRecord, TableRowRecord


def current_version_id(plan_id: int) -> int:
    """The latest version of a plan that was read.

    Raises:
        Http404: there is none.
    """
    versions = PlanVersion.objects.filter(plan_id=plan_id, state=ReadingState.READ)
    version_id = versions.order_by("-number").values_list("id", flat=True).first()
    if version_id is None:
        raise Http404
    return version_id


def chapters_of(version_id: int) -> tuple[Chapter, ...]:
    """Everything of a version that could stand in the ledger."""
    return suggest(load_material(version_id))


def load_material(version_id: int) -> Material:
    """The stored reading of a version."""
    version = PlanVersion.objects.select_related("plan").get(id=version_id)
    rows = TableRowRecord.objects.filter(version=version).prefetch_related("cells")
    return Material(
        text=version.text,
        layout=layout.load(version.layout),
        statements=tuple(StatementRecord.objects.filter(version=version)),
        rows=tuple(AnnexRow(row, tuple(row.cells.all())) for row in rows),
        plan_year=version.plan.year,
        review_year=version.review_year,
    )
