"""As many names as numbers beside 分别 (分别前后个数一致).

查什么：“分别”前面并列几项，后面就应当有几个数；“分别由…增加至…”前后两组数的个数也应当相同。
为什么：改稿时删了一个名称忘了删数，后面的数就全部张冠李戴。
有问题：税收、规上工业产值、进出口总额分别增长5.1%、7.2%。
没问题：城镇和农村居民人均可支配收入分别增长5.4%和7.3%。
怎么办：逐项对上，补齐缺的名称或数；只有一个数、每项都适用的，改“分别”为“均”。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.respectively import Distribution, distributions
from taizhang.paper.checks.rule import Rule, report


def check(case: Case) -> Iterator[Finding]:
    """One finding for each 分别 whose two sides cannot be matched one to one."""
    for one in distributions(case.prose):
        if one.arrivals and one.arrivals != one.values:
            yield _finding(
                case, one, f"起点{one.values}个数、终点{one.arrivals}个数", f"{one.values} from, {one.arrivals} to"
            )
        elif not one.fewest <= one.values <= one.most:
            names = str(one.fewest) if one.fewest == one.most else f"{one.fewest}至{one.most}"
            yield _finding(case, one, f"前面{names}项、后面{one.values}个数", f"{names} before, {one.values} after")


def _finding(case: Case, one: Distribution, zh: str, en: str) -> Finding:
    return report(
        RULE,
        case,
        (case.prose.span(one.start, one.end),),
        (
            f"“分别”前后个数不一致：{zh}。请逐项核对，补齐缺的名称或数。",
            f"Names and numbers beside 分别 do not match one to one: {en}. Match them and add what is missing.",
        ),
        computed={"前面项数": f"{one.fewest}—{one.most}", "后面个数": str(one.values)},
    )


RULE = Rule(
    code="C23",
    name="分别前后个数一致",
    name_en="As many names as numbers beside 分别",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
