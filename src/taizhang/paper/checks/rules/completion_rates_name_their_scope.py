"""Completion rates name their scope (完成率写明针对哪一项).

查什么：一句话先说了两项以上的数，再跟一个“完成任务的百分之几”，看不出是哪一项的完成率。
为什么：督查时会拿完成率倒算任务数，对象不清就会算错。
有问题：28个项目签约落地，到位资金30亿元，完成年度任务的112%。
没问题：28个项目签约落地；到位资金30亿元，占年度任务（26.8亿元）的112%。
怎么办：把完成率紧跟在所指的数后面，并写出任务数。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.statements.statement import Doubt


def check(case: Case) -> Iterator[Finding]:
    """One finding for each completion rate that could belong to several numbers of its sentence."""
    for statement in case.plan.statements:
        if Doubt.SCOPE_UNCLEAR in statement.doubts and statement.unit == "%":
            yield report(
                RULE,
                case,
                (statement.span, statement.sentence),
                (
                    f"完成率{statement.quote}前面有几项数，看不出针对哪一项。请紧跟所指的数，并写出任务数。",
                    f"The completion rate {statement.quote} follows several figures; it is not clear which one it is of. Say so.",
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
