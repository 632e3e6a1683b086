"""Listed names fit the count (列举与总数相符).

查什么：“甲、乙、丙等3个项目”列举的名称不能多于写明的个数；不写“等”的“甲、乙、丙3个项目”，列举的不能少一个。
为什么：增补了名称没有改个数，或者改了个数没有删名称，清单和正文就对不上。
有问题：推进文化馆、体育馆、科技馆、图书馆等3个场馆建设；推进文化馆、体育馆3个场馆建设。
没问题：推进文化馆、体育馆等3个场馆建设；推进文化馆、体育馆、科技馆等3个场馆建设；新建小学、幼儿园3所。
怎么办：对照项目清单，改正个数或名称；还有未列的，加“等”。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.name_lists import NameList, closed_lists
from taizhang.paper.checks.rule import Rule, report

# 省级、市级3个园区 names kinds of them.
_KINDS = ("级", "型", "类", "式")


def check(case: Case) -> Iterator[Finding]:
    """One finding for each list with more names than it says, or with one less where it lists all."""
    for one in case.counted_lists:
        if len(one.names) > one.count:
            yield _finding(case, one, Severity.ERROR)
    for one in closed_lists(case.prose):
        if _lacks_one(one):
            yield _finding(case, one, Severity.WARNING)


def _lacks_one(one: NameList) -> bool:
    """Where more than one is lacking, the count is of something else: 道路、桥梁12条."""
    return len(one.names) > 1 and one.most == one.count - 1 and not all(name.endswith(_KINDS) for name in one.names)


def _finding(case: Case, one: NameList, severity: Severity) -> Finding:
    names = "、".join(one.names)
    return report(
        RULE,
        case,
        (case.prose.span(one.start, one.end),),
        (
            f"写明{one.count}个，列举了{len(one.names)}个（{names}）。请对照清单改正个数或名称。",
            f"{one.count} are counted, {len(one.names)} are named. Correct the count or the names.",
        ),
        computed={"写明": str(one.count), "列举": str(len(one.names))},
        severity=severity,
    )


RULE = Rule(
    code="C24",
    name="列举与总数相符",
    name_en="Listed names fit the count",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
