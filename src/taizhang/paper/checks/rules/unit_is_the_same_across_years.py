"""A thing is counted in the same unit each year (同一事项前后年度单位一致).

查什么：同一事项上年完成用一个单位、今年目标换了另一个单位的（家变处，天变百分比），报告。
为什么：单位变了，两年就比不成，年底也说不清完成没有。
有问题：上年“新增养老机构6家”，今年目标“新增养老机构4处”；上年“优良天数262天”，今年目标“优良天数比例72%”。
没问题：上年“新改建农村公路18公里”，今年目标“新改建农村公路16公里”。
怎么办：目标沿用上年的单位；确要换的，把上年数按新单位也写一遍。
"""

from collections import defaultdict
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.quantities.magnitudes import split_magnitude
from taizhang.paper.quantities.units import Family, match_unit

# The same thing told as a count and as a share of the days there are: codes of the catalogue.
_TOLD_TWO_WAYS = {"good_air_ratio": "good_air_days"}
# 项目、企业 name too many things for two of them to be the same one.
_SHORTEST_NAME = 3


def check(case: Case) -> Iterator[Finding]:
    """One finding for each thing whose target is in another unit than last year's result."""
    front = case.plan.outline.front
    results, targets = defaultdict[str, list[Fact]](list), defaultdict[str, list[Fact]](list)
    for fact in case.facts.everything:
        if fact.role == "level" and len(fact.name) >= _SHORTEST_NAME:
            if fact.modality == "actual" and fact.period == case.review_year:
                results[_thing(fact)].append(fact)
            elif fact.modality == "target" and fact.period == front.plan_year:
                targets[_thing(fact)].append(fact)
    for thing, meant in targets.items():
        done = results.get(thing, [])
        if done and _is_changed(done, meant):
            yield _finding(case, done[0], meant[0])


def _thing(fact: Fact) -> str:
    return _TOLD_TWO_WAYS.get(fact.key, fact.key)


def _is_changed(done: list[Fact], meant: list[Fact]) -> bool:
    """Whether no unit is common, and the units are of the kind that is taken one for the other."""
    before, after = ({split_magnitude(fact.unit)[1] for fact in facts} for facts in (done, meant))
    return before.isdisjoint(after) and (done[0].key != meant[0].key or all(map(_is_count, before | after)))


def _is_count(unit: str) -> bool:
    match = match_unit(unit, 0)
    return match is not None and match.family is Family.COUNT and match.end == len(unit)


def _finding(case: Case, done: Fact, meant: Fact) -> Finding:
    is_count = done.key == meant.key
    return report(
        RULE,
        case,
        (meant.span, done.span),
        (
            f"{meant.name}今年目标按“{meant.unit}”计（{meant.value}{meant.unit}），上年完成按“{done.unit}”计（{done.value}{done.unit}），"
            "单位前后不同，两年无法比较。请统一单位。",
            f"{meant.name}: the target is in {meant.unit} ({meant.value}), last year's result in {done.unit} ({done.value}). "
            "Use one unit, so that the two years can be compared.",
        ),
        computed={"上年": f"{done.value}{done.unit}", "今年": f"{meant.value}{meant.unit}"},
        severity=Severity.HINT if is_count else Severity.WARNING,
    )


RULE = Rule(
    code="C31",
    name="同一事项前后年度单位一致",
    name_en="A thing is counted in the same unit each year",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
