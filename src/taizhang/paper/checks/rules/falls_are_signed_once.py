"""A fall is signed once (下降只写一次负号).

查什么：“下降5.2%”在附表里是“-5.2”；正文和附表数字相同、正负号相反的，或者写成“下降-5.2%”的，报告。
为什么：“下降-5.2%”照字面是上升；附表漏了负号，下降就成了增长。
有问题：正文“进出口总额下降5.2%”，附表增长“5.2”；“同比下降-5.2%”。
没问题：正文“进出口总额下降5.2%”，附表增长“-5.2”。
怎么办：写“下降”就不写负号，写“增长”才用负号；附表补上或去掉负号。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.counterparts import Counterpart
from taizhang.paper.checks.disagreement import disagreement
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.spans import Span

# A dash after a word of falling is a sign; between two numbers (下降3-5%) it is a range.
_SIGNED = re.compile(r"(?<=[降少低滑落窄了约近\s])[-－−–]\s?\d[\d.]*\s?[%％]?")
_FALL = re.compile(r"(?:下降|减少|降低|下滑|回落|收窄)[了约近]?\s?$")
_LONGEST_FALL = 4


def check(case: Case) -> Iterator[Finding]:
    """One finding for each fall with two signs, and for each number whose sign text and annex state oppositely."""
    for match in _SIGNED.finditer(case.text):
        fall = _FALL.search(case.text, max(0, match.start() - _LONGEST_FALL), match.start())
        if fall is not None:
            yield _twice(case, Span(*match.span()), fall[0] + match[0])
    for pair in case.counterparts:
        if pair.is_opposite:
            yield _opposite(case, pair)


def _twice(case: Case, span: Span, words: str) -> Finding:
    return report(
        RULE,
        case,
        (span,),
        (
            f"“{words}”中“下降”和负号重复，照字面是上升。请删去负号，或核实后改为增长。",
            f"“{words}” says the fall twice, which reads as a rise. Drop the minus sign, or the word.",
        ),
    )


def _opposite(case: Case, pair: Counterpart) -> Finding:
    name, year = pair.row.indicator, pair.cell.year
    return report(
        RULE,
        case,
        (pair.statement.span, pair.cell.span),
        (
            f"{year}年{name}，正文为{pair.in_text}，附表为{pair.in_annex}，数字相同、正负号相反。请核实是升是降，改正另一处。",
            f"{name} in {year}: {pair.in_text} in the text, {pair.in_annex} in the annex: the same number with opposite signs. "
            "Find out whether it rose or fell.",
        ),
        **disagreement(pair),
    )


RULE = Rule(
    code="C09",
    name="下降只写一次负号",
    name_en="A fall is signed once",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
