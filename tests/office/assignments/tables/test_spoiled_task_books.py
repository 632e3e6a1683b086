"""Task tables as people send them back: every fault told at its cell, and nothing that is right lost."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from tests.office.assignments.tables.conftest import as_bytes, place

from taizhang.office.assignments.decomposition.figures import read_figure
from taizhang.office.assignments.services import drafting
from taizhang.office.assignments.tables.examined import AnotherPlanError, examine
from taizhang.office.assignments.tables.grid import EmptyTableError, UnreadableTableError
from taizhang.office.assignments.tables.mapping import NoHeadsError

JOBS = "城镇新增就业10000人以上"


@pytest.fixture
def sheet(task_book):
    return task_book["任务分解"]


def row_of(found, title=JOBS):
    return next(row for row in found.preview.rows if row.title == title)


def fault_at(found, cell):
    return next(fault.message for row in found.preview.faulty for fault in row.faults if fault.cell == cell)


def changes(found, title=JOBS):
    return {change.head: (change.before, change.after) for change in row_of(found, title).changes}


def test_a_book_that_comes_back_untouched_asks_for_nothing(task_book, examined):
    found = examined(task_book)
    assert found.mapping.is_keyed
    assert {row.action for row in found.preview.rows} == {"same"}
    assert found.preview.absent == ()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("6月底", date(2024, 6, 30)),
        ("2024-6-30", date(2024, 6, 30)),
        ("2024年9月30日前", date(2024, 9, 30)),
        ("２０２４．６．１５", date(2024, 6, 15)),
        ("三季度末", date(2024, 9, 30)),
        ("上半年", date(2024, 6, 30)),
        ("20240815", date(2024, 8, 15)),
        (45473, date(2024, 6, 30)),
        (datetime(2024, 7, 1), date(2024, 7, 1)),  # noqa: DTZ001  # as spreadsheets have it
    ],
)
def test_a_deadline_is_known_however_it_is_written(task_book, sheet, examined, written, day):
    place(sheet, "时限", JOBS).value = written
    assert row_of(examined(task_book)).terms.due_on == day


@pytest.mark.parametrize("written", ["尽快", "2024-13-01", "2024-2-30", "第五季度", "1"])
def test_a_deadline_that_is_no_day_is_told_at_its_cell(task_book, sheet, examined, written):
    cell = place(sheet, "时限", JOBS)
    cell.value = written
    assert "没有认出是哪一天" in fault_at(examined(task_book), cell.coordinate)


def test_a_deadline_of_another_decade_is_a_slip(task_book, sheet, examined):
    cell = place(sheet, "时限", JOBS)
    cell.value = "2014-06-30"
    assert "不在计划年度 2024 年前后" in fault_at(examined(task_book), cell.coordinate)


def test_two_leads_are_one_too_many(task_book, sheet, examined):
    cell = place(sheet, "牵头", JOBS)
    cell.value = "云岭县发展和改革局、云岭县财政局"
    assert "牵头单位只能有一个。请留下“云岭县发展和改革局”" in fault_at(examined(task_book), cell.coordinate)


def test_a_name_nobody_bears_is_told_with_the_nearest(task_book, sheet, examined):
    cell = place(sheet, "配合", JOBS)
    cell.value = "云岭县财证局\n商务局"
    assert "单位名册里没有“云岭县财证局”，是不是“云岭县财政局”？" in fault_at(examined(task_book), cell.coordinate)


def test_who_leads_cannot_support_too(task_book, sheet, examined):
    cell = place(sheet, "配合", JOBS)
    cell.value = "云岭县发展和改革局"
    assert "又列在配合单位里" in fault_at(examined(task_book), cell.coordinate)


def test_figures_with_full_width_digits_and_units_are_figures(task_book, sheet, examined):
    place(sheet, "三季度", JOBS).value = "７，５００人"
    step = row_of(examined(task_book)).terms.steps[-1]
    assert (step.period, step.words, step.value) == ("2024-Q3", "", read_figure("7500"))


def test_words_and_figure_of_a_quarter_come_back_as_both(task_book, sheet, examined):
    assert place(sheet, "二季度", JOBS).value == "过半（累计5000人）"
    place(sheet, "二季度", JOBS).value = "超过一半（累计5500人）"
    step = row_of(examined(task_book)).terms.steps[1]
    assert (step.words, step.value) == ("超过一半", read_figure("5500"))


def test_rows_may_be_sorted_and_columns_moved(task_book, sheet, examined):
    place(sheet, "责任领导", JOBS).value = "李四"
    for area in list(sheet.merged_cells.ranges):  # the library would leave them where they were
        sheet.unmerge_cells(str(area))
    sheet.insert_cols(4)
    sheet.insert_rows(2)
    sheet.cell(5, 4, "备注")
    found = examined(task_book)
    assert changes(found) == {"责任领导": ("张三", "李四")}
    assert not found.preview.faulty


def test_a_removed_column_says_nothing(task_book, sheet, examined):
    place(sheet, "责任领导", JOBS).value = "李四"
    sheet.delete_cols(place(sheet, "配合").column)
    row = row_of(examined(task_book))
    assert [change.head for change in row.changes] == ["责任领导"]
    assert row.terms.supports


def test_an_emptied_cell_is_emptied(task_book, sheet, examined):
    place(sheet, "责任领导", JOBS).value = None
    assert changes(examined(task_book)) == {"责任领导": ("张三", "")}


def test_an_inserted_row_is_found_by_the_words_of_its_task(task_book, sheet, examined):
    line = place(sheet, "任务", JOBS).row
    wanted = {cell.column: cell.value for cell in sheet[line]}
    sheet.delete_rows(line)
    last = sheet.max_row + 1
    for column, value in wanted.items():
        sheet.cell(last, column, None if column == 1 else value)
    place(sheet, "责任领导", JOBS).value = "李四"
    assert changes(examined(task_book)) == {"责任领导": ("张三", "李四")}


def test_an_inserted_row_that_nobody_knows_is_told(task_book, sheet, examined):
    sheet.insert_rows(6)
    sheet.cell(6, 3, "修建一座桥")
    sheet.cell(6, 9, "王五")
    assert "台账里没有找到这项任务" in fault_at(examined(task_book), "C6")


def test_the_same_task_twice_is_told(task_book, sheet, examined):
    line, last = place(sheet, "任务", JOBS).row, sheet.max_row + 1
    for cell in list(sheet[line]):
        sheet.cell(last, cell.column, cell.value)
    assert f"与第 {line} 行是同一项任务" in fault_at(examined(task_book), f"C{last}")


def test_the_words_of_a_task_are_not_changed_here(task_book, sheet, examined):
    cell = place(sheet, "任务", JOBS)
    cell.value = "城镇新增就业20000人以上"
    assert "任务的文字不能在表里改" in fault_at(examined(task_book), cell.coordinate)


def test_merged_cells_hold_for_every_row_they_cover(task_book, sheet, examined):
    first = place(sheet, "责任领导")
    first.value = "赵六"
    sheet.merge_cells(start_row=6, end_row=8, start_column=first.column, end_column=first.column)
    rows = {row.number: row for row in examined(task_book).preview.rows}
    assert [rows[number].terms.leader for number in (6, 7, 8)] == ["赵六"] * 3


def test_a_formula_without_its_result_is_told(task_book, sheet, examined):
    cell = place(sheet, "责任领导", JOBS)
    cell.value = '=CONCATENATE("张","三")'
    assert "公式" in fault_at(examined(task_book), cell.coordinate)


def test_what_someone_saved_meanwhile_is_not_overwritten(task_book, sheet, examined, jobs, clerk, units):
    cell = place(sheet, "责任领导", JOBS)
    cell.value = "李四"
    drafting.draft_many(changes={jobs.id: leader("钱七")}, by=clerk, units=units)
    assert "导出之后系统里已改成“钱七”，表里是“李四”" in fault_at(examined(task_book), cell.coordinate)


def test_what_someone_saved_meanwhile_elsewhere_does_no_harm(task_book, sheet, examined, jobs, clerk, units):
    place(sheet, "时限", JOBS).value = "6月底"
    drafting.draft_many(changes={jobs.id: leader("钱七")}, by=clerk, units=units)
    row = row_of(examined(task_book))
    assert [change.head for change in row.changes] == ["时限"]
    assert row.terms.leader == "钱七"


def leader(name):
    return lambda terms: replace(terms, leader=name)


def test_without_its_unseen_sheet_a_row_that_moved_on_is_still_seen(task_book, sheet, examined, jobs, clerk, units):
    del task_book["_taizhang"]
    cell = place(sheet, "责任领导", JOBS)
    cell.value = "李四"
    drafting.draft_many(changes={jobs.id: leader("钱七")}, by=clerk, units=units)
    assert "已改成“钱七”" in fault_at(examined(task_book), cell.coordinate)


def test_a_book_of_another_plan_is_refused(task_book, examined):
    meta = task_book["_taizhang"]
    next(row for row in meta.iter_rows() if row[0].value == "plan")[1].value = "999"
    with pytest.raises(AnotherPlanError):
        examined(task_book)


def test_a_row_of_another_plan_is_told(task_book, sheet, examined):
    line = place(sheet, "任务", JOBS).row
    sheet.cell(line, 1).value = "c99999.3"
    assert "已不在这份计划的台账里" in fault_at(examined(task_book), f"C{line}")


def test_what_is_no_workbook_is_refused(plan, units):
    for content in (b"", b"PK\x03\x04 half", "任务,牵头".encode()):
        with pytest.raises(UnreadableTableError):
            examine(content, plan, "v9", {}, units)


def test_an_empty_book_is_refused(examined):
    with pytest.raises(EmptyTableError):
        examined(Workbook())


def test_a_sheet_without_heads_is_refused(examined):
    book = Workbook()
    book.active.append(["随便", "写写"])
    with pytest.raises(NoHeadsError):
        examined(book)


def district_table():
    """A table as a district makes it: other heads in another order, one cell for four quarters, groups between."""
    book = Workbook()
    sheet = book.active
    sheet.append(["云岭县2024年重点工作责任分解表"])
    sheet.merge_cells("A1:G1")
    sheet.append(["序号", "工作任务", "责任单位", "配合单位", "责任人", "完成时限", "形象进度", "备注"])
    sheet.append(["一、民生"])
    sheet.merge_cells("A3:G3")
    progress = "一季度：摸清底数；上半年：过半；前三季度：7500人；全年：完成"
    sheet.append([1, JOBS, "云岭县财政局", "云岭县商务局，东河镇", "孙八", "12月底", progress, "重点"])
    sheet.append([2, "修建一座桥", "云岭县商务局", "", "", "年底前", "", ""])
    return book


def test_a_table_a_district_made_itself_is_mapped_by_its_heads(examined, assigned):
    found = examined(district_table())
    mapped = {head.words: head.key for head in found.mapping.heads}
    assert mapped == {
        "序号": "number",
        "工作任务": "task",
        "责任单位": "lead",
        "配合单位": "supports",
        "责任人": "leader",
        "完成时限": "due",
        "形象进度": "steps",
        "备注": "",
    }
    assert not found.mapping.is_keyed


def test_a_table_a_district_made_itself_is_read(examined, assigned, ids):
    found = examined(district_table())
    terms = row_of(found).terms
    assert terms.lead == ids["云岭县财政局"]
    assert terms.supports == (ids["云岭县商务局"], ids["东河镇"])
    assert (terms.leader, terms.due_on) == ("孙八", date(2024, 12, 31))
    assert [(step.period[-2:], step.words, step.value) for step in terms.steps] == [
        ("Q1", "摸清底数", None),
        ("Q2", "过半", None),
        ("Q3", "", read_figure("7500")),
        ("Q4", "完成", None),
    ]
    assert "台账里没有找到" in fault_at(found, "B5")


def test_a_proposed_column_can_be_put_right(examined, assigned):
    found = examined(district_table(), said={"column-5": "", "column-8": "leader"})
    assert row_of(found).terms.leader == "重点"


def test_an_empty_cell_of_a_district_table_takes_nothing_away(examined, assigned):
    book = district_table()
    book.active["E4"] = None
    assert row_of(examined(book)).terms.leader == "张三"


def test_a_file_saved_by_a_program_of_another_kind_is_the_same(task_book, sheet, examined):
    """WPS keeps the unseen sheet, drops styles and writes words in place of shared strings."""
    place(sheet, "责任领导", JOBS).value = "李四"
    plain = Workbook()
    for other in task_book.worksheets:
        copy = plain.create_sheet(other.title)
        for cell in (cell for row in other.iter_rows() for cell in row if cell.value is not None):
            copy.cell(cell.row, cell.column, str(cell.value))
        copy.sheet_state = other.sheet_state
    del plain["Sheet"]
    found = examined(plain)
    assert changes(found) == {"责任领导": ("张三", "李四")}
    assert not found.preview.faulty
    assert as_bytes(plain)
