"""The life of a plan: a draft commented on sentence by sentence, approved by two people, issued, certified; versions compared."""

import re
import uuid
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import SIZES, become

PLAN = """{region}2024年国民经济和社会发展计划

一、2023年计划执行情况

地区生产总值完成120.5亿元，同比增长5.2%。固定资产投资增长8.6%。

二、2024年预期目标

地区生产总值增长6%左右。固定资产投资增长9%以上。城镇新增就业3000人以上。
"""
PROMISE = "固定资产投资增长9%以上。"


@pytest.fixture
def somebody(chromium, site, page):
    """Somebody else before a screen of the same size, for as long as it takes."""

    @contextmanager
    def enter(username):
        size = "phone" if page.viewport_size["width"] < 600 else "wide"
        context = chromium.new_context(viewport=SIZES[size], base_url=site, reduced_motion="reduce")
        context.set_default_timeout(15_000)
        other = context.new_page()
        become(other, username)
        yield other
        context.close()

    return enter


@pytest.fixture
def own(page):
    """The address of a plan nobody has handed in before, once it is read and checked."""
    region = f"青山{uuid.uuid4().hex[:6]}县"
    file = {"name": f"{region}.txt", "mimeType": "text/plain", "buffer": PLAN.format(region=region).encode()}
    page.goto("/plans/")
    page.set_input_files("#plan-files", file)
    entry = page.locator(".entry", has_text=file["name"])
    expect(entry.get_by_role("link", name="看原文")).to_be_visible(timeout=60_000)
    address = entry.locator("h3 a").get_attribute("href").removesuffix("text/")
    page.goto(f"{address}findings/")
    expect(page.locator(".checking-progress")).to_have_count(0, timeout=60_000)
    return address


def told(page):
    return page.locator(".toast").last


def move(page, plan, name, **typed):
    page.goto(f"{plan}life/")
    page.get_by_role("link", name=name, exact=True).click()
    for label, words in typed.items():
        page.get_by_label(label).fill(words)
    page.get_by_role("button", name=name, exact=True).click()


def ask_for_comments(page, plan, unit):
    page.goto(f"{plan}life/")
    page.get_by_role("link", name="发出征求意见").click()
    page.get_by_label("截止日期").fill("2099-12-31")
    page.get_by_label(unit, exact=True).check()
    page.get_by_role("button", name="发出征求意见").click()
    expect(told(page)).to_contain_text("已发出")


def test_a_plan_is_commented_on_approved_and_issued(page, own, somebody, accessible):
    ask_for_comments(page, own, "区商务局")
    with somebody("demo-head") as head:
        head.goto(f"{own}comments/text/")
        head.locator("a.sayable", has_text=PROMISE).click()
        expect(head.locator(".comment-form .comment-quote")).to_have_text(PROMISE)
        assert head.evaluate("document.documentElement.scrollWidth <= innerWidth")
        head.get_by_label("意见", exact=True).fill("建议与市里下达的目标衔接")
        head.get_by_role("button", name="提交意见").click()
        expect(told(head)).to_contain_text("已提交")
        head.goto(f"{own}comments/")
        head.get_by_role("button", name=re.compile("确认反馈")).click()
        expect(told(head)).to_contain_text("已反馈")
    page.goto(f"{own}comments/")
    accessible()
    page.get_by_label("部分采纳", exact=True).check()
    page.get_by_label(re.compile("^理由")).fill("已作衔接")
    page.get_by_role("button", name="保存答复").click()
    expect(page.locator(".answer")).to_contain_text("已作衔接")
    page.get_by_role("button", name="结束本轮征求意见").click()
    for step in ("送区政府审定", "送人大初步审查", "定为大会稿"):
        move(page, own, step)
        expect(told(page)).to_contain_text("已转入")
    approve(page, own, somebody)
    move(page, own, "登记印发", 印发文号="青发改字[2024]19号", 印发日期="2024-03-13")
    expect(page.locator(".stage-here")).to_contain_text("印发")
    expect(page.locator(".stage-here")).to_contain_text("青发改字〔2024〕19号")
    accessible()
    certify(page, accessible)


def approve(page, plan, somebody):
    page.goto(f"{plan}life/")
    page.get_by_role("link", name="录入批准决议").click()
    page.get_by_label("批准机关").fill("青山县人民代表大会")
    page.get_by_label("决议文号或名称").fill("示例决议1号")
    page.get_by_label("决议日期").fill("2024-02-01")
    page.get_by_label("带疑点批准的说明").fill("照原文批准")
    page.get_by_role("button", name="录入，交复核").click()
    expect(page.locator("main")).to_contain_text("录入的人不能自己复核")
    expect(page.get_by_role("button", name="复核通过")).to_have_count(0)
    with somebody("demo-reviewer") as second:
        second.goto(page.url)
        expect(second.locator(".digest-bad")).to_have_count(0)
        second.get_by_role("button", name="复核通过").click()
        expect(told(second)).to_contain_text("现行有效")


def certify(page, accessible):
    page.get_by_role("link", name="出具摘录证明").click()
    page.locator("a.sayable", has_text=PROMISE).click()
    expect(page.locator(".extract-quote")).to_have_text(PROMISE)
    page.get_by_role("button", name="登记并出具").click()
    expect(page.locator(".certificate")).to_contain_text("青发改字〔2024〕19号")
    expect(page.locator(".certificate")).to_contain_text(PROMISE)
    accessible()
    with page.expect_download() as fetched:
        page.get_by_role("link", name="下载 Word 文件").click()
    assert fetched.value.suggested_filename.endswith(".docx")


def test_what_changed_between_versions_is_seen_at_a_glance(page, sample_plan, accessible):
    page.goto(f"{sample_plan}differences/")
    changes = page.locator(".figures-changed")
    expect(changes).to_contain_text("地区生产总值")
    expect(changes.locator("del", has_text="6.5%").first).to_be_visible()
    accessible()
    page.keyboard.press("n")
    expect(page.locator("[data-difference]").first).to_be_focused()
    page.keyboard.press("p")
    expect(page.locator("[data-difference]").last).to_be_focused()
    expect(page.locator("[data-difference]").last).to_be_in_viewport()
    page.locator(".difference-fold > summary").first.click()
    expect(page.locator(".difference-same").first).to_be_visible()
    page.get_by_label("只看变化").check()
    expect(page.locator(".difference-fold")).to_have_count(0)
    expect(page.locator("[data-difference]").first).to_be_visible()


def test_a_sentence_is_chosen_by_the_keyboard_alone(page, sample_plan):
    page.goto(f"{sample_plan}life/")
    page.get_by_role("link", name="出具摘录证明").click()
    page.wait_for_url("**/extract/")
    sentences = page.locator("a.sayable")
    page.keyboard.press("n")
    expect(sentences.first).to_be_focused()
    page.keyboard.press("n")
    expect(sentences.nth(1)).to_be_focused()
    words = sentences.nth(1).inner_text()
    page.keyboard.press("Enter")
    expect(page.locator(".extract-quote")).to_have_text(words.replace("\n", ""))


@pytest.mark.parametrize("where", ["life/", "comments/", "differences/", "extracts/"])
def test_the_pages_of_a_life_fit_and_have_no_serious_fault(page, sample_plan, accessible, where):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{sample_plan}{where}")
        if where == "life/":
            page.locator(".offers").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        accessible()


def test_the_picture_of_the_steps_says_where_the_plan_stands(page, sample_plan):
    page.goto(f"{sample_plan}life/")
    here = page.locator('.stage[aria-current="step"]')
    expect(here).to_contain_text("印发")
    expect(here).to_be_in_viewport()
    expect(page.locator(".stage-done")).to_have_count(6)
