"""Intervals (区间): what a printed figure allows, and arithmetic between what two of them allow (domain brief §3.1).

A printed v with d decimals stands for [v − ½·10⁻ᵈ, v + ½·10⁻ᵈ) when it was rounded and for [v, v + 10⁻ᵈ) when its tail was cut off.
Figures are never compared for equality after rounding: two figures agree when what they allow overlaps.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from taizhang.paper.quantities.magnitudes import decimals
from taizhang.paper.quantities.quantity import Bound

HALF = Decimal("0.5")
HUNDRED = Decimal(100)
# 超过50亿元 is no licence for 80: beyond a tenth more, a writer would have named a rounder figure.
PLAUSIBLE_EXCESS = Decimal("1.1")
PLAUSIBLE_NEARNESS = Decimal("0.9")


class Mode(StrEnum):
    """Mode (修约方式): how the figure lost its tail."""

    ROUNDED = "rounded"  # 四舍五入
    TRUNCATED = "truncated"  # 截尾


@dataclass(frozen=True, slots=True)
class Interval:
    """Interval (区间): from ``low`` (included) to ``high`` (left out); a point where the two are equal."""

    low: Decimal
    high: Decimal

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: "Interval") -> "Interval":
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def __truediv__(self, other: "Interval") -> "Interval":
        """Quotient; the divisor must not hold zero."""
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def overlaps(self, other: "Interval") -> bool:
        """Whether some value is allowed by both."""
        if self.low == self.high or other.low == other.high:
            return self.low <= other.high and other.low <= self.high
        return self.low < other.high and other.low < self.high

    def scaled(self, factor: Decimal) -> "Interval":
        """Both ends times a positive factor."""
        return Interval(self.low * factor, self.high * factor)

    def printed(self, places: int = 2) -> str:
        """``[212.72, 212.98]``: for messages."""
        step = Decimal(1).scaleb(-places)
        return f"[{self.low.quantize(step):f}, {self.high.quantize(step):f}]"


def point(value: Decimal) -> Interval:
    """An exact value, such as a target growth."""
    return Interval(value, value)


def allowed(
    value: Decimal, bound: Bound = Bound.EXACT, mode: Mode = Mode.ROUNDED, places: int | None = None
) -> Interval:
    """What a printed figure allows; ``places`` overrules the decimals printed (a column's precision, dropped zeros)."""
    width = Decimal(1).scaleb(-(decimals(value) if places is None else places))
    if bound in {Bound.MORE_THAN, Bound.AT_LEAST}:
        return Interval(value, value * PLAUSIBLE_EXCESS if value > 0 else value + width)
    if bound is Bound.NEARLY:
        return Interval(value * PLAUSIBLE_NEARNESS, value)
    if mode is Mode.TRUNCATED:
        return Interval(value, value + width) if value >= 0 else Interval(value - width, value)
    return Interval(value - width * HALF, value + width * HALF)


def grown(base: Interval, percent: Interval) -> Interval:
    """A base grown by so many per cent."""
    return base * growth_factor(percent)


def implied_base(level: Interval, percent: Interval) -> Interval | None:
    """The base a level and its growth imply; None where growth could be −100 %."""
    factor = growth_factor(percent)
    return None if factor.low <= 0 else level / factor


def growth_factor(percent: Interval) -> Interval:
    """1 + g/100."""
    return Interval(1 + percent.low / 100, 1 + percent.high / 100)
