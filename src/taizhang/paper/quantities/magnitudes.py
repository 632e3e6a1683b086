"""Magnitudes (数量级): 万 and 亿 before a unit, so that 7000万元 and 0.7亿元 can be compared (SDMX UNIT_MULT)."""

from decimal import Decimal
from functools import lru_cache

# Longest first: 万亿 must not be read as 万.
POWERS = {"万亿": 12, "千亿": 11, "百亿": 10, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "百": 2}

# 千 and 百 begin units of their own (千米, 千瓦, 百分点), where they are no magnitude of ours.
WHOLE = ("千米", "千瓦", "千克", "千伏", "百分", "千分", "千卡")


@lru_cache(maxsize=1024)
def split_magnitude(unit: str) -> tuple[int, str]:
    """The power of ten a unit begins with, and the unit without it: ``万平方米`` → (4, ``平方米``)."""
    for word, power in POWERS.items():
        if unit.startswith(word) and not unit.startswith(WHOLE):
            return power, unit.removeprefix(word)
    return 0, unit


def in_plain_units(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """A value without its magnitude: 804.1 亿元 → (80410000000, 元)."""
    power, plain = split_magnitude(unit)
    return value.scaleb(power), plain


def decimals(value: Decimal) -> int:
    """Decimal places printed: 804.1 → 1, 57340 → 0."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
