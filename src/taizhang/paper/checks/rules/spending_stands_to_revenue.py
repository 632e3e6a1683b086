"""Spending stands to revenue (收支关系心中有数).

查什么：一般公共预算收入、支出都有上年实绩和今年目标增速的，算出两者今年隐含的数值和差额，给起草人看一眼。
为什么：支出大于收入靠转移支付和债券；计划里只写增速，差额是扩大还是缩小看不出来，预算报告里却写着。
有问题：（提示）上年收入44.9亿元、目标增长5.5%，支出59.8亿元、目标增长1.2%：今年隐含47.4亿元和60.5亿元，差额由14.9亿元缩小到13.1亿元。
没问题：附表已写出收支目标数值的，不再提示。
怎么办：与预算报告的收支安排核对。
"""

from collections.abc import Iterator
from decimal import Decimal

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.earlier import year_before
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.rule import Rule, report

REVENUE, SPENDING = "general_budget_revenue", "general_budget_expenditure"
PLACES = Decimal("0.1")


def check(case: Case) -> Iterator[Finding]:
    """At most one finding: what the targets of revenue and spending come to."""
    growths = [_pick(case, code, "growth", "target") for code in (REVENUE, SPENDING)]
    if growths[0] is None or growths[1] is None:
        return
    year = growths[0].period
    levels = [_pick(case, code, "level", "actual", year_before(year)) for code in (REVENUE, SPENDING)]
    planned = [_pick(case, code, "level", "target", year) for code in (REVENUE, SPENDING)]
    if levels[0] is None or levels[1] is None or None not in planned:
        return
    if levels[0].unit == levels[1].unit and growths[1].period == year:
        yield _finding(case, (levels[0], growths[0]), (levels[1], growths[1]))


def _pick(case: Case, code: str, role: str, modality: str, year: str | None = None) -> Fact | None:
    found = [
        fact
        for fact in case.facts.by_key.get(code, ())
        if (fact.role, fact.modality) == (role, modality) and year in {None, fact.period}
    ]
    return next((fact for fact in found if fact.is_in_table), found[0] if found else None)


def _finding(case: Case, revenue: tuple[Fact, Fact], spending: tuple[Fact, Fact]) -> Finding:
    now = [_grown(*one) for one in (revenue, spending)]
    before, gap = spending[0].value - revenue[0].value, now[1] - now[0]
    unit = revenue[0].unit
    return report(
        RULE,
        case,
        (spending[1].span, revenue[1].span, spending[0].span, revenue[0].span),
        (
            f"按目标增速，{revenue[1].period}年收入约{now[0]}{unit}、支出约{now[1]}{unit}，差额由{before}{unit}变为{gap}{unit}。"
            "请与预算报告的收支安排核对。",
            f"The targets come to revenue {now[0]}{unit} and spending {now[1]}{unit}; the gap moves from {before} to {gap}. "
            "Check against the budget report.",
        ),
        computed={"收入": f"{now[0]}{unit}", "支出": f"{now[1]}{unit}", "差额": f"{gap}{unit}"},
        verdict=Verdict.CONSISTENT,
    )


def _grown(level: Fact, growth: Fact) -> Decimal:
    return (level.value * (100 + growth.value) / 100).quantize(PLACES)


RULE = Rule(
    code="C58",
    name="收支关系心中有数",
    name_en="Spending stands to revenue",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
