"""Journey (a): the document as issued — jump by the outline, click a figure, walk with the keyboard, filter, find."""

import re

from playwright.sync_api import expect


def test_a_clicked_figure_is_explained_beside_its_sentence(page, sample_plan, accessible):
    page.goto(f"{sample_plan}text/")
    accessible()
    mark = page.locator("a.mark-target.mark-growth").first
    mark.click()
    panel = page.get_by_role("complementary", name="读懂了什么")
    expect(panel.locator(".told-sentence")).to_contain_text("2023年")
    expect(panel.locator(".told-quote")).to_contain_text(mark.inner_text())
    expect(mark).to_have_class(re.compile("is-open"))
    assert page.url.endswith(mark.get_attribute("id"))
    accessible()


def test_the_open_figure_is_never_under_the_panel(page, sample_plan):
    page.goto(f"{sample_plan}text/")
    mark = page.locator("a.mark").nth(40)
    mark.click()
    page.locator(".told").wait_for()
    page.wait_for_timeout(300)
    hit = mark.evaluate(
        "m => { const r = m.getBoundingClientRect(); return m.contains(document.elementFromPoint(r.x + 4, r.y + r.height / 2)); }"
    )
    assert hit


def test_a_link_to_a_figure_opens_it(page, sample_plan):
    page.goto(f"{sample_plan}text/")
    anchor = page.locator("a.mark").nth(60).get_attribute("id")
    page.goto("/plans/")
    page.goto(f"{sample_plan}text/#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    expect(page.locator(f".told[data-anchor={anchor}]")).to_be_visible()
    expect(page.locator(f".sentence.is-lit:has(#{anchor})")).to_be_visible()


def test_the_keyboard_walks_opens_and_closes(page, sample_plan):
    page.goto(f"{sample_plan}text/")
    first, second = page.locator("a.mark").nth(0), page.locator("a.mark").nth(1)
    page.keyboard.press("n")
    expect(first).to_be_focused()
    page.keyboard.press("n")
    expect(second).to_be_focused()
    page.keyboard.press("p")
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".told")).to_have_count(0)
    expect(first).to_be_focused()


def test_only_one_mark_is_a_stop_of_the_tab_key(page, sample_plan):
    page.goto(f"{sample_plan}text/")
    expect(page.locator("a.mark").nth(5)).to_have_attribute("tabindex", "-1")
    assert page.locator('a.mark[tabindex="0"]').count() == 1


def test_the_outline_leads_to_a_section_and_follows_the_reader(page, sample_plan, is_phone):
    page.goto(f"{sample_plan}text/")
    if is_phone:
        page.get_by_role("button", name="章节", exact=True).click()
    link = page.locator(".outline-1").nth(1)
    link.click()
    heading = page.locator(link.get_attribute("href"))
    expect(heading).to_be_in_viewport()
    expect(link).to_have_attribute("aria-current", "true")
    if is_phone:
        expect(page.locator("#outline")).not_to_be_in_viewport()


def test_a_filter_hides_a_kind_of_mark_but_not_its_words(page, sample_plan):
    page.goto(f"{sample_plan}text/")
    mark = page.locator("a.mark-level").first
    words = mark.inner_text()
    page.get_by_role("checkbox", name="数值").uncheck(force=True)
    expect(mark).to_have_class(re.compile("is-hidden"))
    assert mark.inner_text() == words
    page.keyboard.press("n")
    expect(page.locator("a.mark:focus")).not_to_have_class(re.compile("mark-level"))


def test_words_are_found_across_marks(page, sample_plan):
    page.goto(f"{sample_plan}text/")
    page.keyboard.press("/")
    page.keyboard.type("地区生产总值")
    found = page.locator("[data-found]")
    expect(found).to_have_text(re.compile(r"^1/[1-9]"))
    page.keyboard.press("Enter")
    expect(found).to_have_text(re.compile(r"^2/"))


def test_the_page_never_scrolls_sideways(page, sample_plan):
    for path in (f"{sample_plan}text/", f"{sample_plan}indicators/", "/plans/", "/design/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_a_contradiction_is_told_before_everything_else(page, sample_plan):
    page.goto(f"{sample_plan}text/")
    page.locator(".sentence", has_text="社会消费品零售总额").locator("a.mark", has_text="0.4%").click()
    told = page.locator(".told-elsewhere")
    expect(told).to_contain_text("附表写的是 1.2")
    expect(told).to_contain_text("请对照原件核实")
    expect(told).to_be_in_viewport()


def test_a_panel_opened_by_the_keyboard_can_be_walked_by_it(page, sample_plan):
    page.goto(f"{sample_plan}text/")
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    expect(page.locator("[data-panel]")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("[data-panel-close]")).to_be_focused()
