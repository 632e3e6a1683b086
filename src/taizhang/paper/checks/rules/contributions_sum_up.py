"""Contributions sum up (贡献率、拉动点数之和相符).

查什么：三次产业（或消费、投资、净出口）的拉动点数之和应等于增速，容差0.1个百分点；贡献率之和应为100，容差每项0.1。
为什么：拉动和贡献率由同一套增量算出，和不上就是算错或抄错。
有问题：地区生产总值增长6.1%，一、二、三产业分别拉动0.1、3.0、3.9个百分点（合计7.0）。
没问题：分别拉动0.1、3.0、3.0个百分点。
怎么办：按不变价增量重新计算。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import HUNDRED
from taizhang.paper.checks.rule import Rule, report

TENTH = Decimal("0.1")
PULLS, SHARES = re.compile(r"拉动"), re.compile(r"贡献率")
# Only a full set must add up: the three industries, or the three demands.
SETS = (("第一|一产", "第二|二产", "第三|三产"), ("消费", "投资|资本形成", "出口"))
FULL = 3
NEAR = 40
REACH = 200
WHOLE = "gdp"


def check(case: Case) -> Iterator[Finding]:
    """One finding for each full set of contributions that does not add up."""
    for sentence in case.facts.by_sentence.values():
        if len(sentence) >= FULL:
            yield from _pulls(case, sentence)
            yield from _shares(case, sentence)


def _pulls(case: Case, sentence: tuple[Fact, ...]) -> Iterator[Finding]:
    pulls = [fact for fact in sentence if fact.unit == "个百分点"]
    if not _is_full_set(case, pulls, PULLS):
        return
    growth = next((fact for fact in case.facts.by_key.get(WHOLE, ()) if _is_its_growth(fact, pulls[0])), None)
    total = sum(pull.value for pull in pulls)
    if growth is not None and abs(total - growth.value) > TENTH:
        yield _finding(case, pulls, (f"{total}个百分点", f"增速{growth.value}%"), growth)


def _shares(case: Case, sentence: tuple[Fact, ...]) -> Iterator[Finding]:
    shares = [fact for fact in sentence if fact.unit == "%" and fact.role == "level"]
    total = sum(share.value for share in shares)
    if _is_full_set(case, shares, SHARES) and abs(total - HUNDRED) > TENTH * FULL:
        yield _finding(case, shares, (f"{total}%", "100%"), None)


def _is_full_set(case: Case, facts: list[Fact], word: re.Pattern[str]) -> bool:
    statement = facts[0].statement if len(facts) == FULL else None
    if statement is None or not word.search(case.text, facts[0].span.start - NEAR, facts[0].span.start):
        return False
    return any(all(re.search(name, fact.name) for name, fact in zip(names, facts, strict=True)) for names in SETS)


def _is_its_growth(fact: Fact, pull: Fact) -> bool:
    """Whether it is the growth just spoken of: what is pulled may also be investment or industry."""
    return (
        fact.role == "growth"
        and fact.unit == "%"
        and (fact.period, fact.modality) == (pull.period, pull.modality)
        and 0 <= pull.span.start - fact.span.end <= REACH
    )


def _finding(case: Case, facts: list[Fact], totals: tuple[str, str], growth: Fact | None) -> Finding:
    found, wanted = totals
    return report(
        RULE,
        case,
        (*(fact.span for fact in facts), *((growth.span,) if growth is not None else ())),
        (
            f"各项之和为{found}，与{wanted}不符。请按不变价增量重新计算。",
            f"The contributions add up to {found}, which is not {wanted}. Reckon them again from increments in constant prices.",
        ),
        computed={"各项之和": found},
        verdict=Verdict.CONTRADICTORY,
    )


RULE = Rule(
    code="C59",
    name="贡献率、拉动点数之和相符",
    name_en="Contributions sum up",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
