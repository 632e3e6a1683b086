import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.office.assignments.decomposition.figures import NotAFigureError, read_figure


@pytest.mark.parametrize(
    ("words", "unit", "figure"),
    [
        ("１，２００", "", "1200"),
        ("1,200人", "人", "1200"),
        ("5.5％", "%", "5.5"),
        ("−3", "", "-3"),
        (" 12 . 50 ", "", "12.50"),
        ("100万元", "万元", "100"),
        (0.1 + 0.2, "", "0.3"),
        (1200.0, "", "1200"),
        (7, "", "7"),
    ],
)
def test_what_people_write_for_a_number_is_that_number(words, unit, figure):
    assert str(read_figure(words, unit)) == figure


@pytest.mark.parametrize("words", ["", "  ", "—", "——", None])
def test_nothing_written_is_no_figure(words):
    assert read_figure(str(words).replace("——", "—") if words else words) is None


@pytest.mark.parametrize("words", ["十二", "1200户", "1e5", "5.5.5", "约12", "=SUM(A1)", "1" * 30, "nan"])
def test_other_words_are_refused(words):
    with pytest.raises(NotAFigureError):
        read_figure(words, "人")


@given(st.decimals(-(10**9), 10**9, places=3))
def test_a_figure_comes_back_with_the_digits_it_was_written_with(value):
    assert str(read_figure(f"{value:f}")) == f"{value:f}"
