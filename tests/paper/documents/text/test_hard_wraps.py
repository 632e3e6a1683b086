"""Lines broken where the page ended are told from lines broken where the paragraph did."""

import textwrap

import pytest

from taizhang.paper.documents.text.hard_wraps import continued_lines, page_number

PARAGRAPHS = [
    "初步核算，全年地区生产总值1204.1亿元，按不变价格计算，比上年增长4.2%。其中，第一产业增加值12.3亿元，增长3.1%；"
    "第二产业增加值402.6亿元，增长5.0%；第三产业增加值789.2亿元，增长3.8%。",
    "年末全区常住人口81.2万人，城镇新增就业1.5万人，城镇登记失业率控制在3%以内，居民消费价格比上年上涨1.9%。",
    "全年固定资产投资比上年增长8.8%，其中工业技术改造投资增长12.1%，民间投资占全部投资的比重达到百分之六十三点五。",
]


def _wrapped(width: int) -> tuple[list[str], list[int]]:
    """Paragraphs set to a width, and the number of lines of each."""
    set_lines = [textwrap.wrap(paragraph, width) for paragraph in PARAGRAPHS]
    return [line for lines in set_lines for line in lines], [len(lines) for lines in set_lines]


def test_each_paragraph_of_a_wrapped_text_is_held_together() -> None:
    lines, counts = _wrapped(25)
    expected, start = set[int](), 0
    for count in counts:
        expected.update(range(start, start + count - 1))
        start += count
    assert continued_lines(lines) == expected


def test_a_line_short_because_a_number_did_not_fit_goes_on() -> None:
    lines, _ = _wrapped(25)
    head = ["全年全区实现一般公共预算收入比上年同口径增长", "12345.67亿元，增长4%。"]
    assert 0 in continued_lines([*head, *lines])


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    lines, _ = _wrapped(25)
    cut = [*lines[:2], "", "— 12 —", "", *lines[2:]]
    assert {1, 2, 3, 4} <= continued_lines(cut)


def test_an_indented_line_is_a_new_paragraph_even_after_a_full_one() -> None:
    lines, _ = _wrapped(25)
    assert continued_lines([*lines[:2], "　　" + lines[2], *lines[3:]]) == continued_lines(lines) - {1}


def test_headings_between_wrapped_lines_stand_alone() -> None:
    lines, _ = _wrapped(25)
    assert 0 not in continued_lines(["一、综合", *lines])


def test_a_text_of_whole_paragraphs_has_no_wraps() -> None:
    assert continued_lines(PARAGRAPHS * 5) == frozenset()


def test_a_table_of_one_cell_a_line_has_no_wraps() -> None:
    assert continued_lines(["指标", "单位", "目标", "地区生产总值", "亿元", "852.3"] * 10) == frozenset()


@pytest.mark.parametrize(
    ("line", "number"), [("— 3 —", 3), ("-12-", 12), ("第 5 页 共 9 页", 5), ("2023", None), ("—— 2023年计划", None)]
)
def test_page_numbers_are_known_by_what_stands_around_them(line: str, number: int | None) -> None:
    assert page_number(line) == number


def test_a_list_of_sentences_of_one_length_has_no_wraps() -> None:
    assert continued_lines(["全区新增规模以上工业企业二十家以上，增长百分之十。"] * 20) == frozenset()
