"""Statements of whole documents: where they stand, and that no text breaks the reading."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taizhang.paper.blocks.assemble import assemble_blocks
from taizhang.paper.blocks.block import Paragraph
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.errors import PaperError
from taizhang.paper.outline.build import build_outline
from taizhang.paper.outline.section import FrontMatter, Outline
from taizhang.paper.spans import Span
from taizhang.paper.statements.extract import extract_statements

WORDS = [
    "地区生产总值", "增长", "分别", "均", "完成", "达到", "由", "从", "增至", "5.5%", "3个", "第3位", "12亿元", "两家", "万亿元", "2.1∶1", "4%—5%", "2022年", "到2030年",
    "五年来", "、", "，", "。", "；", "（", "）", "“", "”", "以上", "左右", "约", "和", "的", "占", "高于全国", "0.5个百分点", "翻番", "\n", " ", "1：2：3", "比2020年",
]  # fmt: skip


def test_a_statement_knows_its_place(statements_of):
    text = (
        "云溪区2023年计划\n\n一、2022年回顾\n\n（一）工业稳中向好。一是建成项目3个，完成投资2亿元。二是新增企业5家。\n"
        "（二）农业稳中向好。新增大棚6处。\n二、2023年任务\n抓好落实。\n"
    )
    found = statements_of(text)
    assert [statement.quote for statement in found] == ["3个", "2亿元", "5家", "6处"]
    assert all(statement.span.quote(text) == statement.quote for statement in found)
    assert found[0].sentence.quote(text) == "一是建成项目3个，完成投资2亿元。"
    assert found[2].section == ("一、", "（一）", "二是")


def test_what_flows_over_a_line_break_keeps_its_place_in_the_source():
    source = "全市收入完成 12.5\n亿元，增长6.1%。"
    places = tuple(place for place, mark in enumerate(source) if mark != "\n")
    paragraph = Paragraph(Span(0, len(source)), source.replace("\n", ""), offsets=places)
    level, growth = extract_statements(Outline((), (paragraph,), FrontMatter(review_year="2022")), source)
    assert (level.unit, level.quote, level.span.quote(source)) == ("亿元", "12.5\n亿元", "12.5\n亿元")
    assert growth.span.quote(source) == "6.1%"


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("低保标准从每人500元/月提高到560元/月。", "元/月"),
        ("补助标准达到6000元/年。", "元/年"),
        ("产量达到3吨/亩。", "吨/亩"),
    ],
)
def test_a_rate_keeps_what_it_is_counted_by(reviewed, words, unit):
    assert {statement.unit for statement in reviewed(words)} == {unit}


@pytest.mark.parametrize("words", ["平均受教育年限从9.1年提升至9.8年。", "人均预期寿命由77.1岁提高到77.9岁。"])
def test_years_and_ages_with_decimals_are_measures(reviewed, words):
    assert len(reviewed(words)) == 2


def test_money_that_was_won_is_no_hope(reviewed):
    (statement,) = reviewed("全区累计争取到位上级资金3.2亿元。")
    assert statement.modality == "actual"


def test_an_indicator_of_the_catalogue_is_recognised(reviewed):
    (statement,) = reviewed("全区地区生产总值增长5.5%。")
    assert statement.indicator is not None


def holds(text):
    try:
        document = open_bytes("计划.txt", text.encode("utf-8", "ignore"))
    except PaperError:
        return
    for statement in extract_statements(build_outline(assemble_blocks(document), document.text), document.text):
        assert 0 <= statement.span.start < statement.span.end <= len(document.text)
        assert statement.sentence.contains(statement.span)
        assert statement.span.quote(document.text) == statement.quote
        assert statement.value.is_finite()


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_arbitrary_text_never_breaks_the_reading(text):
    holds(text)


@given(st.lists(st.sampled_from(WORDS), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_heap_of_plan_words_is_read_inside_its_sentences(words):
    holds("".join(words))


def test_the_work_grows_with_the_length_of_a_clause_without_marks(statements_of):
    assert len(statements_of("新增企业3个" * 20_000)) == 20_000
