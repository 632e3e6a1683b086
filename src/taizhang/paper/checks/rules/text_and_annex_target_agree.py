"""Text and annex set the same target (正文与附表目标一致).

查什么：同一指标、同一年份的目标数，正文和附表写的应当相同，数值和增速都查；左右、以上等用词另由 C08 查。
为什么：批准的是一个目标，印出来两个数，分解和考核就没有依据。
有问题：正文“固定资产投资增长10%以上”，附表固定资产投资目标增长“12以上”。
没问题：正文“地区生产总值增长6%左右”，附表“6左右”。
怎么办：以人代会批准的数为准，改正另一处。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.counterparts import Counterpart
from taizhang.paper.checks.disagreement import disagreement
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.tables.table import CellRole

_ROLE_WORDS = {CellRole.LEVEL: ("", ""), CellRole.GROWTH: ("增速", "growth of ")}


def check(case: Case) -> Iterator[Finding]:
    """One finding for each target the text and the annex set differently."""
    for pair in case.counterparts:
        if pair.is_about("target") and pair.is_different:
            yield _finding(case, pair)


def _finding(case: Case, pair: Counterpart) -> Finding:
    name, year = pair.row.indicator, pair.cell.year
    role, role_en = _ROLE_WORDS[pair.cell.role]
    return report(
        RULE,
        case,
        (pair.statement.span, pair.cell.span),
        (
            f"{year}年{name}{role}目标，正文为{pair.in_text}，附表为{pair.in_annex}，两处不一致。请以批准的数为准，改正另一处。",
            f"Target for {role_en}{name} in {year}: {pair.in_text} in the text, {pair.in_annex} in the annex. "
            "Keep the approved one.",
        ),
        **disagreement(pair),
    )


RULE = Rule(
    code="C07",
    name="正文与附表目标一致",
    name_en="Text and annex set the same target",
    severity=Severity.ERROR,
    explanation=__doc__,
    check=check,
)
