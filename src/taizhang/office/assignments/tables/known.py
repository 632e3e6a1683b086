"""Known (已知): a cell of a workbook against what stood there when it left and what is kept now."""

import unicodedata
from enum import Enum

from taizhang.office.assignments.tables.grid import Grid


class Said(Enum):
    """Said (说法): what a cell asks for."""

    NOTHING = "nothing"
    CHANGE = "change"
    CLASH = "clash"  # here and in the workbook, both since it left


def compare(after: str, before: str, base: str | None, *, is_stale: bool) -> Said:
    """Three ways where the workbook remembers; else two, and a row that moved on since is a clash.

    Args:
        after, before, base: in the workbook, kept now, and when the workbook left; None where that is not known.
        is_stale: whether what is kept was saved again since the workbook left.
    """
    said, kept = flat(after), flat(before)
    if said == kept or (base is not None and said == flat(base)):
        return Said.NOTHING
    if base is not None:
        return Said.CHANGE if kept == flat(base) else Said.CLASH
    return Said.CLASH if is_stale else Said.CHANGE


def flat(words: str) -> str:
    """Words as they are compared: width and blanks do not count."""
    return "".join(unicodedata.normalize("NFKC", words).split())


def is_formula(grid: Grid, row: int, column: int) -> bool:
    """Whether a formula stands there whose result the file does not hold."""
    return (row, column) in grid.formulas
