"""A target keeps up with the upper level and the five-year plan (与上级目标和五年规划衔接).

查什么：地区设置 [upper_level] 写了上级目标的，本级目标是否低于它；附表列了五年规划目标的（五年衔接表），今年目标按剩余年份推算是否跟得上。
为什么：上级6%、本级5.5%，衔接时就会被退回；前几年欠账，最后一年补不上。
有问题：上级“6%左右”，本级“地区生产总值增长5.5%”；2025年目标66%，上年62%，今年只定62.5%，余下一年要提高3.5个百分点。
没问题：上级“6%左右”，本级“6%左右”。
怎么办：与上级发改部门衔接后调整；确有理由低于上级的，附衔接意见。
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from taizhang.paper.checks.annex import indicator_tables
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.counterparts import printed
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.intervals import allowed
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.catalogue import Direction, indicators
from taizhang.paper.quantities.magnitudes import in_plain_units
from taizhang.paper.tables.cells import Value, read_value
from taizhang.paper.tables.table import CellRole, TableCell, TableRow

_SHARES = frozenset({"%", "％", "‰"})
# A path has last year's result, this year's target and a later one.
_FEWEST_CELLS = 3


@dataclass(frozen=True, slots=True)
class _Path:
    """From last year's result to the five-year target: where an even pace would be this year."""

    planned: TableCell
    final: TableCell
    due: Decimal


def check(case: Case) -> Iterator[Finding]:
    """One finding for each target below the upper level's, and each that leaves too much for the last years."""
    for code, words in case.settings.upper_level.items():
        wanted = read_value(words)
        fact = _own_target(case, code, wanted)
        if fact is not None and wanted.number is not None and _is_behind(code, fact, wanted):
            yield _below_upper(case, fact, words)
    for table in indicator_tables(case.plan):
        for row in table.rows:
            path = _path(case, row)
            if path is not None:
                yield _behind_path(case, row, path)


def _own_target(case: Case, code: str, wanted: Value) -> Fact | None:
    """The plan's own target in the manner the upper level's is in: a growth for a growth, a level for a level."""
    is_growth = wanted.unit == "%" and "%" not in indicators()[code].units[:1]
    return next(
        (
            fact
            for fact in case.facts.by_key.get(code, ())
            if fact.modality == "target"
            and fact.period == case.plan.outline.front.plan_year
            and (fact.role == "growth") == is_growth
            and fact.role in {"growth", "level"}
        ),
        None,
    )


def _is_behind(code: str, fact: Fact, wanted: Value) -> bool:
    assert wanted.number is not None, "checked before"
    ours, unit = fact.plain
    theirs, their_unit = in_plain_units(wanted.number, wanted.unit or fact.unit)
    if unit.replace("％", "%") != their_unit:
        return False
    return ours > theirs if indicators()[code].direction is Direction.LOWER else ours < theirs


def _path(case: Case, row: TableRow) -> _Path | None:
    """The path of a row that also prints the target of a later year, where this year's target is behind it."""
    if len(row.cells) < _FEWEST_CELLS:
        return None
    front = case.plan.outline.front
    done = _level(row, "actual", case.review_year)
    planned = _level(row, "target", front.plan_year)
    final = next((cell for cell in _levels(row, "target") if planned and _year(cell) > _year(planned)), None)
    if done is None or planned is None or final is None:
        return None
    before, now, then = (cell.value or Decimal(0) for cell in (done, planned, final))
    due = _due(before, then, _year(final) - _year(done), is_share=row.unit in _SHARES)
    meant = allowed(now, planned.bound)
    is_behind = meant.high < due if then >= before else meant.low > due
    return _Path(planned, final, due) if is_behind else None


def _levels(row: TableRow, modality: str) -> Iterator[TableCell]:
    return (
        cell
        for cell in row.cells
        if (cell.role, cell.modality) == (CellRole.LEVEL, modality) and cell.value is not None
    )


def _level(row: TableRow, modality: str, year: str | None) -> TableCell | None:
    return next((cell for cell in _levels(row, modality) if cell.year == year), None)


def _year(cell: TableCell) -> int:
    return int(cell.year[:4]) if cell.year and cell.year[:4].isdigit() else 0


def _due(before: Decimal, then: Decimal, years: int, *, is_share: bool) -> Decimal:
    """Where an even pace is after one year: even points for a share, an even rate for an amount."""
    if is_share or before <= 0 or then <= 0:
        return before + (then - before) / years
    return Decimal(before * (then / before) ** (Decimal(1) / years))


def _below_upper(case: Case, fact: Fact, words: str) -> Finding:
    ours = printed(fact.value, fact.value_high, fact.unit, fact.bound)
    return report(
        RULE,
        case,
        (fact.span,),
        (
            f"{fact.name}目标{ours}，上级目标{words}，没有跟上。请与上级衔接后调整，或附衔接意见。",
            f"The target for {fact.name} is {ours}, the upper level's {words}. Settle the difference with the upper level.",
        ),
        computed={"本级": ours, "上级": words},
    )


def _behind_path(case: Case, row: TableRow, path: _Path) -> Finding:
    due = f"{path.due.quantize(Decimal('0.01')):f}"
    return report(
        RULE,
        case,
        (path.planned.span, path.final.span),
        (
            f"{row.indicator}{path.final.year}年目标{path.final.text}，按均衡推进今年应到{due}，今年目标{path.planned.text}，"
            "余下年份任务更重。请调整，或说明后几年的安排。",
            f"{row.indicator}: {path.final.text} in {path.final.year} asks for {due} this year at an even pace; the target is "
            f"{path.planned.text}. Raise it, or say how the rest is to be made up.",
        ),
        computed={"均衡应到": due, "今年目标": path.planned.text},
    )


RULE = Rule(
    code="C40",
    name="与上级目标和五年规划衔接",
    name_en="A target keeps up with the upper level and the five-year plan",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
