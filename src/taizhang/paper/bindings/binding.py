"""Binding (文表对照): one value of one indicator, as the text says it and as the annex says it."""

from dataclasses import dataclass
from enum import StrEnum

from taizhang.paper.statements.statement import Statement
from taizhang.paper.tables.table import CellRole, TableCell, TableRow


class Agreement(StrEnum):
    """Agreement (文表是否一致)."""

    AGREE = "agree"  # 一致
    BOUND_DIFFERS = "bound_differs"  # 数相同，左右、以上等界限词不同
    DIFFER = "differ"  # 不一致
    ONLY_TEXT = "only_text"  # 仅见正文，附表无数
    ONLY_TABLE = "only_table"  # 仅见附表


@dataclass(frozen=True, slots=True)
class Binding:
    """Binding (文表对照): text and annex on one indicator, year, role and manner.

    Attributes:
        code: the indicator in the catalogue, None for one it does not know.
        name: the indicator's name, as the annex prints it, else as the text does.
        role, year, modality: what both are about.
        row, cell: where the annex says it, None where it does not.
        statements: where the text says it, in order; empty where it does not.
        agreement: whether the two say the same.
    """

    code: str | None
    name: str
    role: CellRole
    year: str | None
    modality: str
    row: TableRow | None
    cell: TableCell | None
    statements: tuple[Statement, ...]
    agreement: Agreement
