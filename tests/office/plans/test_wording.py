"""Figures said in plain words, in either language."""

from decimal import Decimal

import pytest
from django.utils import translation

from taizhang.office.plans.wording import Understanding, basis_words, period_words


def understanding(**changes):
    usual = {
        "subject": "进出口总额",
        "aspect": "growth",
        "value": Decimal(5),
        "value_high": None,
        "unit": "%",
        "bound": "exact",
        "period": "2024",
        "modality": "actual",
        "basis": "yoy",
    }
    return Understanding(**(usual | changes))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "2024年，进出口总额比上年增长5%。"),
        ({"value": Decimal("-6.5")}, "2024年，进出口总额比上年下降6.5%。"),
        ({"modality": "target", "bound": "about"}, "2024年，进出口总额计划比上年增长5%左右。"),
        ({"value_high": Decimal("5.5"), "bound": "range"}, "2024年，进出口总额比上年增长5—5.5%。"),
        ({"aspect": "level", "unit": "亿元", "basis": "", "bound": "more_than"}, "2024年，进出口总额为超过5亿元。"),
        ({"aspect": "change", "unit": "个百分点", "value": Decimal(-2)}, "2024年，进出口总额比上年减少2个百分点。"),
        ({"aspect": "rank", "unit": "位", "basis": ""}, "2024年，进出口总额居第5位。"),
        ({"period": ""}, "进出口总额比上年增长5%。"),
        ({"subject": ""}, "2024年，（对象不明）比上年增长5%。"),
    ],
)
def test_a_figure_is_one_plain_sentence(changes, sentence):
    assert understanding(**changes).sentence() == sentence


def test_the_sentence_is_said_in_english_too():
    with translation.override("en"):
        told = understanding(modality="target", bound="at_least").sentence()
    assert told == "2024: 进出口总额 is to grow by at least 5% on the year before."


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2024", "2024年"),
        ("2021-2025", "2021—2025年"),
        ("2024H1", "2024年上半年"),
        ("2024Q3", "2024年第3季度"),
        ("2024-11", "2024年11月"),
        ("", ""),
        ("2024W12", "2024W12"),
    ],
)
def test_periods_are_said_as_people_say_them(period, words):
    assert period_words(period) == words


def test_what_growth_is_compared_with():
    assert [basis_words(basis) for basis in ("yoy", "average", "since:2020", "")] == ["比上年", "年均", "比2020年", ""]
