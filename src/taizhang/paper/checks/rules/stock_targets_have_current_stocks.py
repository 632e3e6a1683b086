"""Stock targets have current stocks (存量目标有现状数).

查什么：目标写“达到多少”“超过多少”，而文件里没有这项指标现在是多少。
为什么：不知道现状，就不知道今年要新增多少，也看不出目标是高是低。
有问题：高新技术企业达到86家（全文没有现有家数）。
没问题：高新技术企业71家；……高新技术企业达到86家。
怎么办：补上现状数，如“由71家增加到86家”，或直接写新增数。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.prose import MOST_PLACES
from taizhang.paper.checks.rule import Rule, report

_VERBS = ("达到", "达", "增至", "增加到", "增加至", "扩大到", "提高到", "超过", "突破", "总数")
_FLOWS = ("新增", "新建", "新培育", "改造", "建成")
_REACH = 4
_MOST_NAMED = 8


def check(case: Case) -> Iterator[Finding]:
    """One finding for all stocks to be reached whose present size is nowhere told."""
    unknown = [fact for fact in case.facts.everything if _is_stock_target(case, fact) and not _has_base(case, fact)]
    if unknown:
        yield _finding(case, unknown)


def _is_stock_target(case: Case, fact: Fact) -> bool:
    if fact.is_in_table or fact.role != "level" or fact.modality != "target" or fact.unit == "%" or not fact.unit:
        return False
    before = case.text[fact.span.start - _REACH : fact.span.start]
    return fact.name != "" and before.endswith(_VERBS) and not _is_flow(case, fact)


def _is_flow(case: Case, fact: Fact) -> bool:
    """Whether what is counted comes about within the year."""
    place = case.prose.place(fact.span)
    if place is None:
        return True
    return any(flow in case.prose.text[case.prose.clause(place)[0] : place] for flow in _FLOWS)


def _has_base(case: Case, fact: Fact) -> bool:
    """A growth in the same sentence tells the present size as well."""
    assert fact.statement is not None, "a target of the running text"
    beside = case.facts.by_sentence[fact.statement.sentence.start]
    return bool(case.bases.of(fact)) or any(
        one.name == fact.name and one.role in {"growth", "change"} for one in beside
    )


def _finding(case: Case, targets: list[Fact]) -> Finding:
    named = "、".join(f"{one.name}（{one.span.quote(case.text)}）" for one in targets[:_MOST_NAMED])
    more = "等" if len(targets) > _MOST_NAMED else ""
    return report(
        RULE,
        case,
        tuple(one.span for one in targets[:MOST_PLACES]),
        (
            f"{named}{more}{len(targets)}项目标写要达到的数，文件里没有现状数。请补现状数，或改写新增数。",
            f"{len(targets)} targets name a size to be reached, but the document does not tell the present one. Add it.",
        ),
        computed={"没有现状数的目标": str(len(targets))},
    )


RULE = Rule(
    code="C28",
    name="存量目标有现状数",
    name_en="Stock targets have current stocks",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
