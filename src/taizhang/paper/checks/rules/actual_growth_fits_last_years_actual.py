"""An actual and its growth imply last year's actual (实绩与增速隐含的基数等于上年实绩).

查什么：实绩除以（1＋增速）得出隐含的上年基数，与本文件或对照文件（--against）写的上年实绩比较；增速按印出的位数取区间。
为什么：增速和数值常出自两张表；基数对不上，说明有一个数抄错，或者上年数修订过、口径变了。
有问题：附表同一行写上年121.3亿元、今年98.7亿元、增长-5.2%，而后两个数隐含上年104.01—104.22亿元。
没问题：同一行上年写104.1亿元。
怎么办：核对两年的数；上年数修订或口径调整的，注明“按可比口径”。同一行、同一句里的数才判矛盾；上年另一份文件的数可能修订过，
相差1%以内只提示，更多的请说明口径。GDP等现价、不变价不可互算的指标不判矛盾。
"""

from collections.abc import Iterator
from decimal import Decimal

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.comparability import comparability
from taizhang.paper.checks.earlier import Earlier, earlier_figures, year_before
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import Interval, Mode
from taizhang.paper.checks.latitude import in_unit_of, printed
from taizhang.paper.checks.pairs import Pair
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.catalogue import CrossCheck

# Last year's figure is revised as a matter of course: 快报数, then the yearbook's (domain brief §2.1).
REVISION = Decimal("0.01")
# A year's prices seldom set a base in current prices further from one in constant prices.
DEFLATOR = Decimal("0.08")


def check(case: Case) -> Iterator[Finding]:
    """One finding for each actual whose implied base no report of last year bears out."""
    for pair in case.pairs:
        if pair.level.modality != "actual":
            continue
        reported = earlier_figures(case, pair.level, year_before(pair.level.period))
        bases = [base for mode in Mode if (base := pair.base(mode)) is not None] if reported else []
        if bases and not any(one.allowed.overlaps(base) for one in reported for base in bases):
            yield from _findings(case, pair, bases[0], reported)


def _findings(case: Case, pair: Pair, base: Interval, reported: tuple[Earlier, ...]) -> Iterator[Finding]:
    basis = comparability(pair, case.text)
    nearest = min(reported, key=lambda one: abs(one.allowed.low - base.low))
    band = DEFLATOR if basis is CrossCheck.NO else case.settings.tolerance.get("revision_band", REVISION)
    is_near = _widened(nearest.allowed, band).overlaps(base)
    if basis is CrossCheck.NO and is_near:
        return
    if basis is CrossCheck.YES and _of_one_making(pair, nearest):
        severity, verdict = Severity.ERROR, Verdict.CONTRADICTORY
    else:
        severity, verdict = (Severity.HINT if is_near else Severity.WARNING), Verdict.BASIS
    yield _finding(case, pair, base, nearest, (severity, verdict))


def _of_one_making(pair: Pair, reported: Earlier) -> bool:
    """Whether both years' figures were put down together: then no later revision can part them."""
    if not reported.is_here:
        return False
    level, fact = pair.level, reported.fact
    if level.statement is not None and fact.statement is not None:
        return level.statement.sentence == fact.statement.sentence
    return level.row is not None and level.row is fact.row


def _widened(interval: Interval, band: Decimal) -> Interval:
    return Interval(interval.low * (1 - band), interval.high * (1 + band))


def _finding(case: Case, pair: Pair, base: Interval, reported: Earlier, judged: tuple[Severity, Verdict]) -> Finding:
    level, growth = pair.level, pair.growth
    told = in_unit_of(level, base)
    todo = (
        ("请核对两年的数。", "Check the figures of both years.")
        if judged[1] is Verdict.CONTRADICTORY
        else ("上年数修订或口径调整的，请注明口径。", "If last year's figure was revised or the scope changed, say so.")
    )
    return report(
        RULE,
        case,
        (level.span, growth.span, *reported.spans),
        (
            f"{level.name}{level.period}年{printed(level)}、增长{growth.value}%，隐含{reported.fact.period}年为{told}，"
            f"而{reported.fact.period}年写为{reported.told}。{todo[0]}",
            f"{level.name}: {printed(level)} and growth {growth.value}% imply {told} for {reported.fact.period}; reported was "
            f"{reported.told}. {todo[1]}",
        ),
        computed={"隐含基数": told, "上年写为": printed(reported.fact)},
        severity=judged[0],
        verdict=judged[1],
        elsewhere=reported.evidence,
    )


RULE = Rule(
    code="C04",
    name="实绩与增速隐含的基数等于上年实绩",
    name_en="An actual and its growth imply last year's actual",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
