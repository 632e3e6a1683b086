"""Readings (读取结果): the stored reading of a plan as material for suggestions."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.http import Http404

from taizhang.office.commitments.suggestions.build import suggest
from taizhang.office.commitments.suggestions.material import AnnexRow, Material, Pair
from taizhang.office.commitments.suggestions.suggestion import Chapter
from taizhang.office.plans import layout
from taizhang.office.plans.frozen import BINDING
from taizhang.office.plans.models import (
    Modality,
    PlanVersion,
    ReadingState,
    Resolution,
    StatementRecord,
    TableRowRecord,
)
from taizhang.office.plans.selectors import PlanSummary


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


def newest_version(plan_id: int) -> PlanVersion:
    """The latest version of a plan that was read, whole.

    Raises:
        Http404: there is none.
    """
    versions = PlanVersion.objects.filter(plan_id=plan_id, state=ReadingState.READ).select_related("plan")
    version = versions.order_by("-number").first()
    if version is None:
        raise Http404
    return version


def draft_beside(plan: PlanSummary, version_id: int) -> int | None:
    """The number of a version, where pages of the document show another one of the plan."""
    if plan.version_id == version_id:
        return None
    return PlanVersion.objects.values_list("number", flat=True).get(id=version_id)


def is_approved(version_id: int) -> bool:
    """Whether a resolution froze what the version promises."""
    return Resolution.objects.filter(version=version_id, state__in=BINDING).exists()


def chapters_of(version_id: int) -> tuple[Chapter, ...]:
    """Everything of a version that could stand in the ledger."""
    return suggest(load_material(version_id))


def load_material(version_id: int) -> Material:
    """The stored reading of a version."""
    return material_of(PlanVersion.objects.select_related("plan").get(id=version_id))


def material_of(version: PlanVersion) -> Material:
    """The same of a version that is there whole."""
    stored_rows = TableRowRecord.objects.filter(version=version).prefetch_related("cells")
    statements = tuple(StatementRecord.objects.filter(version=version))
    rows = tuple(AnnexRow(row, tuple(row.cells.all())) for row in stored_rows)
    return Material(
        text=version.text,
        layout=layout.load(version.layout),
        statements=statements,
        rows=rows,
        pairs=tuple(_pairs(version.bindings, statements, rows)),
        disputed=frozenset(_disputed(version.bindings, rows)),
        plan_year=version.plan.year,
        review_year=version.review_year,
    )


def _pairs(
    bindings: Iterable[dict[str, Any]], statements: Sequence[StatementRecord], rows: Sequence[AnnexRow]
) -> Iterator[Pair]:
    """What ``plans.conversion`` stored by positions, as pairs of records; each cell goes to the first promise."""
    for binding in bindings:
        if binding["row"] is None or binding["cell"] is None:
            continue
        cell = rows[binding["row"]].cells[binding["cell"]]
        said = (statements[position] for position in binding["statements"])
        promise = next((each for each in said if each.modality == Modality.TARGET and not each.is_optional), None)
        if promise:
            yield Pair(promise.id, cell.id, binding["agreement"])


def _disputed(bindings: Iterable[dict[str, Any]], rows: Sequence[AnnexRow]) -> Iterator[int]:
    for binding in bindings:
        if binding["agreement"] == "differ" and binding["row"] is not None and binding["cell"] is not None:
            yield rows[binding["row"]].cells[binding["cell"]].id
