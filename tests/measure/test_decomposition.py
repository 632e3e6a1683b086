"""A target divided: the shares add up to the last digit, nothing falls through the year, and a target not kept is seen."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.measure.decomposition import (
    Must,
    Part,
    TooFineError,
    UnweightableError,
    apportion,
    evenly,
    falls,
    growth_together,
    judge,
    rounded,
    through_the_year,
)

PLACES = st.integers(0, 3)
COUNTS = st.integers(-10_000_000, 10_000_000)
WEIGHTS = st.lists(st.decimals(0, 1_000_000, places=2), min_size=1, max_size=40).filter(any)


def of(count, places):
    return Decimal(count).scaleb(-places)


@given(COUNTS, PLACES, WEIGHTS)
def test_shares_add_up_to_the_total_exactly(count, places, weights):
    total = of(count, places)
    shares = apportion(total, weights, places)
    assert sum(shares) == total
    assert all(share == share.quantize(Decimal(1).scaleb(-places)) for share in shares)


@given(COUNTS, PLACES, WEIGHTS)
def test_no_share_is_a_whole_digit_away_from_its_quota(count, places, weights):
    total = of(count, places)
    whole = sum(map(Fraction, weights))
    for share, weight in zip(apportion(total, weights, places), weights, strict=True):
        quota = Fraction(total) * Fraction(weight) / whole
        assert abs(Fraction(share) - quota) < Fraction(1, 10**places)


@given(st.integers(0, 10_000_000), PLACES, WEIGHTS)
def test_who_weighs_more_never_takes_less(count, places, weights):
    taken = sorted(zip(weights, apportion(of(count, places), weights, places), strict=True))
    assert [share for _weight, share in taken] == sorted(share for _weight, share in taken)


@given(st.integers(0, 10_000_000), PLACES, st.integers(1, 40))
def test_even_parts_differ_by_one_digit_at_most(count, places, units):
    shares = evenly(of(count, places), units, places)
    assert max(shares) - min(shares) <= Decimal(1).scaleb(-places)


@given(st.lists(st.integers(0, 1_000_000), min_size=1, max_size=30), PLACES, st.data())
def test_through_the_year_nobody_falls_and_every_column_adds_up(counts, places, data):
    percents = sorted(data.draw(st.lists(st.decimals(0, 100, places=1), min_size=3, max_size=3)))
    shares = [of(count, places) for count in counts]
    rows = through_the_year(shares, percents, places)
    assert [row[-1] for row in rows] == shares
    assert not any(list(falls(row)) for row in rows)
    for at, percent in enumerate(percents):
        assert sum(row[at] for row in rows) == rounded(Fraction(sum(shares)) * Fraction(percent) / 100, places)


@given(st.lists(st.tuples(st.decimals(-50, 50, places=1), st.decimals("0.1", 1000, places=1)), min_size=1))
def test_growth_together_lies_between_the_slowest_and_the_fastest(pairs):
    growth = growth_together([Part(value, basis) for value, basis in pairs])
    assert min(value for value, _ in pairs) <= growth <= max(value for value, _ in pairs)


@given(st.lists(st.decimals(-100, 100, places=2), min_size=1), st.decimals(-100, 100, places=2))
def test_what_each_must_hold_fails_exactly_where_it_names_a_share(values, target):
    parts = [Part(value) for value in values]
    floor, cap = judge(Must.EACH_AT_LEAST, target, parts), judge(Must.EACH_AT_MOST, target, parts)
    assert floor.holds == (not floor.failing) == all(value >= target for value in values)
    assert cap.holds == (not cap.failing) == all(value <= target for value in values)


@given(st.fractions(-1000, 1000), PLACES)
def test_rounding_is_never_off_by_more_than_half_a_digit(value, places):
    assert abs(Fraction(rounded(value, places)) - value) <= Fraction(1, 2 * 10**places)


def test_three_towns_share_a_hundred():
    assert evenly(Decimal(100), 3, 0) == (Decimal(34), Decimal(33), Decimal(33))
    assert evenly(Decimal("10.0"), 3, 1) == (Decimal("3.4"), Decimal("3.3"), Decimal("3.3"))


def test_a_half_goes_away_from_nought():
    assert rounded(Fraction(5, 2), 0) == 3
    assert rounded(Fraction(-5, 2), 0) == -3
    assert str(rounded(Fraction(12), 1)) == "12.0"


def test_a_sum_below_the_floor_is_what_is_missing():
    verdict = judge(Must.SUM_AT_LEAST, Decimal(10000), [Part(Decimal(6000)), Part(Decimal(3900))])
    assert not verdict.holds
    assert (verdict.reached, verdict.difference) == (9900, -100)


def test_a_sum_above_the_cap_is_what_is_too_much():
    verdict = judge(Must.SUM_AT_MOST, Decimal("3.2"), [Part(Decimal("1.7")), Part(Decimal("1.6"))])
    assert not verdict.holds
    assert verdict.difference == Fraction(1, 10)


def test_growth_is_weighed_by_last_year_and_not_by_the_number_of_units():
    parts = [Part(Decimal(10), Decimal(100)), Part(Decimal(2), Decimal(300))]
    verdict = judge(Must.WEIGHTED_AT_LEAST, Decimal(6), parts)
    assert verdict.reached == 4  # the plain mean would be 6
    assert not verdict.holds


def test_a_growth_that_only_rounds_to_the_target_is_not_enough():
    parts = [Part(Decimal("5.9"), Decimal(999)), Part(Decimal(6), Decimal(1000))]
    assert not judge(Must.WEIGHTED_AT_LEAST, Decimal(6), parts).holds


def test_a_figure_that_is_not_said_is_passed_over():
    assert list(falls([Decimal(3), None, Decimal(2), Decimal(5)])) == [2]


@pytest.mark.parametrize("weights", [[], [Decimal(0)], [Decimal(2), Decimal(-1)]])
def test_weights_that_say_nothing_are_refused(weights):
    with pytest.raises(UnweightableError):
        apportion(Decimal(1), weights, 0)


def test_a_total_finer_than_its_shares_is_refused():
    with pytest.raises(TooFineError):
        apportion(Decimal("1.25"), [Decimal(1)], 1)


def test_seasons_that_fall_are_refused():
    with pytest.raises(UnweightableError):
        through_the_year([Decimal(1)], [Decimal(50), Decimal(40), Decimal(75)], 0)


def test_growth_without_last_year_cannot_be_weighed():
    with pytest.raises(UnweightableError):
        judge(Must.WEIGHTED_AT_LEAST, Decimal(6), [Part(Decimal(6))])
