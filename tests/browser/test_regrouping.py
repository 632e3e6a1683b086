"""The plan's text is gone through clause by clause; what is one sentence is split, what was told twice is told once."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def text(page, sample_plan):
    """The coverage of the plan's text."""
    page.goto(f"{sample_plan}ledger/coverage/")
    page.locator(".cover-line").first.wait_for()
    return page


def adopt_first_open(page, *, whole_sentence=False):
    """Adopt an open clause without a figure, for figures of an approved plan are not merged; its words."""
    pieces = page.locator("[data-entry]").filter(has_not_text=re.compile(r"\d"))
    if whole_sentence:
        pieces = pieces.filter(has_text=re.compile("，[一-龥]{4}"))
    piece, adopted = pieces.first, page.locator("a.cover-adopted")
    before = adopted.count()
    words = piece.inner_text().strip()
    piece.get_by_role("checkbox").check()
    page.locator("[data-bar]").get_by_role("button", name="纳入台账").press("Enter")
    expect(adopted).to_have_count(before + 1)
    return words


def adopted_with(page, words):
    """The clause as it stands once it is adopted."""
    return page.locator("a.cover-adopted", has_text=words[:12]).first


def test_every_clause_shows_what_became_of_it(text, accessible):
    expect(text.locator("[data-entry]").first).to_be_visible()
    expect(text.get_by_role("heading", name="目标、任务和措施，一句不漏")).to_be_visible()
    expect(adopted_with(text, adopt_first_open(text))).to_be_visible()
    accessible()


def test_only_what_is_neither_is_shown_on_demand(text):
    text.get_by_role("link", name=re.compile("只看未处理")).click()
    expect(text).to_have_url(re.compile("state=open"))
    every = text.locator(".cover-line").count()
    expect(text.locator(".cover-line", has=text.locator("[data-entry]"))).to_have_count(every)


def test_several_are_set_aside_at_once_with_the_keyboard(text):
    boxes = text.locator("[data-entry] input")
    for number in (0, 1):
        boxes.nth(number).focus()
        text.keyboard.press("Space")
    expect(text.locator("[data-count]")).to_have_text("2")
    text.locator("[data-bar]").get_by_role("button", name="搁置").focus()
    text.keyboard.press("Enter")
    dialog = text.get_by_role("dialog")
    dialog.get_by_label("其他理由").fill("由上级组织实施")
    text.keyboard.press("Enter")
    expect(text.locator(".toast", has_text="已搁置 2 条")).to_be_visible()
    text.locator(".toast").get_by_role("button", name="撤销").last.click()
    expect(text.locator(".toast", has_text="已撤销")).to_be_visible()


def test_the_rest_of_a_section_is_set_aside_in_one_go(text):
    section = text.locator("[data-section]", has=text.get_by_role("button", name=re.compile("一并搁置"))).last
    section.get_by_role("button", name=re.compile("一并搁置")).click()
    expect(text.get_by_role("dialog").get_by_role("heading", name=re.compile("搁置这"))).to_be_visible()
    text.get_by_role("dialog").get_by_role("link", name="取消").click()
    expect(text.get_by_role("dialog")).to_be_hidden()


def test_a_sentence_is_split_line_by_line_and_put_together_again(text, accessible):
    words = adopt_first_open(text, whole_sentence=True)
    adopted_with(text, words).press("Enter")
    dialog = text.get_by_role("dialog")
    dialog.get_by_role("link", name="拆分").click()
    lines = dialog.get_by_label("一行一条")
    first, _comma, rest = words.partition("，")
    lines.fill(f"{first}，\n{rest}")
    accessible()
    lines.press("Tab")
    text.keyboard.press("Tab")
    expect(dialog.get_by_role("button", name="拆分")).to_be_focused()
    text.keyboard.press("Enter")
    expect(text.locator(".toast", has_text="已拆成 2 条")).to_be_visible()
    text.locator(".toast", has_text="已拆成").get_by_role("button", name="撤销").click()
    expect(text.locator(".toast", has_text="已撤销")).to_be_visible()


def test_words_that_are_not_in_the_sentence_are_named(text):
    words = adopt_first_open(text, whole_sentence=True)
    adopted_with(text, words).press("Enter")
    dialog = text.get_by_role("dialog")
    dialog.get_by_role("link", name="拆分").click()
    dialog.get_by_label("一行一条").fill("这里没有的话\n另一句")
    dialog.get_by_role("button", name="拆分").click()
    expect(dialog.get_by_role("alert")).to_contain_text("“这里没有的话”不在原句里")
    expect(dialog.get_by_label("一行一条")).to_have_value("这里没有的话\n另一句")


def test_two_are_merged_and_taken_apart_again(text, accessible):
    first, second = adopt_first_open(text), adopt_first_open(text)
    adopted_with(text, first).press("Enter")
    dialog = text.get_by_role("dialog")
    dialog.get_by_role("link", name="合并重复").click()
    dialog.get_by_label("找别的条目").fill(second.strip("，。；")[:8])
    dialog.get_by_role("button", name="查找").click()
    same = dialog.locator(".merge-list li").filter(has_not_text="目标数不一样")
    same.first.get_by_role("checkbox").check()
    dialog.get_by_label("理由").fill("试着合并")
    accessible()
    dialog.get_by_role("button", name="合并到这一条").click()
    expect(text.locator(".toast", has_text="已合并")).to_be_visible()
    text.locator(".toast", has_text="已合并").get_by_role("button", name="撤销").click()
    expect(text.locator(".toast", has_text="已撤销")).to_be_visible()
