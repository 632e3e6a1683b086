"""Coverage names its denominator (覆盖类目标有分母).

查什么：目标写“全覆盖”“应保尽保”而没有写一共多少；目标数带“余”（床位300余张）。
为什么：不知道分母，就无法判断是否覆盖；“300余”是301还是390，验收时说不清。
有问题：实现长者食堂全覆盖；新增床位300余张。
没问题：12个街道长者食堂全覆盖；新增床位320张。
怎么办：写明范围和总数；“余”改为准数或“以上”。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.prose import CLAUSE_MARKS, MOST_PLACES
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.outline.section import Part

_COVERAGE = ("全覆盖", "全面覆盖", "应保尽保", "应纳尽纳", "应收尽收", "应救尽救", "应治尽治")
_FIGURE = re.compile(r"\d|[两三四五六七八九十百]+[个级类]")
_VAGUE = re.compile(r"余|多(?=[\u4e00-\u9fff])")


def check(case: Case) -> Iterator[Finding]:
    """One finding for all targets that do not say of how many."""
    prose = case.prose
    spans = [prose.span(*place) for place in prose.places(*_COVERAGE) if _is_open(case, place[0])]
    spans += [fact.span for fact in case.facts.everything if _is_vague_target(case, fact)]
    if spans:
        quoted = "、".join(dict.fromkeys(span.quote(case.text) for span in spans[:MOST_PLACES]))
        yield report(
            RULE,
            case,
            tuple(spans[:MOST_PLACES]),
            (
                f"{len(spans)}处目标没有分母或准数（{quoted}）。请写明范围和总数，“余”改为准数或“以上”。",
                f"{len(spans)} targets of coverage tell no total, or give a vague number. Say of how many.",
            ),
            computed={"处数": str(len(spans))},
        )


def _is_open(case: Case, place: int) -> bool:
    prose = case.prose
    if prose.part(place) is not Part.PLAN or not prose.sets_targets(place):
        return False
    return _FIGURE.search(prose.text, *prose.sentence(place, CLAUSE_MARKS)) is None


def _is_vague_target(case: Case, fact: Fact) -> bool:
    is_target = fact.modality == "target" and not fact.is_in_table
    return is_target and _VAGUE.search(case.text, fact.span.start, fact.span.end) is not None


RULE = Rule(
    code="C68",
    name="覆盖类目标有分母",
    name_en="Coverage names its denominator",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
