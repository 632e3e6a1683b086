"""Marks are set on exactly the words meant, and nothing else of the body changes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.paper.reports.conftest import RULES

from taizhang.paper.checks.finding import Evidence, Finding, Severity
from taizhang.paper.checks.run import Checked
from taizhang.paper.reports.as_docx_comments import findings_as_docx
from taizhang.paper.spans import Span


@pytest.fixture
def words_marked(everything, read_file, find, marked):
    """The words a comment about some words of the file ends up on."""

    def mark(quote):
        plan = read_file(everything)
        covered = marked(findings_as_docx(find(plan, quote), plan, everything, RULES))
        assert set(covered) == {"7", "8"}  # the one that was there, and ours
        return covered["8"]

    return mark


@pytest.mark.parametrize(
    "quote",
    [
        "0.4%",
        "社零增长0.4%",
        "增长0.",
        "，",
        "增长9.1%",
        "链接增长9.1%全部之后",
        "14.5%",
        "7%",
        "甲乙",
        "1.2",
        "内二71",
        "17.5%",
        "老话在",
    ],
)
def test_a_comment_stands_on_exactly_the_words(words_marked, quote):
    assert words_marked(quote) == quote


@pytest.mark.parametrize(
    ("quote", "covered"),
    [
        ("修订新增7%的话", "修订新增7%的话"),
        ("跨段开始处\n跨段结束处", "跨段开始处跨段结束处"),
        ("制表\t17.5%\n换行", "制表17.5%换行"),
        ("1.2\t3.5", "1.23.5"),
        ("6.5%。\n见", "6.5%。见"),
    ],
)
def test_a_comment_runs_over_paragraphs_cells_and_signs(words_marked, quote, covered):
    assert words_marked(quote) == covered


@pytest.mark.parametrize(
    ("quote", "covered"),
    [
        ("12.5%", "结果12.5%甲"),  # a field is filled anew as a whole
        ("13.5%", "得13.5%"),
        ("15.5%", "纯15.5%"),  # so is a control of plain text
        ("88%", "专栏增长88%"),  # the box, from outside
        ("19.5%", ""),  # the mark that calls the note
        ("一、", "总体要求"),  # an automatic number is nowhere in the file
    ],
)
def test_where_a_comment_cannot_stand_it_goes_to_the_nearest_place(words_marked, quote, covered):
    assert words_marked(quote) == covered


def test_the_mark_of_a_note_is_what_a_comment_on_the_note_stands_on(everything, read_file, find, members):
    plan = read_file(everything)
    body = members(findings_as_docx(find(plan, "19.5%"), plan, everything, RULES))["word/document.xml"].decode()
    start, end = body.index('commentRangeStart w:id="8"'), body.index('commentRangeEnd w:id="8"')
    assert start < body.index("footnoteReference") < end


@st.composite
def spans(draw, length):
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, min(length, start + 12))))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_marked_the_rest_of_the_body_stays_as_it_was(data, everything, read_file, marked, bare):
    plan = read_file(everything)
    text = plan.document.text
    chosen = data.draw(st.lists(spans(len(text)), min_size=1, max_size=6))
    findings = [Finding("C05", Severity.HINT, "甲", "a", span, (Evidence(span, span.quote(text)),)) for span in chosen]
    made = findings_as_docx(Checked(tuple(findings)), plan, everything, RULES)
    numbers = {str(8 + number) for number in range(len(chosen))}
    assert bare(made, numbers) == bare(everything, ())
    assert marked(made).keys() == {"7", *numbers}
    assert read_file(made).document.text == text
