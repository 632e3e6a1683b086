"""Text and annex give the same growth (正文与附表增速一致).

查什么：同一指标、同一年份的增速，正文和附表写的应当相同；“下降5.2%”与“-5.2”算相同，位数不同时按较粗的一位比较。
为什么：正文和附表常由两个科室分头起草，改了一处忘了另一处，人大代表拿到的是两个数。
有问题：正文“社会消费品零售总额同比增长3.1%”，附表社会消费品零售总额增长4.8。
没问题：正文“外贸进出口总额同比下降5.2%”，附表进出口总额增长-5.2。
怎么办：向数据来源部门核实哪个数对，改正另一处；两个数口径不同的，两处都写明口径。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.counterparts import Counterpart
from taizhang.paper.checks.disagreement import disagreement
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.tables.table import CellRole


def check(case: Case) -> Iterator[Finding]:
    """One finding for each growth the text and the annex state differently."""
    for pair in case.counterparts:
        # Targets are C07's business, and the same number with another sign is C09's.
        if pair.is_about("actual", CellRole.GROWTH) and pair.is_different:
            yield _finding(case, pair)


def _finding(case: Case, pair: Counterpart) -> Finding:
    name, year = pair.row.indicator, pair.cell.year
    return report(
        RULE,
        case,
        (pair.statement.span, pair.cell.span),
        (
            f"{year}年{name}增速，正文为{pair.in_text}，附表为{pair.in_annex}，两处不一致。请向数据来源部门核实后改为同一个数。",
            f"Growth of {name} in {year}: {pair.in_text} in the text, {pair.in_annex} in the annex. Find out which is right.",
        ),
        **disagreement(pair),
    )


RULE = Rule(
    code="C05",
    name="正文与附表增速一致",
    name_en="Text and annex give the same growth",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
