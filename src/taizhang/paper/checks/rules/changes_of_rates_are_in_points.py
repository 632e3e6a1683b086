"""Changes of rates are in percentage points (比率的变动用百分点).

查什么：比重、率、比例一类指标提高或下降多少，应当用“百分点”；写成“%”的，提请核实。总量指标的增速也不能写成“增长几个百分点”。
为什么：占比由40%“提高5%”是42%，“提高5个百分点”是45%，一字之差，目标差出一截。
有问题：高新技术产业产值占比同比提高3.2%。
没问题：报销比例提高10个百分点；一般公共预算收入增长5.5%。
怎么办：确是两个比率相减的，改为“百分点”；确是比率本身的相对变化的，写明“相对提高”。
"""

from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.checks.word_lists import word_lists

_WORDS = "changes_of_rates_are_in_points"
# The verb stands this near before the number.
_REACH = 5


def check(case: Case) -> Iterator[Finding]:
    """One finding for each change whose unit does not fit what changes."""
    words = word_lists(_WORDS)
    rates, no_rates = tuple(words["rates"]), tuple(words["no_rates"])
    for fact in case.facts.everything:
        if fact.is_in_table or fact.role not in {"growth", "change"}:
            continue
        name = _name(case, fact)
        is_rate = name.endswith(rates) and not name.endswith(no_rates)
        before = case.text[fact.span.start - _REACH : fact.span.start]
        if is_rate and fact.unit == "%" and any(verb in before for verb in words["verbs"]):
            yield _rate_in_percent(case, fact)
        elif fact.unit == "个百分点" and before.endswith("增长") and _is_amount(case, fact):
            yield _amount_in_points(case, fact)


def _name(case: Case, fact: Fact) -> str:
    """The subject with the words up to the verb: what is measured may stand as 产值占比 or as 产值，占比."""
    subject = fact.statement.subject_span if fact.statement else None
    if subject is None or subject.end > fact.span.start:
        return fact.name
    rest = case.text[subject.end : fact.span.start]
    return fact.name + next((word for word in word_lists(_WORDS)["rates"] if rest.startswith(word)), "")


def _is_amount(case: Case, fact: Fact) -> bool:
    """Whether an amount itself is said to grow, rather than to pull, to lead or to speed up."""
    words = word_lists(_WORDS)
    place = case.prose.place(fact.span)
    if place is None or not fact.name.endswith(tuple(words["amounts"])):
        return False
    start, _ = case.prose.clause(place)
    return not any(word in case.prose.text[start:place] for word in words["speeds"])


def _rate_in_percent(case: Case, fact: Fact) -> Finding:
    return report(
        RULE,
        case,
        (fact.span,),
        (
            f"“{fact.name}”是比率，变动写成{abs(fact.value)}%。两个比率相减应写“百分点”；如确为相对变化，请写明。",
            f"{fact.name} is a rate; its change is written as {abs(fact.value)}%. A difference of rates is in percentage points.",
        ),
    )


def _amount_in_points(case: Case, fact: Fact) -> Finding:
    return report(
        RULE,
        case,
        (fact.span,),
        (
            f"“{fact.name}”是总量，增长写成{fact.value}个百分点。总量的增速应写“%”；如指增速比上年加快，请写明。",
            f"{fact.name} is an amount; its growth is written as {fact.value} percentage points. Growth of an amount is in %.",
        ),
    )


RULE = Rule(
    code="C21",
    name="比率的变动用百分点",
    name_en="Changes of rates are in percentage points",
    severity=Severity.WARNING,
    explanation=__doc__,
    check=check,
)
