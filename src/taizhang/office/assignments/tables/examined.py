"""Examined (已预检): a workbook on the shelf, read, its columns known, and every row looked through."""

from collections.abc import Mapping as Mapped
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from taizhang.office.assignments.intakes import Layout
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.tables.contents import ShareTable, share_table, task_table
from taizhang.office.assignments.tables.grid import Grid, read_grid
from taizhang.office.assignments.tables.mapping import Mapping, map_columns
from taizhang.office.assignments.tables.outcome import Preview
from taizhang.office.assignments.tables.shares import Figure, examine_shares
from taizhang.office.assignments.tables.tasks import examine_tasks
from taizhang.office.pages.errors import ExpectedError
from taizhang.office.plans.selectors import PlanSummary


class AnotherPlanError(ExpectedError):
    """Another plan (另一份计划的表)."""

    def __init__(self) -> None:
        super().__init__(_("这个表格是从另一份计划导出的。请到那份计划里导入，或从这份计划重新导出。"), status=422)


class AnotherTableError(ExpectedError):
    """Another table (另一种表)."""

    def __init__(self) -> None:
        super().__init__(_("这个表格不是这一种分解表。请在上传时选对表式。"), status=422)


@dataclass(frozen=True)
class Examined:
    """Examined (已预检).

    Attributes:
        figures: of a share table, what each row asks for; table: what it was held against.
    """

    grid: Grid
    mapping: Mapping
    preview: Preview
    figures: Mapped[int, Sequence[Figure]] = field(default_factory=dict)
    table: ShareTable | None = None


def examine(content: bytes, plan: PlanSummary, layout: str, said: Mapped[str, str], units: Units) -> Examined:
    """Read the workbook and look through every row.

    Args:
        said: how a person put the proposed mapping of columns right.
    """
    grid = read_grid(content)
    if grid.facts.get("plan", str(plan.id)) != str(plan.id):
        raise AnotherPlanError
    if grid.facts.get("table", layout) != layout:
        raise AnotherTableError
    if layout == Layout.TASKS:
        mapping = map_columns(grid, layout, None).settled(said)
        return Examined(grid, mapping, examine_tasks(grid, mapping, task_table(plan, units), units))
    table = share_table(plan, units, every=True)
    mapping = map_columns(grid, layout, table).settled(said)
    found = examine_shares(grid, mapping, table, units)
    return Examined(grid, mapping, found.preview, found.figures, table)


def layout_of(content: bytes, chosen: str) -> str:
    """Which of the tables it is: as it says itself, else as the person chose."""
    return read_grid(content).facts.get("table", chosen)
