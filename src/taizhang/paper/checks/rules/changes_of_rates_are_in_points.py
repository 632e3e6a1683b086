"""Changes of rates are in percentage points (比率的变动用百分点).

查什么：比重、率、比例一类指标提高或下降多少，应当用“百分点”；写成“%”的，提请核实。总量指标的增速也不能写成“增长几个百分点”。
为什么：占比由40%“提高5%”是42%，“提高5个百分点”是45%，一字之差，目标差出一截。
有问题：高新技术产业产值占比同比提高3.2%。
没问题：报销比例提高10个百分点；一般公共预算收入增长5.5%。
怎么办：确是两个比率相减的，改为“百分点”；确是比率本身的相对变化的，写明“相对提高”。
"""

import re
from collections.abc import Iterator
from functools import cache

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.checks.word_lists import word_lists

_WORDS = "changes_of_rates_are_in_points"
# The verb stands this near before the number.
_REACH = 5
# A rate's name ends this near before its number: 比重提升至.
_NAME_REACH = 8


def check(case: Case) -> Iterator[Finding]:
    """One finding for each change whose unit does not fit what changes."""
    words = word_lists(_WORDS)
    before: Fact | None = None
    for fact in case.facts.everything:
        last, before = before, fact
        if fact.is_in_table or fact.unit not in {"%", "个百分点"}:
            continue
        lead = case.text[fact.span.start - _REACH : fact.span.start]
        if fact.unit == "%" and any(verb in lead for verb in words["verbs"]):
            if _is_change_of_rate(case, fact) or (last is not None and _follows_rate(case, last, fact)):
                yield _rate_in_percent(case, fact)
        elif fact.unit == "个百分点" and lead.endswith("增长") and _is_amount(case, fact):
            yield _amount_in_points(case, fact)


def _is_change_of_rate(case: Case, fact: Fact) -> bool:
    """Whether what changes is called a rate."""
    words = word_lists(_WORDS)
    name = _name(case, fact) if fact.role in {"growth", "change"} else ""
    return name.endswith(tuple(words["rates"])) and not name.endswith(tuple(words["no_rates"]))


def _follows_rate(case: Case, last: Fact, fact: Fact) -> bool:
    """占比为34%，比上年提高1.3%: whether the number before is a rate, and this one says no more than how it moved."""
    between = "".join(case.text[last.span.end : fact.span.start].split())
    if last.unit != "%" or not _moved().fullmatch(between):
        return False
    assert last.statement is not None, "facts of the text come first"
    start = max(last.statement.sentence.start, last.span.start - _NAME_REACH)
    return _called_rate().search("".join(case.text[start : last.span.start].split())) is not None


@cache
def _moved() -> re.Pattern[str]:
    """What stands between a rate and the change of it; 增长 there is rather the growth of the amount itself."""
    verbs = (verb for verb in word_lists(_WORDS)["verbs"] if not verb.startswith("增"))
    return re.compile(rf"[，、,]?(?:[比较]?(?:去年|上年)(?:同期)?|同比|近?\d*五?年|)(?:{'|'.join(verbs)})了?")


@cache
def _called_rate() -> re.Pattern[str]:
    """A rate's name with the word that leads to its number."""
    return re.compile(rf"(?:{'|'.join(word_lists(_WORDS)['rates'])})(?<!增长率)[约为是达到提升高至超过]*$")


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
