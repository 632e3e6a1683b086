"""Doing nothing: a countdown in the last two minutes that takes nothing typed away, then a sign-in that leads back."""

import re

import pytest
from playwright.sync_api import expect

MINUTE = 60_000


@pytest.fixture
def desk(page):
    """A page with a form, in a session of its own: what ends here ends for nobody else."""
    page.context.clear_cookies()
    page.clock.install()
    page.goto("/sign-in/?next=/account/password/")
    page.get_by_role("button", name="以演示办事员身份进入").click()
    page.wait_for_url("**/account/password/")
    return page


def test_the_countdown_is_answered_and_nothing_typed_is_lost(desk, accessible):
    desk.get_by_label("新密码", exact=True).fill("half of a sentence")
    desk.clock.fast_forward(27 * MINUTE)
    expect(desk.locator("#idle")).to_be_hidden()
    desk.clock.fast_forward(MINUTE + 5_000)
    expect(desk.get_by_role("heading", name="您还在吗？")).to_be_visible()
    expect(desk.get_by_role("timer")).to_have_text(re.compile(r"1:5\d"))
    accessible()
    with desk.expect_response("**/sign-in/keep/") as kept:
        desk.get_by_role("button", name="继续使用").press("Enter")
    assert kept.value.status == 204
    expect(desk.locator("#idle")).to_be_hidden()
    expect(desk.get_by_label("新密码", exact=True)).to_have_value("half of a sentence")


def test_escape_means_i_am_here(desk):
    desk.clock.fast_forward(28 * MINUTE + 5_000)
    expect(desk.get_by_role("timer")).to_be_visible()
    with desk.expect_response("**/sign-in/keep/"):
        desk.keyboard.press("Escape")
    expect(desk.locator("#idle")).to_be_hidden()


def test_without_an_answer_one_is_signed_out_and_led_back(desk, accessible):
    desk.clock.fast_forward(31 * MINUTE)
    desk.wait_for_url(re.compile(r"/sign-in/\?idle=1&next=%2Faccount%2Fpassword%2F"))
    expect(desk.get_by_text("系统已自动退出")).to_be_visible()
    accessible()
    desk.get_by_role("button", name="以演示办事员身份进入").click()
    desk.wait_for_url("**/account/password/")


def test_work_in_another_window_counts(desk):
    desk.clock.fast_forward(25 * MINUTE)
    other = desk.context.new_page()
    other.clock.install(time=desk.evaluate("Date.now()"))
    other.goto("/account/")
    desk.clock.fast_forward(4 * MINUTE)
    expect(desk.locator("#idle")).to_be_hidden()
    other.close()
