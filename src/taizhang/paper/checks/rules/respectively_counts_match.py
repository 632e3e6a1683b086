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
            told = (f"起点{one.values}个数、终点{one.arrivals}个数", f"{one.values} from, {one.arrivals} to")
            yield _finding(case, one, told, Severity.ERROR)
        elif not one.fewest <= one.values <= one.most or _may_lack_some(one):
            names = str(one.fewest) if one.fewest == one.most else f"{one.fewest}至{one.most}"
            told = (f"前面{names}项、后面{one.values}个数", f"{names} before, {one.values} after")
            yield _finding(case, one, told, _severity(one))


def _may_lack_some(one: Distribution) -> bool:
    """One number for several names; or fewer than the clauses before have, and not just those of the last one."""
    is_last_clause = one.values == one.fewest > 1
    return one.most > 1 and (one.values == 1 or (one.follows_numbers and one.values != one.most and not is_last_clause))


def _severity(one: Distribution) -> Severity:
    """A number alone may be meant for each (then 均 is the word); of the clauses before, not all need be meant."""
    is_open = one.values == 1 or (one.follows_numbers and one.values < one.most)
    return Severity.WARNING if is_open else Severity.ERROR


def _finding(case: Case, one: Distribution, told: tuple[str, str], severity: Severity) -> Finding:
    return report(
        RULE,
        case,
        (case.prose.span(one.start, one.end),),
        (
            f"“分别”前后个数不一致：{told[0]}。请逐项核对，补齐缺的名称或数；一个数适用于每项的，改“分别”为“均”。",
            f"Names and numbers beside 分别 do not match one to one: {told[1]}. Match them and add what is missing.",
        ),
        computed={"前面项数": f"{one.fewest}—{one.most}", "后面个数": str(one.values)},
        severity=severity,
    )


RULE = Rule(
    code="C23",
    name="分别前后个数一致",
    name_en="As many names as numbers beside 分别",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
