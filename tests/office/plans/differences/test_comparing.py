"""Two versions compared as a person reads them: paragraphs aligned, words marked, numbers whole."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taizhang.office.plans.differences.alignment import align
from taizhang.office.plans.differences.compare import Unit, compare, stretches
from taizhang.office.plans.differences.tokens import compare_words, tokens

SENTENCES = st.lists(st.text(alphabet="经济增长5.5%，稳中求进。", max_size=40), max_size=12)
WHATEVER = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a busy machine


def units(*texts):
    return [Unit(text, 0, len(text)) for text in texts]


def kinds(rows):
    return [row.kind for row in rows]


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("增长5.5%左右", ["增", "长", "5.5%", "左", "右"]),
        ("1,234亿元", ["1,234", "亿", "元"]),
        ("提高10个百分点", ["提", "高", "10个百分点"]),
        ("5G基站", ["5", "G", "基", "站"]),
        ("−6.5", ["−6.5"]),
    ],
)
def test_a_number_is_one_piece(words, cut):
    assert tokens(words) == cut


def test_a_number_that_changed_is_marked_whole():
    old, new, changes = compare_words("地区生产总值增长5.5%左右。", "地区生产总值增长6.5%左右。")
    assert [part for part in old if part.kind == "removed"] == [("removed", "5.5%")]
    assert [part for part in new if part.kind == "added"] == [("added", "6.5%")]
    assert changes == (("5.5%", "6.5%"),)


def test_one_character_in_common_does_not_break_a_change_in_two():
    _old, new, changes = compare_words("坚持稳中求进", "推动创新中发展")
    assert len(changes) == 1
    assert [part.kind for part in new] == ["added"]


def test_paragraphs_are_aligned_though_one_was_put_in():
    old = units("一、总体要求", "坚持稳中求进工作总基调，推动高质量发展。", "二、主要任务")
    new = units(
        "一、总体要求",
        "以下为新增的一段说明文字。",
        "坚持稳中求进工作总基调，推动高质量发展取得新成效。",
        "二、主要任务",
    )
    assert kinds(compare(old, new)) == ["same", "added", "changed", "same"]


def test_paragraphs_that_have_nothing_in_common_are_not_one():
    assert kinds(compare(units("甲乙丙丁戊己"), units("子丑寅卯辰巳"))) == ["removed", "added"]


def test_what_is_unchanged_is_gathered():
    rows = compare(units("一段", "二段", "三段改前的文字"), units("一段", "二段", "三段改后的文字"))
    assert [(each.is_same, len(each.rows)) for each in stretches(rows)] == [(True, 2), (False, 1)]


@WHATEVER
@given(SENTENCES, SENTENCES)
def test_nothing_is_lost_and_everything_is_in_order(old, new):
    rows = compare(units(*old), units(*new))
    assert ["".join(part.words for part in row.old) for row in rows if row.old_unit] == old
    assert ["".join(part.words for part in row.new) for row in rows if row.new_unit] == new


@WHATEVER
@given(st.text(alphabet="增长5.%以上下降12", max_size=60), st.text(alphabet="增长5.%以上下降12", max_size=60))
def test_the_parts_make_up_the_words(old, new):
    before, after, _changes = compare_words(old, new)
    assert "".join(part.words for part in before) == old
    assert "".join(part.words for part in after) == new


@WHATEVER
@given(SENTENCES)
def test_a_text_is_the_same_as_itself(text):
    assert set(kinds(compare(units(*text), units(*text)))) <= {"same"}


def test_texts_that_are_wholly_different_are_told_apart_without_end():
    ours, theirs = random.Random(1), random.Random(2)
    old = ["".join(ours.choices("天地玄黄宇宙洪荒日月盈昃", k=100)) for _ in range(200)]
    new = ["".join(theirs.choices("寒来暑往秋收冬藏闰余成岁", k=100)) for _ in range(200)]
    assert kinds(compare(units(*old), units(*new))) == ["removed"] * 200 + ["added"] * 200


def test_too_many_paragraphs_at_once_are_not_paired():
    old, new = [f"甲{number}" for number in range(600)], [f"甲{number}号" for number in range(600)]
    pairs = list(align(old, new))
    assert len(pairs) == 1200
