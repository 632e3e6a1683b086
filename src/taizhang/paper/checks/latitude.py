"""Latitude (余地): what a printed fact allows, its hedge word and its magnitude taken into account."""

from decimal import Decimal
from functools import lru_cache

from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.intervals import HALF, Interval, Mode, allowed, point
from taizhang.paper.quantities.magnitudes import decimals, split_magnitude
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.quantities.units import Family, match_unit

# 左右: three tenths of a point for a growth, three per cent for an amount (domain brief §2.3).
ABOUT_GROWTH = Decimal("0.3")
ABOUT_LEVEL = Decimal("0.03")
# 以内 is no licence for zero.
PLAUSIBLE_SHORTFALL = Decimal("0.9")


def latitude(fact: Fact, mode: Mode = Mode.ROUNDED) -> Interval:
    """What a fact allows, in plain units: 元 for a figure printed in 亿元."""
    power, _ = split_magnitude(fact.unit)
    return as_printed(fact, mode).scaled(Decimal(1).scaleb(power))


def as_printed(fact: Fact, mode: Mode = Mode.ROUNDED) -> Interval:
    """What a fact allows, in the unit it is printed in."""
    if fact.value_high is not None:
        return Interval(fact.value, fact.value_high)
    if fact.bound is Bound.ABOUT:
        slack = ABOUT_GROWTH if fact.role == "growth" else max(abs(fact.value) * ABOUT_LEVEL, ulp(fact) * HALF)
        return Interval(fact.value - slack, fact.value + slack)
    if fact.bound is Bound.AT_MOST and fact.value > 0:
        return Interval(fact.value * PLAUSIBLE_SHORTFALL, fact.value)
    if fact.bound is Bound.EXACT and is_count(fact):
        return point(fact.value)
    return allowed(fact.value, fact.bound, mode)


def is_count(fact: Fact) -> bool:
    """Whether it counts things one by one: 45个, never 1.5万人."""
    if fact.role != "level" or fact.value % 1:
        return False
    return _is_counter(fact.unit)


@lru_cache(maxsize=1024)
def _is_counter(words: str) -> bool:
    unit = match_unit(words, 0)
    return unit is not None and unit.family is Family.COUNT and unit.words == words


def is_exact(fact: Fact) -> bool:
    """Whether the figure is printed without a hedge and is no range."""
    return fact.bound is Bound.EXACT and fact.value_high is None


def ulp(fact: Fact) -> Decimal:
    """One unit of the last digit printed."""
    return Decimal(1).scaleb(-decimals(fact.value))


def in_unit_of(fact: Fact, interval: Interval, places: int = 2) -> str:
    """An interval of plain units, printed in the unit of a fact: ``[518.33, 519.56]亿元``."""
    power, _ = split_magnitude(fact.unit)
    return interval.scaled(Decimal(1).scaleb(-power)).printed(places) + fact.unit


def printed(fact: Fact) -> str:
    """The figure with its unit, for a message."""
    high = "" if fact.value_high is None else f"—{fact.value_high}"
    return f"{fact.value}{high}{fact.unit}"
