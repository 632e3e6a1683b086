"""A row fills its columns (附表每行填满各栏).

查什么：附表某行印的值比表头的值栏少，又看不出是合并单元格的（从网页、文本取得的表）。
为什么：少一个值，后面的值就会错读到前一栏：目标当成实绩，增速当成数值。
有问题：表头有四个值栏，“城镇新增就业人数”只有“1.8”“1.2”两个值。
没问题：Word表格里一格跨“绝对值”“增长%”两栏，合并是明写的。
怎么办：空着的栏填“—”；印发时用表格，不要贴成一行一格的文字。
"""

from collections.abc import Iterator

from taizhang.paper.blocks.block import TableBlock
from taizhang.paper.checks.annex import indicator_tables, name_span
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.tables.table import Table, TableRow


def check(case: Case) -> Iterator[Finding]:
    """One finding a table that names every row with fewer values than its fellows."""
    rebuilt = {block.span for block in case.plan.outline.blocks if isinstance(block, TableBlock) and block.is_rebuilt}
    for table in indicator_tables(case.plan):
        if table.span in rebuilt:
            widest = max(map(_width, table.rows), default=0)
            short = [row for row in table.rows if _width(row) < widest]
            if short and len(short) < len(table.rows):
                yield _finding(case, table, short, widest)


def _width(row: TableRow) -> int:
    return len({cell.span for cell in row.cells})


def _finding(case: Case, table: Table, short: list[TableRow], widest: int) -> Finding:
    named = "、".join(f"{row.indicator}（{_width(row)}个）" for row in short)
    return report(
        RULE,
        case,
        tuple(name_span(row, case.text) for row in short),
        (
            f"附表表头有{widest}个值栏，{named}的值不够数，后面的值可能错栏。请核对每个值属于哪一栏，空栏填“—”。",
            f"The annex has {widest} columns of values; these rows have fewer: {named}. Check which column each value belongs to.",
        ),
        computed={row.indicator: f"{_width(row)}/{widest}" for row in short},
    )


RULE = Rule(
    code="C54",
    name="附表每行填满各栏",
    name_en="A row fills its columns",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
