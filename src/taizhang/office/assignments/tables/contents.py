"""Contents (表的内容): what the two tables of a plan say today, as plain rows to be written out and compared with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from taizhang.office.assignments.decomposition.division import WHOLE_YEAR, Approved, Line
from taizhang.office.assignments.decomposition.selectors import Divided, Stored, divided_targets
from taizhang.office.assignments.decomposition.units import in_order
from taizhang.office.assignments.models import Assignment, State
from taizhang.office.assignments.selectors.held_terms import terms_of, with_terms
from taizhang.office.assignments.selectors.units import Units
from taizhang.office.assignments.tables.columns import DUE, LEAD, LEADER, MEASURE, QUARTERS, SUPPORTS, TASK, knowledge
from taizhang.office.assignments.tables.stepping import step_cell
from taizhang.office.assignments.terms import Terms
from taizhang.office.commitments.models import Commitment, Status
from taizhang.office.commitments.suggestions.wording import in_chinese
from taizhang.office.organisations.models import Kind
from taizhang.office.plans.selectors import PlanSummary

JOINED = "、"


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Task row (任务行): one commitment and what its assignment says.

    Attributes:
        words: column → what stands in its cell.
        revision: of the assignment; 0 where there is none.
    """

    commitment_id: int
    assignment_id: int | None
    title: str
    unit: str
    target: str
    terms: Terms
    revision: int
    is_handed_out: bool
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TaskTable:
    """Task table (任务分解表): V9 of a plan, as it stands."""

    plan_id: int
    title: str
    year: int
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class ShareTable:
    """Share table (镇街分解表): V5 of a plan, as it stands.

    Attributes:
        targets: what is divided, or to be; unit_ids: the rows.
    """

    plan_id: int
    title: str
    targets: tuple[Divided, ...]
    unit_ids: tuple[int, ...]

    def value(self, target: Divided, unit_id: int, period: str) -> Decimal | None:
        """What stands in a cell."""
        line = next((line for line in lines_of(target) if line.unit_id == unit_id), None)
        return line.values.get(period) if line else None


def shown(target: Divided) -> Stored | None:
    """What the table shows of a target: the draft where there is one, else what is in force."""
    return target.draft or target.in_force


def lines_of(target: Divided) -> tuple[Line, ...]:
    """Its shares."""
    stored = shown(target)
    return stored.division.lines if stored else ()


def periods_of(target: Divided) -> tuple[str, ...]:
    """Its columns."""
    stored = shown(target)
    return stored.division.periods if stored else WHOLE_YEAR


def stamp_of(target: Divided) -> str:
    """Which division the shares were taken from, and how often it had been saved."""
    stored = shown(target)
    return f"{stored.row.number}.{stored.row.revision}" if stored else ""


def task_table(plan: PlanSummary, units: Units) -> TaskTable:
    """Every adopted commitment of the plan, in the order of the ledger."""
    commitments = Commitment.objects.filter(version__plan=plan.id, status=Status.ADOPTED)
    assignments = with_terms(Assignment.objects.filter(commitment__in=commitments).order_by("id"))
    held = {each.commitment_id: each for each in assignments}
    rows = (_task_row(each, held.get(each.id), units) for each in commitments.order_by("version_id", "position", "id"))
    return TaskTable(plan.id, plan.title, _year(plan), tuple(rows))


def share_table(plan: PlanSummary, units: Units, wanted: Iterable[int] = (), *, every: bool = False) -> ShareTable:
    """The targets asked for, or every one; without any, those that are divided. Rows are the towns and whoever has a share."""
    chosen = set(wanted)
    known = divided_targets(plan.id, units)
    asked = (each for each in known if (each.approved.commitment_id in chosen if chosen else shown(each)))
    targets = known if every else tuple(asked)
    sharing = {line.unit_id for target in targets for line in lines_of(target)}
    towns = {unit.id for unit in units.registry.living(units.today) if unit.kind == Kind.TOWN}
    return ShareTable(plan.id, plan.title, targets, in_order(units, sharing | towns))


def _year(plan: PlanSummary) -> int:
    digits = plan.year[:4]
    return int(digits) if digits.isdecimal() else plan.received_at.year


def _task_row(commitment: Commitment, assignment: Assignment | None, units: Units) -> TaskRow:
    terms = terms_of(assignment) if assignment else Terms()
    target = in_chinese(commitment.target)  # whatever language the person reads: tables are issued in Chinese
    return TaskRow(
        commitment_id=commitment.id,
        assignment_id=assignment.id if assignment else None,
        title=commitment.title,
        unit=commitment.unit,
        target=target,
        terms=terms,
        revision=assignment.revision if assignment else 0,
        is_handed_out=assignment is not None and assignment.state == State.HANDED_OUT,
        words=row_words(commitment, terms, target, units),
    )


def row_words(commitment: Commitment, terms: Terms, target: str, units: Units) -> dict[str, str]:
    """Column → what stands in its cell."""
    steps = {step.period[-2:]: step for step in terms.steps}
    return {
        TASK: commitment.title,
        MEASURE: terms.measure or target,
        **{quarter: step_cell(steps.get(quarter), commitment.unit) for quarter in QUARTERS},
        LEADER: terms.leader,
        LEAD: "" if terms.lead is None else units.name(terms.lead),
        SUPPORTS: JOINED.join(units.name(each) for each in terms.supports),
        DUE: terms.due_on.isoformat() if terms.due_on else "",
    }


def head_of(approved: Approved) -> str:
    """A target over its columns: 城镇新增就业（人）."""
    unit = approved.unit
    growth = knowledge()["look"]["growth"] if approved.is_growth and unit == "%" else ""
    return f"{approved.title}{growth}（{unit}）" if unit else approved.title
