"""Scopes (统计范围): a figure about one part of the government or region is no disagreement with a row about another. Invented figures."""

from pathlib import Path

import pytest

from taizhang.paper.bindings.bind import bind
from taizhang.paper.bindings.binding import Agreement, Binding
from taizhang.paper.bindings.scopes import WHOLE, are_at_odds, scope_of, scope_of_title
from taizhang.paper.pipeline import read

ANNEX = """
附件：2024年主要指标

指标\t单位\t2023年完成\t增长%
地区生产总值\t亿元\t900\t5.1
{row}一般公共预算支出\t亿元\t80\t5
"""


def bound(folder: Path, said: str, row: str = "") -> dict[tuple[str, str], Binding]:
    path = folder / "plan.txt"
    path.write_text(f"云河市2024年计划\n\n一、2023年计划执行情况\n\n{said}\n{ANNEX.format(row=row)}", encoding="utf-8")
    plan = read(path)
    found = bind(plan.tables, plan.statements, plan.outline.front.region)
    return {(one.name, one.role): one for one in reversed(found)}  # the annex comes first


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("全市一般公共预算收入", WHOLE),
        ("我市税收收入", WHOLE),
        ("全社会用电量", WHOLE),
        ("全省地区生产总值", "全省"),
        ("全国粮食产量", "全国"),
        ("市本级一般公共预算收入", "市级"),
        ("市级一般公共预算收入", "市级"),
        ("其中：区级税收收入", "区级"),
        ("一般公共预算收入（市本级）", "市级"),
        ("本级支出", "级"),
        ("一般公共预算收入", None),
        ("全年旅游人数", None),
        ("县级以下公路", "县级"),
    ],
)
def test_a_name_says_its_scope_or_nothing_of_it(name: str, scope: str | None) -> None:
    assert scope_of(name, "云河市") == scope


def test_where_the_region_is_not_known_every_whole_is_taken_for_its() -> None:
    assert scope_of("全县税收收入", None) == WHOLE


def test_a_title_speaks_for_its_rows_unless_it_names_two_scopes() -> None:
    assert scope_of_title("云河市2023年市本级一般公共预算收支表", "云河市") == "市级"
    assert scope_of_title("2023年全市及市本级一般公共预算收支表", "云河市") is None


@pytest.mark.parametrize(
    ("said", "printed", "at_odds"),
    [
        (WHOLE, None, False),
        (None, "市级", False),
        ("市级", None, True),
        ("市级", WHOLE, True),
        (WHOLE, "市级", True),
        ("市级", "市级", False),
        ("级", "市级", False),
        ("区级", "市级", True),
        ("全省", None, True),
    ],
)
def test_only_what_is_said_can_be_at_odds(said: str | None, printed: str | None, at_odds: bool) -> None:
    assert are_at_odds(said, printed) is at_odds


@pytest.mark.parametrize("scope", ["市级", "市本级", "全省", "区级"])
def test_a_figure_of_another_scope_is_no_disagreement_with_the_row(tmp_path: Path, scope: str) -> None:
    found = bound(tmp_path, f"全市一般公共预算支出80亿元，其中{scope}一般公共预算支出30亿元。")
    binding = found["一般公共预算支出", "level"]
    assert (binding.agreement, len(binding.statements)) == (Agreement.AGREE, 1)


def test_what_is_said_of_another_scope_is_told_under_its_own_name(tmp_path: Path) -> None:
    left = bound(tmp_path, "市级一般公共预算支出30亿元。")["市级一般公共预算支出", "level"]
    assert (left.agreement, left.row) == (Agreement.ONLY_TEXT, None)


@pytest.mark.parametrize("row", ["市级", "市本级"])
def test_a_row_of_one_level_is_not_held_against_the_whole(tmp_path: Path, row: str) -> None:
    said = "全市一般公共预算支出190亿元，其中市级一般公共预算支出80亿元。"
    found = bound(tmp_path, said, row)
    assert {one.agreement for one in found.values() if one.cell and one.statements} <= {Agreement.AGREE}


def test_the_level_holds_on_to_the_end_of_the_section(tmp_path: Path) -> None:
    said = "（一）全市\n全市一般公共预算支出80亿元。\n（二）市本级\n市本级一般公共预算收入完成20亿元，增长3%。一般公共预算支出30亿元。"
    assert bound(tmp_path, said)["一般公共预算支出", "level"].agreement is Agreement.AGREE


def test_a_rank_of_parks_says_nothing_of_the_figures_after_it(tmp_path: Path) -> None:
    said = "（一）工业\n新增市级示范园区3家。地区生产总值完成880亿元。"
    assert bound(tmp_path, said)["地区生产总值", "level"].agreement is Agreement.DIFFER
