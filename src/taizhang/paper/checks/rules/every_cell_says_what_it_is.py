"""Every cell of the annex says what it is (附表空格、横线和文字含义明确).

查什么：完成栏里填的是目标用语（“完成市下达任务目标”）；横线没有说明是“无数据”“不设目标”还是“另行下达”；空格和横线混用。
为什么：读者分不清没有数、不考核和还没下达，年底也没法判断完成没有。
有问题：“2024年完成”一栏填“完成市下达任务目标”；“2025年计划”填“——”，表下没有说明。
没问题：表下注明“‘——’表示不设目标”；“2025年计划”填“完成市下达任务目标”。
怎么办：完成栏填实际数或考核结果；横线、空格在表下加注。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.annex import cells, target_tables
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.spans import Span
from taizhang.paper.tables.table import CellKind, Table

# “—”表示…; 注：空格为…
_LEGEND = re.compile(r"[“\"‘]?[—－–-]{1,4}[”\"’]?\s?(?:号)?\s?(?:表示|为|指|系|代表)|空[格白栏].{0,4}(?:表示|为|指|系)")


def check(case: Case) -> Iterator[Finding]:
    """At most three findings a table: target phrases among results, dashes unexplained, blanks beside dashes."""
    tables = tuple(target_tables(case.plan))
    for table in tables:
        yield from _phrases(case, table)
    dashed = [table for table in tables if _spans(table, CellKind.DASH)]
    if dashed:
        legends = [match.start() for match in _LEGEND.finditer(case.text, dashed[0].span.start)]
        explained_from = legends[-1] if legends else -1
        yield from (_dashes(case, table) for table in dashed if table.span.start > explained_from)


def _phrases(case: Case, table: Table) -> Iterator[Finding]:
    spans = _spans(table, CellKind.ASSIGNED, "actual")
    if spans:
        words = spans[0].quote(case.text).strip()
        yield report(
            RULE,
            case,
            spans,
            (
                f"附表完成栏有{len(spans)}处填的是目标用语“{words}”，不是完成情况。请填实际数或上级考核结果。",
                f"{len(spans)} cell(s) among the results hold words of a target (“{words}”). Give the result or its assessment.",
            ),
            computed={"处数": str(len(spans))},
        )


def _dashes(case: Case, table: Table) -> Finding:
    dashes, blanks = _spans(table, CellKind.DASH), _spans(table, CellKind.BLANK)
    mixed = f"，另有{len(blanks)}处空着" if blanks else ""
    return report(
        RULE,
        case,
        dashes,
        (
            f"附表有{len(dashes)}处只画横线{mixed}，表下没有说明是无数据、不设目标还是另行下达。请加注。",
            f"{len(dashes)} cell(s) of the annex hold only a dash, {len(blanks)} nothing, and no note says what that means. "
            "Add one below the table.",
        ),
        computed={"横线": str(len(dashes)), "空格": str(len(blanks))},
    )


def _spans(table: Table, kind: CellKind, modality: str | None = None) -> tuple[Span, ...]:
    found = (cell.span for _, cell in cells(table) if cell.kind is kind and modality in {None, cell.modality})
    return tuple(dict.fromkeys(found))


RULE = Rule(
    code="C36",
    name="附表空格、横线和文字含义明确",
    name_en="Every cell of the annex says what it is",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
