"""Journey: a real site begins; its system administrator signs in for the first time, takes a password and an app, and comes back.

The demonstration needs no password, so this test serves a site of its own, made the way an administrator makes one.
"""

import os
import re
import subprocess
import sys
from base64 import b32decode

import pytest
from django_otp.oath import totp
from playwright.sync_api import expect
from tests.browser.conftest import PATIENCE, SIZES, free_port, wait_until_it_answers

PASSWORD = "Rivers-4-Stones"
HASHING = 60_000  # a password is hashed on purpose slowly, and changing one hashes several
PROGRAM = [sys.executable, "-m", "taizhang"]


@pytest.fixture(scope="module")
def real_site(tmp_path_factory):
    """Address of a site that begins, and the one-time password of each administrator."""
    home = tmp_path_factory.mktemp("real-site") / "home"
    environment = os.environ | {"TAIZHANG_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run([*PROGRAM, "migrate"], env=environment, check=True, capture_output=True)
    made = [*PROGRAM, "people", "create-administrators"]
    printed = subprocess.run(made, env=environment, check=True, capture_output=True, text=True).stdout
    passwords = {line.split("\t")[1]: line.split("\t")[2] for line in printed.splitlines()}
    address = f"http://127.0.0.1:{(port := free_port())}"
    process = subprocess.Popen([*PROGRAM, "serve", "--port", str(port)], env=environment)
    try:
        wait_until_it_answers(f"{address}/health/", process)
        yield address, passwords
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


@pytest.fixture(params=zip(SIZES, ("sysadmin", "secadmin"), strict=True), ids=SIZES)
def newcomer(request, chromium, real_site):
    """A browser before the door, and who stands there: one administrator at each width."""
    (size, username), (address, passwords) = request.param, real_site
    context = chromium.new_context(viewport=SIZES[size], base_url=address, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    page = context.new_page()
    yield page, username, passwords[username]
    context.close()


@pytest.fixture
def page(newcomer):
    """For ``accessible``."""
    return newcomer[0]


def come_in(page, username, password):
    page.goto("/people/")
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码", exact=True).fill(password)
    page.get_by_role("button", name="登录", exact=True).click()


def shown_code(key, steps=0):
    """What an app with that key shows, so many half minutes from now."""
    return f"{totp(b32decode(key.replace(' ', '')), t0=-30 * steps):06d}"


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_first_sign_in_and_the_next(newcomer, accessible):
    page, username, one_time = newcomer
    come_in(page, username, one_time)
    take_a_password(page, one_time, accessible)
    key, codes = take_an_app(page, accessible)
    expect(page).to_have_url(re.compile("/$|/people/|/plans/|/desk/"))
    come_back(page, username, key, accessible)
    come_back_without_the_telephone(page, username, codes)


def take_a_password(page, one_time, accessible):
    expect(page.get_by_role("heading", name="修改密码")).to_be_visible(timeout=HASHING)
    expect(page.locator("main")).to_contain_text("一次性密码")
    page.get_by_label("现在的密码").fill(one_time)
    new = page.get_by_label("新密码", exact=True)
    new.press_sequentially("rivers")
    expect(page.locator("[data-rule=length]")).not_to_have_class("is-kept")
    new.fill(PASSWORD)
    expect(page.locator("[data-rule=length]")).to_have_class("is-kept")
    expect(page.locator("[data-rule=kinds]")).to_have_class("is-kept")
    accessible()
    assert fits(page)
    page.get_by_label("再输一遍新密码").fill(PASSWORD)
    page.keyboard.press("Enter")


def take_an_app(page, accessible):
    expect(page.get_by_role("heading", name="启用动态口令")).to_be_visible(timeout=HASHING)
    expect(page.get_by_role("img", name="密钥的二维码")).to_be_visible()
    page.get_by_text("不能扫码？手动输入密钥").click()
    key = page.locator(".typed-key code").inner_text()
    accessible()
    assert fits(page)
    page.get_by_label("动态口令").fill(shown_code(key))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="恢复码", exact=True)).to_be_visible()
    codes = page.locator(".recovery-codes code").all_inner_texts()
    assert len(codes) == 10
    accessible()
    assert fits(page)
    page.get_by_role("link", name="我已收好，继续").click()
    return key, codes


def sign_out(page):
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="退出", exact=True).click()
    expect(page).to_have_url(re.compile("/sign-in/$"))


def come_back(page, username, key, accessible):
    sign_out(page)
    come_in(page, username, PASSWORD)
    expect(page.get_by_role("heading", name="第二步验证")).to_be_visible(timeout=HASHING)
    accessible()
    assert fits(page)
    page.get_by_label("动态口令").fill(shown_code(key, steps=1))  # the next one: each works once
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/people/$"))
    expect(page.get_by_role("heading", name="人员", level=1)).to_be_visible()


def come_back_without_the_telephone(page, username, codes):
    sign_out(page)
    come_in(page, username, PASSWORD)
    page.get_by_label("动态口令").fill(codes[0], timeout=HASHING)
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page).to_have_url(re.compile("/people/$"))
    page.goto("/account/")
    expect(page.get_by_text("恢复码还剩 9 个。")).to_be_visible()
