"""Slips (笔误)."""

from decimal import Decimal

import pytest

from taizhang.paper.checks.slips import Printed, is_slip


def number(words: str, unit: str = "亿元") -> Printed:
    return Printed(Decimal(words), unit)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (number("512.6"), number("517.6")),  # one digit
        (number("512.6"), number("521.6")),  # two neighbours swapped
        (number("512.6"), number("5126")),  # the point lost
        (number("512.6", "万元"), number("512.6")),  # 万 for 亿
        (number("0.04", "%"), number("0.14", "%")),
        (number("3", "%"), number("8", "%")),
        (number("159.25"), number("1292522.12", "万元")),  # as exactly as the coarser
        (number("3.24"), number("33254", "万元")),  # 32354 with two digits swapped
    ],
)
def test_what_a_tired_hand_does_is_a_slip(one, other):
    assert is_slip(one, other)
    assert is_slip(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (number("512.6"), number("47.3")),
        (number("512.6"), number("563.6")),
        (number("15.1", "%"), number("5.1", "%")),  # a digit less is another number
        (number("2.5", "%"), number("0.3", "%")),  # one digit alone tells nothing of the point
        (number("3", "万元"), number("32432", "万元")),
    ],
)
def test_other_numbers_are_no_slips(one, other):
    assert not is_slip(one, other)
    assert not is_slip(other, one)
