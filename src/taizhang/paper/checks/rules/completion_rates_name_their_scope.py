"""Completion rates name their scope (完成率写明针对哪一项).

查什么：一句话先说了两项以上的数，再跟一个“完成任务的百分之几”，看不出是哪一项的完成率。
为什么：督查时会拿完成率倒算任务数，对象不清就会算错。
有问题：28个项目签约落地，到位资金30亿元，完成年度任务的112%。
没问题：28个项目签约落地；到位资金30亿元，占年度任务（26.8亿元）的112%。
怎么办：把完成率紧跟在所指的数后面，并写出任务数。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.statements.statement import Doubt

_TASKS = ("任务", "计划", "目标", "预算", "指标")
_REACH = 10


def check(case: Case) -> Iterator[Finding]:
    """One finding for each completion rate that could belong to several things of its sentence."""
    for fact in case.facts.everything:
        if fact.statement is None or Doubt.SCOPE_UNCLEAR not in fact.statement.doubts or fact.unit != "%":
            continue
        if _is_of_a_task(case, fact) and _could_be_of_several(case, fact):
            yield _finding(case, fact)


def _is_of_a_task(case: Case, rate: Fact) -> bool:
    before = case.text[rate.span.start - _REACH : rate.span.start]
    return any(word in before for word in _TASKS)


def _could_be_of_several(case: Case, rate: Fact) -> bool:
    """Whether two things or more are counted before the rate, and none of them is itself the task."""
    assert rate.statement is not None, "a statement of the running text"
    start = max(case.text.rfind("；", 0, rate.span.start), rate.statement.sentence.start)
    beside = case.facts.by_sentence[rate.statement.sentence.start]
    names = {
        fact.name
        for fact in beside
        if fact.role == "level" and fact.unit != "%" and start <= fact.span.start < rate.span.start
    }
    return len(names) > 1 and not any(word in name for word in _TASKS for name in names)


def _finding(case: Case, rate: Fact) -> Finding:
    assert rate.statement is not None, "a statement of the running text"
    printed = rate.statement.quote
    return report(
        RULE,
        case,
        (rate.span, rate.statement.sentence),
        (
            f"完成率{printed}前面有几项数，看不出针对哪一项。请紧跟所指的数，并写出任务数。",
            f"The completion rate {printed} follows several figures; it is not clear which one it is of. Say so.",
        ),
    )


RULE = Rule(
    code="C30",
    name="完成率写明针对哪一项",
    name_en="Completion rates name their scope",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
