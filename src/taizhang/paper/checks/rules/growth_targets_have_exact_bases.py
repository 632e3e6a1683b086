"""Growth targets have exact bases (增长目标的基数是准数).

查什么：目标是“增长百分之几”，而文件里这项指标的上年数只有“突破”“超过”“约”“余”这样的概数。
为什么：基数是概数，年底算不出增长了多少，完成与否各说各话。
有问题：数字产业营业收入突破30亿元；……数字产业营业收入增长12%以上。
没问题：数字产业营业收入达到31.4亿元；……数字产业营业收入增长12%以上。
怎么办：写出上年准数，或者把目标改成要达到的数。
"""

from collections.abc import Iterator

from taizhang.paper.checks.bases import VAGUE
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report


def check(case: Case) -> Iterator[Finding]:
    """One finding for each growth target all of whose bases are vague."""
    for target in case.growth_targets:
        levels = case.bases.of(target)
        if levels and all(level.bound in VAGUE for level in levels):
            yield _finding(case, target, levels[-1])


def _finding(case: Case, target: Fact, level: Fact) -> Finding:
    quote = level.statement.quote if level.statement else str(level.value)
    return report(
        RULE,
        case,
        (target.span, level.span),
        (
            f"“{target.name}”目标增长{target.value}%，上年数只写了概数（{quote}，带“突破、超过、约、余”等），基数不确定。请写出准数。",
            f"{target.name} is to grow by {target.value}%, but last year's level is only given roughly ({quote}). Give the exact figure.",
        ),
        computed={"目标增速": f"{target.value}%", "上年概数": quote},
    )


RULE = Rule(
    code="C26",
    name="增长目标的基数是准数",
    name_en="Growth targets have exact bases",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
