"""A document that was no Word file comes back as one: headings, paragraphs and tables as such, comments on the words."""

import io

import docx
import openpyxl
import pytest
from tests.paper.reports.conftest import RULES

from taizhang.paper.checks.run import Checked
from taizhang.paper.reports.as_docx_comments import findings_as_docx

PLAN = """云河区2024年国民经济和社会发展计划

一、2023年计划执行情况

（一）经济稳步回升

地区生产总值完成512.6亿元，同比增长5.8%。

附表

指标	单位	2023年实际	增长(%)	2024年目标
地区生产总值	亿元	512.6	5.8	540
社会消费品零售总额	亿元	212.8	1.2	220
"""
PAGE = """<html><body><h1>云河区计划</h1><p>投资增长9.1%。</p><table border="1">
<tr><th rowspan="2">指标</th><th colspan="2">2023年</th></tr><tr><th>实际</th><th>增长</th></tr>
<tr><td>投资</td><td>100</td><td>9.1</td></tr><tr><td>社零</td><td>200</td><td>1.2</td></tr></table></body></html>"""


@pytest.fixture
def made(read_file, find):
    """The Word file made of a document, some words of it commented."""

    def make(data, name, *quotes):
        plan = read_file(data, name)
        return findings_as_docx(find(plan, *quotes), plan, data, RULES)

    return make


def test_headings_paragraphs_and_tables_of_a_text_are_real_ones(made):
    paper = docx.Document(io.BytesIO(made(PLAN.encode(), "计划.txt")))
    assert [(paragraph.style.name, paragraph.text) for paragraph in paper.paragraphs] == [
        ("Title", "云河区2024年国民经济和社会发展计划"),
        ("Heading 1", "一、2023年计划执行情况"),
        ("Heading 2", "（一）经济稳步回升"),
        ("Normal", "地区生产总值完成512.6亿元，同比增长5.8%。"),
        ("Title", "附表"),
    ]
    (table,) = paper.tables
    assert [[cell.text for cell in row.cells] for row in table.rows][1] == [
        "地区生产总值",
        "亿元",
        "512.6",
        "5.8",
        "540",
    ]


@pytest.mark.parametrize("quote", ["5.8%", "212.8", "（一）经济稳步回升", "亿元，同比增长"])
def test_comments_stand_on_the_words_of_a_text(made, marked, quote):
    assert marked(made(PLAN.encode(), "计划.txt", quote)) == {"0": quote}


def test_lines_wrapped_by_hand_are_one_paragraph(made, marked):
    lines = ["云河区计划", *["这一行写满了三十个字于是在句子中间断开没有结束请接着往下一行读"] * 12, "完了。"]
    data = made("\n".join(lines).encode(), "计划.txt", "往下一行读\n这一行写满了")
    assert marked(data) == {"0": "往下一行读这一行写满了"}
    assert len(docx.Document(io.BytesIO(data)).paragraphs) == 2


def test_merged_cells_of_a_web_page_stay_merged(made, marked):
    data = made(PAGE.encode(), "计划.html", "9.1%", "100")
    (table,) = docx.Document(io.BytesIO(data)).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows == [
        ["指标", "2023年", "2023年"],
        ["指标", "实际", "增长"],
        ["投资", "100", "9.1"],
        ["社零", "200", "1.2"],
    ]
    assert set(marked(data).values()) == {"9.1%", "100"}


def test_a_workbook_wider_than_word_allows_is_written_row_by_row(made, marked):
    book = openpyxl.Workbook()
    book.active.append([f"第{number}栏" for number in range(80)])
    book.active.append([str(number) for number in range(1000, 1080)])
    file = io.BytesIO()
    book.save(file)
    data = made(file.getvalue(), "表.xlsx", "1042")
    assert docx.Document(io.BytesIO(data)).tables == []
    assert marked(data) == {"0": "1042"}


def test_signs_xml_cannot_hold_are_left_out(made, marked):
    data = made("社零增长\x0c0.4%。\n完成\t12\t个。".encode(), "计划.txt", "0.4%", "12")
    assert set(marked(data).values()) == {"0.4%", "12"}


def test_without_findings_the_document_comes_all_the_same(read_file):
    data = PLAN.encode()
    paper = docx.Document(io.BytesIO(findings_as_docx(Checked(()), read_file(data, "计划.txt"), data, RULES)))
    assert len(paper.tables) == 1
    assert list(paper.comments) == []
