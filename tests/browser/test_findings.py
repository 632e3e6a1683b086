"""Journey (e): the findings beside the document — from a doubt to its words and back, dealt with by two people, checked anew."""

import re
import uuid

import pytest
from playwright.sync_api import expect

PLAN = """{region}2024年国民经济和社会发展计划

一、2023年计划执行情况

（一）经济总体平稳。地区生产总值完成120.5亿元，同比增长5.2%；固定资产投资增长{growth}%。

二、2024年预期目标

地区生产总值增长6%左右，固定资产投资增长9%以上。

附件：2024年主要指标

指标	单位	2023年完成		2024年计划	
		绝对值	增长%	绝对值	增长%
地区生产总值	亿元	120.5	5.2	127.7	6左右
固定资产投资	亿元	45	7.5	49	9以上
"""


@pytest.fixture
def findings(page, sample_plan):
    """The findings of the sample plan."""
    page.goto(f"{sample_plan}findings/")
    page.locator(".finding").first.wait_for()
    return page


@pytest.fixture
def draft():
    """A plan nobody has handed in yet, as a file with the growth of investment its text tells."""
    region = f"青山{uuid.uuid4().hex[:6]}县"

    def draft(growth):
        text = PLAN.format(region=region, growth=growth)
        return {"name": f"{region}{growth}.txt", "mimeType": "text/plain", "buffer": text.encode()}

    return draft


@pytest.fixture
def own(page, draft):
    """A plan of one's own, with an error in it, open at its findings; in a session of its own, for people change in it."""
    page.context.clear_cookies()
    page.goto("/sign-in/")
    page.get_by_role("button", name="以演示办事员身份进入").click()
    page.wait_for_url("**/desk/")
    page.goto("/plans/")
    file = draft("8.6")
    page.set_input_files("#plan-files", file)
    entry = page.locator(".entry", has_text=file["name"])
    entry.get_by_role("link", name="看原文").click()
    page.get_by_role("link", name=re.compile("^核校")).click()
    page.locator(".finding").first.wait_for()
    return page


def entry(page, code):
    return page.locator(".finding", has=page.locator(".finding-code", has_text=code)).first


def open_entry(page, code):
    one = entry(page, code)
    one.locator("> summary").click()
    return one


def test_the_page_has_no_serious_fault_open_or_closed(findings, accessible):
    accessible()
    open_entry(findings, "C05").get_by_text("规则说明").click()
    accessible()


def test_a_dark_page_has_no_serious_fault(findings, accessible):
    findings.emulate_media(color_scheme="dark")
    open_entry(findings, "C05")
    accessible()


def test_a_finding_lights_its_words_in_the_document(findings, is_phone):
    one = open_entry(findings, "C05")
    expect(one.locator(".arithmetic")).to_contain_text("0.4%")
    lit = findings.locator("a.doubt.is-lit")
    expect(lit).to_have_count(2)
    if not is_phone:
        expect(lit.first).to_be_in_viewport()
    one.locator("[data-place]").last.click()
    expect(findings.locator("a.doubt.is-asked")).to_have_text("1.2")
    expect(findings.locator("a.doubt.is-asked")).to_be_in_viewport()


def test_marked_words_lead_to_their_finding(findings, is_phone):
    if is_phone:
        findings.get_by_role("link", name="原文").last.click()
    findings.locator("a.doubt-error", has_text="0.4%").click()
    one = entry(findings, "C05")
    expect(one).to_have_attribute("open", "")
    expect(one.locator("> summary")).to_be_focused()
    expect(one.locator("> summary")).to_be_in_viewport()


def test_on_a_phone_one_comes_back_from_the_words_to_the_finding(findings, is_phone):
    if not is_phone:
        pytest.skip("both stand side by side there")
    open_entry(findings, "C13").locator("[data-place]").first.click()
    expect(findings.locator("#findings-list")).to_be_hidden()
    findings.get_by_role("button", name="回到这条").click()
    expect(entry(findings, "C13").locator("> summary")).to_be_in_viewport()


def test_the_keyboard_walks_through_findings_and_closes_them(findings):
    findings.keyboard.press("n")
    first = findings.locator(".finding").nth(0)
    expect(first).to_have_attribute("open", "")
    findings.keyboard.press("n")
    expect(first).not_to_have_attribute("open", "")
    expect(findings.locator(".finding").nth(1).locator("> summary")).to_be_focused()
    findings.keyboard.press("p")
    expect(first).to_have_attribute("open", "")
    findings.keyboard.press("Escape")
    expect(first).not_to_have_attribute("open", "")
    expect(findings.locator("a.doubt.is-lit")).to_have_count(0)


def test_only_one_mark_is_a_stop_of_the_tab_key(findings):
    assert findings.locator('a.doubt[tabindex="0"]').count() == 1


def test_the_list_is_filtered_in_place_and_the_marks_with_it(findings):
    findings.get_by_role("link", name=re.compile("^错误")).click()
    expect(findings).to_have_url(re.compile("severity=error"))
    expect(findings.locator(".finding-warning")).to_have_count(0)
    expect(findings.locator("a.doubt-error.is-hidden")).to_have_count(0)
    expect(findings.locator("a.doubt-hint:not(.is-hidden)")).to_have_count(0)
    findings.locator(".chip", has_text="二、").click()
    expect(entry(findings, "C05")).to_have_count(0)
    findings.reload()
    expect(findings.locator(".chip[aria-current=true]", has_text="二、")).to_be_visible()


def test_an_address_that_names_a_finding_opens_it(findings):
    one = open_entry(findings, "C45")
    address = findings.url
    assert re.search(r"#f-\d+$", address)
    findings.goto("/plans/")
    findings.goto(address)
    expect(one).to_have_attribute("open", "")


def test_an_error_is_settled_by_two_people_each_one_click_away(own, accessible):
    expect(own.locator("#findings-banner")).to_contain_text("还有 1 条错误未处理，不能印发")
    expect(own.locator(".tab-badge")).to_contain_text("1")
    one = open_entry(own, "C05")
    one.get_by_label("理由").fill("统计局核实：附表为年报数（演示）")
    one.get_by_role("button", name="属实不改").click()
    expect(own.locator(".toast")).to_contain_text("待另一人复核")
    expect(one).to_contain_text("您自己不能复核自己的处理")
    expect(own.locator("#findings-banner")).to_contain_text("其中 1 条已写明处理")
    accessible()
    own.get_by_role("button", name="换成“演示复核人”").click()
    one = open_entry(own, "C05")
    one.get_by_role("button", name="复核通过").click()
    expect(own.locator("#findings-banner")).to_contain_text("没有未处理的错误")
    expect(own.locator(".tab-badge")).to_be_empty()
    expect(one.locator(".events")).to_contain_text("演示复核人")
    own.locator(".toast").get_by_role("button", name="撤销").click()
    expect(own.locator("#findings-banner")).to_contain_text("还有 1 条错误未处理")
    expect(one.locator(".events li")).to_have_count(3)


def test_a_reason_that_is_missing_is_asked_for_before_anything_is_sent(own):
    one = open_entry(own, "C05")
    one.get_by_role("button", name="属实不改").click()
    assert one.get_by_label("理由").evaluate("field => !field.checkValidity() && field === document.activeElement")
    expect(own.locator(".toast")).to_have_count(0)


def test_a_corrected_file_is_checked_and_compared(own, draft, accessible):
    own.get_by_role("button", name="上传改好的稿子").click()
    accessible()
    own.set_input_files("#new-version-file", draft("7.5"))
    own.get_by_role("button", name="上传并核校").click()
    own.wait_for_url("**/findings/changes/")
    expect(own.locator(".changes-fixed")).to_contain_text("C05")
    expect(own.locator(".changes-added")).to_contain_text("没有新出现的疑点")
    expect(own.locator(".changes-remaining")).to_contain_text("C52")
    expect(own.locator("#findings-banner")).to_contain_text("没有未处理的错误")
    accessible()
    own.locator(".changes-fixed a").click()
    expect(own.locator(".checking-head")).to_contain_text("这是第 1 稿，只供查看")


def test_the_commented_word_file_is_had_by_one_click(findings, tmp_path):
    with findings.expect_download() as download:
        findings.get_by_role("link", name="下载批注稿").click()
    assert download.value.suggested_filename.endswith("（核校批注）.docx")


def test_the_page_speaks_english_when_asked(findings, accessible):
    findings.get_by_role("button", name="English").click()
    expect(findings.locator("#findings-banner")).to_contain_text("may not be issued")
    expect(entry(findings, "C05")).to_contain_text("Text and annex give the same growth")
    accessible()
    findings.get_by_role("button", name="中文").click()


def test_nothing_overflows_the_window(findings):
    open_entry(findings, "C13")
    assert findings.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_a_script_the_same_is_done_in_pages(chromium, site, sample_plan):
    context = chromium.new_context(java_script_enabled=False, base_url=site)
    page = context.new_page()
    page.goto("/sign-in/")
    page.get_by_role("button", name="以演示办事员身份进入").click()
    page.goto(f"{sample_plan}findings/?severity=hint")
    one = page.locator(".finding").last
    one.locator("> summary").click()
    one.get_by_role("button", name="已改正").click()
    expect(page.locator(".toast")).to_contain_text("已记下处理")
    page.locator(".toast").get_by_role("button", name="撤销").click()
    expect(page.locator(".toast")).to_contain_text("已撤回")
    context.close()
