"""Binding text and annex (文表对照): the same value in both, told apart from what only one of them says. Invented figures."""

from pathlib import Path

import pytest

from taizhang.paper.bindings.bind import bind
from taizhang.paper.bindings.binding import Agreement, Binding
from taizhang.paper.bindings.names import NameIndex
from taizhang.paper.pipeline import read

PLAN = """\
甲市乙区2024年国民经济和社会发展计划

一、2023年计划执行情况

全区完成地区生产总值512.3亿元，同比增长5.1%；一般公共预算收入突破30亿元，下降2.5%；社会消费品零售总额增长4.2%。城镇新增就业8000人。到位省外资金9亿元。

二、2024年主要目标

地区生产总值增长6%左右；社会消费品零售总额增长5%以上；新增城镇就业0.7万人以上。

附件：2024年主要目标

指标\t单位\t2023年完成\t\t2024年计划\t
\t\t绝对值\t增长%\t绝对值\t增长%
地区生产总值\t亿元\t512.3\t5.1\t543\t6左右
一般公共预算收入\t万元\t303000\t-2.5\t——\t3
社会消费品零售总额\t亿元\t88\t4.4\t92\t5
城镇新增就业人数\t万人\t0.8\t\t0.7\t
"""


@pytest.fixture
def bound(tmp_path: Path) -> tuple[Binding, ...]:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    plan = read(path)
    return bind(plan.tables, plan.statements, plan.outline.front.region)


def agreement_on(bound: tuple[Binding, ...], code: str, role: str, year: str) -> Agreement:
    (binding,) = [b for b in bound if (b.code, b.role, b.year) == (code, role, year)]
    return binding.agreement


@pytest.mark.parametrize(
    ("code", "role", "year", "agreement"),
    [
        ("gdp", "level", "2023", "agree"),
        ("gdp", "growth", "2023", "agree"),
        ("gdp", "level", "2024", "only_table"),
        ("gdp", "growth", "2024", "agree"),
        ("general_budget_revenue", "level", "2023", "agree"),
        ("general_budget_revenue", "growth", "2023", "agree"),
        ("retail_sales", "growth", "2023", "differ"),
        ("retail_sales", "growth", "2024", "bound_differs"),
        ("urban_new_jobs", "level", "2023", "agree"),
        ("urban_new_jobs", "level", "2024", "bound_differs"),
        ("outside_province_capital", "level", "2023", "only_text"),
    ],
)
def test_each_value_is_compared_as_exactly_as_printed(
    bound: tuple[Binding, ...], code: str, role: str, year: str, agreement: str
) -> None:
    assert agreement_on(bound, code, role, year) == agreement


def test_every_binding_shows_where_it_stands(bound: tuple[Binding, ...]) -> None:
    for binding in bound:
        assert (binding.cell is None) == (binding.agreement is Agreement.ONLY_TEXT)
        assert bool(binding.statements) == (binding.agreement is not Agreement.ONLY_TABLE)


def test_the_annex_comes_first_and_in_its_order(bound: tuple[Binding, ...]) -> None:
    in_table = [binding.cell is not None for binding in bound]
    assert in_table == sorted(in_table, reverse=True)
    cells = [binding.cell.span for binding in bound if binding.cell]
    assert cells == sorted(cells)


def test_names_the_catalogue_does_not_know_are_matched_by_likeness() -> None:
    names = NameIndex(["规模以下样本企业平均用工人数", "城市书房"])
    assert names.nearest("规模以下样本企业的平均用工人数") == "规模以下样本企业平均用工人数"
    assert names.nearest("城市书店") is None
    assert names.nearest("") is None


def test_another_region_s_figure_is_not_the_annex_s(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN.replace("全区完成地区生产总值512.3亿元", "丙县地区生产总值达到99亿元"), encoding="utf-8")
    plan = read(path)
    bound = bind(plan.tables, plan.statements, plan.outline.front.region)
    assert agreement_on(bound, "gdp", "level", "2023") is Agreement.ONLY_TABLE
