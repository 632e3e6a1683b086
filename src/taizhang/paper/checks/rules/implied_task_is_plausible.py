"""The task a completion rate implies is plausible (完成率隐含的任务数合理).

查什么：完成数除以完成率得出隐含的任务数：数个数的应当是整数；对照上年计划（--against）的，应当等于上年计划写的目标。
为什么：任务数通常是下达的整数，算出来不是，多半是完成率的口径不对（分子分母不是同一张清单）。
有问题：完成改造7个，完成年度任务的130%（任务数5.38，不是整数）；上年计划目标30亿元，今年写完成27.4亿元、完成年度任务的109.6%（隐含25亿元）。
没问题：到位省外资金27.4亿元，完成年度任务的109.6%，隐含24.94—25.06亿元，25亿元在区间内。
怎么办：写出任务数，或说明完成率按哪个任务（年初、调整后）计算。
"""

from collections.abc import Iterator
from decimal import ROUND_FLOOR

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.completion import Completion
from taizhang.paper.checks.earlier import Earlier, earlier_targets
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import Interval
from taizhang.paper.checks.latitude import in_unit_of, is_count, is_exact, printed
from taizhang.paper.checks.rule import Rule, report


def check(case: Case) -> Iterator[Finding]:
    """One finding for each rate whose task is no whole number, or not the one of last year's plan."""
    for completion in case.completions:
        task, done = completion.implied_task, completion.done
        if task is None or done is None or completion.task is not None:
            continue
        if is_count(done) and is_exact(done) and not _holds_whole_number(task):
            yield _not_whole(case, completion, done, task)
        targets = earlier_targets(case, done)
        if targets and not any(target.allowed.overlaps(task) for target in targets):
            yield _not_the_target(case, completion, (done, task), targets[0])


def _holds_whole_number(interval: Interval) -> bool:
    return interval.high.to_integral_value(ROUND_FLOOR) >= interval.low


def _not_whole(case: Case, completion: Completion, done: Fact, task: Interval) -> Finding:
    told = in_unit_of(done, task)
    return report(
        RULE,
        case,
        (completion.span, done.span),
        (
            f"{printed(done)}、完成率{completion.printed}，隐含任务数{told}，其中没有整数。请核对完成率，写出任务数。",
            f"{printed(done)} at {completion.printed} implies a task of {told}, which holds no whole number. State the task.",
        ),
        computed={"隐含任务数": told},
        verdict=Verdict.CONTRADICTORY,
    )


def _not_the_target(case: Case, completion: Completion, figures: tuple[Fact, Interval], target: Earlier) -> Finding:
    done, task = figures
    told = in_unit_of(done, task)
    return report(
        RULE,
        case,
        (completion.span, done.span),
        (
            f"{done.name}{printed(done)}、完成率{completion.printed}，隐含任务数{told}，而计划目标为{target.told}。"
            "请说明完成率按哪个任务数计算。",
            f"{done.name}: {printed(done)} at {completion.printed} implies a task of {told}; the plan's target was {target.told}. "
            "Say which task the rate is of.",
        ),
        computed={"隐含任务数": told, "计划目标": printed(target.fact)},
        verdict=Verdict.BASIS,
        elsewhere=target.evidence,
    )


RULE = Rule(
    code="C11",
    name="完成率隐含的任务数合理",
    name_en="The task a completion rate implies is plausible",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
