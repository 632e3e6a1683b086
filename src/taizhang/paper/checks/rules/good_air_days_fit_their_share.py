"""Good-air days fit their share (优良天数与优良率相符).

查什么：同一年既写优良天数又写优良天数比例的，天数除以比例得出的有效监测天数应在324天（年有效天数下限）到366天之间。
为什么：天数和比例常来自两份通报；沙尘剔除前后的数混用，就会对不上。
有问题：优良天数251天，优良天数比例80%（有效天数只有314天）。
没问题：优良天数251天，优良天数比例68.8%（有效365天）。
怎么办：写明有效监测天数和是否剔除沙尘天。
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import HUNDRED, Interval
from taizhang.paper.checks.latitude import latitude, printed
from taizhang.paper.checks.rule import Rule, report

DAYS, SHARE = "good_air_days", "good_air_ratio"
# A year counts when at least 324 days were measured; a leap year has 366.
VALID = Interval(Decimal(324), Decimal(367))


def check(case: Case) -> Iterator[Finding]:
    """One finding for each number of days that its share does not fit."""
    days = [fact for fact in case.facts.by_key.get(DAYS, ()) if fact.role == "level" and fact.unit == "天"]
    shares = [fact for fact in case.facts.by_key.get(SHARE, ()) if fact.role == "level" and fact.unit == "%"]
    for day, share in product(days, shares):
        if (day.period, day.modality) == (share.period, share.modality) and latitude(share).low > 0:
            measured = latitude(day) / latitude(share).scaled(1 / HUNDRED)
            if not measured.overlaps(VALID):
                yield _finding(case, day, share, measured)


def _finding(case: Case, day: Fact, share: Fact, measured: Interval) -> Finding:
    return report(
        RULE,
        case,
        (day.span, share.span),
        (
            f"优良天数{printed(day)}、优良天数比例{printed(share)}，隐含有效监测{measured.printed(1)}天，不在324—366天之间。"
            "请核对，并写明有效天数和是否剔除沙尘天。",
            f"{printed(day)} and a share of {printed(share)} imply {measured.printed(1)} days measured, which is not within 324 to 366. "
            "Check, and state the days measured.",
        ),
        computed={"有效天数": measured.printed(1)},
        verdict=Verdict.CONTRADICTORY,
    )


RULE = Rule(
    code="C22",
    name="优良天数与优良率相符",
    name_en="Good-air days fit their share",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
