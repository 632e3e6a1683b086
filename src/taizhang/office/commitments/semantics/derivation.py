"""Derivation (推定): from a promise as read to the rule it is judged by, with the reason of each choice."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from taizhang.office.commitments.semantics.rule import AssignedState, Direction, Evidence, TargetKind, TargetRule
from taizhang.office.commitments.semantics.table import KindCase, RuleTable, ToleranceCase, table_for
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.plans.intake import CatalogueEntry, catalogue_code

DATED = frozenset({TargetKind.MILESTONE, TargetKind.QUALITATIVE})


@dataclass(frozen=True, slots=True)
class Promise:
    """Promise (承诺原意): what was read of one commitment, all that a rule can be told from.

    Attributes:
        promised_as: kind of commitment.
        words: its clause.
        target: what it promises.
        baseline_value, baseline_unit, baseline_period: where it starts from.
        indicator: what the catalogue knows of it; None where it does not know it.
        year: the plan's.
    """

    promised_as: str
    words: str
    target: Target
    baseline_value: Decimal | None = None
    baseline_unit: str = ""
    baseline_period: str = ""
    indicator: CatalogueEntry | None = None
    year: str = ""

    @property
    def said(self) -> str:
        """Everything it says in words."""
        return f"{self.target.expression}；{self.words}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Proposal (推定结果): a rule, and why its kind was chosen, in Chinese and English."""

    rule: TargetRule
    why: tuple[str, str]


def propose(promise: Promise) -> Proposal:
    """The rule a promise seems to ask for, by the table its plan is read by."""
    table = table_for(promise.year)
    case, found = _kind(table, promise)
    kind, target = case.kind, promise.target
    delta = _tolerance(table, kind, promise)
    reference = _reference(found) if kind is TargetKind.RELATIVE else ""
    rule = TargetRule(
        kind=kind,
        aspect=target.aspect,
        value=target.value,
        value_high=target.value_high,
        unit=target.unit,
        bound=target.bound,
        tolerance=delta.value if delta else None,
        tolerance_basis=delta.basis if delta else "",
        reference=reference,
        reference_indicator=catalogue_code(reference) if reference else "",
        direction=_direction(table, kind, promise),
        timing=_timing(table, kind, promise),
        price_basis=_price(table, promise),
        scope=_scope(table, promise),
        baseline_value=promise.baseline_value,
        baseline_unit=promise.baseline_unit,
        baseline_period=promise.baseline_period,
        evidence=_evidence(table, kind, promise),
        profile=_profile(table, kind, promise),
        due_on=_due_on(table, promise) if kind in DATED else None,
        assigned_state=AssignedState.NOT_ISSUED if kind is TargetKind.ASSIGNED else "",
        rules_version=table.name,
    )
    words = {"words": found[0].strip("，。；") if found else "", "action": target.action}
    return Proposal(rule, (case.why[0].format(**words), case.why[1].format(**words)))


def _kind(table: RuleTable, promise: Promise) -> tuple[KindCase, re.Match[str] | None]:
    for case in table.kinds:
        found = case.words.search(promise.said) if case.words else None
        if _fits(case, promise) and (found or case.words is None):
            return case, found
    raise AssertionError(promise)  # the last case of the table fits everything, which a test holds


def _fits(case: KindCase, promise: Promise) -> bool:
    target = promise.target
    return (
        case.has_figure in {None, target.value is not None}
        and (not case.bounds or target.bound in case.bounds)
        and (not case.aspects or target.aspect in case.aspects)
        and (not case.actions or target.action in case.actions)
        and (not case.promised_as or promise.promised_as in case.promised_as)
        and (case.expression is None or bool(case.expression.search(target.expression)))
    )


def _tolerance(table: RuleTable, kind: TargetKind, promise: Promise) -> ToleranceCase | None:
    target = promise.target
    for case in table.tolerances:
        if (
            kind in case.kinds
            and (not case.aspects or target.aspect in case.aspects)
            and (not case.bounds or target.bound in case.bounds)
            and (case.words is None or case.words.search(promise.said))
        ):
            return case
    return None


def _reference(found: re.Match[str] | None) -> str:
    return next((each for each in found.groups() if each), "").strip() if found else ""


def _direction(table: RuleTable, kind: TargetKind, promise: Promise) -> str:
    known, facts = table.direction, promise.indicator
    if kind in known["none_kinds"]:
        return ""
    if facts is not None and promise.target.aspect != "rank":
        return "" if facts.direction == "none" else facts.direction
    is_lower = (
        kind in known["lower_kinds"]
        or promise.target.action in known["lower_actions"]
        or promise.target.aspect == "rank"
        or (promise.target.aspect in {"growth", "change"} and (promise.target.value or 0) < 0)
        or (promise.target.value is None and bool(re.search(known["lower_words"], promise.said)))
    )
    return Direction.LOWER if is_lower else Direction.HIGHER


def _timing(table: RuleTable, kind: TargetKind, promise: Promise) -> str:
    """A count added up, or a stock, says so itself; of anything else the catalogue tells."""
    by_kind = table.timing.get(kind, "")
    by_catalogue = promise.indicator.timing if promise.indicator else ""
    return (by_kind or by_catalogue) if kind in {TargetKind.FLOW, TargetKind.STOCK} else (by_catalogue or by_kind)


def _price(table: RuleTable, promise: Promise) -> str:
    said = next((basis for basis, words in table.prices.items() if words.search(promise.said)), "")
    facts = promise.indicator
    if said or facts is None:
        return said
    return {"growth": facts.growth_price, "level": facts.level_price}.get(promise.target.aspect, "")


def _scope(table: RuleTable, promise: Promise) -> str:
    found = (words.search(promise.said) for words in table.scopes)
    return next((match[0] for match in found if match), "")


def _evidence(table: RuleTable, kind: TargetKind, promise: Promise) -> str:
    known, facts = table.evidence, promise.indicator
    by_target: str = known["by_target"].get(kind, "")
    if by_target:
        return by_target
    if facts is not None:
        is_official = re.search(known["statistics_departments"], facts.department)
        return Evidence.STATISTICS if is_official else Evidence.DEPARTMENT_DATA
    by_action: str = known["by_actions"].get(promise.target.action, "")
    return by_action or str(known["by_kind"].get(promise.promised_as, ""))


def _profile(table: RuleTable, kind: TargetKind, promise: Promise) -> str:
    known = table.profile
    frequency = promise.indicator.frequency if promise.indicator else ""
    by_target = known["by_target"].get(kind, "")
    chosen = by_target or known["by_frequency"].get(frequency, "") or known["by_kind"].get(promise.promised_as, "")
    return str(chosen or known["otherwise"])


def _due_on(table: RuleTable, promise: Promise) -> date | None:
    """The day its words name; none where they name none, or the plan no year."""
    if not promise.year.isdecimal():
        return None
    for case in table.dates:
        found = case.words.search(promise.words)
        if found:
            said = found.groupdict()
            month = case.month or int(said.get("month") or 0)
            return _day(int(promise.year), month, said.get("day"))
    return None


def _day(year: int, month: int, day: str | None) -> date:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(int(day), last) if day else last)
