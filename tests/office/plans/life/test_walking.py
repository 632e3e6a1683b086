"""A plan walks from drafting to the archive: what is demanded at each step, and what is written down."""

import datetime

import pytest
from tests.office.plans.conftest import ISSUED, NUMBER, TODAY

from taizhang.office.audit.models import AuditEntry
from taizhang.office.pages.errors import ChangedMeanwhileError
from taizhang.office.plans import selectors
from taizhang.office.plans.life.document_number import document_number
from taizhang.office.plans.life.errors import (
    DateOrderError,
    NoSuchMoveError,
    NotYetError,
    NumberFormError,
    WhyMissingError,
)
from taizhang.office.plans.life.passages import Order, move_plan
from taizhang.office.plans.models import Passage, Plan


def test_a_plan_walks_all_the_way(walk, clerk):
    walk.to_broken_down().move("archive", reason="年终评估完成")
    codes = list(Passage.objects.order_by("number").values_list("move", flat=True))
    assert codes == ["submit_draft", "review", "to_congress", "approve", "issue", "break_down", "archive"]
    assert walk.plan.step == "archived"
    assert selectors.version_in_force(walk.plan_id) == walk.newest.id
    recorded = AuditEntry.objects.filter(action="plans.moved").order_by("sequence")
    assert [entry.name for entry in recorded] == ["办事员甲"] * 3 + ["办事员乙"] + ["办事员甲"] * 3


def test_nothing_is_in_force_before_approval(walk):
    walk.to_congress()
    assert selectors.version_in_force(walk.plan_id) is None
    assert not selectors.plans_in_force().exists()
    walk.approve()
    assert selectors.is_in_force(walk.newest.id)
    assert list(selectors.plans_in_force()) == [walk.plan]


def test_pressing_twice_moves_once(walk, clerk):
    order = Order(walk.plan_id, "submit_draft", clerk, walk.plan.revision)
    first, second = move_plan(order, today=TODAY), move_plan(order, today=TODAY)
    assert first == second
    assert Passage.objects.count() == 1


def test_a_page_opened_before_somebody_else_moved_the_plan_is_told(walk, colleague):
    seen = walk.plan.revision
    walk.move("submit_draft")
    with pytest.raises(ChangedMeanwhileError):
        move_plan(Order(walk.plan_id, "review", colleague, seen), today=TODAY)


def test_no_step_is_jumped_over(walk):
    for code in (
        "issue",
        "break_down",
        "archive",
        "adjust",
        "to_congress",
        "send_back",
        "give_up_adjustment",
        "nonsense",
    ):
        with pytest.raises(NoSuchMoveError):
            walk.move(code)


@pytest.mark.parametrize("code", ["approve", "approve_adjustment", "annul", "annul_adjustment", "consult"])
def test_moves_with_a_room_of_their_own_are_not_made_here(walk, code):
    walk.to_congress()
    with pytest.raises(NoSuchMoveError):
        walk.move(code)


def test_going_back_wants_a_reason(walk):
    walk.move("submit_draft")
    with pytest.raises(WhyMissingError):
        walk.move("send_back", reason="  ")
    walk.move("send_back", reason="指标需重新测算")
    assert walk.plan.step == "drafting"
    assert Passage.objects.order_by("-number").first().reason == "指标需重新测算"


def test_a_file_that_could_not_be_read_carries_no_step(clerk, walk, add_version):
    unread = add_version(walk.plan_id, "", name="空.docx")
    with pytest.raises(NotYetError, match="还没有读取完成"):
        walk.move("submit_draft", version_id=unread.id)


def test_a_version_of_another_plan_carries_no_step(walk, clerk, add_version):
    other = Plan.objects.create(title="别的计划")
    stranger = add_version(other.id, "红河县2024年计划\n\n地区生产总值增长5%。")
    with pytest.raises(NotYetError):
        walk.move("submit_draft", version_id=stranger.id)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("张发改字〔2024〕19号", "张发改字〔2024〕19号"),
        (" 张发改字[2024]19号 ", "张发改字〔2024〕19号"),
        ("张政发（2024）3号", "张政发〔2024〕3号"),
        ("鲁政办字【2024】 8 号", "鲁政办字〔2024〕8号"),
    ],
)
def test_a_document_number_is_set_right(typed, kept):
    assert document_number(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "19号", "张发改字〔24〕19号", "张发改字〔2024〕019号", "张发改字〔2024〕第19号", "张发改字2024年19号"]
)
def test_a_document_number_that_is_none_is_refused(typed):
    with pytest.raises(NumberFormError):
        document_number(typed)


def test_nothing_is_issued_before_it_was_approved_nor_tomorrow(walk):
    walk.to_congress().approve()
    for day in (datetime.date(2024, 1, 31), datetime.date(2024, 3, 21), None):
        with pytest.raises(DateOrderError):
            walk.move("issue", number=NUMBER, date=day)
    assert walk.move("issue", number=NUMBER, date=ISSUED).document_number == NUMBER


def test_a_draft_handed_in_later_does_not_rename_what_is_in_force(walk, add_version):
    walk.to_issued()
    title = walk.plan.title
    add_version(walk.plan_id, "红河县2030年国民经济和社会发展计划\n\n一、目标\n\n地区生产总值增长5%。")
    assert (walk.plan.title, walk.plan.year) == (title, "2024")
