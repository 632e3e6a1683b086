"""What holds on every page: no serious fault for people with disabilities, both languages, no dead end."""

import re

import pytest
from playwright.sync_api import expect

PAGES = ["/desk/", "/search/?q=增长", "/api/", "/api/tokens/", "/plans/", "/design/", "/plans/424242/"]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_serious_fault(page, path, accessible):
    page.goto(path)
    accessible()


def test_the_way_in_has_no_serious_fault(page, accessible):
    page.context.clear_cookies()
    page.goto("/sign-in/")
    accessible()


def test_dark_pages_have_no_serious_fault(page, sample_plan, accessible):
    page.emulate_media(color_scheme="dark")
    for path in ("/plans/", "/design/", f"{sample_plan}text/", f"{sample_plan}indicators/"):
        page.goto(path)
        accessible()


def test_one_click_lets_a_visitor_in(page):
    page.context.clear_cookies()
    page.goto("/")
    page.get_by_role("button", name="以演示办事员身份进入").click()
    expect(page).to_have_url(re.compile("/desk/$"))
    expect(page.get_by_role("heading", name="我的台账", exact=True, level=1)).to_be_visible()


def test_the_whole_site_speaks_english_when_asked(page, sample_plan):
    page.goto("/plans/")
    page.get_by_role("button", name="English").click()
    for path in ("/plans/", f"{sample_plan}text/", f"{sample_plan}indicators/", "/design/"):
        page.goto(path)
        expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto(f"{sample_plan}text/")
    page.locator("a.mark-target.mark-growth").first.click()
    expect(page.locator(".told-sentence")).to_contain_text("is to")
    page.get_by_role("button", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-hans")


def test_the_first_stop_of_the_tab_key_skips_to_the_content(page):
    page.goto("/plans/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_a_demonstration_says_so_on_every_page(page, sample_plan):
    for path in ("/plans/", f"{sample_plan}text/", "/design/"):
        page.goto(path)
        expect(page.get_by_role("note")).to_contain_text("演示")


def test_a_person_signs_out(page):
    page.context.clear_cookies()  # a session of its own: signing out ends it everywhere
    page.goto("/sign-in/")
    page.get_by_role("button", name="以演示办事员身份进入").click()
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="退出").click()
    expect(page).to_have_url(re.compile("/sign-in/$"))
