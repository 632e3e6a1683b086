"""Share tables as people send them back."""

from decimal import Decimal

import pytest
from openpyxl import Workbook
from tests.office.assignments.tables.conftest import place

from taizhang.office.assignments.decomposition import services
from taizhang.office.assignments.decomposition.division import Division, Line
from taizhang.office.assignments.decomposition.models import Method, Rule, Season
from taizhang.office.commitments.models import Commitment


@pytest.fixture
def growth(plan):
    return Commitment.objects.get(value=9, aspect="growth")


@pytest.fixture
def divided(jobs, ids, clerk):
    """The jobs, six thousand and four thousand, as a draft."""
    lines = (line(ids["东河镇"], 1500, 3000, 4500, 6000), line(ids["西岭镇"], 1000, 2000, 3000, 4000))
    division = Division(Method.MANUAL, Rule.SUM_AT_LEAST, Season.EVEN, 0, lines)
    return services.save_draft(commitment_id=jobs.id, division=division, revision=services.NONE_SEEN, by=clerk)


def line(unit_id, *values):
    return Line(unit_id, "", dict(zip(("Q1", "Q2", "Q3", "Y"), map(Decimal, values), strict=True)))


def fault_at(found, cell):
    return next(fault.message for row in found.preview.faulty for fault in row.faults if fault.cell == cell)


@pytest.fixture
def book(divided, share_book):
    return share_book()


@pytest.fixture
def sheet(book):
    return book["指标分解"]


def test_a_book_that_comes_back_untouched_asks_for_nothing(book, examined):
    found = examined(book, "v5")
    assert [row.action for row in found.preview.rows] == ["same", "same"]


def test_a_changed_figure_is_held_against_the_target_at_once(book, sheet, examined):
    place(sheet, "全年", "西岭镇").value = 3900
    found = examined(book, "v5")
    assert [(change.before, change.after) for row in found.preview.changed for change in row.changes] == [
        ("4000", "3900")
    ]
    assert "少 100人，没有分足" in found.preview.divided[0].check.words


def test_figures_are_read_however_they_are_typed(book, sheet, examined):
    place(sheet, "全年", "西岭镇").value = "４，２００人"
    assert examined(book, "v5").preview.changed[0].changes[0].after == "4200"


def test_words_for_a_figure_are_told_at_their_cell(book, sheet, examined):
    cell = place(sheet, "全年", "西岭镇")
    cell.value = "四千"
    assert "请只填一个数字" in fault_at(examined(book, "v5"), cell.coordinate)


def test_cumulative_figures_that_fall_are_told_at_their_cell(book, sheet, examined):
    cell = place(sheet, "前三季度", "西岭镇")
    cell.value = 1500
    assert "累计数不应下降" in fault_at(examined(book, "v5"), cell.coordinate)


def test_a_unit_nobody_knows_is_told_with_the_nearest(book, sheet, examined):
    sheet.insert_rows(8)
    sheet.cell(8, 2, "西领镇")
    sheet.cell(8, 3, 5)
    assert "没有“西领镇”，是不是“西岭镇”？" in fault_at(examined(book, "v5"), "B8")


def test_a_unit_is_not_renamed_here(book, sheet, examined):
    cell = place(sheet, "单位", "西岭镇")
    cell.value = "东河镇"
    assert "单位名称不能在表里改" in fault_at(examined(book, "v5"), cell.coordinate)


def test_a_formula_without_its_result_is_told(book, sheet, examined):
    cell = place(sheet, "全年", "西岭镇")
    cell.value = "=4000+1"
    assert "公式" in fault_at(examined(book, "v5"), cell.coordinate)


def test_what_someone_saved_meanwhile_is_not_overwritten(book, sheet, examined, jobs, ids, clerk, divided):
    place(sheet, "全年", "西岭镇").value = 4500
    lines = (line(ids["东河镇"], 1500, 3000, 4500, 6000), line(ids["西岭镇"], 1000, 2000, 3000, 4100))
    division = Division(Method.MANUAL, Rule.SUM_AT_LEAST, Season.EVEN, 0, lines)
    services.save_draft(commitment_id=jobs.id, division=division, revision=0, by=clerk)
    cell = place(sheet, "全年", "西岭镇")
    assert "已改成“4100”，表里是“4500”" in fault_at(examined(book, "v5"), cell.coordinate)


def test_targets_not_divided_yet_go_out_empty_and_come_in_filled(share_book, examined, growth):
    book = share_book(growth)
    sheet = book["指标分解"]
    for name, rate in (("东河镇", 10), ("西岭镇", 9.5)):
        place(sheet, "全年", name).value = rate
    found = examined(book, "v5")
    assert [each.approved.title for each in found.preview.divided] == ["固定资产投资"]
    assert found.preview.divided[0].check.holds


def test_totals_are_no_units(book, examined):
    assert [row.title for row in examined(book, "v5").preview.rows] == ["东河镇", "西岭镇"]


def test_a_table_a_district_made_itself_is_mapped_by_its_heads(examined, jobs, growth, ids):
    book = Workbook()
    sheet = book.active
    sheet.append(["云岭县2024年主要指标镇街分解表"])
    sheet.append(["镇街", "城镇新增就业（人）", None, "固定资产投资增长（%）", "联系人"])
    sheet.append([None, "上半年", "全年", "全年", None])
    for area in ("A1:E1", "A2:A3", "B2:C2", "E2:E3"):
        sheet.merge_cells(area)
    sheet.append(["东河镇", 3000, 6000, "10％", "甲"])
    sheet.append(["西岭镇", 2000, 4000, 9.5, "乙"])
    sheet.append(["合计", 5000, 10000, None, None])
    found = examined(book, "v5")
    assert {head.words: head.key for head in found.mapping.heads} == {
        "镇街": "unit",
        "城镇新增就业（人） 上半年": f"t{jobs.id}.Q2",
        "城镇新增就业（人） 全年": f"t{jobs.id}.Y",
        "固定资产投资增长（%） 全年": f"t{growth.id}.Y",
        "联系人": "",
    }
    sums = {each.approved.title: each for each in found.preview.divided}
    assert sums["城镇新增就业"].check.difference == 0
    assert sums["固定资产投资"].check.holds
