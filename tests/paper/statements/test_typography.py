"""One typography for all word processors, without losing the place in the source."""

from taizhang.paper.blocks.block import Paragraph
from taizhang.paper.spans import Span
from taizhang.paper.statements.typography import typeset


def words(text):
    return typeset(Paragraph(Span(0, len(text)), text)).text


def test_blanks_beside_numbers_and_letters_mean_nothing():
    assert words("新增超 1.2 万家、占 GDP 比重 3 %") == "新增超1.2万家、占GDP比重3 %"
    assert words("产业结构为 3 : 48 : 49。") == "产业结构为3:48:49。"


def test_blanks_that_part_columns_stay():
    assert words("项目  12  个") == "项目  12  个"


def test_western_marks_between_words_become_chinese_ones():
    assert words("收入3亿元(其中:甲1,200元,乙2元);支出,下降") == "收入3亿元（其中：甲1,200元，乙2元）；支出，下降"


def test_every_mark_keeps_its_place():
    source = "引进首店超 1000 家。"
    paragraph = typeset(Paragraph(Span(7, 7 + len(source)), source))
    place = paragraph.text.index("1000家")
    assert paragraph.locate(place, place + 5) == Span(7 + source.index("1000"), 7 + source.index("。"))


def test_a_number_with_blanks_is_read_with_its_hedge(reviewed):
    (statement,) = reviewed("引进首店、旗舰店超 1000 家。")
    assert (statement.subject, statement.quote, str(statement.bound)) == ("首店、旗舰店", "1000 家", "more_than")
