"""Listed names fit the count (列举不多于总数).

查什么：“甲、乙、丙等3个项目”列举的名称不能多于写明的个数。
为什么：增补了名称没有改个数，或者改了个数没有删名称，清单和正文就对不上。
有问题：推进文化馆、体育馆、科技馆、图书馆等3个场馆建设。
没问题：推进文化馆、体育馆等3个场馆建设；推进文化馆、体育馆、科技馆等3个场馆建设。
怎么办：对照项目清单，改正个数或名称。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.name_lists import counted_lists
from taizhang.paper.checks.rule import Rule, report


def check(case: Case) -> Iterator[Finding]:
    """One finding for each list with more names than it says."""
    for one in counted_lists(case.prose):
        if len(one.names) > one.count:
            names = "、".join(one.names)
            yield report(
                RULE,
                case,
                (case.prose.span(one.start, one.end),),
                (
                    f"写明{one.count}个，列举了{len(one.names)}个（{names}）。请对照清单改正个数或名称。",
                    f"{one.count} are counted, {len(one.names)} are named. Correct the count or the names.",
                ),
                computed={"写明": str(one.count), "列举": str(len(one.names))},
            )


RULE = Rule(
    code="C24",
    name="列举不多于总数",
    name_en="Listed names fit the count",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
