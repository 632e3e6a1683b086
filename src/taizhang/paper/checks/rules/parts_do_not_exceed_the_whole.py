"""Parts do not exceed the whole (其中数不大于总数).

查什么：“其中”后面的数不大于前面的总数；两个数都写了增速的，隐含的上年数也要满足。附表中“其中：”“#”开头的行同样比较。
为什么：其中大于总数，必有一个数写错、单位写错，或者“其中”用错了地方。
有问题：粮食产量302万吨，其中夏粮620万吨。
没问题：区重点项目80个，总投资610亿元；其中，市重大项目32个，总投资405亿元。
怎么办：核对两个数和单位（万元、亿元）；不是包含关系的，去掉“其中”。
"""

import re
from collections.abc import Iterator, Mapping

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.latitude import in_unit_of, latitude, printed
from taizhang.paper.checks.pairs import Pair
from taizhang.paper.checks.parts import Parts
from taizhang.paper.checks.rule import Rule, report

JOINT = re.compile(r"[（(]?[^，；。]{0,12}[、和及][^，；。]{0,6}")


def check(case: Case) -> Iterator[Finding]:
    """One finding for each part that is more than its whole, this year or the year before."""
    pairs = {pair.level.span.start: pair for pair in case.pairs} if case.parts else {}
    for group in case.parts:
        for part in _surely_parts(case, group):
            if latitude(part).low > latitude(group.whole).high:
                yield _finding(case, group.whole, part)
            else:
                yield from _last_year(case, pairs, group.whole, part)


def _surely_parts(case: Case, group: Parts) -> Iterator[Fact]:
    """The first, and those joined to it by 、: after a comma the talk may have turned to something else."""
    last: Fact | None = None
    for part in group.parts:
        if last is not None and not JOINT.fullmatch(case.text, last.span.end, part.span.start - len(part.name)):
            return
        yield part
        last = part


def _finding(case: Case, whole: Fact, part: Fact) -> Finding:
    return report(
        RULE,
        case,
        (part.span, whole.span),
        (
            f"其中{part.name}{printed(part)}大于{whole.name}{printed(whole)}。请核对两个数和单位，或去掉“其中”。",
            f"{part.name}, {printed(part)}, is said to be among {whole.name}, {printed(whole)}, yet is more. Check figures and units.",
        ),
        computed={"总数": printed(whole), "其中": printed(part)},
        verdict=Verdict.CONTRADICTORY,
    )


def _last_year(case: Case, pairs: Mapping[int, Pair], whole: Fact, part: Fact) -> Iterator[Finding]:
    of_whole, of_part = pairs.get(whole.span.start), pairs.get(part.span.start)
    if of_whole is None or of_part is None:
        return
    base, share = of_whole.base(), of_part.base()
    if base is None or share is None or share.low <= base.high:
        return
    told, told_part = in_unit_of(whole, base), in_unit_of(part, share)
    yield report(
        RULE,
        case,
        (of_part.growth.span, part.span, of_whole.growth.span, whole.span),
        (
            f"按增速推算，上年{part.name}{told_part}大于{whole.name}{told}。请核对两个增速。",
            f"Their growths imply that last year {part.name} ({told_part}) was more than {whole.name} ({told}). Check both growths.",
        ),
        computed={"上年总数": told, "上年其中": told_part},
        verdict=Verdict.CONTRADICTORY,
    )


RULE = Rule(
    code="C16",
    name="其中数不大于总数",
    name_en="Parts do not exceed the whole",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
