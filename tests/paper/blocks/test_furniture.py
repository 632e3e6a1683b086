"""What a web page or a printed page adds to a document is left out of its blocks, and only that."""

import pytest

LONG = "今年以来全区上下齐心协力，抓春耕、稳生产、保供给，农业农村各项工作有序推进，群众得到实惠，发展后劲不断增强，为全年目标的实现打下了坚实的基础。"


def words_of(blocks):
    return [block.text for block in blocks]


def test_buttons_above_the_text_are_dropped(blocks_of):
    page = [
        "下载",
        "打印",
        "【字号：",
        "加大",
        "还原",
        "】",
        "2031年工作报告",
        "来源：农村日报",
        "时间：2031-02-02",
        LONG,
    ]
    assert words_of(blocks_of("\n".join(page))) == ["2031年工作报告", LONG]


def test_the_name_after_a_bare_label_goes_with_it(blocks_of):
    assert words_of(blocks_of(f"工作报告\n来源:\n农村日报\n{LONG}")) == ["工作报告", LONG]


def test_what_follows_the_text_on_the_page_is_dropped(blocks_of):
    assert words_of(blocks_of(f"工作报告\n{LONG}\n责任编辑：\n某某\n相关链接>>\n另一篇报道")) == ["工作报告", LONG]


def test_words_of_buttons_within_the_text_stay(blocks_of):
    assert words_of(blocks_of(f"{LONG}\n大\n{LONG}")) == [LONG, "大", LONG]


@pytest.mark.parametrize("number", ["— 3 —", "-12-", "第3页 共12页", "· 7 ·"])
def test_page_numbers_are_dropped_wherever_they_stand(blocks_of, number):
    assert words_of(blocks_of(f"{LONG}\n{number}\n{LONG}")) == [LONG, LONG]


@pytest.mark.parametrize("number", ["2031", "3", "12.5", "-42", "——"])
def test_bare_numbers_may_be_cells_and_stay(blocks_of, number):
    assert number in words_of(blocks_of(f"{LONG}\n{number}\n{LONG}"))


def test_the_text_of_the_document_keeps_them_all(blocks_of):
    text = f"下载\n打印\n{LONG}"
    (paragraph,) = blocks_of(text)
    assert paragraph.span.quote(text) == LONG
