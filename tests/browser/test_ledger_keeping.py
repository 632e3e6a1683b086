"""Journey (c), second half: the ledger is filtered, sorted, changed, exported, and every row leads to its sentence."""

import re

import openpyxl
import pytest
from playwright.sync_api import expect


@pytest.fixture
def ledger(page, sample_plan, is_phone):
    """The ledger with the plan's main targets in it; the first test puts them there."""
    page.goto(f"{sample_plan}ledger/suggestions/")
    first = page.locator("[data-section]").first
    if "主要预期目标" in first.inner_text():
        button = first.get_by_role("button", name=re.compile("纳入本节"))
        if button.count():
            button.click()
            page.get_by_role("dialog").get_by_role("button", name=re.compile("确认纳入")).click()
            page.locator(".toast").wait_for()
    page.goto(f"{sample_plan}ledger/")
    page.locator(".ledger-table").wait_for()
    if is_phone:  # the filter is folded there
        page.locator(".ledger-narrow > summary").click()
    return page


def row(page, target):
    """The row of a target; sentences are no help, for several promises stand in one."""
    return page.locator(".ledger-table tbody tr", has=page.locator(".cell-target", has_text=target)).first


def test_a_row_says_the_target_in_plain_words(ledger, accessible):
    growth = row(ledger, "增长6%左右")
    expect(growth).to_contain_text("地区生产总值")
    expect(growth).to_contain_text("5.5%")
    expect(growth).to_contain_text("正文和附表")
    accessible()


def test_a_row_leads_to_its_sentence_in_the_document(ledger):
    link = row(ledger, "增长6%左右").locator(".cell-sentence a")
    anchor = link.get_attribute("href").partition("#")[2]
    link.click()
    expect(ledger).to_have_url(re.compile(f"/text/#{anchor}$"))
    expect(ledger.locator(f"#{anchor}")).to_be_in_viewport()


def test_a_row_of_the_annex_leads_to_its_cell(ledger):
    row(ledger, "852.3亿元").locator(".cell-sentence a").click()
    expect(ledger.locator("a.mark", has_text="852.3")).to_be_in_viewport()


def test_the_ledger_is_found_through_as_one_types(ledger):
    ledger.get_by_label("查找").fill("实际使用外资")
    expect(ledger.locator(".ledger-table tbody tr")).to_have_count(1)
    expect(ledger).to_have_url(re.compile("q="))
    ledger.get_by_role("link", name="清除筛选").click()
    expect(ledger.locator(".ledger-table tbody tr").nth(2)).to_be_visible()


def test_the_ledger_is_filtered_and_nothing_found_is_said_so(ledger, accessible):
    ledger.get_by_label("出处").select_option("annex")
    expect(ledger.locator("[role=status]", has_text="筛选出")).to_be_visible()
    expect(row(ledger, "852.3亿元")).to_be_visible()
    ledger.get_by_label("查找").fill("没有这样的词")
    expect(ledger.get_by_role("heading", name="没有符合条件的条目")).to_be_visible()
    accessible()


def test_columns_sort_both_ways(ledger, is_phone):
    numbers = ledger.locator(".cell-number")
    if is_phone:  # rows are cards there, without a head to press
        ledger.get_by_label("排列").select_option("-number")
    else:
        ledger.locator(".sort-head", has_text="序号").get_by_role("link").click()
        expect(ledger.locator(".sort-head[aria-sort=ascending]")).to_contain_text("序号")
        ledger.locator(".sort-head[aria-sort]").get_by_role("link").click()
        expect(ledger.locator(".sort-head[aria-sort=descending]")).to_contain_text("序号")
    expect(numbers.last).to_have_text("1")


def test_a_commitment_tells_where_it_comes_from(ledger, accessible):
    row(ledger, "增长6%左右").locator(".cell-subject a").click()
    story = ledger.get_by_role("dialog").locator(".story")
    expect(story).to_contain_text("SHA-256")
    expect(story.locator(".told-quote strong")).to_contain_text("地区生产总值增长6%左右")
    expect(story.locator(".chain-adopted")).to_contain_text("演示办事员")
    accessible()
    story.get_by_role("link", name=re.compile("看附表")).click()
    expect(ledger.locator("a.mark:target")).to_be_in_viewport()


def test_a_change_keeps_what_stood_there_before_and_can_be_undone(ledger, accessible):
    row(ledger, "增长5.5%左右").locator(".cell-subject a").click()
    dialog = ledger.get_by_role("dialog")
    dialog.get_by_role("link", name="修改").click()
    dialog.get_by_label("佐证").select_option("certification")
    dialog.get_by_role("button", name="保存修改").click()
    expect(dialog.locator(".field-error")).to_contain_text("请写明理由")
    accessible()
    dialog.get_by_label("修改理由").fill("区政府常务会议（演示）")
    dialog.get_by_role("button", name="保存修改").click()
    expect(row(ledger, "增长5.5%左右")).to_contain_text("改过")
    row(ledger, "增长5.5%左右").locator(".cell-subject a").click()
    expect(dialog.locator(".chain-changes").last).to_contain_text("认定文书")
    expect(dialog.locator(".chain-reason").last).to_contain_text("区政府常务会议")
    ledger.keyboard.press("Escape")
    ledger.locator(".toast").get_by_role("button", name="撤销").click()
    expect(ledger.locator(".toast", has_text="已撤销")).to_be_visible()


def test_an_approved_target_is_not_changed_here(ledger):
    row(ledger, "增长5.5%左右").locator(".cell-subject a").click()
    dialog = ledger.get_by_role("dialog")
    dialog.get_by_role("link", name="修改").click()
    expect(dialog).to_contain_text("要走“调整”")
    expect(dialog.get_by_label("目标值", exact=True)).to_be_disabled()


def test_withdrawing_asks_why_and_can_be_undone(ledger, accessible):
    row(ledger, "量稳质升").locator(".cell-subject a").click()
    dialog = ledger.get_by_role("dialog")
    dialog.get_by_role("link", name="撤回").click()
    dialog.get_by_label("与其他条目重复").check()
    accessible()
    dialog.get_by_role("button", name="撤回").click()
    expect(ledger.locator(".toast")).to_contain_text("已撤回")
    expect(row(ledger, "量稳质升")).to_have_count(0)
    ledger.locator(".toast").get_by_role("button", name="撤销").click()
    expect(row(ledger, "量稳质升")).to_be_visible()


def test_the_workbook_holds_what_the_page_shows(ledger, tmp_path):
    ledger.get_by_label("出处").select_option("annex")
    expect(ledger.locator("[role=status]", has_text="筛选出")).to_be_visible()
    with ledger.expect_download() as download:
        ledger.get_by_role("link", name="导出 Excel").click()
    assert "演示数据" in download.value.suggested_filename
    path = tmp_path / "ledger.xlsx"
    download.value.save_as(path)
    sheet = openpyxl.load_workbook(path)["台账"]
    heads = [cell.value for cell in sheet[1]]
    places = {sheet.cell(number, heads.index("出处") + 1).value for number in range(2, sheet.max_row + 1)}
    assert places == {"附表"}
    assert isinstance(sheet.cell(2, heads.index("目标值") + 1).value, int | float)


def test_the_ledger_speaks_english_when_asked(ledger, accessible):
    ledger.get_by_role("button", name="English").click()
    expect(ledger.locator("html")).to_have_attribute("lang", "en")
    expect(ledger.locator(".ledger-table")).to_contain_text("up about 6%")
    accessible()
    ledger.get_by_role("button", name="中文").click()


def test_a_dark_page_has_no_serious_fault(ledger, sample_plan, accessible):
    ledger.emulate_media(color_scheme="dark")
    for path in (f"{sample_plan}ledger/", f"{sample_plan}ledger/suggestions/?state=all"):
        ledger.goto(path)
        accessible()


def test_nothing_overflows_the_window(ledger):
    assert ledger.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
