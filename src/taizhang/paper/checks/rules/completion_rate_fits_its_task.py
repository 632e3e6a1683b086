"""Completion rate = done ÷ task (完成率等于完成数除以任务数).

查什么：同一句或附表同一行写了完成数、任务数（计划、预算、目标）和完成率的，用区间验算。
为什么：三个数里改了一个，另两个没跟着改，一除就露馅。
有问题：年度计划投资100亿元，完成投资95亿元，完成年度计划的98%。
没问题：预算144.85亿元，完成144.8亿元，占预算的100%。
怎么办：核对三个数；完成率按调整后任务计算的，写明“占调整后计划”并写出调整后的数。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.completion import Completion
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import HUNDRED, Mode
from taizhang.paper.checks.latitude import latitude, printed
from taizhang.paper.checks.rule import Rule, report


def check(case: Case) -> Iterator[Finding]:
    """One finding for each rate that done and task do not give."""
    for completion in case.completions:
        done, task = completion.done, completion.task
        if done is not None and task is not None and task.value > 0 and not _fits(completion, done, task):
            yield _finding(case, completion, done, task)


def _fits(completion: Completion, done: Fact, task: Fact) -> bool:
    return any(
        (latitude(done, mode) / latitude(task, mode)).scaled(HUNDRED).overlaps(completion.allowed(mode))
        for mode in Mode
    )


def _finding(case: Case, completion: Completion, done: Fact, task: Fact) -> Finding:
    rate = (latitude(done) / latitude(task)).scaled(HUNDRED).printed()
    return report(
        RULE,
        case,
        (completion.span, done.span, task.span),
        (
            f"完成率写为{completion.printed}，而{printed(done)}÷{printed(task)}＝{rate}%。请核对三个数，或写明完成率按哪个任务数计算。",
            f"The rate of completion is printed {completion.printed}; {printed(done)} of {printed(task)} is {rate}%. "
            "Check the three figures, or say which task the rate is of.",
        ),
        computed={"完成率区间": f"{rate}%", "写为": completion.printed},
        verdict=Verdict.CONTRADICTORY,
    )


RULE = Rule(
    code="C10",
    name="完成率等于完成数除以任务数",
    name_en="A completion rate is done divided by task",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
