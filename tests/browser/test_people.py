"""Journey: the system administrator makes an account, hands the password over, stops the account, and imports a list."""

import io
import re

import openpyxl
import pytest
from playwright.sync_api import expect


@pytest.fixture
def desk(page):
    """The list of people before the system administrator, in a session of its own."""
    page.context.clear_cookies()
    page.goto("/sign-in/?next=/people/")
    page.get_by_role("button", name="以演示系统管理员身份进入").click()
    page.wait_for_url("**/people/")
    return page


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_an_account_is_made_handed_over_and_stopped(desk, accessible, request):
    username = f"zhang.{request.node.callspec.params['page']}"
    accessible()
    desk.get_by_role("link", name="新建用户").click()
    desk.get_by_label("用户名").fill("zhang san")
    desk.get_by_role("button", name="建立").click()
    expect(desk.get_by_text("不能有空格")).to_be_visible()
    accessible()
    desk.get_by_label("用户名").fill(username)
    desk.get_by_label("姓名").fill("张三")
    desk.keyboard.press("Enter")
    expect(desk.locator("#one-time")).to_have_text(re.compile(r"^(\w{4}-){2}\w{4}$"))
    accessible()
    assert fits(desk)
    desk.get_by_role("link", name="已记下").click()
    expect(desk.get_by_text("等待首次登录")).to_be_visible()
    accessible()
    stop = desk.get_by_role("button", name="停用账号")
    stop.press("Enter")
    expect(desk.get_by_role("dialog", name="停用账号？")).to_be_visible()
    accessible()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog")).to_have_count(0)
    stop.click()
    desk.get_by_role("dialog").get_by_role("button", name="停用账号").click()
    expect(desk.get_by_role("button", name="恢复使用")).to_be_visible()


def test_people_are_found_as_one_types(desk):
    desk.get_by_label("查找").press_sequentially("demo-sys")
    expect(desk.locator(".people-table tbody tr")).to_have_count(1)
    expect(desk).to_have_url(re.compile("q=demo-sys"))
    desk.get_by_role("link", name="清除筛选").first.click()
    desk.get_by_label("角色").select_option("congress")
    expect(desk.locator(".people-table tbody tr")).to_have_count(1)
    assert fits(desk)


def test_a_list_is_looked_through_and_comes_back_with_passwords_to_cut_out(desk, accessible, request):
    desk.goto("/people/import/")
    accessible()
    prefix = request.node.callspec.params["page"]
    content = workbook([f"{prefix}.wang", "王五", "统计局"], [f"{prefix}.zhao", "", ""])
    desk.get_by_label("Excel 文件").set_input_files({"name": "人员.xlsx", "mimeType": "", "buffer": content})
    desk.get_by_role("button", name="上传并预检").click()
    expect(desk.get_by_role("rowheader", name="B3")).to_be_visible()
    accessible()
    assert fits(desk)
    desk.get_by_role("button", name="建立 1 个账号").click()
    expect(desk.locator(".password-sheet tbody tr")).to_have_count(1)
    expect(desk.locator(".password-sheet")).to_contain_text(f"{prefix}.wang")
    accessible()


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in (["用户名", "姓名", "所在单位"], *rows):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
