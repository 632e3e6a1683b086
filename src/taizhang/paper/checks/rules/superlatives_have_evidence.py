"""Superlatives have evidence (首、最、获评有依据).

查什么：把“全市首家”“全省首批”“全国第一”“获评”“荣获”一类说法列在一起，提请逐条核对依据。
为什么：荣誉和“首家”最容易以讹传讹，印发后无法收回。
有问题：全省首家智慧粮仓投入使用（没有留存认定文件）。
没问题：同样的说法，附有发文字号或证书。
怎么办：逐条找到批文、名单或证书；找不到的删去或改为平实说法。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.prose import MOST_PLACES
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.checks.word_lists import word_lists


def check(case: Case) -> Iterator[Finding]:
    """One finding for all superlatives of the review."""
    words = word_lists("superlatives_have_evidence")["words"]
    prose = case.prose
    places = [place for place in prose.places(*words) if not prose.sets_targets(place[0])]
    if places:
        count = len(places)
        yield report(
            RULE,
            case,
            tuple(prose.span(*place) for place in places[:MOST_PLACES]),
            (
                f"有{count}处“首家、首批、第一、获评”一类说法，请逐条核对批文、名单或证书。",
                f"{count} superlatives and honours: check each against its certificate, list or document.",
            ),
            computed={"处数": str(count)},
        )


RULE = Rule(
    code="C43",
    name="首、最、获评有依据",
    name_en="Superlatives have evidence",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
