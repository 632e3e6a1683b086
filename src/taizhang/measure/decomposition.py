"""Decomposition (分解): a target divided into shares that add up to the last printed digit, and whether shares keep a target.

Everything is exact: ``Decimal`` in, ``Decimal`` or ``Fraction`` out. A share is rounded to the digits that will be printed and
the rounding is settled among the shares, so that the column of a printed table adds up for whoever checks it by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

HUNDRED = Decimal(100)


class Must(StrEnum):
    """Must (校核规则): what must hold between the shares and the target."""

    SUM_AT_LEAST = "sum_at_least"
    SUM_AT_MOST = "sum_at_most"
    EACH_AT_LEAST = "each_at_least"
    EACH_AT_MOST = "each_at_most"
    WEIGHTED_AT_LEAST = "weighted_at_least"
    WEIGHTED_AT_MOST = "weighted_at_most"


class UnweightableError(ValueError):
    """Unweightable (无法加权): weights that are missing, negative, or all nought say nothing of how to divide."""

    def __init__(self) -> None:
        super().__init__(
            "权重要齐全、不为负，且合计大于零。Weights must be complete, not negative, and add up to more than nought."
        )


class TooFineError(ValueError):
    """Too fine (目标位数过细): a total with more digits than its shares may have cannot be met exactly."""

    def __init__(self, places: int) -> None:
        super().__init__(f"目标的小数多于{places}位，不能分得恰好。The total has more than {places} decimals.")


@dataclass(frozen=True, slots=True)
class Part:
    """Part (份额): what one unit takes, and what it weighs: its last year's figure, or nothing known."""

    value: Decimal
    basis: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Verdict (校核结果).

    Attributes:
        reached: what the shares come to: their sum, the lowest or highest of them, or the growth they make together.
        difference: reached less target; what is missing is negative under a floor, what is too much positive under a cap.
        holds: whether the rule is kept; compared exactly, never after rounding.
        failing: places of the shares that break it, where each is asked by itself.
    """

    must: Must
    target: Decimal
    reached: Fraction
    difference: Fraction
    holds: bool
    failing: tuple[int, ...] = ()


def apportion(total: Decimal, weights: Sequence[Decimal], places: int) -> tuple[Decimal, ...]:
    """Divide by weight, rounded by largest remainder: the shares add up to the total exactly.

    Where remainders are equal the heavier takes the digit, then the one named first.
    """
    if not weights or min(weights) < 0 or not sum(weights):
        raise UnweightableError
    digit = Decimal(1).scaleb(-places)
    count = Fraction(total) / Fraction(digit)
    if count.denominator != 1:
        raise TooFineError(places)
    if count < 0:
        return tuple(-each for each in apportion(-total, weights, places))
    whole = sum((Fraction(weight) for weight in weights), Fraction())
    quotas = [count * Fraction(weight) / whole for weight in weights]
    taken = [int(quota) for quota in quotas]
    by_claim = sorted(range(len(weights)), key=lambda at: (taken[at] - quotas[at], -weights[at], at))
    for at in by_claim[: int(count) - sum(taken)]:
        taken[at] += 1
    return tuple(Decimal(each) * digit for each in taken)


def evenly(total: Decimal, count: int, places: int) -> tuple[Decimal, ...]:
    """Divide into parts as equal as the digits allow."""
    return apportion(total, [Decimal(1)] * count, places)


def through_the_year(
    shares: Sequence[Decimal], percents: Sequence[Decimal], places: int
) -> tuple[tuple[Decimal, ...], ...]:
    """Each share's cumulative figures: at the end of each period but the last by ``percents`` of the year, then the year's own.

    What is added from one period to the next is apportioned by what each has left, so no unit ever falls, and in every
    period the units add up to that per cent of the whole, rounded.
    """
    if any(later < earlier for earlier, later in pairwise((Decimal(), *percents, HUNDRED))):
        raise UnweightableError
    whole = sum(shares, Decimal())
    reached = [Decimal()] * len(shares)
    columns = []
    for percent in percents:
        due = rounded(Fraction(whole) * Fraction(percent) / 100, places)
        left = [abs(share - so_far) for share, so_far in zip(shares, reached, strict=True)]
        step = due - sum(reached, Decimal())
        added = apportion(step, left, places) if step else [Decimal()] * len(shares)
        reached = [so_far + more for so_far, more in zip(reached, added, strict=True)]
        columns.append(tuple(reached))
    return tuple(zip(*columns, tuple(shares), strict=True)) if shares else ()


def rounded(value: Fraction, places: int) -> Decimal:
    """The nearest printed figure; a half goes away from nought, as official tables have it."""
    if value < 0:
        return -rounded(-value, places)
    twice = value * 10**places * 2 + 1
    return Decimal(twice.numerator // (twice.denominator * 2)).scaleb(-places)


def growth_together(parts: Sequence[Part]) -> Fraction:
    """The growth that the units' growths make for all of them together, each weighed by last year's figure."""
    if any(part.basis is None or part.basis < 0 for part in parts):
        raise UnweightableError
    weighed = [(Fraction(part.basis or 0), Fraction(part.value)) for part in parts]
    whole = sum((basis for basis, _value in weighed), Fraction())
    if not whole:
        raise UnweightableError
    return sum((basis * value for basis, value in weighed), Fraction()) / whole


def judge(must: Must, target: Decimal, parts: Sequence[Part]) -> Verdict:
    """Whether the shares keep the target."""
    is_floor = must in {Must.SUM_AT_LEAST, Must.EACH_AT_LEAST, Must.WEIGHTED_AT_LEAST}
    reached = _reached(must, parts)
    difference = reached - Fraction(target)
    failing: tuple[int, ...] = ()
    if must in {Must.EACH_AT_LEAST, Must.EACH_AT_MOST}:
        failing = tuple(
            at for at, part in enumerate(parts) if (part.value < target if is_floor else part.value > target)
        )
    return Verdict(must, target, reached, difference, difference >= 0 if is_floor else difference <= 0, failing)


def _reached(must: Must, parts: Sequence[Part]) -> Fraction:
    values = [Fraction(part.value) for part in parts]
    if must in {Must.WEIGHTED_AT_LEAST, Must.WEIGHTED_AT_MOST}:
        return growth_together(parts)
    if must == Must.EACH_AT_LEAST:
        return min(values, default=Fraction())
    if must == Must.EACH_AT_MOST:
        return max(values, default=Fraction())
    return sum(values, Fraction())


def falls(cumulative: Sequence[Decimal | None]) -> Iterator[int]:
    """Places at which a cumulative figure is less than one before it; what is not said is passed over."""
    highest: Decimal | None = None
    for at, value in enumerate(cumulative):
        if value is None:
            continue
        if highest is not None and value < highest:
            yield at
        highest = value if highest is None else max(highest, value)
