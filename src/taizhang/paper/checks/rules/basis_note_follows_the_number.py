"""The note on its basis follows the number (口径注记随数走).

查什么：正文给一个数注明了口径（扣除留抵退税因素后、同口径、剔除某项因素），附表写同一个数时丢了这个注记。
为什么：“扣除留抵退税因素后增长7.6%”和“增长7.6%”不是一回事；附表单独流传时，7.6就成了自然口径。
有问题：正文“一般公共预算收入21.3亿元，扣除留抵退税因素后增长7.6%”，附表一般公共预算收入增长7.6，没有注。
没问题：附表写“7.6（同口径）”，或在表下注明；“按可比价格计算，地区生产总值增长5.5%”是统计制度的固定口径，不必加注。
怎么办：在附表该数旁或表下加注口径。
"""

import re
from collections.abc import Iterator

from taizhang.paper.bindings.binding import Agreement
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.counterparts import Counterpart
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.indicators.catalogue import Price, indicators
from taizhang.paper.spans import Span
from taizhang.paper.statements.statement import Statement

_NOTE = re.compile(
    r"(?:扣除|剔除|扣减|还原)[^，。；、]{2,16}?(?:因素|影响|后)(?:影响|后)?|同口径|可比口径|自然口径|按?(?:可比|不变)价格?(?:计算)?|按现价(?:计算)?"
)
# What the statistics system always does needs no note.
_USUAL = {
    Price.CONSTANT: re.compile(r"不变|可比"),
    Price.COMPARABLE: re.compile("可比"),
    Price.NOMINAL: re.compile("现价"),
}
# Notes below a table stand within a few lines of it.
_BELOW = 300


def check(case: Case) -> Iterator[Finding]:
    """One finding for each number whose note the annex has lost."""
    for pair in case.counterparts:
        if pair.is_certain and pair.is_about("actual") and pair.agreement is Agreement.AGREE:
            note = _note_before(case, pair.statement)
            if note is not None and not _has_note(case, pair):
                yield _finding(case, pair, note)


def _note_before(case: Case, statement: Statement) -> Span | None:
    """The note between the number before and this one, where it is not the indicator's usual basis."""
    before = [
        fact.span.end
        for fact in case.facts.by_sentence.get(statement.sentence.start, ())
        if fact.span.end <= statement.span.start
    ]
    start = max(before, default=statement.sentence.start)
    notes = list(_NOTE.finditer(case.text, start, statement.span.start))
    if not notes or _is_usual(notes[-1][0], statement):
        return None
    return Span(*notes[-1].span())


def _is_usual(note: str, statement: Statement) -> bool:
    entry = indicators().get(statement.indicator or "")
    usual = _USUAL.get(entry.growth_price) if entry and entry.growth_price else None
    return usual is not None and usual.search(note) is not None


def _has_note(case: Case, pair: Counterpart) -> bool:
    """Whether the row, its heads or the words below the table tell a basis."""
    row = pair.row.span.quote(case.text) + "".join(pair.cell.head)
    ends = [table.span.end for table in case.plan.tables if table.span.contains(pair.cell.span)]
    below = case.text[ends[0] : ends[0] + _BELOW] if ends else ""
    return _NOTE.search(row + below) is not None


def _finding(case: Case, pair: Counterpart, note: Span) -> Finding:
    words, name = note.quote(case.text), pair.row.indicator
    return report(
        RULE,
        case,
        (pair.cell.span, note, pair.statement.span),
        (
            f"正文{pair.cell.year}年{name}{pair.in_text}注明“{words}”，附表同一个数{pair.in_annex}没有注。请在附表加注口径。",
            f"The text qualifies {pair.in_text} for {name} with “{words}”; the annex prints the same number without it. "
            "Add the note to the annex.",
        ),
        computed={"口径": words},
    )


RULE = Rule(
    code="C37",
    name="口径注记随数走",
    name_en="The note on its basis follows the number",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
