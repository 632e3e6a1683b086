"""Extreme completion is explained (完成率过高过低有说明).

查什么：完成率超过150%或低于80%的，提请说明。
为什么：过高说明任务定低了或口径变了，过低说明没完成；审议时都会被问到。
有问题：投资完成率达到172.6%，前后没有说明。
没问题：完成年度任务的109.6%。
怎么办：在文中或备查材料里说明原因；界限可在地区设置 completion_high、completion_low 中调整。
"""

from collections.abc import Iterator
from decimal import Decimal

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.completion import Completion
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.latitude import in_unit_of, printed
from taizhang.paper.checks.rule import Rule, report

HIGH, LOW = Decimal(150), Decimal(80)
NAMED = 5


def check(case: Case) -> Iterator[Finding]:
    """One finding for each rate of the text beyond the two limits, and one for each table that has some."""
    high = case.settings.tolerance.get("completion_high", HIGH)
    low = case.settings.tolerance.get("completion_low", LOW)
    in_tables: dict[int, list[Completion]] = {}
    for completion in case.completions:
        if low <= completion.rate <= high:
            continue
        table = completion.done.table if completion.done is not None else None
        if table is None:
            yield _finding(case, completion, is_high=completion.rate > high)
        else:
            in_tables.setdefault(table.span.start, []).append(completion)
    yield from (_finding_of_table(case, extremes) for extremes in in_tables.values())


def _finding(case: Case, completion: Completion, *, is_high: bool) -> Finding:
    what, what_en = ("偏高", "high") if is_high else ("偏低", "low")
    done, task = completion.done, completion.implied_task
    implied = (
        f"（{printed(done)}，隐含任务数{in_unit_of(done, task)}）" if done is not None and task is not None else ""
    )
    return report(
        RULE,
        case,
        (completion.span, *((done.span,) if done is not None else ())),
        (
            f"完成率{completion.printed}{implied}{what}，请说明原因或任务数的口径。",
            f"A completion of {completion.printed} is {what_en}: explain it, or say which task it is of.",
        ),
        computed={"隐含任务数": in_unit_of(done, task)} if done is not None and task is not None else {},
    )


def _finding_of_table(case: Case, extremes: list[Completion]) -> Finding:
    named = "、".join(f"{one.done.name}{one.printed}" for one in extremes[:NAMED] if one.done is not None)
    more = "等" if len(extremes) > NAMED else ""
    return report(
        RULE,
        case,
        tuple(one.span for one in extremes),
        (
            f"表中{len(extremes)}项完成率过高或过低（{named}{more}），请备好说明。",
            f"{len(extremes)} rates of completion in this table are very high or very low ({named}): keep the reasons at hand.",
        ),
    )


RULE = Rule(
    code="C57",
    name="完成率过高过低有说明",
    name_en="Extreme completion is explained",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
