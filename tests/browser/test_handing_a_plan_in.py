"""Journey (d): hand in another plan, watch it being read, learn why one cannot be read, take one out again."""

import re
import uuid

import pytest
from playwright.sync_api import expect


@pytest.fixture
def new_plan():
    """A plan nobody has handed in yet."""
    region = f"青山{uuid.uuid4().hex[:6]}县"
    text = f"{region}2024年国民经济和社会发展计划\n\n一、预期目标\n\n地区生产总值增长6%左右。\n\n二、主要任务\n\n新增就业3000人以上。\n"
    return {"name": f"{region}.txt", "mimeType": "text/plain", "buffer": text.encode()}


def hand_in(page, file):
    page.goto("/plans/")
    page.set_input_files("#plan-files", file)


def test_a_plan_handed_in_is_read_before_ones_eyes(page, new_plan, accessible):
    hand_in(page, new_plan)
    entry = page.locator(".entry", has_text=new_plan["name"])
    expect(entry.get_by_role("link", name="看原文")).to_be_visible()
    expect(entry.locator(".entry-counts")).to_contain_text("目标")
    accessible()
    entry.get_by_role("link", name="看原文").click()
    expect(page.locator("a.mark-target")).to_have_count(2)


def test_the_same_plan_again_leads_to_the_first(page, new_plan):
    hand_in(page, new_plan)
    page.locator(".entry", has_text=new_plan["name"]).get_by_role("link", name="看原文").wait_for()
    hand_in(page, new_plan)
    expect(page).to_have_url(re.compile(r"/plans/\d+/text/$"))
    expect(page.locator(".toast")).to_contain_text("以前已经收到过")


def test_a_file_that_cannot_be_read_says_why_and_what_to_do(page, accessible):
    broken = {"name": f"{uuid.uuid4().hex}.docx", "mimeType": "", "buffer": b"PK\x03\x04" + uuid.uuid4().bytes}
    hand_in(page, broken)
    entry = page.locator(".entry", has_text=broken["name"])
    expect(entry.get_by_role("alert")).to_contain_text("未能读取")
    expect(entry.get_by_role("button", name="重新读取")).to_be_visible()
    accessible()


def test_a_plan_is_removed_only_after_a_question(page, new_plan, accessible):
    hand_in(page, new_plan)
    entry = page.locator(".entry", has_text=new_plan["name"])
    entry.get_by_role("link", name="看原文").wait_for()
    entry.get_by_role("link", name=re.compile("^移除")).click()
    accessible()
    page.get_by_role("button", name="确认移除").click()
    expect(page.locator(".toast")).to_contain_text("已移除")
    expect(page.locator(".entry", has_text=new_plan["name"])).to_have_count(0)


def test_a_file_over_the_limit_is_named_and_not_sent(page, tmp_path):
    large = tmp_path / "过大的计划.pdf"
    with large.open("wb") as file:
        file.truncate(51 * 1024 * 1024)
    hand_in(page, str(large))
    expect(page.locator(".upload").get_by_role("alert")).to_contain_text("过大的计划.pdf 文件超过 50 MB，没有上传")
    expect(page.locator("[data-busy]")).to_be_hidden()


def test_an_entry_leads_to_every_view_of_its_plan(page, sample_plan):
    page.goto("/plans/")
    entry = page.locator(".entry:has(.badge-demo)")
    for name in ("看原文", "指标表", "纳入台账", "台账"):
        expect(entry.get_by_role("link", name=name, exact=True)).to_be_visible()
