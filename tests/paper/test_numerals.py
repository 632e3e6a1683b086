"""Numerals as printed, to Decimal."""

from decimal import Decimal

import pytest

from taizhang.paper.numerals import read_numeral


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", "12"),
        ("1,250.5", "1250.5"),
        ("１２．５", "12.5"),
        ("1.5万", "15000"),
        ("2亿", "200000000"),
        ("两", "2"),
        ("十", "10"),
        ("十一", "11"),
        ("三百五十", "350"),
        ("一千零二十", "1020"),
        ("三百五十万", "3500000"),
        ("两亿三千万", "230000000"),
        ("二〇二三", "2023"),
    ],
)
def test_a_numeral_is_read_as_it_is_printed(words, value):
    assert read_numeral(words) == Decimal(value)


@pytest.mark.parametrize("words", ["", "几", "若干", "1.2.3"])
def test_what_is_no_numeral_is_refused(words):
    with pytest.raises(ValueError, match="no numeral"):
        read_numeral(words)
