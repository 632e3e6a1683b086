"""Table (附表): an indicator table or project list, understood cell by cell."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.spans import Span


class TableKind(StrEnum):
    """Table kind (表的种类)."""

    INDICATORS = "indicators"  # 指标表
    PROJECTS = "projects"  # 项目清单
    OTHER = "other"


class CellRole(StrEnum):
    """Cell role (数值性质): an amount as such, or its growth in %."""

    LEVEL = "level"
    GROWTH = "growth"


class CellKind(StrEnum):
    """Cell kind (单元格内容): a number, or the reason there is none (domain brief §3.2 C36)."""

    NUMBER = "number"
    QUALITATIVE = "qualitative"  # 量稳质升
    ASSIGNED = "assigned"  # 完成市下达任务目标
    DASH = "dash"  # ——
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class TableCell:
    """Table cell (指标值): one value of one indicator.

    Attributes:
        role: level or growth.
        year: what it is about, e.g. ``2022`` or ``2023H1``; None where the head does not say and nothing else does.
        modality: ``actual`` or ``target``.
        kind: number, or which sort of non-number.
        text: as printed.
        value: the number (lower end of a range), None for a non-number.
        value_high: upper end of a range, else None.
        bound: hedge printed with it.
        span: where it stands.
        head: the words of its column head, top to bottom.
    """

    role: CellRole
    year: str | None
    modality: str
    kind: CellKind
    text: str
    value: Decimal | None
    value_high: Decimal | None
    bound: Bound
    span: Span
    head: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribute:
    """Attribute (其他栏): a cell that is no value of the indicator: 属性, 责任单位, 占年计划%, 与序时差 …"""

    head: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class TableRow:
    """Table row (指标行).

    Attributes:
        group: the group row it stands under, as printed with its marker (``四、外经外贸``), else None.
        marker: its own numbering (``一、``), else None.
        label: the first cell as printed.
        indicator: the indicator's name without marker and indent.
        unit: unit as printed in the row, in its label or above the table, else None.
        code: code of the indicator in the catalogue, None for one it does not know.
        cells: its values, left to right.
        attributes: its other cells.
        span: from its first cell to its last.
        measure: what is measured, where a column head says it rather than the name (利润总额); else empty.
    """

    group: str | None
    marker: str | None
    label: str
    indicator: str
    unit: str | None
    code: str | None
    cells: tuple[TableCell, ...]
    attributes: tuple[Attribute, ...]
    span: Span
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Table (附表).

    Attributes:
        kind: indicator table, project list, or other.
        title: heading printed above it, else None.
        span: from its first cell to its last.
        heads: words of each column's head, top to bottom, joined with ``/``.
        rows: for an indicator table its rows; for the other kinds empty.
        records: for a project list or other table each body row as the cells' texts.
        record_spans: where each of those rows stands.
    """

    kind: TableKind
    title: str | None
    span: Span
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...] = ()
    records: tuple[tuple[str, ...], ...] = ()
    record_spans: tuple[Span, ...] = ()
