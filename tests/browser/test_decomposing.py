"""A clerk divides a target among the towns, puts it in force, and sends the task table out and in again."""

import io
import re

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import expect

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def plan(sample_plan):
    return sample_plan.rstrip("/")


def uploaded(page, plan, book, name):
    page.goto(f"{plan}/tables/")
    buffer = io.BytesIO()
    book.save(buffer)
    page.get_by_label("Excel 文件").set_input_files({"name": name, "mimeType": XLSX, "buffer": buffer.getvalue()})
    page.get_by_role("button", name="上传并预检").click()


def exported(page, plan):
    page.goto(f"{plan}/tables/")
    with page.expect_download() as download:
        page.get_by_role("row", name="重点任务责任分解表").get_by_role("link", name="Excel").click()
    return load_workbook(io.BytesIO(download.value.path().read_bytes()))


def test_two_targets_are_divided_already(page, plan, accessible):
    page.goto(f"{plan}/decomposition/")
    expect(page.locator(".badge-good", has_text="已分解").first).to_be_visible()
    accessible()
    page.get_by_role("link", name="固定资产投资").first.click()
    expect(page.locator(".verdict-kept")).to_contain_text("按上年实绩加权")
    accessible()


def test_a_target_is_divided_checked_and_put_in_force(page, plan, accessible):
    page.goto(f"{plan}/decomposition/")
    page.get_by_role("link", name="分解", exact=True).first.click()
    page.get_by_role("button", name="全部镇街").click()
    expect(page.locator(".grid tbody tr")).to_have_count(12)
    page.get_by_role("button", name="按办法算一遍").click()
    expect(page.locator(".verdict-kept")).to_be_visible()
    first = page.locator(".grid tbody tr").first.locator("input").last
    kept = first.input_value()
    first.fill("-1")
    expect(page.locator(".verdict-broken")).to_be_visible()
    expect(first).to_be_focused()  # what is checked while one types takes nothing away
    accessible()
    first.fill(kept)
    expect(page.locator(".verdict-kept")).to_be_visible()
    page.get_by_role("button", name="保存草稿").click()
    expect(page.locator(".toast")).to_contain_text("草稿已保存")
    page.get_by_role("link", name="生效…").click()
    page.get_by_label("批准文号").fill("演示政办字〔2023〕9号")
    accessible()
    page.get_by_role("button", name="确认生效").click()
    expect(page.get_by_role("heading", name=re.compile("现行分解（第 1 次）"))).to_be_visible()
    expect(page.get_by_text("演示政办字〔2023〕9号").first).to_be_visible()
    expect(page.locator(".bar-list li")).to_have_count(12)


def test_the_task_table_goes_out_and_comes_in_and_is_undone(page, plan, accessible):
    book = exported(page, plan)
    sheet = book["任务分解"]
    line = next(row for row in range(sheet.max_row, 5, -1) if sheet.cell(row, 1).value)
    sheet.cell(line, 9).value = "演示副区长"
    sheet.cell(line - 1, 12).value = "尽快"
    uploaded(page, plan, book, "改好的表.xlsx")
    expect(page.locator(".faults")).to_contain_text("没有认出是哪一天")
    expect(page.locator(".takings")).to_contain_text("演示副区长")
    accessible()
    with page.expect_download() as download:
        page.get_by_role("link", name="下载标注好的表格").click()
    assert (
        load_workbook(io.BytesIO(download.value.path().read_bytes()))["任务分解"].cell(line - 1, 12).comment is not None
    )
    if page.get_by_label("调整理由").count():
        page.get_by_label("调整理由").fill("演示：领导分工调整")
        page.get_by_label("依据文件").fill("演示政办字〔2023〕10号")
    page.get_by_role("button", name="导入勾选的行").click()
    expect(page.get_by_role("heading", name="改好的表.xlsx")).to_be_visible()
    accessible()
    page.get_by_role("button", name="整批撤销").click()
    expect(page.locator(".toast").last).to_contain_text("已整批撤销")


def test_a_table_made_elsewhere_is_mapped_before_it_is_looked_through(page, plan, accessible):
    book = Workbook()
    book.active.append(["工作任务", "责任单位", "责任人", "备注"])
    book.active.append(["没有这样的任务", "区商务局", "演示副区长", "x"])
    uploaded(page, plan, book, "自己做的表.xlsx")
    expect(page.get_by_label("责任单位")).to_have_value("lead")
    expect(page.get_by_label("备注")).to_have_value("")
    accessible()
    page.get_by_role("button", name="就这样预检").click()
    expect(page.locator(".faults")).to_contain_text("台账里没有找到这项任务")
