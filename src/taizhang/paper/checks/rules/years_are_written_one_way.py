"""Years are written one way (年份写法一致).

查什么：同一文件里年份有的写“二〇二四年”，有的写“2024年”。
为什么：标题可以用汉字年份，但同类数字的写法应当一致（GB/T 15835—2011）；“○”“O”代“〇”的，检索不到。
有问题：标题“二〇二四年计划”，正文“2024年计划”。
没问题：全文都写“2024年”。
怎么办：统一为阿拉伯数字。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.prose import MOST_PLACES
from taizhang.paper.checks.rule import Rule, report

_HAN_YEAR = re.compile(r"[〇○零ＯOo0〇一二三四五六七八九]{3}年")
_CENTURIES = ("二〇", "二○", "二零", "二O", "二0", "二Ｏ", "一九")
_ARABIC = ("20", "19")


def check(case: Case) -> Iterator[Finding]:
    """At most one finding: both ways of writing years stand in one document."""
    prose = case.prose
    han = [place for place, _ in prose.places(*_CENTURIES) if _HAN_YEAR.match(prose.text, place + 1)]
    arabic = sum(prose.text[place + 4 : place + 5] == "年" for place, _ in prose.places(*_ARABIC))
    if han and arabic:
        yield report(
            RULE,
            case,
            tuple(prose.span(place, place + 5) for place in han[:MOST_PLACES]),
            (
                f"年份写法不一：汉字{len(han)}处、阿拉伯数字{arabic}处。请统一为阿拉伯数字。",
                f"Years are written in two ways: {len(han)} in Chinese numerals, {arabic} in Arabic ones. Use one.",
            ),
            computed={"汉字年份": str(len(han)), "阿拉伯数字年份": str(arabic)},
        )


RULE = Rule(
    code="C50",
    name="年份写法一致",
    name_en="Years are written one way",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
