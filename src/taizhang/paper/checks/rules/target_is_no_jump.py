"""A target is no unexplained jump from last year's result (目标与上年实绩衔接).

查什么：同一指标今年目标与上年实绩相比超过一倍或不到一半、由降转升（由升转降），或者本应越高越好的目标比上年实绩低一成以上的，提示。
为什么：跳得太大，要么是数字、单位写错，要么口径变了，要么要向代表说明理由。
有问题：支出上年增长18%，今年目标1.5%；老旧小区上年改造6个，今年40个；城镇新增就业上年1.8万人，今年目标1.2万人。
没问题：地区生产总值上年增长5.5%，今年目标6%左右。
怎么办：核对数字和单位；属实的，在文中写明原因（基数、任务下达数、项目安排）。
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.counterparts import printed
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.catalogue import Direction, indicators

# 项目、企业 name too many things for two of them to be the same one.
_SHORTEST_NAME = 3
_TIMES = Decimal(2)
# 粮食 a little below a record year is no question; a tenth below is.
_NOTABLY = Decimal("0.9")
# Growths near zero double easily: below this many points apart nobody asks.
_POINTS = Decimal(2)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each thing whose target lies far from last year's result."""
    front = case.plan.outline.front
    done = _single(case, "actual", case.review_year)
    for key, target in _single(case, "target", front.plan_year).items():
        result = done.get(key)
        if result is not None and (why := _jump(case, result, target)):
            yield _finding(case, result, target, why)


def _single(case: Case, modality: str, period: str | None) -> dict[tuple[str, str, str], Fact]:
    """The facts of a year that stand alone for their subject, unit and role; the annex repeats the text."""
    found = defaultdict[tuple[str, str, str], list[Fact]](list)
    for fact in case.facts.everything:
        is_known = fact.key in indicators() or (not fact.is_in_table and len(fact.name) >= _SHORTEST_NAME)
        if is_known and fact.modality == modality and fact.period == period and fact.role in {"level", "growth"}:
            found[fact.key, fact.role, fact.plain[1]].append(fact)
    return {key: facts[0] for key, facts in found.items() if len({fact.plain[0] for fact in facts}) == 1}


def _jump(case: Case, result: Fact, target: Fact) -> tuple[str, str] | None:
    """What is odd about a target, in Chinese and English."""
    before, after = result.plain[0], target.plain[0]
    if before * after < 0:
        return ("升降方向相反", "turns round")
    limit = case.settings.tolerance.get("target_jump", _TIMES)
    if target.role == "growth" and abs(before - after) < _POINTS:
        return None
    if abs(after) > abs(before) * limit:
        return (f"超过上年的{limit}倍", f"is more than {limit} times that")
    if abs(after) * limit < abs(before):
        return (f"不到上年的{limit}分之一", f"is less than one part in {limit} of that")
    entry = indicators().get(target.key)
    if target.role == "level" and entry and entry.direction is Direction.HIGHER and after < before * _NOTABLY:
        return ("比上年低一成以上", "is a tenth or more below that")
    return None


def _finding(case: Case, result: Fact, target: Fact, why: tuple[str, str]) -> Finding:
    role, role_en = ("增速", "growth of ") if target.role == "growth" else ("", "")
    was, now = (printed(fact.value, fact.value_high, fact.unit, fact.bound) for fact in (result, target))
    return report(
        RULE,
        case,
        (target.span, result.span),
        (
            f"{target.name}{role}目标{now}，上年实绩{was}，{why[0]}。请核对数字和单位；属实的请写明原因。",
            f"Target for {role_en}{target.name}: {now}; last year's result: {was}; it {why[1]}. Check the figures, or give the reason.",
        ),
        computed={"上年": was, "目标": now},
    )


RULE = Rule(
    code="C39",
    name="目标与上年实绩衔接",
    name_en="A target is no unexplained jump from last year's result",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
