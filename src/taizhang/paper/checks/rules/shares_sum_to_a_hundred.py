"""Shares sum to a hundred (构成之和为100).

查什么：三次产业结构等“a：b：c”写出的构成，各项之和应为100；容差为每项一个末位。
为什么：构成漏项或一项写错，相加一望便知。
有问题：三次产业结构为2.5：36.7：63.7（合计102.9）。
没问题：2.5：36.7：60.7（合计99.9，四舍五入）。
怎么办：按增加值重新计算各项比重。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import HUNDRED
from taizhang.paper.checks.latitude import is_exact, ulp
from taizhang.paper.checks.rule import Rule, report

COLON = re.compile(r"%?\s*[：:∶︰]\s*")
FEWEST = 3


def check(case: Case) -> Iterator[Finding]:
    """One finding for each structure that does not come to a hundred."""
    for sentence in case.facts.by_sentence.values():
        for shares in _structures(case, sentence):
            total = sum(share.value for share in shares)
            if abs(total - HUNDRED) > sum(ulp(share) for share in shares):
                yield _finding(case, shares, f"{total}")


def _structures(case: Case, sentence: tuple[Fact, ...]) -> Iterator[list[Fact]]:
    """Runs of at least three figures with nothing but a colon between them."""
    run: list[Fact] = []
    for fact in sentence:
        if run and not (is_exact(fact) and COLON.fullmatch(case.text, run[-1].span.end, fact.span.start)):
            if len(run) >= FEWEST:
                yield run
            run = []
        run.append(fact)
    if len(run) >= FEWEST:
        yield run


def _finding(case: Case, shares: list[Fact], total: str) -> Finding:
    told = "：".join(str(share.value) for share in shares)
    return report(
        RULE,
        case,
        tuple(share.span for share in shares),
        (
            f"{shares[0].name}{told}，各项之和为{total}，不是100。请重新计算各项比重。",
            f"{shares[0].name} {told} adds up to {total}, not to 100. Reckon the shares again.",
        ),
        computed={"合计": total},
        verdict=Verdict.CONTRADICTORY,
    )


RULE = Rule(
    code="C19",
    name="构成之和为100",
    name_en="Shares sum to a hundred",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
