"""Level and growth share a price basis (绝对额与增速价格口径一致).

查什么：绝对额和增速价格口径不同的指标（GDP和增加值绝对额按现价、增速按不变价；投资、外资增速按可比口径），目标数值是不是直接用“基数×（1＋增速）”乘出来的。
为什么：名义值还应含价格因素，直接相乘把价格涨幅当作零；年底用现价总量去比，会误判完成情况。
有问题：上年GDP 512.6亿元，增长6%左右，目标543.4亿元（正好是512.6×1.06）。
没问题：进出口总额绝对额和增速都按人民币现价，直接相乘即可。
怎么办：目标数值注明“按不变价测算，供参考”，或只列增速；不作为矛盾处理。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.comparability import comparability_of
from taizhang.paper.checks.derivations import Derivation, find_derivations
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.latitude import printed
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.catalogue import CrossCheck, Price
from taizhang.paper.indicators.lookup import get_indicator

PRICES = {
    Price.CURRENT: ("现价", "current prices"),
    Price.CONSTANT: ("不变价", "constant prices"),
    Price.COMPARABLE: ("可比口径", "a comparable scope"),
    Price.NOMINAL: ("名义", "nominal terms"),
}


def check(case: Case) -> Iterator[Finding]:
    """One finding for each target level that was multiplied across price bases."""
    for derivation in find_derivations(case):
        prices = _prices(derivation)
        if prices is not None and derivation.holds(derivation.stated):
            yield _finding(case, derivation, prices)


def _prices(derivation: Derivation) -> tuple[Price, Price] | None:
    """The price bases of level and growth, where they differ."""
    level = derivation.pair.level
    if level.key == level.name or comparability_of(level) is CrossCheck.YES:
        return None
    entry = get_indicator(level.key)
    of_level, of_growth = entry.level_price, entry.growth_price
    if of_level is None or of_growth is None or of_growth in {of_level, Price.NOMINAL}:
        return None
    return of_level, of_growth


def _finding(case: Case, derivation: Derivation, prices: tuple[Price, Price]) -> Finding:
    level, growth, base = derivation.pair.level, derivation.pair.growth, derivation.base
    (level_zh, level_en), (growth_zh, growth_en) = (PRICES[price] for price in prices)
    is_advisory = comparability_of(level) is CrossCheck.ADVISORY
    return report(
        RULE,
        case,
        (level.span, growth.span, *base.spans),
        (
            f"{level.name}目标{printed(level)}正好是{base.told}×（1＋{growth.value}%），但绝对额按{level_zh}、增速按{growth_zh}，"
            "相乘没有计入口径差异。请注明“测算参考”或只列增速。",
            f"The target of {level.name}, {printed(level)}, is just {base.told} grown by {growth.value}%; the level is in {level_en}, "
            f"the growth in {growth_en}. Mark it as an estimate or give the growth only.",
        ),
        computed={"绝对额口径": level_zh, "增速口径": growth_zh},
        severity=Severity.HINT if is_advisory else Severity.WARNING,
        verdict=Verdict.BASIS,
        elsewhere=base.evidence,
    )


RULE = Rule(
    code="C03",
    name="绝对额与增速价格口径一致",
    name_en="Level and growth share a price basis",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
