"""Magnitudes (数量级)."""

from decimal import Decimal

import pytest

from taizhang.paper.quantities.magnitudes import decimals, in_plain_units, split_magnitude


@pytest.mark.parametrize(
    ("unit", "power", "plain"),
    [
        ("亿元", 8, "元"),
        ("万亿元", 12, "元"),
        ("万平方米", 4, "平方米"),
        ("千瓦", 0, "千瓦"),
        ("万千瓦", 4, "千瓦"),
        ("个百分点", 0, "个百分点"),
        ("百分点", 0, "百分点"),
        ("", 0, ""),
    ],
)
def test_a_unit_is_told_from_its_magnitude(unit, power, plain):
    assert split_magnitude(unit) == (power, plain)


def test_the_same_sum_in_two_magnitudes_is_equal():
    assert in_plain_units(Decimal(7000), "万元") == in_plain_units(Decimal("0.7"), "亿元")


@pytest.mark.parametrize(("value", "places"), [("804.1", 1), ("57340", 0), ("5.50", 2), ("1E+3", 0)])
def test_decimals_are_those_printed(value, places):
    assert decimals(Decimal(value)) == places
