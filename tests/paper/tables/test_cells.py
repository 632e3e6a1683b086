"""Cell values (单元格取值): a number and how exactly it is meant, or which sort of non-number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.tables.cells import is_unit, read_pair, read_value
from taizhang.paper.tables.table import CellKind


@pytest.mark.parametrize(
    ("words", "number", "bound", "unit"),
    [
        ("804.1", "804.1", Bound.EXACT, ""),
        ("-6.5", "-6.5", Bound.EXACT, ""),
        ("－6.5", "-6.5", Bound.EXACT, ""),
        ("+3", "3", Bound.EXACT, ""),
        ("1,234.5", "1234.5", Bound.EXACT, ""),
        ("1 234 567", "1234567", Bound.EXACT, ""),
        ("６左右", "6", Bound.ABOUT, ""),
        ("10以上", "10", Bound.AT_LEAST, ""),
        ("4.5以内", "4.5", Bound.AT_MOST, ""),
        ("≥5%", "5", Bound.AT_LEAST, "%"),
        ("≤ 32微克/立方米", "32", Bound.AT_MOST, "微克/立方米"),
        ("不低于65％", "65", Bound.AT_LEAST, "%"),
        ("1万人以上", "1", Bound.AT_LEAST, "万人"),
        ("58万余人次", "58", Bound.MORE_THAN, "万人次"),
        ("增长6%左右", "6", Bound.ABOUT, "%"),
        ("下降6.5%", "-6.5", Bound.EXACT, "%"),
        ("8.8（同口径）", "8.8", Bound.EXACT, ""),
        ("12[3]", "12", Bound.EXACT, ""),
    ],
)
def test_numbers(words: str, number: str, bound: Bound, unit: str) -> None:
    value = read_value(words)
    assert (value.kind, value.number, value.high) == (CellKind.NUMBER, Decimal(number), None)
    assert (value.bound, value.unit) == (bound, unit)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("4.5—5", "4.5", "5"), ("4.5%-5%", "4.5", "5"), ("-1～1", "-1", "1"), ("下降2%—3%", "-3", "-2")],
)
def test_ranges(words: str, low: str, high: str) -> None:
    value = read_value(words)
    assert (value.number, value.high, value.bound) == (Decimal(low), Decimal(high), Bound.RANGE)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("", CellKind.BLANK),
        (" \n　", CellKind.BLANK),
        ("——", CellKind.DASH),
        ("—", CellKind.DASH),
        ("-", CellKind.DASH),
        ("/", CellKind.DASH),
        ("…", CellKind.DASH),
        ("量稳质升", CellKind.QUALITATIVE),
        ("持平", CellKind.QUALITATIVE),
        ("与GDP同步", CellKind.QUALITATIVE),
        ("Ⅳ类", CellKind.QUALITATIVE),
        ("提高0.5个百分点", CellKind.QUALITATIVE),
        ("34\n4\n23", CellKind.QUALITATIVE),
        ("完成市下达任务目标", CellKind.ASSIGNED),
        ("达到省要求", CellKind.ASSIGNED),
        ("控制在上级指标内", CellKind.ASSIGNED),
    ],
)
def test_non_numbers_are_typed(words: str, kind: CellKind) -> None:
    value = read_value(words)
    assert (value.kind, value.number) == (kind, None)


def test_an_amount_and_its_growth_in_one_cell() -> None:
    text = "543亿元，增长6%左右"
    assert read_pair(text) is not None
    (_, end, amount), (start, _, growth) = read_pair(text) or ((0, 0, read_value("")),) * 2
    assert (text[:end], amount.number, amount.unit) == ("543亿元", Decimal(543), "亿元")
    assert (text[start:], growth.number, growth.bound) == ("增长6%左右", Decimal(6), Bound.ABOUT)
    assert read_pair("543（6%）") is not None
    assert read_pair("1,234") is None
    assert read_pair("6%，力争6.5%") is None


@pytest.mark.parametrize("words", ["亿元", "％", "%", "吨标准煤/万元", "万平方米", "元/人", "万"])
def test_units(words: str) -> None:
    assert is_unit(words)


@pytest.mark.parametrize("words", ["", "区发改局", "亿元左右", "绝对值", "预期性"])
def test_what_is_no_unit(words: str) -> None:
    assert not is_unit(words)


@given(st.text(alphabet="0123456789.,-—–~%％≥≤约近左右以上下万亿元家（）[] \n增长下降余"))
def test_any_cell_is_read_without_a_crash(words: str) -> None:
    value = read_value(words)
    assert (value.number is not None) == (value.kind is CellKind.NUMBER)
