"""Mapping (栏目对应): which column of a workbook means what — by our keys where it has them, else by its heads, as proposed."""

from collections.abc import Mapping as Mapped
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taizhang.office.assignments.decomposition.division import PERIOD_LABELS, WHOLE_YEAR, YEAR
from taizhang.office.assignments.intakes import Layout
from taizhang.office.assignments.tables.columns import (
    LABELS,
    QUARTERS,
    TASK,
    known_heads,
    known_periods,
    plain,
    unit_heads,
)
from taizhang.office.assignments.tables.contents import ShareTable, head_of
from taizhang.office.assignments.tables.grid import LOOKED_AT, Grid, cell_name
from taizhang.office.pages.errors import ExpectedError

UNIT = "unit"
FIELD = "column-"


class NoHeadsError(ExpectedError):
    """No heads (没有表头)."""

    def __init__(self) -> None:
        super().__init__(
            gettext_lazy("没有找到表头。任务表要有“任务”和牵头、时限等栏，指标表要有“单位”和指标名称。"), status=422
        )


@dataclass(frozen=True, slots=True)
class Head:
    """Head (一栏): a column of the workbook and what it is taken for; empty where it is passed over."""

    column: int
    cell: str
    words: str
    sample: str
    key: str

    @property
    def field(self) -> str:
        """Its name in the form in which a person puts the proposal right."""
        return f"{FIELD}{self.column}"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Mapping (栏目对应).

    Attributes:
        first_row: where the body begins.
        is_keyed: whether the workbook is ours and still knows it; then nobody needs to be asked.
        is_settled: whether a person has looked at it.
    """

    heads: tuple[Head, ...]
    first_row: int
    is_keyed: bool
    is_settled: bool = False
    choices: Mapped[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> dict[int, str]:
        """Column → what it means."""
        return {head.column: head.key for head in self.heads if head.key}

    @property
    def ignored(self) -> tuple[str, ...]:
        """Heads of columns that are passed over."""
        return tuple(head.words for head in self.heads if not head.key and head.words)

    def settled(self, said: Mapped[str, str]) -> "Mapping":
        """As a person put it right."""
        if self.is_keyed or not any(head.field in said for head in self.heads):
            return self
        heads = tuple(replace(head, key=self._chosen(said.get(head.field, head.key))) for head in self.heads)
        return replace(self, heads=heads, is_settled=True)

    def _chosen(self, key: str) -> str:
        return key if key in self.choices else ""


def map_columns(grid: Grid, layout: str, shares: ShareTable | None) -> Mapping:
    """By keys, else by heads."""
    choices = _choices(shares) if layout == Layout.SHARES else {key: str(label) for key, label in LABELS.items()}
    if grid.column_keys:
        return _keyed(grid, choices)
    return _by_heads(grid, layout, choices, shares)


def _choices(shares: ShareTable | None) -> dict[str, str]:
    found = {UNIT: _("单位")}
    for target in shares.targets if shares else ():
        for period in WHOLE_YEAR:
            key = f"t{target.approved.commitment_id}.{period}"
            found[key] = f"{head_of(target.approved)} {PERIOD_LABELS[period]}"
    return found


def _keyed(grid: Grid, choices: Mapped[str, str]) -> Mapping:
    heads = tuple(
        Head(column, cell_name(grid.key_row, column), choices.get(key, ""), "", key if key in choices else "")
        for column, key in grid.column_keys.items()
        if key != "key"
    )
    return Mapping(heads, grid.key_row + 1, is_keyed=True, choices=choices)


def _by_heads(grid: Grid, layout: str, choices: Mapped[str, str], shares: ShareTable | None) -> Mapping:
    best: tuple[int, int, dict[int, str]] = (0, 0, {})
    for row in range(1, min(LOOKED_AT, grid.rows) + 1):
        keys = _task_keys(grid, row) if layout == Layout.TASKS else _share_keys(grid, row, shares)
        needed = TASK if layout == Layout.TASKS else UNIT
        if needed in keys.values() and len(set(keys.values())) > best[0]:
            best = (len(set(keys.values())), row, keys)
    found, row, keys = best
    if found < 2:
        raise NoHeadsError
    depth = 2 if _is_two_deep(grid, row) else 1
    heads = tuple(_head(grid, row, depth, column, keys.get(column, "")) for column in range(1, grid.columns + 1))
    return Mapping(tuple(head for head in heads if head.words), row + depth, is_keyed=False, choices=choices)


def _is_two_deep(grid: Grid, row: int) -> bool:
    """Whether the row below still belongs to the head: it repeats merged heads, or names quarters."""
    below = [plain(grid.words(row + 1, column)) for column in range(1, grid.columns + 1)]
    same = [grid.words(row, column) == grid.words(row + 1, column) != "" for column in range(1, grid.columns + 1)]
    return any(said in known_periods() for said in below) or any(same)


def _head(grid: Grid, row: int, depth: int, column: int, key: str) -> Head:
    said = dict.fromkeys(filter(None, (grid.words(each, column) for each in range(row, row + depth))))
    body = (grid.words(each, column) for each in range(row + depth, grid.rows + 1))
    sample = next(filter(None, body), "")
    return Head(column, cell_name(row, column), " ".join(said), sample[:30], key)


def _task_keys(grid: Grid, row: int) -> dict[int, str]:
    known = known_heads()
    found: dict[int, str] = {}
    for column in range(1, grid.columns + 1):
        above, below = plain(grid.words(row, column)), plain(grid.words(row + 1, column))
        key = known.get(below) if known.get(below) in QUARTERS else known.get(above)
        if key and key not in found.values():
            found[column] = key
    return found


def _share_keys(grid: Grid, row: int, shares: ShareTable | None) -> dict[int, str]:
    found: dict[int, str] = {}
    for column in range(1, grid.columns + 1):
        above, below = grid.words(row, column), grid.words(row + 1, column)
        key = UNIT if plain(above) in unit_heads() else _target_key(above, below, shares)
        if key and key not in found.values():
            found[column] = key
    return found


def _target_key(above: str, below: str, shares: ShareTable | None) -> str:
    said = plain(above)
    if not said or shares is None:
        return ""
    period = known_periods().get(plain(below), YEAR)
    exact = [each for each in shares.targets if said in {plain(head_of(each.approved)), plain(each.approved.title)}]
    near = [each for each in shares.targets if plain(each.approved.title) in said]
    found = exact or near
    return f"t{found[0].approved.commitment_id}.{period}" if len(found) == 1 else ""
