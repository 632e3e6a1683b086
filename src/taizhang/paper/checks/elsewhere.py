"""Elsewhere (别处同一事项): the figures of two papers of one region that are about the same thing, side by side."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from taizhang.paper.bindings.bind import is_elsewhere
from taizhang.paper.checks.case import Case
from taizhang.paper.checks.facts import Fact
from taizhang.paper.indicators.catalogue import indicators
from taizhang.paper.quantities.magnitudes import split_magnitude
from taizhang.paper.statements.statement import Doubt

_UNSURE = frozenset({Doubt.SUBJECT_GUESSED, Doubt.PERIOD_GUESSED, Doubt.SCOPE_UNCLEAR})


class Topic(NamedTuple):
    """Topic (所指): what two figures must share to be about the same thing."""

    indicator: str
    role: str
    period: str
    unit: str


@dataclass(frozen=True, slots=True)
class Encounter:
    """Encounter (两处同一事项): what this paper and another say about one topic.

    Attributes:
        topic: what both are about.
        here: figures of the paper being checked, in order.
        there: figures of the other paper, in order.
    """

    topic: Topic
    here: tuple[Fact, ...]
    there: tuple[Fact, ...]


def encounters(case: Case, other: Case, modality: str, other_modality: str | None = None) -> Iterator[Encounter]:
    """The topics of which both papers say something, each in a manner; none where they are about two regions."""
    if not is_same_region(case, other):
        return
    there = figures(other, other_modality or modality)
    for topic, here in figures(case, modality).items():
        if topic in there:
            yield Encounter(topic, here, there[topic])


def figures(case: Case, modality: str) -> Mapping[Topic, tuple[Fact, ...]]:
    """The figures of whole years about indicators of the catalogue that nobody could take for something else."""
    found: dict[Topic, list[Fact]] = defaultdict(list)
    for fact in case.facts.everything:
        if fact.modality == modality and _is_plain(fact, case):
            found[_topic(fact)].append(fact)
    return {topic: tuple(facts) for topic, facts in found.items()}


def nearest(facts: tuple[Fact, ...], to: Fact) -> Fact:
    """Of several figures the one most like another: the rest are rather about a part of it."""
    return min(facts, key=lambda fact: abs(fact.plain[0] - to.plain[0]))


def is_same_region(case: Case, other: Case) -> bool:
    """Whether two papers are about one region, as far as they say; 甲市乙区 and 乙区 are one."""
    one, two = case.plan.outline.front.region, other.plan.outline.front.region
    return not one or not two or one.endswith(two) or two.endswith(one)


def _topic(fact: Fact) -> Topic:
    assert fact.period is not None, "whole years only"
    return Topic(fact.key, fact.role, fact.period, split_magnitude(fact.unit)[1].replace("％", "%"))


def _is_plain(fact: Fact, case: Case) -> bool:
    if fact.key not in indicators() or fact.period is None or len(fact.period) != len("2023"):
        return False
    if fact.role == "growth":
        return fact.unit in {"%", "％"} and _is_certain(fact, case)
    usual = {split_magnitude(unit)[1] for unit in indicators()[fact.key].units}
    return fact.role == "level" and split_magnitude(fact.unit)[1] in usual and _is_certain(fact, case)


def _is_certain(fact: Fact, case: Case) -> bool:
    statement = fact.statement
    if statement is None:
        return True
    is_doubtful = statement.is_optional or not _UNSURE.isdisjoint(statement.doubts)
    return (
        statement.basis in {None, "yoy"}
        and not is_doubtful
        and not is_elsewhere(statement, case.plan.outline.front.region)
    )
