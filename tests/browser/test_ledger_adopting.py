"""Journey (c), first half: what the plan promises becomes the ledger, sentence by sentence.

The site is shared by all tests, so each leaves the suggestions as it found them.
"""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def suggestions(page, sample_plan):
    page.goto(f"{sample_plan}ledger/suggestions/")
    return page


@pytest.fixture
def last_section(suggestions):
    return suggestions.locator("[data-section]").last


def undo(page):
    page.locator(".toast").get_by_role("button", name="撤销").click()
    expect(page.locator(".toast").last).to_contain_text("已撤销")


def open_count(page):
    return int(page.locator(".segments a").first.locator(".number").inner_text())


def test_every_sentence_of_part_three_stands_with_what_it_promises(suggestions, accessible):
    expect(suggestions.locator(".coverage")).to_contain_text("句已处理")
    passage = suggestions.locator(".passage", has_text="高新技术企业达到112家").first
    entry = passage.locator(".work-entry", has_text="高新技术企业").last
    expect(entry).to_contain_text("达到112家")
    expect(entry).to_contain_text("指标目标")
    accessible()


def test_text_and_annex_about_one_indicator_are_one_suggestion(suggestions):
    entry = suggestions.locator(".work-entry", has_text="地区生产总值").filter(has_text="增长6%左右").first
    expect(entry).to_contain_text("正文和附表")
    expect(entry).to_contain_text("基数 2022年 5.5%")


def test_a_section_is_adopted_after_one_question_and_taken_back(suggestions, last_section, accessible):
    before = open_count(suggestions)
    button = last_section.get_by_role("button", name=re.compile("纳入本节"))
    count = int(re.search(r"\d+", button.inner_text())[0])
    button.click()
    dialog = suggestions.get_by_role("dialog")
    expect(dialog).to_contain_text(f"把这 {count} 条纳入台账？")
    accessible()
    dialog.get_by_role("button", name=re.compile("确认纳入")).click()
    expect(suggestions.locator(".toast")).to_contain_text(f"已纳入台账 {count} 条")
    expect(suggestions.locator(".segments a").first.locator(".number")).to_have_text(str(before - count))
    undo(suggestions)
    expect(suggestions.locator(".segments a").first.locator(".number")).to_have_text(str(before))


def test_chosen_ones_are_handled_together(suggestions, last_section, accessible):
    expect(suggestions.locator("[data-bar]")).to_be_hidden()
    last_section.locator("[data-key]").nth(0).check()
    last_section.locator("[data-key]").nth(1).check()
    expect(suggestions.locator("[data-count]")).to_have_text("2")
    accessible()
    suggestions.locator("[data-bar]").get_by_role("button", name="纳入台账").click()
    suggestions.get_by_role("dialog").get_by_role("button", name="确认纳入 2 条").click()
    expect(suggestions.locator(".toast")).to_contain_text("已纳入台账 2 条")
    expect(suggestions.locator("[data-bar]")).to_be_hidden()
    undo(suggestions)


def test_a_whole_section_is_chosen_by_one_box(suggestions, last_section):
    last_section.get_by_role("checkbox", name="全选").check()
    count = last_section.locator("[data-key]").count()
    expect(suggestions.locator("[data-count]")).to_have_text(str(count))
    suggestions.locator("[data-clear]").click()
    expect(suggestions.locator("[data-bar]")).to_be_hidden()
    assert last_section.locator("[data-key]:checked").count() == 0


def test_a_suggestion_is_edited_before_it_is_adopted(suggestions, accessible):
    entry = suggestions.locator(".work-entry", has_text="数字经济核心产业营业收入").first
    entry.get_by_role("link", name="编辑").click()
    dialog = suggestions.get_by_role("dialog")
    expect(dialog.locator(".told-quote")).to_contain_text("数字经济核心产业营业收入增长15%以上")
    expect(dialog.get_by_label("目标值")).to_have_value("15")
    accessible()
    dialog.get_by_label("目标值").fill("16")
    dialog.get_by_label("上限").fill("3")
    dialog.get_by_role("button", name="纳入台账").click()
    expect(dialog.locator(".field-error")).to_contain_text("上限比目标值还小")
    dialog.get_by_label("上限").fill("")
    dialog.get_by_role("button", name="纳入台账").click()
    expect(suggestions.locator(".toast")).to_contain_text("已纳入台账 1 条")
    expect(dialog).to_be_hidden()
    undo(suggestions)


def test_setting_aside_asks_why(suggestions, last_section, accessible):
    last_section.get_by_role("button", name="搁置").last.click()
    dialog = suggestions.get_by_role("dialog")
    dialog.get_by_role("button", name="搁置").click()
    expect(dialog.get_by_role("alert")).to_contain_text("请选一个理由")
    accessible()
    dialog.get_by_label("属于总体要求或背景表述").check()
    dialog.get_by_role("button", name="搁置").click()
    expect(suggestions.locator(".toast")).to_contain_text("已搁置 1 条")
    expect(suggestions.locator(".coverage-legend")).to_contain_text("已搁置 1")
    undo(suggestions)


def test_everything_works_from_the_keyboard(suggestions, last_section):
    box = last_section.locator("[data-key]").first
    box.focus()
    suggestions.keyboard.press("Space")
    expect(box).to_be_checked()
    suggestions.keyboard.press("Enter")  # must not press a button it was not meant for
    expect(suggestions.get_by_role("dialog")).to_be_hidden()
    expect(suggestions.locator(".toast")).to_have_count(0)
    edit = last_section.get_by_role("link", name="编辑").first
    edit.focus()
    suggestions.keyboard.press("Enter")
    expect(suggestions.get_by_role("dialog")).to_be_visible()
    suggestions.keyboard.press("Escape")
    expect(suggestions.get_by_role("dialog")).to_be_hidden()


def test_a_sentence_is_one_click_from_its_place(suggestions):
    passage = suggestions.locator(".passage", has_text="守牢粮食安全底线").last
    passage.get_by_role("link", name="在原文中看").click()
    expect(suggestions.locator("#lit")).to_be_in_viewport()
    expect(suggestions.locator("#lit")).to_contain_text("守牢粮食安全底线")


def test_the_panel_of_a_statement_leads_here(page, sample_plan):
    page.goto(f"{sample_plan}text/")
    page.locator("a.mark-target.mark-growth").first.click()
    custody = page.locator(".custody")
    expect(custody).to_be_visible()
    custody.get_by_role("link").first.click()
    expect(page.locator(":is(.asking, .story-alone)")).to_be_visible()


def test_nothing_overflows_the_window(suggestions):
    assert suggestions.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_without_a_script_the_same_is_done_in_pages(chromium, site, sample_plan):
    context = chromium.new_context(java_script_enabled=False, base_url=site)
    page = context.new_page()
    page.goto("/sign-in/")
    page.get_by_role("button", name="以演示办事员身份进入").click()
    page.goto(f"{sample_plan}ledger/suggestions/")
    boxes = page.locator("[data-section]").last.locator("[data-key]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.locator("[data-bar]").get_by_role("button", name="纳入台账").click()
    page.get_by_role("button", name="确认纳入 2 条").click()
    expect(page.locator(".toast")).to_contain_text("已纳入台账 2 条")
    page.locator(".toast").get_by_role("button", name="撤销").click()
    expect(page.locator(".toast")).to_contain_text("已撤销 2 条")
    context.close()


def test_the_page_stays_where_it_is_when_one_is_adopted(suggestions):
    entry = suggestions.locator(".work-entry").nth(20)
    words = suggestions.locator(".work-entry-line").nth(21).inner_text()
    button = entry.locator(".work-entry-actions button").last
    button.scroll_into_view_if_needed()
    before = suggestions.evaluate("scrollY")
    button.click()
    expect(suggestions.locator(".toast")).to_contain_text("已纳入台账 1 条")
    assert abs(suggestions.evaluate("scrollY") - before) < 200
    next_one = suggestions.locator(".work-entry", has=suggestions.locator("[data-key]:focus"))
    expect(next_one.locator(".work-entry-line")).to_have_text(words)
    undo(suggestions)


def test_a_baseline_that_text_and_annex_print_differently_is_marked(suggestions):
    entry = suggestions.locator(".work-entry", has_text="社会消费品零售总额").filter(has_text="增长5%以上").first
    expect(entry.locator(".entry-doubt")).to_contain_text("基数在正文和附表里印得不一样")
