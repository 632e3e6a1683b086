"""Income growth of all residents lies between town and country (全体居民收入增速在城乡之间).

查什么：全体居民人均可支配收入增速，一般应在城镇、农村两个增速之间，上下各放宽0.3个百分点（城镇化带来的结构效应）。
为什么：落在外面不一定错，但会被问到；多数是抄错了一个，或者“城乡居民”口径不同。
有问题：城镇增长5.4%、农村增长7.3%，全体增长9.3%。
没问题：城镇增长5.4%、农村增长7.3%，全体增长6.3%。
怎么办：向国家统计局调查队核实；确属结构效应的，备好说明。
"""

from collections.abc import Iterator
from decimal import Decimal

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity, Verdict
from taizhang.paper.checks.intervals import Interval
from taizhang.paper.checks.latitude import as_printed, printed
from taizhang.paper.checks.pairs import is_yearly_growth
from taizhang.paper.checks.rule import Rule, report

ALL, TOWN, COUNTRY = "household_income", "urban_income", "rural_income"
# People who move to town lift the mean of all beyond either growth.
STRUCTURE = Decimal("0.3")


def check(case: Case) -> Iterator[Finding]:
    """One finding for each growth of all that lies outside the two."""
    for whole in _growths(case, ALL):
        town, country = _beside(case, whole, TOWN), _beside(case, whole, COUNTRY)
        if town is not None and country is not None and not _lies_between(whole, town, country):
            yield _finding(case, whole, town, country)


def _growths(case: Case, code: str) -> list[Fact]:
    facts = case.facts.by_key.get(code, ())
    return [fact for fact in facts if is_yearly_growth(fact) and fact.modality == "actual"]


def _beside(case: Case, whole: Fact, code: str) -> Fact | None:
    return next((fact for fact in _growths(case, code) if fact.period == whole.period), None)


def _lies_between(whole: Fact, town: Fact, country: Fact) -> bool:
    ends = (as_printed(town), as_printed(country))
    span = Interval(min(end.low for end in ends) - STRUCTURE, max(end.high for end in ends) + STRUCTURE)
    return as_printed(whole).overlaps(span)


def _finding(case: Case, whole: Fact, town: Fact, country: Fact) -> Finding:
    return report(
        RULE,
        case,
        (whole.span, town.span, country.span),
        (
            f"全体居民收入增长{whole.value}%，不在城镇{town.value}%、农村{country.value}%之间（放宽{STRUCTURE}个百分点）。"
            "请向调查队核实，确属结构效应的备好说明。",
            f"Income of all residents grew by {printed(whole)}, outside town {printed(town)} and country {printed(country)}. "
            "Ask the survey office, or keep the structural effect explained.",
        ),
        verdict=Verdict.BASIS,
    )


RULE = Rule(
    code="C56",
    name="全体居民收入增速在城乡之间",
    name_en="Income growth of all lies between town and country",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
