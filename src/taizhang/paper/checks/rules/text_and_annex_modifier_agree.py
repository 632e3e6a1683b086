"""Text and annex hedge a target alike (正文与附表目标用词一致).

查什么：目标数相同时，左右、以上、以内等用词，正文和附表也应相同。
为什么：“1万人以上”是底线，“1万人”是定数，“1万人左右”两边都可以；评估时算不算完成，全看这两个字。
有问题：正文“新增城镇就业1万人以上”，附表城镇新增就业人数目标“1”。
没问题：正文“不低于10%”，附表“10以上”。
怎么办：按批准的写法补上用词；附表一列全是同一种用词的，可在表头注明。
"""

from collections.abc import Iterator

from taizhang.paper.bindings.binding import Agreement
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.counterparts import Counterpart
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report


def check(case: Case) -> Iterator[Finding]:
    """One finding for each target whose hedge differs between the text and the annex."""
    for pair in case.counterparts:
        if pair.is_certain and pair.is_about("target") and pair.agreement is Agreement.BOUND_DIFFERS:
            yield _finding(case, pair)


def _finding(case: Case, pair: Counterpart) -> Finding:
    name, year = pair.row.indicator, pair.cell.year
    return report(
        RULE,
        case,
        (pair.statement.span, pair.cell.span),
        (
            f"{year}年{name}目标，正文为“{pair.in_text}”，附表为“{pair.in_annex}”，数相同，用词不同。请统一，以免评估时各执一词。",
            f"Target for {name} in {year}: “{pair.in_text}” in the text, “{pair.in_annex}” in the annex: "
            "the number is the same, the hedge is not. Make them one.",
        ),
        computed={"正文": pair.in_text, "附表": pair.in_annex},
    )


RULE = Rule(
    code="C08",
    name="正文与附表目标用词一致",
    name_en="Text and annex hedge a target alike",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
