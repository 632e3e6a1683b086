"""Joint targets say each or total (并列目标写明各自还是合计).

查什么：“甲、乙2家以上”这样几项合用一个数的目标，没有写“各”“均”或者“共”“合计”。
为什么：各2家是4家，合计2家是2家，年底考核差一倍。
有问题：新增瞪羚企业、专精特新企业2家以上。
没问题：新增瞪羚企业、专精特新企业各2家以上；新增瞪羚企业和专精特新企业共4家以上。
怎么办：写明“各”或“共”，或者分开写两个数。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.name_lists import joins_names, split_at_joints
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.checks.word_lists import word_lists
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.statements.statement import Doubt

_FLOORS = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_COUNTED = "家个项处所座户名条款"
_TELLING = ("各", "均", "都", "共", "合计", "总", "分别", "等")


def check(case: Case) -> Iterator[Finding]:
    """One finding for each floor that several things share without saying how."""
    for fact in case.facts.everything:
        if fact.statement is not None and fact.modality == "target" and fact.role == "level" and _is_open(case, fact):
            yield report(
                RULE,
                case,
                (fact.span,),
                (
                    f"“{fact.name}”合用一个数（{fact.span.quote(case.text)}），看不出是各自还是合计。请写明“各”或“共”。",
                    f"{fact.name} share one number ({fact.span.quote(case.text)}): each, or together? Say which.",
                ),
            )


def _is_open(case: Case, fact: Fact) -> bool:
    assert fact.statement is not None, "a statement of the running text"
    # Two rates that share a floor each have it; only what is counted can also be added up.
    if fact.unit not in _COUNTED or not _joins(fact):
        return False
    subject = fact.statement.subject_span or fact.statement.sentence
    words = case.text[subject.start : fact.span.start] + fact.name
    return not any(word in words for word in _TELLING)


def _joins(fact: Fact) -> bool:
    assert fact.statement is not None, "a statement of the running text"
    if Doubt.EACH_OR_TOTAL in fact.statement.doubts:
        return True
    return fact.bound in _FLOORS and fact.statement.subject_span is not None and _joins_things(fact.name)


def _joins_things(name: str) -> bool:
    """Whether several things are named; what 和 joins (知名度和影响力) may be traits of one unless it ends as a thing does."""
    if "、" in name:
        return joins_names(name)
    first, *others = split_at_joints(name)
    return bool(others) and first.endswith(tuple(word_lists("joint_targets_say_each_or_total")["things"]))


RULE = Rule(
    code="C29",
    name="并列目标写明各自还是合计",
    name_en="Joint targets say each or total",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
