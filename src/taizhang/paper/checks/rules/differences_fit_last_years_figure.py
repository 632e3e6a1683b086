"""Differences fit last year's figure (增减额与上年数相符).

查什么：“达到251天，比上年增加9天”隐含上年242天，与本文件或对照文件写的上年数比较；比率与“百分点”同样处理。
为什么：增减额常是口头汇报的数，和上年报告里的数不是一个来源。
有问题：今年写优良天数251天、增加9天，上年报告写246天。
没问题：上年报告写242天。
怎么办：核对两年的数；上年数修订过的，说明按修订数计算。
"""

from collections.abc import Iterator
from decimal import Decimal

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.earlier import Earlier, earlier_figures, year_before
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import Interval
from taizhang.paper.checks.latitude import in_unit_of, latitude, printed
from taizhang.paper.checks.pairs import nearest_before
from taizhang.paper.checks.rule import Rule, report

POINTS = {"%": "个百分点", "‰": "个千分点"}
SINCE = "since:"
# Last year's figure is revised as a matter of course.
REVISION = Decimal("0.01")


def check(case: Case) -> Iterator[Finding]:
    """One finding for each difference that last year's figure does not bear out."""
    for sentence in case.facts.by_sentence.values():
        for change in sentence:
            level = _level(sentence, change) if change.role == "change" and change.modality == "actual" else None
            if level is not None:
                yield from _compare(case, level, change)


def _level(sentence: tuple[Fact, ...], change: Fact) -> Fact | None:
    levels = tuple(
        fact
        for fact in sentence
        if fact.role == "level"
        and (fact.key, fact.name, fact.period) == (change.key, change.name, change.period)
        and (POINTS.get(fact.unit) == change.unit or fact.plain[1] == change.plain[1])
    )
    return nearest_before(levels, change) or next(iter(levels), None)


def _compare(case: Case, level: Fact, change: Fact) -> Iterator[Finding]:
    year = _base_year(change)
    before = latitude(level) - latitude(change)
    reported = earlier_figures(case, level, year)
    if reported and not any(one.allowed.overlaps(before) for one in reported):
        yield _finding(case, (level, change), before, reported[0])


def _base_year(change: Fact) -> str | None:
    basis = change.statement.basis if change.statement is not None else None
    if basis == "yoy":
        return year_before(change.period)
    return basis.removeprefix(SINCE) if basis is not None and basis.startswith(SINCE) else None


def _finding(case: Case, figures: tuple[Fact, Fact], before: Interval, reported: Earlier) -> Finding:
    level, change = figures
    band = case.settings.tolerance.get("revision_band", REVISION)
    is_revision = not reported.is_here and abs(before.low - reported.allowed.low) <= band * abs(reported.allowed.low)
    told = in_unit_of(level, before)
    return report(
        RULE,
        case,
        (change.span, level.span, *reported.spans),
        (
            f"{level.name}{printed(level)}、增减{printed(change)}，隐含{reported.fact.period}年为{told}，而{reported.fact.period}年写为"
            f"{reported.told}。请核对，上年数修订过的请说明。",
            f"{level.name}: {printed(level)} and a change of {printed(change)} imply {told} for {reported.fact.period}; reported was "
            f"{reported.told}. Check, or say that last year's figure was revised.",
        ),
        computed={"隐含上年数": told, "上年写为": printed(reported.fact)},
        severity=Severity.HINT if is_revision else Severity.WARNING,
        verdict=Verdict.BASIS,
        elsewhere=reported.evidence,
    )


RULE = Rule(
    code="C20",
    name="增减额与上年数相符",
    name_en="Differences fit last year's figure",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
