"""Findings let stand by a word in the document itself."""

import io

import docx
import pytest

from taizhang.paper.checks.inline import inline_suppressions
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.pipeline import understand


@pytest.fixture
def let_stand(request):
    """Code, reason and words meant, for each suppression in the text that the test's docstring is."""

    def read(name):
        data = "\n".join(line.strip() for line in request.function.__doc__.strip().splitlines()).encode()
        plan = understand(open_bytes(name, data))
        return [(one.code, one.reason, one.span.quote(plan.document.text)) for one in inline_suppressions(plan, data)]

    return read


def test_a_line_of_its_own_is_about_the_paragraph_above(let_stand):
    """
    云河区计划

    社会消费品零售总额同比增长0.4%。
    核校 C05 不计：统计局已核实

    固定资产投资同比增长9.1%。
    """
    assert let_stand("计划.txt") == [("C05", "统计局已核实", "社会消费品零售总额同比增长0.4%。")]


def test_a_hidden_line_of_markdown_is_about_the_paragraph_above_blank_lines_or_not(let_stand):
    """
    # 云河区计划

    社会消费品零售总额同比增长0.4%。

    <!-- 核校 c05、C06：不计，理由：统计局已核实 -->
    """
    assert let_stand("计划.md") == [
        ("C05", "统计局已核实", "社会消费品零售总额同比增长0.4%。"),
        ("C06", "统计局已核实", "社会消费品零售总额同比增长0.4%。"),
    ]


def test_a_hidden_word_within_a_paragraph_is_about_that_paragraph(let_stand):
    """
    云河区计划

    社会消费品零售总额同比增长0.4%<!-- 核校 C05 不计：已核实 -->。
    固定资产投资同比增长9.1%。
    """
    ((code, reason, words),) = let_stand("计划.md")
    assert (code, reason) == ("C05", "已核实")
    assert words.startswith("社会消费品零售总额")
    assert "固定资产投资" not in words


def test_before_all_words_it_is_about_the_whole_document(let_stand):
    """
    <!-- 核校 C60 不计：无上年计划 -->
    云河区计划

    社会消费品零售总额同比增长0.4%。
    """
    ((code, _, words),) = let_stand("计划.md")
    assert code == "C60"
    assert words.endswith("0.4%。")


@pytest.mark.parametrize("name", ["计划.txt", "计划.md"])
def test_without_a_reason_nothing_is_let_stand(let_stand, name):
    """
    社会消费品零售总额同比增长0.4%。
    核校 C05 不计：
    核校 C05 不计
    核校 C05：已看过
    按照核校 C05 不计的做法，本文不作说明。
    """
    assert let_stand(name) == []


@pytest.mark.parametrize(
    "words",
    [
        "核校 C05：不计，理由：统计局已核实",
        "核校C05不计：统计局已核实",
        "核校 c05 不计，统计局已核实",
        "核校 C05：不计，理由\n统计局已核实",
    ],
)
def test_in_a_word_file_a_comment_on_the_words_says_so(words):
    data, plan = _commented("社零增长", "0.4%", "。", words)
    ((suppression),) = inline_suppressions(plan, data)
    assert (suppression.code, suppression.reason) == ("C05", "统计局已核实")
    assert suppression.span.quote(plan.document.text) == "0.4%"


@pytest.mark.parametrize(
    "words", ["请核校 C05：不计，理由：甲", "错误 C05 正文与附表增速一致", "核校 C05：不计", "同意"]
)
def test_any_other_comment_lets_nothing_stand(words):
    data, plan = _commented("社零增长", "0.4%", "。", words)
    assert inline_suppressions(plan, data) == ()


def _commented(before, quote, after, words):
    paper = docx.Document()
    paragraph = paper.add_paragraph()
    runs = [paragraph.add_run(part) for part in (before, quote, after)]
    paper.add_comment(runs[1], text=words, author="张三", initials="张")
    file = io.BytesIO()
    paper.save(file)
    data = file.getvalue()
    return data, understand(open_bytes("计划.docx", data))
