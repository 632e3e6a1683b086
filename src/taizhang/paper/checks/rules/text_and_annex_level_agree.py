"""Text and annex give the same result (正文与附表实绩一致).

查什么：同一指标、同一年份的完成数，正文和附表写的应当相同；单位不同的先折算（7000万元与0.7亿元相同），位数不同时按较粗的一位比较。
为什么：抄错一位数字或写错万、亿，附表还是对的，正文已经错了几倍。
有问题：正文“地区生产总值完成412.6亿元”，附表地区生产总值412.9亿元；正文“一般公共预算收入21.3万元”，附表21.3亿元。
没问题：正文“地区生产总值突破410亿元”，附表412.6亿元；正文“9310万美元”，附表0.93亿美元。
怎么办：向数据来源部门核实哪个数对，改正另一处；一处是快报数、一处是核算数的，统一用后者并注明。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.counterparts import Counterpart
from taizhang.paper.checks.disagreement import disagreement
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.tables.table import CellRole


def check(case: Case) -> Iterator[Finding]:
    """One finding for each result the text and the annex state differently."""
    for pair in case.counterparts:
        if pair.is_about("actual", CellRole.LEVEL) and pair.is_different:
            yield _finding(case, pair)


def _finding(case: Case, pair: Counterpart) -> Finding:
    name, year = pair.row.indicator, pair.cell.year
    return report(
        RULE,
        case,
        (pair.statement.span, pair.cell.span),
        (
            f"{year}年{name}，正文为{pair.in_text}，附表为{pair.in_annex}，两处不一致。请核实数字和单位后改为同一个数。",
            f"{name} in {year}: {pair.in_text} in the text, {pair.in_annex} in the annex. Check the figure and its unit.",
        ),
        **disagreement(pair),
    )


RULE = Rule(
    code="C06",
    name="正文与附表实绩一致",
    name_en="Text and annex give the same result",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
