"""A clerk keeps the registry: looks at the tree, changes it after seeing what follows, imports a workbook."""

import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect


@pytest.fixture
def width(is_phone):
    """A word that keeps what the two widths make apart."""
    return "手机" if is_phone else "电脑"


def register(page, name, parent="张店区人民政府"):
    page.goto("/organisations/add/")
    page.get_by_label("全称").fill(name)
    page.get_by_label("上级单位").select_option(label=parent)
    page.get_by_role("button", name="下一步：看看会怎样").click()
    page.get_by_role("button", name="确认办理").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    return page.url


def test_the_tree_folds_and_finds(page, accessible):
    page.goto("/organisations/")
    budget = page.get_by_role("link", name="张店区财政局")
    expect(budget).to_be_visible()
    page.get_by_role("button", name="全部收起").click()
    expect(budget).to_be_hidden()
    page.get_by_role("button", name="全部展开").click()
    expect(budget).to_be_visible()
    accessible()
    page.get_by_role("searchbox", name="名称").fill("金融办")
    page.get_by_label("连同已撤销的").check()
    page.get_by_role("button", name="查看").click()
    expect(page.get_by_role("heading", level=2)).to_contain_text("找到 1 个")
    page.get_by_role("link", name="张店区金融工作办公室").click()
    expect(page.locator(".unit-ended")).to_contain_text("承继：张店区财政局")
    accessible()


def test_the_past_is_shown_as_it_was(page):
    page.goto("/organisations/?on=2022-01-01")
    expect(page.get_by_role("link", name="张店区工业和信息化局")).to_be_visible()
    expect(page.get_by_role("link", name="张店区数据局")).to_have_count(0)
    expect(page.locator(".alert")).to_contain_text("2022-01-01")


def test_a_merger_is_seen_before_it_is_made(page, width, accessible):
    first = register(page, f"演示甲{width}中心")
    register(page, f"演示乙{width}中心")
    page.goto(f"{first}merge/")
    page.get_by_role("searchbox", name="在下面的单位里找").fill(f"演示乙{width}")
    page.get_by_label(f"演示乙{width}中心").check()
    page.get_by_label("生效日期").fill("2026-01-01")
    page.get_by_label("理由").fill("演示：两个中心合并")
    accessible()
    page.get_by_role("button", name="下一步：看看会怎样").click()
    expect(page.locator("main")).to_contain_text(f"自 2026-01-01 起不再使用，由演示甲{width}中心承继")
    accessible()
    page.get_by_role("button", name="返回修改").click()
    expect(page.get_by_label("理由")).to_have_value("演示：两个中心合并")
    expect(page.get_by_label(f"演示乙{width}中心")).to_be_checked()
    page.get_by_role("button", name="下一步：看看会怎样").click()
    page.get_by_role("button", name="确认办理").click()
    expect(page.locator(".events")).to_contain_text("演示：两个中心合并")
    expect(page.locator(".lifeline")).to_contain_text(f"演示乙{width}中心")


def test_a_form_says_what_is_missing(page, accessible):
    page.goto("/organisations/")
    page.get_by_role("link", name="张店区水利局").click()
    page.get_by_role("link", name="更名").click()
    page.get_by_role("button", name="下一步：看看会怎样").click()
    expect(page.locator(".field-error")).to_have_count(2)
    accessible()


def test_a_workbook_goes_out_and_comes_back(page, width, accessible):
    page.goto("/organisations/import/")
    accessible()
    with page.expect_download() as caught:
        page.get_by_role("link", name="导出 Excel").click()
    book = load_workbook(io.BytesIO(caught.value.path().read_bytes()))
    sheet = book.worksheets[0]
    last = max(row[0].row for row in sheet.iter_rows() if row[1].value)
    for number, (name, kind) in enumerate(
        [(f"演示丙{width}中心", "其他"), (f"演示丁{width}中心", "处室")], start=last + 1
    ):
        sheet.cell(number, 2).value, sheet.cell(number, 4).value = name, kind
        sheet.cell(number, 5).value = "张店区人民政府"
    buffer = io.BytesIO()
    book.save(buffer)
    sent = {"name": "单位.xlsx", "mimeType": "application/octet-stream", "buffer": buffer.getvalue()}
    page.get_by_label("Excel 文件").set_input_files(sent)
    page.get_by_role("button", name="上传并预检").click()
    expect(page.locator(".faults")).to_contain_text(f"D{last + 2}")
    expect(page.locator(".orders")).to_contain_text(f"演示丙{width}中心")
    accessible()
    with page.expect_download() as caught:
        page.get_by_role("link", name="下载标注好的表格").click()
    marked = load_workbook(io.BytesIO(caught.value.path().read_bytes())).worksheets[0]
    assert "请从这些类别里选一个" in marked[f"D{last + 2}"].comment.text
    page.get_by_role("button", name="只导入没有问题的 1 行").click()
    expect(page.get_by_role("link", name=f"演示丙{width}中心")).to_be_visible()
    expect(page.get_by_role("link", name=f"演示丁{width}中心")).to_have_count(0)


def test_nothing_reaches_beyond_the_width_of_the_screen(page):
    for path in ("", "add/", "import/", "1/", "1/merge/", "1/split/", "1/move/", "1/adjust/"):
        page.goto(f"/organisations/{path}")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


def test_the_pages_speak_english_when_asked_and_stay_readable_in_the_dark(page, accessible):
    page.emulate_media(color_scheme="dark")
    page.goto("/organisations/")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Organisations", level=1)).to_be_visible()
    accessible()
    page.goto("/organisations/1/")
    expect(page.get_by_role("heading", name="History")).to_be_visible()
    accessible()
    page.get_by_role("button", name="中文").click()
    expect(page.get_by_role("heading", name="变更记录")).to_be_visible()


def test_a_unit_is_reached_with_the_keyboard_alone(page):
    page.goto("/organisations/")
    page.locator(".branch details > summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="张店区财政局")).to_be_hidden()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="张店区财政局").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("张店区财政局")
