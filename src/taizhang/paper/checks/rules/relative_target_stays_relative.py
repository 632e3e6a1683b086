"""A relative target stays relative (相对目标不写死).

查什么：正文目标写“与地区生产总值增长同步”“高于全市平均”，附表同一指标却写了一个固定的数。
为什么：“同步”看的是实际的地区生产总值增速；附表写死“6左右”，增速实际到7时，算完成还是没完成？
有问题：正文“居民人均可支配收入与地区生产总值增速保持同步”，附表“6左右”。
没问题：正文和附表都写“与经济增长同步”。
怎么办：附表改写同样的文字，或在数后注明“与地区生产总值增长同步”。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.annex import find_cell, target_tables
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.lookup import find_indicator
from taizhang.paper.spans import Span
from taizhang.paper.tables.table import CellKind, CellRole, TableCell, TableRow

# The word that ties one figure to another; then, within its clause, what is tied.
_TIE = re.compile("同步|[高快]于")
_TIED = re.compile(
    r"(?P<name>[^\d\s]{3,24}?)(?:增速|增长|增幅)?(?:(?:与|和|同|跟)[^\d]{2,20}同步|(?:继续|明显|略)?[高快]于[^\d]+)"
)
_CLAUSE_ENDS = "，,。；;、：:\n"


def check(case: Case) -> Iterator[Finding]:
    """One finding for each number of the annex whose target the text ties to another indicator."""
    rows = {row.code: row for table in target_tables(case.plan) for row in table.rows if row.code}
    if not rows:
        return
    for tie in _TIE.finditer(case.text, 0, min(row.span.start for row in rows.values())):
        clause = _clause_of(tie, case.text)
        tied = _TIED.match(clause.quote(case.text))
        row = rows.get(find_indicator(tied["name"]) or "") if tied else None
        cell = find_cell(row, CellRole.GROWTH, "target") if row else None
        if row and cell and not _says_so(case, row, cell):
            yield _finding(case, clause, row, cell)


def _clause_of(tie: re.Match[str], text: str) -> Span:
    start = max(text.rfind(mark, 0, tie.start()) for mark in _CLAUSE_ENDS) + 1
    ends = [end for mark in _CLAUSE_ENDS if (end := text.find(mark, tie.end())) >= 0]
    return Span(start, min(ends, default=len(text)))


def _says_so(case: Case, row: TableRow, cell: TableCell) -> bool:
    return cell.kind is not CellKind.NUMBER or re.search("同步|高于|快于", row.span.quote(case.text)) is not None


def _finding(case: Case, words: Span, row: TableRow, cell: TableCell) -> Finding:
    return report(
        RULE,
        case,
        (cell.span, words),
        (
            f"正文目标是“{words.quote(case.text)}”，附表{row.indicator}写死为“{cell.text}”。评估时以哪个为准？请附表改写或加注。",
            f"The text ties the target to another figure (“{words.quote(case.text)}”); the annex fixes {row.indicator} at {cell.text}. "
            "Say which one counts.",
        ),
        computed={"正文": words.quote(case.text), "附表": cell.text},
    )


RULE = Rule(
    code="C41",
    name="相对目标不写死",
    name_en="A relative target stays relative",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
