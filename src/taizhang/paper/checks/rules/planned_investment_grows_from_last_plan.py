"""Planned investment grows from last year's plan (计划投资的增速比上年计划).

查什么：“年度计划投资”的增速，基数应是上年的计划数，并且写得出来；本文件只有上年“完成投资”的，比一比两者是不是同一个数。
为什么：计划数和完成数是两个口径；拿计划比完成，或者基数无处可查，读的人会按上年完成数去验算。
有问题：上年完成投资98.6亿元，今年“年度计划投资126亿元，同比增长40%”（基数90.0亿元，文中没有）。
没问题：上年写明“年度计划投资90亿元，完成98.6亿元”。
怎么办：在上年部分写出上年年度计划投资，或把增速改为与同口径的数比较。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.earlier import Earlier, earlier_lists
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.latitude import in_unit_of, printed
from taizhang.paper.checks.pairs import Pair
from taizhang.paper.checks.project_lists import Measure
from taizhang.paper.checks.rule import Rule, report

PLANNED, DONE = "计划", "完成"


def check(case: Case) -> Iterator[Finding]:
    """One finding for each growth of planned investment whose base last year's part does not give as a plan."""
    for projects in case.project_lists:
        before = [
            Earlier(measure.level, paper, paper is case)
            for paper, other in earlier_lists(case, projects)
            for measure in other.amounts.values()
        ]
        done = next((one for one in before if DONE in one.fact.name), None)
        if done is None or any(PLANNED in one.fact.name for one in before):
            continue
        for measure in projects.amounts.values():
            if PLANNED in measure.level.name and measure.growth is not None:
                yield from _findings(case, measure, done)


def _findings(case: Case, measure: Measure, done: Earlier) -> Iterator[Finding]:
    assert measure.growth is not None, "asked for by the caller"
    base = Pair(measure.level, measure.growth).base()
    if base is None:
        return
    told = in_unit_of(measure.level, base)
    if done.allowed.overlaps(base):
        why, why_en = "等于上年完成数，计划与完成口径不同", "is last year's completion, which is not a plan"
    else:
        why, why_en = (
            "也不是上年完成数，上年计划数文中没有写",
            "is not last year's completion either, and last year's plan is not given",
        )
    yield report(
        RULE,
        case,
        (measure.growth.span, measure.level.span, *done.spans),
        (
            f"{measure.level.name}{printed(measure.level)}、增长{measure.growth.value}%，隐含基数{told}，{why}（上年完成{done.told}）。"
            "请写出上年计划数，或改为同口径比较。",
            f"{measure.level.name} {printed(measure.level)}, growth {measure.growth.value}%: the implied base {told} {why_en} "
            f"({done.told} was completed). Give last year's plan, or compare like with like.",
        ),
        computed={"隐含基数": told, "上年完成": printed(done.fact)},
        verdict=Verdict.BASIS,
        elsewhere=done.evidence,
    )


RULE = Rule(
    code="C14",
    name="计划投资的增速比上年计划",
    name_en="Planned investment grows from last year's plan",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
