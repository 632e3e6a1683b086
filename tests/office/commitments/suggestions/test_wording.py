"""Targets as people say them."""

from decimal import Decimal

import pytest

from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.commitments.suggestions.wording import amount, in_chinese, in_english


def target(aspect, value, unit, bound="exact", high=None, action=""):
    return Target(aspect, Decimal(value), high and Decimal(high), unit, bound, "2024", action)


@pytest.mark.parametrize(
    ("promised", "chinese", "english"),
    [
        (target("growth", "6", "%", "about"), "增长6%左右", "up about 6%"),
        (target("growth", "-3.5", "%"), "下降3.5%", "down 3.5%"),
        (target("growth", "4.5", "%", "range", "5"), "增长4.5%—5%", "up 4.5%—5%"),
        (target("growth", "1", "番"), "翻1番", "up 1番"),
        (target("level", "3", "家", "at_least", action="新增"), "新增3家以上", "at least 3家 (新增)"),
        (target("level", "852.30", "亿元"), "852.30亿元", "852.30亿元"),
        (target("level", "50", "亿元", "more_than"), "超过50亿元", "more than 50亿元"),
        (target("level", "3", "%", "at_most", action="控制在"), "控制在3%以内", "at most 3% (控制在)"),
        (target("level", "9", "万吨", "nearly"), "接近9万吨", "nearly 9万吨"),
        (target("change", "2", "个百分点"), "提高2个百分点", "up 2个百分点"),
        (target("change", "-8", "天"), "减少8天", "down 8天"),
        (target("rank", "3", "位"), "第3位", "rank 3"),
        (Target(expression="稳中提质"), "稳中提质", "稳中提质"),
        (Target(), "", ""),
    ],
)
def test_a_target_is_said_in_plain_words(promised, chinese, english):
    assert in_chinese(promised) == chinese
    assert in_english(promised) == english


def test_a_negative_figure_has_a_true_minus_sign():
    assert amount(Decimal("-6.5"), "%") == "−6.5%"


def test_without_a_figure_there_is_nothing_to_say():
    assert amount(None, "%") == ""
