"""Stored numbers and what their cells show."""

from decimal import Decimal

import pytest

from taizhang.paper.documents.sheets.cell_formats import format_code, shown

ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("stored", "code", "expected"),
    [
        ("0.30000000000000004", "", "0.3"),
        ("8.3333333333333339", "General", "8.333333333"),
        ("123456789012345", "", "123456789012345"),
        ("1E+15", "", "1000000000000000"),
        ("1E300", "", "1E+300"),
        ("-0.5", "", "-0.5"),
        ("3", 'G/通用格式"个"', "3个"),
        ("0.085", "0.0%", "8.5%"),
        ("6.05", "0.0", "6.1"),
        ("-3.25", "0.0", "-3.3"),
        ("-3.25", "0.0_);(0.0)", "(3.3)"),
        ("-0.04", "0.0", "0.0"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("1234.5", ACCOUNTING, "1,234.50"),
        ("0", ACCOUNTING, "-"),
        ("804", '#,##0.##"亿元"', "804亿元"),
        ("804.1", '#,##0.##"亿元"', "804.1亿元"),
        ("12345", "0!.0,", "1.2"),
        ("5", '"第"0"名"', "第5名"),
        ("7", "000", "007"),
        ("0", "#,###", ""),
        ("12345.678", "0.00E+00", "1.23E+04"),
        ("1.5", "# ?/?", "1.5"),
        ("100", "[Red]0.0;[Blue]-0.0", "100.0"),
        ("1", '"已完成"', "已完成"),
        ("45000", 'yyyy"年"m"月"d"日"', "2023年3月15日"),
        ("45000", '[DBNum1][$-804]yyyy"年"m"月"d"日";@', "二〇二三年三月十五日"),
        ("45000.5", "yyyy/m/d h:mm", "2023/3/15 12:00"),
        ("45000.5", "h:mm AM/PM", "12:00 PM"),
        ("1.1", "[h]:mm", "26:24"),
        ("45000", "aaaa", "星期三"),
        ("59", "yyyy-mm-dd", "1900-02-28"),
        ("-1", "yyyy-mm-dd", "-1"),
        ("9e9", "yyyy-mm-dd", "9000000000"),
    ],
)
def test_a_number_is_shown_as_its_format_says(stored: str, code: str, expected: str) -> None:
    assert shown(Decimal(stored), code) == expected


def test_numbered_formats_are_those_of_a_chinese_sheet() -> None:
    assert shown(Decimal(45000), format_code(14)) == "2023/3/15"
    assert shown(Decimal(45000), format_code(57)) == "2023年3月"
    assert format_code(0) == format_code(999) == ""


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    assert shown(Decimal(0), "yyyy-m-d", from_1904=True) == "1904-1-1"
