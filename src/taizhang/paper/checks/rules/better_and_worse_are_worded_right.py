"""Better and worse are worded right (升降方向用词).

查什么：越低越好的指标（浓度、能耗、失业率）的目标写成“达到多少以上”；降幅目标写成“下降多少以内”；目标是让它上升。
为什么：“以上”“以内”用反了，目标就成了允许变坏，考核时两头都说得通。
有问题：PM2.5平均浓度达到35微克/立方米以上；万元地区生产总值能耗下降3%以内。
没问题：PM2.5平均浓度控制在35微克/立方米以内；万元地区生产总值能耗下降3%以上；综合指数同比改善7.8%。
怎么办：越低越好的数值用“以内”“不高于”，降幅用“以上”“不低于”。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.catalogue import Direction
from taizhang.paper.indicators.lookup import get_indicator
from taizhang.paper.quantities.quantity import Bound

_REACH = 4
_FLOORS = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})


def check(case: Case) -> Iterator[Finding]:
    """One finding for each target of a lower-is-better indicator that is worded the wrong way round."""
    for fact in case.facts.everything:
        if fact.modality == "target" and fact.role in {"level", "growth"} and _is_better_low(fact):
            fault = None if _is_improvement(case, fact) else _fault(fact)
            if fault:
                yield report(RULE, case, (fact.span,), _words(case, fact, *fault))


def _is_better_low(fact: Fact) -> bool:
    code = fact.statement.indicator if fact.statement else fact.row.code if fact.row else None
    # A table cell of 降低率 counts how far it falls; more of that is better.
    is_reduction = fact.row is not None and any(
        word in fact.row.label for word in ("降低", "下降", "减少", "削减", "减排")
    )
    return code is not None and not is_reduction and get_indicator(code).direction is Direction.LOWER


def _is_improvement(case: Case, fact: Fact) -> bool:
    """改善5%以上 says which way without up or down."""
    return "改善" in case.text[fact.span.start - _REACH : fact.span.start]


def _fault(fact: Fact) -> tuple[str, str] | None:
    if fact.role == "level" and fact.bound in _FLOORS:
        return "写成不少于这个数", "set as a floor"
    if fact.role == "growth" and fact.value < 0 and fact.bound is Bound.AT_MOST:
        return "降幅写成不超过这个数", "a fall of at most so much"
    if fact.role == "growth" and fact.value > 0 and fact.bound in _FLOORS:
        return "目标是让它上升", "meant to rise"
    return None


def _words(case: Case, fact: Fact, zh: str, en: str) -> tuple[str, str]:
    printed = fact.span.quote(case.text)
    return (
        f"“{fact.name}”越低越好，目标（{printed}）{zh}。请核对“以上、以内、不低于”是否用反。",
        f"{fact.name} is better low, yet the target ({printed}) is {en}. Check the wording of the bound.",
    )


RULE = Rule(
    code="C65",
    name="升降方向用词",
    name_en="Better and worse are worded right",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
