"""The congress is named in full (批准机关写全称).

查什么：“第十八届人民代表大会第二次会议”前面没有写是哪一级、哪个地方的人民代表大会。
为什么：批准机关是计划效力的来源，省略了行政区名称，单独引用时无法辨认。
有问题：计划已经第十八届人民代表大会第二次会议审议通过。
没问题：计划已经云河区第十八届人民代表大会第二次会议审议通过。
怎么办：补上行政区全称。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.prose import MOST_PLACES
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.spans import Span

_CONGRESS = "届人民代表大会"
_ORDINAL = re.compile(r"(.?)\s*(?:第\s*)?[一二三四五六七八九十\d]{1,3}$")
_LONGEST_ORDINAL = 8
_PLACES = "省市区县旗州盟国镇乡"


def check(case: Case) -> Iterator[Finding]:
    """One finding for all congresses without a region."""
    spans = tuple(_nameless(case))
    if spans:
        region = case.plan.outline.front.region
        zh = f"“{region}”" if region else "行政区全称"
        yield report(
            RULE,
            case,
            spans[:MOST_PLACES],
            (
                f"“{spans[0].quote(case.text)}”前没有写明是哪里的人民代表大会（共{len(spans)}处）。请补上{zh}。",
                f"The congress is named without its region ({len(spans)} places). Put the full name of the region before it.",
            ),
            computed={"处数": str(len(spans))},
        )


def _nameless(case: Case) -> Iterator[Span]:
    for place, end in case.prose.places(_CONGRESS):
        before = case.prose.text[max(0, place - _LONGEST_ORDINAL) : place]
        match = _ORDINAL.search(before)
        if match and match[1] not in _PLACES:
            yield case.prose.span(place - len(match.group()) + len(match[1]), end)


RULE = Rule(
    code="C46",
    name="批准机关写全称",
    name_en="The congress is named in full",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
