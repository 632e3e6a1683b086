"""The annex numbers one kind of thing (附表编号层次一致).

查什么：附表同一套编号（一、二、三……），有的编在指标上，有的编在类别上的，提示。
为什么：编号说明层次；指标和类别混编，按编号引用或统计“几类几项”会出错。
有问题：“一、地区生产总值”是指标，“四、外经外贸”是类别，下面才是指标。
没问题：类别编一、二、三，指标编1、2、3。
怎么办：单列的指标也归入类别（一、综合经济），或类别和指标用两套编号。
"""

from collections.abc import Iterator

from taizhang.paper.checks.annex import indicator_tables, name_span
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.tables.labels import marker_style, read_label
from taizhang.paper.tables.table import Table, TableRow


def check(case: Case) -> Iterator[Finding]:
    """One finding a table whose one numbering counts indicators and groups."""
    for table in indicator_tables(case.plan):
        groups = dict.fromkeys(row.group for row in table.rows if row.group)
        styles = {marker_style(read_label(group).marker) for group in groups} - {""}
        rows = [row for row in table.rows if marker_style(row.marker) in styles and row.group is None]
        if rows:
            yield _finding(case, table, rows, [group for group in groups if read_label(group).marker])


def _finding(case: Case, table: Table, rows: list[TableRow], groups: list[str]) -> Finding:
    named, grouped = "、".join(row.label.strip() for row in rows), "、".join(groups)
    return report(
        RULE,
        case,
        tuple(name_span(row, case.text) for row in rows),
        (
            f"附表同一套编号，“{named}”编的是指标，“{grouped}”编的是类别。请分清层次。",
            f"One numbering counts indicators ({named}) and groups ({grouped}). Number the two apart.",
        ),
        computed={"指标": str(len(rows)), "类别": str(len(groups))},
    )


RULE = Rule(
    code="C55",
    name="附表编号层次一致",
    name_en="The annex numbers one kind of thing",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
