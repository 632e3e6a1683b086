"""Time expressions and the periods they name."""

import pytest

from taizhang.paper.periods.scan import Calendar, TimeRole, scan_periods

CALENDAR = Calendar(plan_year=2023, review_year=2022, section_period="2022")


def periods(text, calendar=CALENDAR):
    return [mention.period for mention in scan_periods(text, calendar) if mention.role is not TimeRole.BASE]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2022年，全区新增企业", "2022"),
        ("2022年上半年，", "2022H1"),
        ("2022年三季度，", "2022Q3"),
        ("2022年11月，", "2022-11"),
        ("2022年1—11月，", "2022-11"),
        ("2021—2025年，", "2021-2025"),
        ("“十四五”时期，", "2021-2025"),
        ("“十五五”期间，", "2026-2030"),
        ("“十四五”末，", "2025"),
        ("今年，", "2023"),
        ("去年，", "2022"),
        ("明年，", "2024"),
        ("上半年，", "2022H1"),
        ("一季度，", "2022Q1"),
        ("五年来，", "2018-2022"),
        ("近三年，", "2020-2022"),
        ("近三年累计，", "2020-2022"),
    ],
)
def test_a_time_expression_names_its_period(text, period):
    assert periods(text) == [period]


def test_five_years_are_those_of_the_section_where_it_is_about_five():
    assert periods("五年来，", Calendar(2026, 2025, "2021-2025")) == ["2021-2025"]


@pytest.mark.parametrize("text", ["比2020年增长", "较2020年提高", "与2020年相比增长", "2020年的2倍"])
def test_a_year_compared_with_is_not_the_period(text):
    assert periods(text) == []


@pytest.mark.parametrize("text", ["“十四五”规划纲要", "“十四五”收官之年", "对标2035年远景目标", "三年行动", "五年规划"])
def test_names_with_years_in_them_name_no_period(text):
    assert periods(text) == []


def test_a_year_ahead_is_a_horizon():
    (mention,) = scan_periods("到2025年，高新技术企业达到200家", CALENDAR)
    assert mention.role is TimeRole.HORIZON


def test_the_year_before_a_number_holds_for_that_number_only():
    (mention,) = scan_periods("由2020年的7.2%提升至7.4%", CALENDAR)
    assert mention.is_local
