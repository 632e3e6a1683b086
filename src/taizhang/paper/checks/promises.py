"""Promises (目标兑现): what an earlier paper set as the target of a year, beside what this one reports for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.elsewhere import encounters, figures, is_same_region, nearest
from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.latitude import latitude
from taizhang.paper.indicators.catalogue import Direction, indicators
from taizhang.paper.quantities.quantity import Bound


@dataclass(frozen=True, slots=True)
class Promise:
    """Promise (上年目标): a target of the earlier paper.

    Attributes:
        target: the target as the earlier paper printed it.
        result: what this paper reports of the same, None where it reports nothing.
    """

    target: Fact
    result: Fact | None


def broken_promises(case: Case, other: Case) -> Iterator[Promise]:
    """The targets of another paper whose results here fall short of what they allow."""
    for meeting in encounters(case, other, "actual", "target"):
        target = meeting.there[0]
        is_due = meeting.topic.period == case.review_year
        if is_due and all(_falls_short(result, target) for result in meeting.here):
            yield Promise(target, nearest(meeting.here, target))


def forgotten_promises(case: Case, other: Case) -> Iterator[Promise]:
    """The targets of another paper for the year reported on of which this one says nothing at all."""
    if not is_same_region(case, other):
        return
    told = {fact.key for fact in case.facts.everything if fact.modality == "actual"}
    told_of: set[str] = set()
    for topic, targets in figures(other, "target").items():
        is_due = topic.period == case.review_year
        if is_due and topic.indicator not in told | told_of and not _is_named(case, topic.indicator):
            told_of.add(topic.indicator)
            yield Promise(targets[0], None)


def _falls_short(result: Fact, target: Fact) -> bool:
    """Whether no value the result allows meets the target; more than was meant is never short."""
    done, meant = latitude(result), latitude(target)
    direction = indicators()[target.key].direction
    if direction is Direction.LOWER or target.bound is Bound.AT_MOST:
        return done.low > max(meant.high, meant.low)
    return direction is Direction.HIGHER and done.high <= meant.low and done.low < meant.low


def _is_named(case: Case, code: str) -> bool:
    entry = indicators()[code]
    return any(name in case.text for name in (entry.name, *entry.aliases))
