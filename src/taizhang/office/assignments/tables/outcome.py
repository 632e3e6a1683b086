"""Outcome (预检结果): what every row of a workbook would do, cell by cell, and what stands in its way. Nothing is written yet."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from taizhang.office.assignments.decomposition.checking import Check
from taizhang.office.assignments.decomposition.division import Approved, Division
from taizhang.office.assignments.terms import Terms


class Action(StrEnum):
    """Action (处理): what becomes of a row."""

    CHANGE = "change"
    SAME = "same"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Change:
    """Change (变动): one cell, what is kept now and what the workbook says."""

    cell: str
    head: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Fault (单元格问题): which cell, and what to do about it."""

    cell: str
    head: str
    message: str


@dataclass(frozen=True, slots=True)
class Row:
    """Row (预检行).

    Attributes:
        number: as Excel counts.
        about: id of the commitment, or of the unit, that the row is about; None where it is not known.
        before, terms: of a task row, what its assignment says, and what it would say.
        assignment_id, revision: of the assignment, where it was handed out.
    """

    number: int
    title: str
    changes: tuple[Change, ...] = ()
    faults: tuple[Fault, ...] = ()
    about: int | None = None
    before: Terms | None = None
    terms: Terms | None = None
    assignment_id: int | None = None
    revision: int = 0

    @property
    def is_handed_out(self) -> bool:
        """Whether it was handed out, so that a reason and a paper are asked for."""
        return self.assignment_id is not None

    @property
    def action(self) -> Action:
        """With a fault it does nothing."""
        if self.faults:
            return Action.FAULT
        return Action.CHANGE if self.changes else Action.SAME


@dataclass(frozen=True, slots=True)
class Divided:
    """Divided (分解校核): a target as it would be divided with every good row."""

    approved: Approved
    division: Division
    check: Check


@dataclass(frozen=True, slots=True)
class Preview:
    """Preview (预检结果).

    Attributes:
        absent: rows of the plan that the workbook does not have; they stay as they are.
        ignored: heads of columns that say nothing we know.
        divided: of a share table, what each target would come to.
    """

    rows: tuple[Row, ...]
    absent: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    divided: tuple[Divided, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Differs as soon as the workbook or what is kept would have anything come out differently."""
        return hashlib.sha256(repr(self.rows).encode()).hexdigest()

    def of(self, action: Action) -> tuple[Row, ...]:
        """The rows of that outcome."""
        return tuple(row for row in self.rows if row.action == action)

    @property
    def changed(self) -> tuple[Row, ...]:
        """Rows that can be taken."""
        return self.of(Action.CHANGE)

    @property
    def faulty(self) -> tuple[Row, ...]:
        """Rows that cannot."""
        return self.of(Action.FAULT)

    @property
    def same(self) -> tuple[Row, ...]:
        """Rows that say nothing new."""
        return self.of(Action.SAME)

    @property
    def asks_for_ground(self) -> bool:
        """Whether some row was handed out already."""
        return any(row.is_handed_out for row in self.changed)
