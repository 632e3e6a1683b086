"""Paragraphs torn at a styled word are whole again; headings, signatures and short lines stay by themselves."""

import pytest

from taizhang.paper.blocks.tears import torn_lines

BODY = "全县空气质量稳中向好。推进露天焚烧整治，PM"


@pytest.mark.parametrize(
    "lines",
    [
        (BODY, "2.5", "平均浓度继续下降。"),
        ("明年农村工作的", "主要目标", "是：粮食稳产。"),
        ("所谓“粮头", "食尾", "”工程，是指粮食加工。"),
    ],
)
def test_a_styled_word_and_its_sentence_are_put_together(lines):
    assert torn_lines(lines) == {0, 1}


def test_no_line_begins_with_a_comma():
    assert torn_lines(("推进秸秆利用", "，减少焚烧。")) == {0}


@pytest.mark.parametrize(
    "lines",
    [
        ("二、农村工作", "粮食", "全年播种面积稳定。"),
        (BODY, "三、畜牧业", "生猪存栏增加。"),
        (BODY, "县农业局", "2031年3月1日"),
        ("粮食丰收。", "林业", "造林面积增加。"),
        (BODY, "", "平均浓度继续下降。"),
    ],
)
def test_lines_that_are_short_for_their_own_reasons_stay(lines):
    assert torn_lines(lines) == frozenset()
