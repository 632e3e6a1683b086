"""Pairs (数值与增速): a level and the growth said of it in the same breath, and the base the two imply."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.paper.checks.facts import Fact, Facts
from taizhang.paper.checks.intervals import Interval, Mode, implied_base
from taizhang.paper.checks.latitude import latitude


@dataclass(frozen=True, slots=True)
class Pair:
    """Pair (数值与增速): an amount and by how much it grew on the year before, from one clause or one row.

    Attributes:
        level: the amount.
        growth: its growth in % on the year before.
    """

    level: Fact
    growth: Fact

    def base(self, mode: Mode = Mode.ROUNDED) -> Interval | None:
        """The amount of the year before that the two imply, in plain units; None where it cannot be told."""
        if self.level.value <= 0:
            return None
        return implied_base(latitude(self.level, mode), latitude(self.growth, mode))


def find_pairs(facts: Facts, text: str) -> tuple[Pair, ...]:
    """Every pair of the running text, then of the tables."""
    return (*_in_text(facts, text), *_in_tables(facts))


def nearest_before(facts: tuple[Fact, ...], fact: Fact) -> Fact | None:
    """The last of some facts that stands before another."""
    return max((one for one in facts if one.span.end <= fact.span.start), key=lambda one: one.span, default=None)


def is_yearly_growth(fact: Fact) -> bool:
    """Whether it is a growth in % on the year before."""
    return fact.role == "growth" and fact.unit == "%" and (fact.statement is None or fact.statement.basis == "yoy")


def _in_text(facts: Facts, text: str) -> Iterator[Pair]:
    for sentence in facts.by_sentence.values():
        for growth in filter(is_yearly_growth, sentence):
            levels = tuple(one for one in sentence if _is_level_of(one, growth))
            level = nearest_before(levels, growth) or next(iter(levels), None)
            # What comes after 其中 grew by itself, whatever its subject was taken to be.
            if level is not None and "其中" not in text[level.span.end : growth.span.start]:
                yield Pair(level, growth)


def _in_tables(facts: Facts) -> Iterator[Pair]:
    rows: dict[tuple[int, str | None, str], list[Fact]] = defaultdict(list)
    for fact in facts.everything:
        if fact.row is not None:
            rows[fact.row.span.start, fact.period, fact.modality].append(fact)
    for row in rows.values():
        levels = [fact for fact in row if fact.role == "level"]
        growths = [fact for fact in row if fact.role == "growth"]
        # A month's and a year's total side by side would be paired at random.
        if len(levels) == len(growths) == 1:
            yield Pair(levels[0], growths[0])


def _is_level_of(fact: Fact, growth: Fact) -> bool:
    return (
        fact.role == "level"
        and fact.unit not in {"%", "‰", ""}
        and (fact.key, fact.name) == (growth.key, growth.name)
        and (fact.period, fact.modality) == (growth.period, growth.modality)
    )
