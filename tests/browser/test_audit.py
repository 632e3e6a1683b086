"""Journey (h): the auditor reads the log, looks for something, verifies the chain and takes files away."""

import csv
import json
import re
import tomllib
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect
from tests.browser.conftest import become

from taizhang.office.audit import actions as vocabulary

RECEIVED = "/audit/?action=plans.received"
VERSIONS = 2  # of the demonstration's plan: a draft and what was approved


@pytest.fixture
def log(page, sample_plan):
    become(page, "demo-inspector")
    page.goto("/audit/")
    page.locator(".log-table").wait_for()
    return page


def entries(log, words):
    return log.locator(".log-table tbody tr", has_text=words)


def labels_of(group):
    """What the actions of a group are called."""
    actions = tomllib.loads(Path(vocabulary.__file__).with_suffix(".toml").read_text("utf-8"))["actions"]
    return {each["label"][0] for each in actions if each["code"].startswith(f"{group}.")}


def test_the_log_tells_what_happened_in_plain_words(log, accessible):
    log.goto("/audit/?action=accounts.signed_in")
    expect(entries(log, "演示办事员 登录").first).to_contain_text("127.0.0.1")
    log.goto(RECEIVED)  # more was done since than one page holds
    expect(entries(log, re.compile("演示办事员 上传 .*计划"))).to_have_count(VERSIONS)
    log.goto("/audit/?action=plans.read")
    expect(entries(log, re.compile("系统 读完 .*计划"))).to_have_count(VERSIONS)
    accessible()


def test_an_entry_opens_to_its_details(log, accessible):
    log.goto(RECEIVED)
    entry = entries(log, "上传").first
    entry.locator("summary").click()
    expect(entry.locator("dl")).to_contain_text("文件指纹")
    expect(entry.locator("dl code").last).to_have_text(re.compile("^[0-9a-f]{64}$"))
    accessible()


def test_the_log_is_found_through_as_one_types(log, accessible):
    log.get_by_label("操作种类").select_option("plans.received")
    expect(log.locator(".log-table tbody tr")).to_have_count(VERSIONS)
    expect(log).to_have_url(re.compile("action=plans.received"))
    log.get_by_label("查找").fill("没有这样的词")
    expect(log.get_by_role("heading", name="没有符合条件的记录")).to_be_visible()
    accessible()
    log.get_by_role("link", name="清除筛选").first.click()
    expect(entries(log, "登录").first).to_be_visible()
    expect(log.get_by_label("查找")).to_have_value("")


def test_the_chain_is_verified_and_compared_with_an_anchor(log, tmp_path, accessible):
    with log.expect_download() as download:
        log.get_by_role("button", name="下载锚点").click()
    anchor = tmp_path / "anchor.jsonl"
    download.value.save_as(anchor)
    assert json.loads(anchor.read_text("utf-8"))["algorithm"] == "sm3"
    log.get_by_role("button", name="核对整条链").click()
    expect(log.locator("#verdict")).to_contain_text("链是完好的")
    expect(log.locator("#verdict")).to_contain_text("没有对照锚点")
    log.get_by_label(re.compile("锚点")).set_input_files(anchor)
    log.get_by_role("button", name="核对整条链").click()
    expect(log.locator("#verdict")).to_contain_text("与 1 个锚点相符")
    accessible()


def test_a_wrong_file_is_told_in_a_toast(log, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("别的", "utf-8")
    log.get_by_label(re.compile("锚点")).set_input_files(other)
    log.get_by_role("button", name="核对整条链").click()
    expect(log.locator(".toast")).to_contain_text("这不是锚点文件")


def test_what_is_filtered_is_taken_away_and_that_is_recorded(log, tmp_path):
    log.get_by_label("操作种类").select_option("plans")
    expect(log.locator("#log [role=status]")).to_contain_text("只列出符合条件的记录")
    with log.expect_download() as download:
        log.get_by_role("link", name="导出 Excel").click()
    path = tmp_path / "audit.xlsx"
    download.value.save_as(path)
    actions = {row[6].value for row in list(openpyxl.load_workbook(path).active)[1:]}
    assert {"收到文件", "读完文件"} <= actions <= labels_of("plans")
    with log.expect_download() as download:
        log.get_by_role("link", name="导出 CSV").click()
    download.value.save_as(tmp_path / "audit.csv")
    with (tmp_path / "audit.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["操作种类"] for row in csv.DictReader(file)} == actions
    log.goto("/audit/")
    expect(entries(log, "演示审计监督员 导出审计记录").first).to_be_visible()


def test_the_log_is_read_with_the_keyboard_alone(log):
    log.get_by_label("查找").focus()
    log.keyboard.type("计划")
    expect(log).to_have_url(re.compile("q="))
    summary = entries(log, "上传").first.locator("summary")
    summary.focus()
    log.keyboard.press("Enter")
    expect(entries(log, "上传").first.locator("dl")).to_be_visible()


def test_the_log_speaks_english_when_asked(log, accessible):
    log.goto(RECEIVED)
    log.get_by_role("button", name="English").click()
    expect(log.locator("html")).to_have_attribute("lang", "en")
    expect(entries(log, "handed in").first).to_be_visible()
    accessible()
    log.get_by_role("button", name="中文").click()


def test_a_dark_log_has_no_serious_fault(log, accessible):
    log.emulate_media(color_scheme="dark")
    log.reload()
    accessible()


def test_nothing_overflows_the_window(log):
    log.goto(RECEIVED)
    entries(log, "上传").first.locator("summary").click()
    assert log.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
