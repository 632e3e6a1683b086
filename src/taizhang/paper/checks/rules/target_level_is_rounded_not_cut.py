"""A target level is rounded, not cut off (目标数值按四舍五入取整).

查什么：目标数值与“上年实绩×（1＋目标增速）”在区间上相符，但与直接相乘再四舍五入的结果差一个末位。
为什么：不算错，但验算的人会多算出“1”，常被代表问到；也可能是用未印出的小数位测算的。
有问题：上年38215元，增长6%左右，38215×1.06＝40507.9，四舍五入为40508，写为40507（截尾）。
没问题：上年512.6亿元，增长6%左右，目标543.4亿元（543.356）。
怎么办：不需改的，备好测算说明；愿意统一的，改为四舍五入的结果。
"""

from collections.abc import Iterator
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.derivations import Derivation, find_derivations
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.latitude import is_exact, printed, ulp
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.quantities.magnitudes import split_magnitude


def check(case: Case) -> Iterator[Finding]:
    """One finding for each target level that fits, but is not the rounded product."""
    for derivation in find_derivations(case):
        if is_exact(derivation.pair.level) and derivation.holds(derivation.stated):
            products = [product for base in derivation.bases if (product := _product(derivation, base.fact.plain[0]))]
            if products and all(_rounded(product, derivation) != derivation.pair.level.value for product in products):
                yield _finding(case, derivation, products[0])


def _product(derivation: Derivation, base: Decimal) -> Decimal:
    """Base × (1 + g) in the unit the level is printed in."""
    power, _ = split_magnitude(derivation.pair.level.unit)
    return (base * (100 + derivation.pair.growth.value) / 100).scaleb(-power)


def _rounded(product: Decimal, derivation: Derivation, how: str = ROUND_HALF_UP) -> Decimal:
    return product.quantize(ulp(derivation.pair.level), rounding=how)


def _finding(case: Case, derivation: Derivation, product: Decimal) -> Finding:
    level, growth, base = derivation.pair.level, derivation.pair.growth, derivation.base
    rounded = _rounded(product, derivation)
    is_cut = _rounded(product, derivation, ROUND_FLOOR) == level.value
    how, how_en = ("按截尾取值", "cut off") if is_cut else ("与四舍五入差一个末位", "off by one in the last digit")
    return report(
        RULE,
        case,
        (level.span, growth.span, *base.spans),
        (
            f"{level.name}：{base.told}×（1＋{growth.value}%）＝{product.normalize():f}，四舍五入为{rounded}，写为{printed(level)}，{how}。"
            "区间上相符，不算错；请备好测算说明或统一取整方式。",
            f"{level.name}: the product is {product.normalize():f}, rounded {rounded}, printed {printed(level)} ({how_en}). "
            "Consistent as intervals; keep the computation at hand or round alike.",
        ),
        computed={"乘积": f"{product.normalize():f}", "四舍五入": f"{rounded}"},
        verdict=Verdict.TRUNCATION if is_cut else Verdict.CONSISTENT,
        elsewhere=base.evidence,
    )


RULE = Rule(
    code="C02",
    name="目标数值按四舍五入取整",
    name_en="A target level is rounded, not cut off",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
