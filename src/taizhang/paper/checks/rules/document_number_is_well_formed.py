"""The document number is well formed (发文字号规范).

查什么：单独成行的发文字号：年份用六角括号〔〕括入、写全四位，序号不加“第”、不编虚位（1不写作01）。
为什么：发文字号是文件的身份证，写错了登记、引用、归档都对不上（GB/T 9704—2012）。
有问题：云发改字[2024]第05号。
没问题：云发改字〔2024〕5号。
怎么办：按“机关代字〔年份〕序号号”改正。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report

_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,14}\s*(?P<open>[〔\[［【（(])\s*(?P<year>\d{2,4})\s*年?(?P<close>[〕\]］】）)])\s*(?P<nth>第?)\s*(?P<serial>\d{1,5})\s*号"
)
# It stands among the first lines, above or under the title.
_HEAD = 12
_YEAR_DIGITS = 4


def check(case: Case) -> Iterator[Finding]:
    """One finding for a document number that is not written as the standard has it."""
    for paragraph in case.prose.paragraphs[:_HEAD]:
        match = _NUMBER.fullmatch(paragraph.text.strip())
        faults = list(_faults(match)) if match else []
        if faults:
            yield report(
                RULE,
                case,
                (paragraph.span,),
                (
                    f"发文字号“{paragraph.text.strip()}”不规范：{'、'.join(zh for zh, _ in faults)}。请按“机关代字〔年份〕序号号”改正。",
                    f"The document number is not well formed: {', '.join(en for _, en in faults)}.",
                ),
            )


def _faults(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    if (match["open"], match["close"]) != ("〔", "〕"):
        yield "年份应用六角括号〔〕", "the year stands in 〔〕"
    if len(match["year"]) != _YEAR_DIGITS:
        yield "年份应写四位", "the year has four digits"
    if match["nth"]:
        yield "序号前不加“第”", "no 第 before the serial"
    if match["serial"].startswith("0"):
        yield "序号不编虚位", "no leading zeros"


RULE = Rule(
    code="C48",
    name="发文字号规范",
    name_en="The document number is well formed",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
