"""Full and half width are uniform (全角半角一致).

查什么：同一文件里“％”和“%”混用，汉字之间夹着半角的逗号、分号、冒号、括号。
为什么：不影响数，但影响检索、比对和版面。
有问题：增长6.1％……增长5.2%；稳中求进,主动作为。
没问题：全文都用“%”；稳中求进，主动作为。
怎么办：百分号统一用半角，标点统一用全角，一次替换即可。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.prose import MOST_PLACES
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.spans import Span

_FULL, _HALF = "％", "%"
_HALF_MARKS = ",;:()"
_BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff])[,;:(](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\)")


def check(case: Case) -> Iterator[Finding]:
    """At most one finding: how often each width stands."""
    text = case.text
    full, half = text.count(_FULL), text.count(_HALF)
    spans = _signs(text, _FULL if full <= half else _HALF) if full and half else []
    marks = _marks(text)
    if spans or marks:
        told = f"“％”{full}处、“%”{half}处" if spans else ""
        told += ("；" if told and marks else "") + (f"汉字间半角标点{len(marks)}处" if marks else "")
        yield report(
            RULE,
            case,
            (*spans, *marks)[:MOST_PLACES],
            (
                f"全角半角混用：{told}。请统一：百分号用半角，标点用全角。",
                f"Widths are mixed: full-width ％ {full}, half-width % {half}, half-width marks between characters {len(marks)}.",
            ),
            computed={"全角％": str(full), "半角%": str(half), "半角标点": str(len(marks))},
        )


def _signs(text: str, sign: str) -> list[Span]:
    return [Span(match.start(), match.end()) for match in re.finditer(sign, text)]


def _marks(text: str) -> list[Span]:
    if not any(mark in text for mark in _HALF_MARKS):
        return []
    return [Span(match.start(), match.end()) for match in _BETWEEN_HAN.finditer(text)]


RULE = Rule(
    code="C53",
    name="全角半角一致",
    name_en="Full and half width are uniform",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
