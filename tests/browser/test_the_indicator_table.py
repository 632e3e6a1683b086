"""Journey (b): last year and this, text and annex side by side, each figure one click from its place."""

import re

from playwright.sync_api import expect


def test_annex_and_text_stand_side_by_side(page, sample_plan, accessible):
    page.goto(f"{sample_plan}indicators/")
    row = page.locator(".comparison tr", has=page.get_by_role("rowheader", name="地区生产总值")).first
    if page.viewport_size["width"] < 600:  # drawn as cards there
        row = page.locator(".comparison tbody tr", has_text="地区生产总值").first
    expect(row.locator(".pair-annex").first).to_contain_text("804.1")
    expect(row.locator(".pair-text").first).to_contain_text("804.1亿元")
    expect(row).to_contain_text("一致")
    accessible()


def test_a_contradiction_is_named(page, sample_plan):
    page.goto(f"{sample_plan}indicators/")
    row = page.locator(".comparison tbody tr", has_text="社会消费品零售总额").first
    expect(row.locator(".verdict")).to_contain_text("不一致")


def test_a_figure_leads_to_its_sentence(page, sample_plan):
    page.goto(f"{sample_plan}indicators/")
    figure = page.locator(".pair-text a").first
    anchor = figure.get_attribute("href").partition("#")[2]
    figure.click()
    expect(page).to_have_url(re.compile(f"/text/#{anchor}$"))
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    expect(page.locator(f".told[data-anchor={anchor}]")).to_be_visible()


def test_every_row_and_every_verdict_is_in_sight(page, sample_plan):
    page.goto(f"{sample_plan}indicators/")
    frame = page.locator(".comparison-frame").first
    assert frame.evaluate("f => f.scrollHeight <= f.clientHeight + 1")
    verdict = page.locator(".comparison tbody .verdict").first
    assert verdict.evaluate("v => v.getBoundingClientRect().right <= innerWidth")
