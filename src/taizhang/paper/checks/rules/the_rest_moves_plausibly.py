"""What is left beside the parts moves plausibly (扣除其中后的余数变动合理).

查什么：总数和其中数都有增速时，算出“其余部分”今年和上年各是多少，变动幅度是否离谱（少了八成以上，或增到三倍以上）。
为什么：其余部分的异常，往往说明总数与其中数不是一个口径。
有问题：项目100个、增长11.1%（上年90个），其中市级95个、增长90%（上年50个）：其余由40个变为5个。
没问题：区重点项目80个、增长25%，其中市重大项目32个、增长14.3%：其余由36个变为48个。
怎么办：确认其余部分的数；口径有调整的写明。
"""

from collections.abc import Iterator
from decimal import Decimal

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import Interval
from taizhang.paper.checks.latitude import in_unit_of, latitude, printed
from taizhang.paper.checks.pairs import Pair
from taizhang.paper.checks.rule import Rule, report

SHRUNK, SWOLLEN = Decimal("0.2"), Decimal(3)


def check(case: Case) -> Iterator[Finding]:
    """One finding for each rest that all but vanished, or grew beyond belief."""
    pairs = {pair.level.span.start: pair for pair in case.pairs} if case.parts else {}
    for group in case.parts:
        whole, part = pairs.get(group.whole.span.start), pairs.get(group.parts[0].span.start)
        if whole is not None and part is not None and len(group.parts) == 1:
            yield from _look(case, whole, part)


def _look(case: Case, whole: Pair, part: Pair) -> Iterator[Finding]:
    base, base_part = whole.base(), part.base()
    if base is None or base_part is None:
        return
    now, before = latitude(whole.level) - latitude(part.level), base - base_part
    if now.low <= 0 or before.low <= 0 or _is_plausible(now, before):
        return
    told, told_before = in_unit_of(whole.level, now), in_unit_of(whole.level, before)
    yield report(
        RULE,
        case,
        (part.level.span, whole.level.span, part.growth.span, whole.growth.span),
        (
            f"{whole.level.name}{printed(whole.level)}扣除{part.level.name}{printed(part.level)}后，其余部分由上年{told_before}变为{told}，"
            "变动过大。请确认两个数口径一致。",
            f"Beside {part.level.name} the rest of {whole.level.name} moved from {told_before} to {told}. "
            "Confirm that both are on one scope.",
        ),
        computed={"其余": told, "上年其余": told_before},
        verdict=Verdict.BASIS,
    )


def _is_plausible(now: Interval, before: Interval) -> bool:
    ratio = now / before
    return ratio.high >= SHRUNK and ratio.low <= SWOLLEN


RULE = Rule(
    code="C17",
    name="扣除其中后的余数变动合理",
    name_en="What is left beside the parts moves plausibly",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
