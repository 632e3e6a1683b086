"""Intervals (区间): the tolerance of printed figures, with the founding arithmetic of the domain brief §3.3 as table."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.paper.checks.intervals import Mode, allowed, grown, implied_base, point
from taizhang.paper.quantities.quantity import Bound

figures = st.decimals(min_value=Decimal("0.1"), max_value=Decimal("100000"), places=1)
growths = st.decimals(min_value=Decimal("-50"), max_value=Decimal("150"), places=1)


@pytest.mark.parametrize(
    ("base", "percent", "target"),
    [
        ("804.1", "6", "852.3"),
        ("251.8", "10", "277"),
        ("346.1", "5", "363.4"),
        ("146.9", "5", "154.2"),
        ("54095", "6", "57340"),
    ],
)
def test_a_target_level_agrees_with_base_and_growth_though_rounding_moves_it(base, percent, target):
    expected = grown(allowed(Decimal(base)), point(Decimal(percent)))
    assert expected.overlaps(allowed(Decimal(target)))


def test_a_wrong_digit_does_not_agree():
    expected = grown(allowed(Decimal("804.1")), point(Decimal(6)))
    assert not expected.overlaps(allowed(Decimal("853.3")))


def test_two_growths_of_one_level_imply_bases_that_cannot_both_be_right():
    level = allowed(Decimal("346.1"))
    assert implied_base(level, allowed(Decimal("0.4"))).printed() == "[344.50, 344.94]"
    assert implied_base(level, allowed(Decimal("1.2"))).printed() == "[341.78, 342.21]"


def test_truncation_is_kept_apart_from_rounding():
    exact = Decimal("57340.70")
    assert not allowed(Decimal(57340)).overlaps(point(exact))
    assert allowed(Decimal(57340), mode=Mode.TRUNCATED).overlaps(point(exact))


def test_a_fall_to_less_than_nothing_has_no_base():
    assert implied_base(allowed(Decimal(3)), allowed(Decimal(-100))) is None


@pytest.mark.parametrize(
    ("bound", "inside", "outside"),
    [(Bound.MORE_THAN, "52", "49.9"), (Bound.NEARLY, "49", "50.1"), (Bound.EXACT, "50.4", "50.6")],
)
def test_a_hedge_opens_one_side_only(bound, inside, outside):
    interval = allowed(Decimal(50), bound)
    assert interval.overlaps(point(Decimal(inside)))
    assert not interval.overlaps(point(Decimal(outside)))


@given(figures, growths)
def test_rounding_a_true_product_never_makes_a_contradiction(base, percent):
    """Whatever the true values, printing them rounded must leave them consistent."""
    true_level = base * (1 + percent / 100)
    printed_level = true_level.quantize(Decimal("0.1"))
    assert grown(allowed(base), point(percent)).overlaps(allowed(printed_level))


@given(figures, growths)
def test_the_implied_base_holds_the_true_base(base, percent):
    printed_level = (base * (1 + percent / 100)).quantize(Decimal("0.1"))
    implied = implied_base(allowed(printed_level), point(percent))
    assert implied is not None
    assert implied.overlaps(allowed(base))
