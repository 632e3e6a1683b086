"""A level target carries the modifier of its growth (数值目标与增速目标用词一致).

查什么：附表同一行，增速目标带“以上”“左右”，数值目标却是光秃秃一个数的，提示。
为什么：增速“10以上”，数值就应当是“330以上”；只写330，等于又定了一个不许多不许少的目标。
有问题：固定资产投资，增速目标“10以上”，数值目标“330”。
没问题：增速目标“10以上”，数值目标“330以上”；表头注明数值目标为测算参考。
怎么办：数值目标补上同样的用词，或在表下注明“绝对值为测算参考”。
"""

from collections.abc import Iterator

from taizhang.paper.checks.annex import find_cell, target_tables
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.counterparts import printed
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.tables.table import CellRole, TableCell, TableRow

_BARE = frozenset({Bound.EXACT, Bound.RANGE})


def check(case: Case) -> Iterator[Finding]:
    """One finding a table that names every row with a bare level beside a hedged growth."""
    for table in target_tables(case.plan):
        bare = [(row, level, growth) for row in table.rows for level, growth in _bare_levels(row)]
        if bare:
            yield _finding(case, bare)


def _bare_levels(row: TableRow) -> Iterator[tuple[TableCell, TableCell]]:
    level, growth = (find_cell(row, role, "target") for role in (CellRole.LEVEL, CellRole.GROWTH))
    if level and growth and level.bound in _BARE and growth.bound not in _BARE:
        yield level, growth


def _finding(case: Case, bare: list[tuple[TableRow, TableCell, TableCell]]) -> Finding:
    row, level, growth = bare[0]
    assert growth.value is not None, "numbers only"
    hedged = printed(growth.value, growth.value_high, "%", growth.bound)
    return report(
        RULE,
        case,
        tuple(span for _, one, other in bare for span in (one.span, other.span)),
        (
            f"附表有{len(bare)}行增速目标带“左右”“以上”等用词，数值目标没有（如{row.indicator}：{hedged}，{level.text}）。"
            "请补上同样的用词，或注明数值目标为测算参考。",
            f"{len(bare)} row(s) of the annex hedge the growth but not the level (such as {row.indicator}: {hedged}, {level.text}). "
            "Hedge both, or say that levels are indicative.",
        ),
        computed={one.indicator: f"{cell.text} / {other.text}" for one, cell, other in bare},
    )


RULE = Rule(
    code="C38",
    name="数值目标与增速目标用词一致",
    name_en="A level target carries the modifier of its growth",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
