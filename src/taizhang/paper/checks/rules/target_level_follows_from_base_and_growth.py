"""Target level = base × (1 + target growth) (目标数值等于基数乘以目标增速).

查什么：附表或正文既写了目标数值又写了目标增速的，用上年实绩乘以（1＋目标增速）验算；实绩按印出的位数取区间，四舍五入和截尾都试。
为什么：改了目标增速忘了改目标数值（或反过来），是定稿阶段最常见的错。
有问题：上年96.4亿元，目标增长5%左右，目标数值写成111.2亿元（隐含增长15.4%）。
没问题：上年38215元，目标增长6%左右，目标数值40507元（40507.9截尾）；上年187.3亿元，增长10%以上，目标206亿元。
怎么办：核对上年实绩、目标增速、目标数值三个数，改正其中一个。GDP等绝对额按现价、增速按不变价的指标不判矛盾，只提示隐含的现价增速，请注明口径。
"""

from collections.abc import Iterator
from decimal import Decimal

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.comparability import comparability
from taizhang.paper.checks.derivations import Derivation, find_derivations
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.latitude import as_printed, in_unit_of, printed
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.catalogue import CrossCheck
from taizhang.paper.quantities.quantity import Bound

# Prices alone seldom set real and nominal growth further apart than this, in percentage points.
DEFLATOR = Decimal(5)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each target level its base and growth do not give."""
    for derivation in find_derivations(case):
        if not derivation.holds(derivation.stated):
            yield _finding(case, derivation)


def _finding(case: Case, derivation: Derivation) -> Finding:
    level, growth, base = derivation.pair.level, derivation.pair.growth, derivation.base
    implied = 100 * level.plain[0] / base.fact.plain[0] - 100
    severity, verdict = _judge(case, derivation, implied)
    product = in_unit_of(level, derivation.product(derivation.stated, base))
    figures = f"{base.told}×（1＋{growth.value}%）＝{product}"
    ending = {
        Verdict.CONTRADICTORY: ("请核对三个数，改正其中一个。", "Find out which of the three is wrong."),
        Verdict.BASIS: (
            "绝对额与增速口径可能不同，请确认并注明口径（现价、不变价或可比口径）。",
            "Level and growth may be on different bases: confirm and say which.",
        ),
        Verdict.CONSISTENT: (
            "在“左右”“以上”允许之内，但两个数不是按同一增速测算的，请确认。",
            "Within the hedge, yet not computed from that growth: please confirm.",
        ),
    }[verdict]
    return report(
        RULE,
        case,
        (level.span, growth.span, *base.spans),
        (
            f"{level.name}{level.period}年目标：{figures}，而目标数值写为{printed(level)}，隐含增长约{implied:.1f}%。{ending[0]}",
            f"Target of {level.name}: {base.told} grown by {growth.value}% gives {product}; printed is {printed(level)}, "
            f"which implies about {implied:.1f}%. {ending[1]}",
        ),
        computed={"测算区间": product, "隐含增速": f"{implied:.2f}%"},
        severity=severity,
        verdict=verdict,
        elsewhere=base.evidence,
    )


def _judge(case: Case, derivation: Derivation, implied: Decimal) -> tuple[Severity, Verdict]:
    basis = comparability(derivation.pair, case.text)
    growth = derivation.pair.growth
    if basis is CrossCheck.NO:
        near = abs(implied - growth.value) <= DEFLATOR
        return (Severity.HINT if near else Severity.WARNING), Verdict.BASIS
    if derivation.holds(as_printed(growth)):
        is_floor = growth.bound in {Bound.AT_LEAST, Bound.MORE_THAN}
        return (Severity.HINT if is_floor else Severity.WARNING), Verdict.CONSISTENT
    if basis is CrossCheck.ADVISORY:
        return Severity.WARNING, Verdict.BASIS
    return Severity.ERROR, Verdict.CONTRADICTORY


RULE = Rule(
    code="C01",
    name="目标数值等于基数乘以目标增速",
    name_en="A target level follows from base and growth",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
