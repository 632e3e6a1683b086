"""Slips (笔误): two printed numbers that are alike but for what a tired hand does: one digit, two swapped, the point, 万 for 亿."""

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from taizhang.paper.checks.intervals import Interval, allowed
from taizhang.paper.quantities.magnitudes import decimals, split_magnitude

_PAIR = 2
# A lost point, a zero more, 万 for 亿, or 亿 for nothing at all.
_SHIFTS = tuple(Decimal(1).scaleb(power) for power in (1, 2, 3, 4, 8))


@dataclass(frozen=True, slots=True)
class Printed:
    """Printed number (印出的数): a value with its unit, as exactly as it was printed.

    Attributes:
        value: as printed, before the unit.
        unit: with its magnitude.
    """

    value: Decimal
    unit: str

    @property
    def size(self) -> Decimal:
        """The amount without its sign, in plain units."""
        return abs(self.value).scaleb(split_magnitude(self.unit)[0])

    @property
    def step(self) -> Decimal:
        """One of the last digit printed, in plain units."""
        return Decimal(1).scaleb(split_magnitude(self.unit)[0] - decimals(self.value))

    @property
    def range(self) -> Interval:
        """What it allows, without its sign, in plain units."""
        return allowed(abs(self.value)).scaled(Decimal(1).scaleb(split_magnitude(self.unit)[0]))


def is_slip(one: Printed, other: Printed) -> bool:
    """Whether one could be the other miswritten; the finer of two is compared as exactly as the coarser is printed."""
    coarse = max(one, other, key=lambda number: number.step)
    return _is_shifted(one, other) or any(
        _is_miswritten(*(_digits(number, coarse, rounding) for number in (one, other)))
        for rounding in (ROUND_HALF_UP, ROUND_DOWN)
    )


def is_of_another_magnitude(one: Printed, other: Printed) -> bool:
    """Whether moving the point, or another magnitude before the unit, would make the two agree."""
    small, large = sorted((one.range, other.range), key=lambda interval: interval.low)
    return any(small.scaled(shift).overlaps(large) for shift in _SHIFTS)


def _digits(number: Printed, coarse: Printed, rounding: str) -> str:
    """0.04 has the three digits 004: one less or one more is no slip of one digit."""
    digits = str((number.size / coarse.step).to_integral_value(rounding))
    return digits.zfill(decimals(coarse.value) + 1)


def _is_miswritten(one: str, other: str) -> bool:
    """Whether the digits are the same but for one of them, or for two neighbours that changed places."""
    if len(one) != len(other):
        return False
    places = [place for place in range(len(one)) if one[place] != other[place]]
    if len(places) != _PAIR:
        return len(places) <= 1
    first, second = places
    return second == first + 1 and one[first] == other[second] and one[second] == other[first]


def _is_shifted(one: Printed, other: Printed) -> bool:
    """Whether the digits are the same and the point or the magnitude is not; one digit alone is too little to tell."""
    return _significant(one) == _significant(other) or (
        min(len(_significant(one)), len(_significant(other))) > 1 and is_of_another_magnitude(one, other)
    )


def _significant(number: Printed) -> str:
    return str(abs(number.value)).replace(".", "").strip("0")
