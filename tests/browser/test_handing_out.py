"""Journey (e), the whole way: a plan's file becomes duties that a department signs for on a phone, in one sitting.

A clerk of the bureau hands the file in, has it approved with a colleague's confirmation, adopts what it promises, names who
answers for what and hands it out. The file is the project's own sample plan, its bytes made unlike those the site has.
"""

import io
import re
import uuid
import zipfile
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import SIZES, become

from taizhang.office.demonstration.sample_plan import compose_sample_plan

STEPS = ("送区政府审定", "送人大初步审查", "定为大会稿")


@pytest.fixture
def plan_file():
    """The sample plan as a file the site has never seen."""
    held = io.BytesIO(compose_sample_plan())
    with zipfile.ZipFile(held, "a") as archive:
        archive.comment = uuid.uuid4().hex.encode()
    name = f"演示计划{uuid.uuid4().hex[:6]}.docx"
    return {"name": name, "mimeType": "", "buffer": held.getvalue()}


@pytest.fixture
def somebody(chromium, site):
    """Somebody else before a screen of their own, for as long as it takes: ``with somebody("demo-reviewer") as page``."""

    @contextmanager
    def enter(username, size="wide"):
        context = chromium.new_context(viewport=SIZES[size], base_url=site, reduced_motion="reduce")
        context.set_default_timeout(15_000)
        page = context.new_page()
        become(page, username)
        yield page
        context.close()

    return enter


def hand_in(page, file):
    """The plan's address, once it has been read and checked."""
    page.goto("/plans/")
    page.set_input_files("#plan-files", file)
    entry = page.locator(".entry", has_text=file["name"])
    expect(entry.get_by_role("link", name="看原文")).to_be_visible(timeout=60_000)
    return entry.locator("h3 a").get_attribute("href").removesuffix("text/")


def approve(page, plan, somebody):
    """From drafting to a version in force, a second person confirming."""
    for step in STEPS:
        page.goto(f"{plan}life/")
        page.get_by_role("link", name=step, exact=True).click()
        page.get_by_role("button", name=step, exact=True).click()
        expect(page.locator(".toast").last).to_contain_text("已转入")
    page.goto(f"{plan}resolution/")
    page.get_by_label("批准机关").fill("演示区人民代表大会")
    page.get_by_label("决议文号或名称").fill("演示决议〔2023〕9号")
    page.get_by_label("决议日期").fill("2023-02-10")
    page.get_by_label("带疑点批准的说明").fill("演示：照原文批准")
    page.get_by_role("button", name="录入，交复核").click()
    expect(page.locator(".toast").last).to_contain_text("已录入")
    resolution = page.url
    with somebody("demo-reviewer") as second:
        second.goto(resolution)
        second.get_by_role("button", name="复核通过").click()
        expect(second.locator(".toast").last).to_contain_text("现行有效")


def adopt(page, plan):
    """Everything the plan promises, section by section."""
    page.goto(f"{plan}ledger/suggestions/")
    sections = page.get_by_role("button", name=re.compile("纳入本节"))
    for left in range(sections.count(), 0, -1):
        sections.first.click()
        page.get_by_role("dialog").get_by_role("button", name=re.compile("确认纳入")).click()
        expect(sections).to_have_count(left - 1)


def stage(page, label):
    """How many stand at a stage; none where it is not offered."""
    found = page.locator(".division-head .segments a", has_text=label)
    return int(found.locator(".number").inner_text()) if found.count() else 0


def test_a_plan_is_taken_from_file_to_signed_duties_in_one_sitting(page, plan_file, somebody, accessible):
    plan = hand_in(page, plan_file)
    page.goto(f"{plan}findings/")
    expect(page.locator("main")).to_contain_text("社会消费品零售总额")
    approve(page, plan, somebody)
    adopt(page, plan)

    page.goto(f"{plan}assignments/")
    total = stage(page, "全部")
    assert total > 50
    accessible()
    page.get_by_role("button", name="全部采纳建议").click()
    expect(page.locator(".toast").last).to_contain_text("已拟定")
    name_the_rest(page, plan)
    assert stage(page, "可下达") == total
    hand_out_all(page, total)
    with somebody("demo-reporter", "phone") as phone:
        sign(phone, plan_file["name"])
    page.goto(f"{plan}assignments/?stage=signed")
    expect(page.locator(".division-row").first).to_contain_text("区商务局")


def name_the_rest(page, plan):
    """Whatever nobody was proposed for is led by the bureau, all at once, by the keyboard."""
    page.goto(f"{plan}assignments/?stage=missing")
    while page.locator("[data-key]").count():
        page.locator("[data-all]").check()
        page.locator("[data-bar]").get_by_role("button", name="设牵头单位").click()
        field = page.get_by_role("dialog").get_by_label("牵头单位")
        field.press_sequentially("发改")
        expect(page.locator(".unit-options [role=option]").first).to_contain_text("区发改局")
        field.press("ArrowDown")
        field.press("Enter")
        expect(field).to_have_value("区发改局")
        field.press("Enter")
        expect(page.get_by_role("dialog")).to_be_hidden()
        page.goto(f"{plan}assignments/?stage=missing")
    page.goto(f"{plan}assignments/")


def hand_out_all(page, total):
    page.get_by_role("button", name="下达全部可下达的").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(f"下达这 {total} 条？")
    expect(dialog).to_contain_text("区商务局")
    dialog.get_by_role("button", name=re.compile("确认下达")).click()
    expect(page.locator(".toast").last).to_contain_text(f"已下达 {total} 条")


def sign(phone, _name):
    """The department signs for everything it was handed out, with its thumb."""
    phone.goto("/assignments/")
    expect(phone).to_have_url(re.compile("/assignments/mine/$"))
    expect(phone.get_by_role("heading", name="我的任务")).to_be_visible()
    phone.get_by_label("全选待签收").check()
    phone.get_by_role("button", name="签收所选").click()
    expect(phone.locator(".toast").last).to_contain_text("已签收")


@pytest.fixture
def division(page, sample_plan):
    """The division of the sample plan, part of which the demonstration has handed out."""
    page.goto(f"{sample_plan}assignments/")
    expect(page.locator(".division-row").first).to_be_visible()
    return page


def test_what_was_handed_out_leads_to_its_sentence_and_back(division, accessible):
    division.locator(".stage-waiting .matter-title").first.click()
    expect(division.locator(".chain")).to_contain_text("下达")
    accessible()
    division.get_by_role("link", name="看目标任务").click()
    expect(division.locator(".story")).to_contain_text("责任分解")
    division.go_back()
    division.get_by_role("link", name="看原句").click()
    expect(division).to_have_url(re.compile(r"/text/"))


def test_who_has_not_signed_is_called_up_unit_by_unit(division, sample_plan, accessible):
    division.goto(f"{sample_plan}assignments/unsigned/?late=1")
    expect(division.locator(".unsigned-table")).to_contain_text("逾期")
    accessible()


def test_a_question_is_asked_on_a_phone_and_answered_at_the_bureau(page, somebody, sample_plan, accessible):
    asked = f"口径是否含转入企业？{uuid.uuid4().hex[:6]}"
    with somebody("demo-reporter", "phone") as phone:
        phone.goto("/assignments/mine/")  # what was signed for in another test may be asked about too
        duty = phone.locator(".duty").filter(has=phone.locator("summary", has_text="疑问")).first
        duty.locator("summary", has_text="疑问").click()
        duty.get_by_label("想问什么").fill(asked)
        duty.get_by_role("button", name="提交疑问").click()
        expect(phone.locator(".toast").last).to_contain_text("已提交")
    page.goto("/assignments/queries/")
    accessible()
    card = page.locator(".duty", has_text=asked)
    card.get_by_label("答复").fill("含。")
    card.get_by_role("button", name="答复").click()
    expect(page.locator(".toast").last).to_contain_text("已答复")
    expect(page.locator(".duty", has_text=asked)).to_have_count(0)


def test_my_page_is_fit_for_everyone(somebody, page):
    from axe_playwright_python.sync_playwright import Axe

    with somebody("demo-reporter", "phone") as phone:
        phone.goto("/assignments/mine/")
        found = Axe().run(phone).response["violations"]
        assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []
