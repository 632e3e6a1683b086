"""Slips (笔误): two printed numbers that are alike but for what a tired hand does: one digit, two swapped, the point, 万 for 亿."""

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from operator import ne

from taizhang.paper.checks.intervals import Interval, allowed
from taizhang.paper.quantities.magnitudes import decimals, split_magnitude

# 万 for 亿, and 万 or 亿 for nothing at all.
_MAGNITUDES = tuple(Decimal(1).scaleb(power) for power in (4, 8))
# A lost point, a zero more.
_SHIFTS = (*(Decimal(1).scaleb(power) for power in (1, 2, 3)), *_MAGNITUDES)


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
    return _is_shifted(one, other) or _has_other_digit(one, other) or _is_swapped(one, other) or _is_swapped(other, one)


def is_of_another_magnitude(one: Printed, other: Printed) -> bool:
    """Whether moving the point, or another magnitude before the unit, would make the two agree."""
    return _agree_when_moved(one, other, _SHIFTS)


def is_wan_for_yi(one: Printed, other: Printed) -> bool:
    """Whether 万 for 亿, or one of them too many, would make the two agree."""
    return _agree_when_moved(one, other, _MAGNITUDES)


def _agree_when_moved(one: Printed, other: Printed, shifts: tuple[Decimal, ...]) -> bool:
    small, large = sorted((one.range, other.range), key=lambda interval: interval.low)
    return any(small.scaled(shift).overlaps(large) for shift in shifts)


def _is_shifted(one: Printed, other: Printed) -> bool:
    """Whether the digits are the same and the point or the magnitude is not; one digit alone is too little to tell."""
    digits, others = _significant(one), _significant(other)
    return digits == others or (min(len(digits), len(others)) > 1 and is_of_another_magnitude(one, other))


def _significant(number: Printed) -> str:
    return str(abs(number.value)).replace(".", "").strip("0")


def _has_other_digit(one: Printed, other: Printed) -> bool:
    """Whether the digits are the same but for one of them."""
    coarse = max(one, other, key=lambda number: number.step)
    return any(
        len(digits) == len(others) and sum(map(ne, digits, others)) <= 1
        for rounding in (ROUND_HALF_UP, ROUND_DOWN)
        for digits, others in [[_digits(number, coarse, rounding) for number in (one, other)]]
    )


def _digits(number: Printed, coarse: Printed, rounding: str) -> str:
    """0.04 has the three digits 004: one less or one more is no slip of one digit."""
    digits = str((number.size / coarse.step).to_integral_value(rounding))
    return digits.zfill(decimals(coarse.value) + 1)


def _is_swapped(one: Printed, other: Printed) -> bool:
    """Whether the first would agree with the other had two of its neighbouring digits changed places."""
    _, digits, exponent = one.value.as_tuple()
    assert isinstance(exponent, int), "printed numbers are finite"
    swaps = ((*digits[:at], digits[at + 1], digits[at], *digits[at + 2 :]) for at in range(len(digits) - 1))
    values = (Decimal((0, swapped, exponent)) for swapped in swaps if swapped != digits)
    return any(Printed(value, one.unit).range.overlaps(other.range) for value in values)
