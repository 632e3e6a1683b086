"""The paper says how final its figures are (注明数据性质).

查什么：附表列了上年完成数，全文没有一处说明是快报数、初步核算数还是最终数，也没有说明来自哪个部门。
为什么：年初用的多是快报数，公报、年鉴还会修订；不注明，明年对不上账。
有问题：附表“2024年完成：地区生产总值412.6”，全文没有“初步核算”“快报”字样。
没问题：表下注“2024年为快报数，以统计部门最终核实数为准”。
怎么办：在附表下加一行注：数据性质、来源部门、截止日期。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.annex import cells, name_span, target_tables
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.tables.table import CellKind

_STATUS = re.compile(
    r"快报|初步(?:核算|核实|统计|测算|预计|汇总)|最终核实|年报数|统计局|统计部门|统计数据|部门(?:数据|提供|统计)|预计(?:数|完成|可?达|增长|实现)|为预计|数据来源"
)


def check(case: Case) -> Iterator[Finding]:
    """At most one finding: an annex with results in a paper that never says how final they are."""
    for table in target_tables(case.plan):
        row = next(
            (row for row, cell in cells(table) if cell.modality == "actual" and cell.kind is CellKind.NUMBER), None
        )
        if row is not None:
            if not _STATUS.search(case.text):
                yield report(
                    RULE,
                    case,
                    (name_span(row, case.text),),
                    (
                        "附表列了完成数，全文没有说明是快报数、初步核算数还是最终数。请在表下注明数据性质和来源部门。",
                        "The annex gives results, but nothing says whether they are preliminary or final. Add a note below it.",
                    ),
                )
            return


RULE = Rule(
    code="C61",
    name="注明数据性质",
    name_en="The paper says how final its figures are",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
