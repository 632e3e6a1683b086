"""Growth of a count has a whole-number base (个数的增速有整数基数).

查什么：一个一个数出来的数（个、家、项）写了同比增速的，应当存在一个整数基数，使增速取到印出的位数正好相符。
为什么：项目数、企业数不会有小数；找不到整数基数，个数或增速必有一个写错。
有问题：项目80个，同比增长30.5%（80÷1.305＝61.3，而61个为31.1%、62个为29.0%）。
没问题：项目80个，同比增长25%（上年64个）。
怎么办：核对个数、增速和上年个数，改正其中一个。
"""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import Interval
from taizhang.paper.checks.latitude import is_count, is_exact, printed, ulp
from taizhang.paper.checks.pairs import Pair
from taizhang.paper.checks.rule import Rule, report


def check(case: Case) -> Iterator[Finding]:
    """One finding for each growth of a count that no whole base gives."""
    for pair in case.pairs:
        if is_count(pair.level) and is_exact(pair.level) and is_exact(pair.growth):
            base = pair.base()
            if base is not None and not any(_gives(pair, number) for number in _around(base)):
                yield _finding(case, pair, base)


def _around(base: Interval) -> tuple[Decimal, ...]:
    """The whole numbers next to the implied base; a wide one surely holds a fitting number."""
    low, high = base.low.to_integral_value(ROUND_FLOOR), base.high.to_integral_value(ROUND_CEILING)
    return tuple(low + step for step in range(min(int(high - low), 4) + 1) if low + step > 0)


def _gives(pair: Pair, number: Decimal) -> bool:
    growth = 100 * (pair.level.value / number - 1)
    return any(
        growth.quantize(ulp(pair.growth), rounding=how) == pair.growth.value for how in (ROUND_HALF_UP, ROUND_DOWN)
    )


def _finding(case: Case, pair: Pair, base: Interval) -> Finding:
    level, growth = pair.level, pair.growth
    near = "、".join(f"{number}→{_growth(pair, number):f}%" for number in _around(base)[:2])
    return report(
        RULE,
        case,
        (growth.span, level.span),
        (
            f"{level.name}{printed(level)}、增长{growth.value}%，隐含基数{base.printed()}，没有整数能得出这个增速（{near}）。请核对个数和增速。",
            f"{level.name}: {printed(level)}, growth {growth.value}%, implied base {base.printed()}; no whole number gives that "
            f"growth ({near}). Check the count and the growth.",
        ),
        computed={"隐含基数": base.printed()},
        verdict=Verdict.CONTRADICTORY,
    )


def _growth(pair: Pair, number: Decimal) -> Decimal:
    return (100 * (pair.level.value / number - 1)).quantize(ulp(pair.growth))


RULE = Rule(
    code="C12",
    name="个数的增速有整数基数",
    name_en="Growth of a count has a whole-number base",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
