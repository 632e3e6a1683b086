"""Text and annex give the same growth (正文与附表增速一致).

查什么：同一指标、同一年份的增速，正文和附表写的应当相同；“下降6.5%”与“-6.5”算相同，位数不同时按较粗的一位比较。
为什么：正文和附表常由两个科室分头起草，改了一处忘了另一处，人大代表拿到的是两个数。
有问题：正文“社会消费品零售总额同比增长0.4%”，附表社会消费品零售总额增长1.2。
没问题：正文“外贸进出口总额同比下降6.5%”，附表进出口总额增长-6.5。
怎么办：向数据来源部门核实哪个数对，改正另一处；两个数口径不同的，两处都写明口径。
"""

from collections.abc import Iterator
from itertools import product

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import allowed
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.quantities.magnitudes import decimals


def check(case: Case) -> Iterator[Finding]:
    """One finding for each growth the text and the annex state differently."""
    for facts in case.facts.by_key.values():
        growths = [fact for fact in facts if _is_reported_growth(fact)]
        in_text = [fact for fact in growths if not fact.is_in_table]
        in_table = [fact for fact in growths if fact.is_in_table]
        for statement, cell in product(in_text, in_table):
            if statement.period == cell.period and not _agree(statement, cell):
                yield _finding(case, statement, cell)


def _is_reported_growth(fact: Fact) -> bool:
    # Targets are C07's business: there the words around the number count as well.
    return fact.role == "growth" and fact.modality == "actual" and fact.unit == "%" and _is_yearly(fact)


def _is_yearly(fact: Fact) -> bool:
    return fact.statement is None or fact.statement.basis == "yoy"


def _agree(a: Fact, b: Fact) -> bool:
    places = min(decimals(a.value), decimals(b.value))
    return allowed(a.value, places=places).overlaps(allowed(b.value, places=places))


def _finding(case: Case, statement: Fact, cell: Fact) -> Finding:
    name, year = statement.name, statement.period
    return report(
        RULE,
        case,
        (statement.span, cell.span),
        (
            f"{year}年{name}增速，正文为{statement.value}%，附表为{cell.value}%，两处不一致。请核实后改为同一个数。",
            f"Growth of {name} in {year}: {statement.value}% in the text, {cell.value}% in the annex. Find out which is right.",
        ),
        computed={"正文": f"{statement.value}%", "附表": f"{cell.value}%"},
        verdict=Verdict.CONTRADICTORY,
    )


RULE = Rule(
    code="C05",
    name="正文与附表增速一致",
    name_en="Text and annex give the same growth",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
