"""Project lists (项目盘子): a count of projects and the amounts said of it in one breath.

“市重大项目42个，总投资518亿元，完成投资88.6亿元” is one list with three measures. 总投资 names nothing by itself;
within a list it does.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taizhang.paper.checks.facts import Fact, Facts
from taizhang.paper.checks.latitude import is_count
from taizhang.paper.checks.pairs import is_yearly_growth, nearest_before
from taizhang.paper.quantities.units import Family, match_unit

_HEADS = ("项目", "工程")
_MEASURES = ("投资", "投资额", "资金")
_TOO_BARE = frozenset({"项目", "工程", "个项目"})


@dataclass(frozen=True, slots=True)
class Measure:
    """Measure (一项数): one figure of a list and, where told, its growth.

    Attributes:
        level: the count or amount.
        growth: its growth on the year before, None where none is told.
    """

    level: Fact
    growth: Fact | None


@dataclass(frozen=True, slots=True)
class ProjectList:
    """Project list (项目盘子).

    Attributes:
        name: what the document calls it, 市重大项目.
        count: how many projects.
        amounts: name of an amount (总投资) → the amount.
    """

    name: str
    count: Measure
    amounts: Mapping[str, Measure]

    @property
    def period(self) -> str | None:
        """The year it is the list of."""
        return self.count.level.period

    @property
    def modality(self) -> str:
        """Whether it reports or plans."""
        return self.count.level.modality

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Count and amounts."""
        return (self.count, *self.amounts.values())

    def measure(self, name: str) -> Measure | None:
        """The measure of a name; the list's own name means its count."""
        return self.count if name == self.name else self.amounts.get(name)


def find_project_lists(facts: Facts) -> tuple[ProjectList, ...]:
    """Every project list of the running text, in order."""
    return tuple(found for sentence in facts.by_sentence.values() for found in _in_sentence(sentence))


def _in_sentence(sentence: tuple[Fact, ...]) -> Iterator[ProjectList]:
    heads = [fact for fact in sentence if _is_head(fact)]
    for place, head in enumerate(heads):
        end = heads[place + 1].span.start if place + 1 < len(heads) else sentence[-1].span.end
        stretch = [fact for fact in sentence if head.span.start <= fact.span.start and fact.span.end <= end]
        amounts = {fact.name: Measure(fact, _growth(fact, stretch)) for fact in stretch if _is_amount(fact)}
        yield ProjectList(head.name, Measure(head, _growth(head, stretch)), amounts)


def _is_head(fact: Fact) -> bool:
    return fact.name.endswith(_HEADS) and fact.name not in _TOO_BARE and is_count(fact)


def _is_amount(fact: Fact) -> bool:
    if fact.role != "level" or not fact.name.endswith(_MEASURES):
        return False
    unit = match_unit(fact.plain[1], 0)
    return unit is not None and unit.family is Family.MONEY


def _growth(level: Fact, stretch: list[Fact]) -> Fact | None:
    for fact in stretch:
        if is_yearly_growth(fact) and fact.name == level.name:
            levels = tuple(one for one in stretch if one.role == "level" and one.name == level.name)
            if nearest_before(levels, fact) is level:
                return fact
    return None
