"""Where something stands, as a person would say it."""

import pytest

from taizhang.paper.reports.places import describe_place
from taizhang.paper.spans import Span

PLAN = """云河区2024年计划

一、2023年情况

（一）经济平稳。社零增长0.4%。

（二）民生改善。新增就业1万人。

附表

2024年主要指标

指标	单位	2023年实际	增长(%)
社会消费品零售总额	亿元	212.8	1.2
固定资产投资	亿元	100	9.1
"""


@pytest.mark.parametrize(
    ("quote", "zh", "en"),
    [
        ("0.4%", "一、（一）", "一、（一）"),
        ("1.2", "附表“2024年主要指标”", "annex “2024年主要指标”"),
        ("云河区", "正文", "body"),
    ],
)
def test_a_place_is_a_section_or_an_annex(read_file, quote, zh, en):
    plan = read_file(PLAN.encode(), "计划.txt")
    start = plan.document.text.index(quote)
    span = Span(start, start + len(quote))
    assert (describe_place(plan, span), describe_place(plan, span, "en")) == (zh, en)
