"""Overall verdicts rest on figures (总体评价有数据支撑).

查什么：写“较好完成各项目标任务”“圆满完成全年目标”，而文件里没有上年计划数，也没有“几项中完成几项”。
为什么：代表会逐项问哪些完成、哪些没完成；还有指标下降的，更要有交代。
有问题：圆满完成年初确定的各项目标任务（附表没有上年计划栏，外贸进出口下降4.2%）。
没问题：年初确定的20项主要指标完成18项；或附表列有上年计划和完成数。
怎么办：补上年计划栏或完成项数；没完成的指标说明原因，相应调整措辞。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.catalogue import Direction
from taizhang.paper.indicators.lookup import get_indicator
from taizhang.paper.spans import Span

_VERDICT = re.compile(
    r"(?:较好|圆满|全面|顺利|胜利|超额|如期|基本)地?完成[^，。；：\d\n]{0,40}?(?:各项|主要|全年|年度|年初)[^，。；：\n]{0,12}?(?:目标|任务|指标)"
)
_LONGEST_ADVERB = 3
_TALLY = re.compile(r"\d+\s*[项个][^，。；\n]{0,12}(?:指标|目标)")


def check(case: Case) -> Iterator[Finding]:
    """One finding for all overall verdicts of a review that shows no plan to measure by."""
    spans = tuple(_verdicts(case))
    if spans and not _has_plan_column(case) and not _TALLY.search(case.prose.text):
        yield _finding(case, spans, [fact for fact in case.facts.everything if _is_fall(case, fact)])


def _verdicts(case: Case) -> Iterator[Span]:
    prose = case.prose
    for place, _ in prose.places("完成"):
        match = _VERDICT.search(prose.text, max(0, place - _LONGEST_ADVERB), prose.sentence(place)[1])
        if match and match.start() < place < match.end() and not prose.sets_targets(place):
            yield prose.span(match.start(), match.end())


def _has_plan_column(case: Case) -> bool:
    year = case.plan.outline.front.review_year
    return any(fact.is_in_table and fact.modality == "target" and fact.period == year for fact in case.facts.everything)


def _is_fall(case: Case, fact: Fact) -> bool:
    if fact.role != "growth" or fact.modality != "actual" or fact.value >= 0 or fact.is_in_table:
        return False
    statement = fact.statement
    if statement is None or statement.indicator is None or fact.period != case.plan.outline.front.review_year:
        return False
    return get_indicator(statement.indicator).direction is Direction.HIGHER


def _finding(case: Case, spans: tuple[Span, ...], falls: list[Fact]) -> Finding:
    named = "、".join(f"{fact.name}{fact.value}%" for fact in falls)
    zh = f"，而{named}" if falls else ""
    en = f"; meanwhile {named}" if falls else ""
    return report(
        RULE,
        case,
        (*spans, *(fact.span for fact in falls)),
        (
            f"总体评价“{spans[0].quote(case.text)}”没有上年计划数或完成项数支撑{zh}。请补计划栏或“几项中完成几项”。",
            f"The overall verdict rests on no plan figures and no tally{en}. Add a plan column or how many targets were met.",
        ),
        computed={"下降的指标": str(len(falls))},
    )


RULE = Rule(
    code="C42",
    name="总体评价有数据支撑",
    name_en="Overall verdicts rest on figures",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
