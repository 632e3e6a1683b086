"""Text and annex cover the same indicators (正文与附表指标对应).

查什么：附表定了目标、正文只字未提的指标；正文定了目标、附表没有列的指标（限指标目录里有的）。
为什么：附表随计划一并批准，正文里的目标不进附表，年底容易漏评；附表有、正文无的，没有措施支撑。
有问题：附表有“一般公共预算支出”目标，正文没有提到；正文“高新技术企业达到86家”，附表没有这一行。
没问题：附表“实际使用外资”写“量稳质升”，正文也写“实际使用外资量稳质升”。
怎么办：重要的目标补进附表；附表独有的指标在正文主要预期目标里交代一句。
"""

from collections.abc import Iterator

from taizhang.paper.bindings.binding import Agreement, Binding
from taizhang.paper.checks.annex import find_cell, name_span, target_tables
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.catalogue import indicators
from taizhang.paper.tables.table import CellRole, TableRow


def check(case: Case) -> Iterator[Finding]:
    """One finding for each indicator with a target that only the annex, or only the text, has."""
    rows = [row for table in target_tables(case.plan) for row in table.rows]
    # A budget's table beside nothing but notes is no annex of the text.
    if not any(pair.is_certain and pair.is_about("target") for pair in case.counterparts):
        return
    said = {statement.indicator for statement in case.plan.statements}
    yield from (_only_annex(case, row) for row in rows if row.code not in said and _is_silent(case, row))
    listed = {row.code for row in rows}
    told: set[str | None] = set()
    for binding in case.bindings:
        if _is_target_of_text(binding) and binding.code not in listed | told:
            told.add(binding.code)
            yield _only_text(case, binding)


def _is_silent(case: Case, row: TableRow) -> bool:
    """Whether the row sets a number and none of its names stands anywhere before the annex."""
    if not any(find_cell(row, role, "target") for role in CellRole):
        return False
    entry = indicators().get(row.code or "")
    names = (row.indicator, entry.name, *entry.aliases) if entry else (row.indicator,)
    return all(case.text.find(name, 0, row.span.start) < 0 for name in names)


def _is_target_of_text(binding: Binding) -> bool:
    return binding.agreement is Agreement.ONLY_TEXT and binding.modality == "target" and binding.code in indicators()


def _only_annex(case: Case, row: TableRow) -> Finding:
    return report(
        RULE,
        case,
        (name_span(row, case.text),),
        (
            f"附表定了“{row.indicator}”目标，正文没有提到。请在正文交代目标和措施，或说明由何处执行。",
            f"The annex sets a target for {row.indicator}; the text never mentions it. Say in the text how it is to be met.",
        ),
    )


def _only_text(case: Case, binding: Binding) -> Finding:
    statement = binding.statements[0]
    return report(
        RULE,
        case,
        (statement.span,),
        (
            f"正文定了“{statement.subject}”目标（{statement.quote}），附表没有这一行。附表随计划批准，请考虑补列。",
            f"The text sets a target for {statement.subject} ({statement.quote}) that the annex does not list. Consider adding it.",
        ),
    )


RULE = Rule(
    code="C34",
    name="正文与附表指标对应",
    name_en="Text and annex cover the same indicators",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
