"""A round of comments: who is asked, who may speak and until when, what is answered, and what goes on to 送审."""

import datetime
import uuid

import pytest
from tests.office.plans.comments.conftest import DEADLINE, TODAY

from taizhang.office.pages.errors import ChangedMeanwhileError
from taizhang.office.plans.comments import services
from taizhang.office.plans.comments.errors import (
    AnsweredError,
    DeadlineError,
    EmptyCommentError,
    NobodyAskedError,
    NotAskedError,
    RoundOverError,
    VerdictReasonError,
)
from taizhang.office.plans.comments.models import Comment, Invitation, Round
from taizhang.office.plans.comments.selectors import round_page
from taizhang.office.plans.comments.services import Letter
from taizhang.office.plans.life.errors import NotYetError
from taizhang.office.plans.life.passages import Order, Paper, move_plan
from taizhang.office.plans.models import Plan

AFTER = DEADLINE + datetime.timedelta(days=1)


def page(held, user, number=None):
    return round_page(
        held.plan_id, number, sees=user.grant("plans.view"), speaks=user.grant("plans.comment"), today=TODAY
    )


def submit(plan_id, clerk, code="submit", reason=""):
    order = Order(plan_id, code, clerk, Plan.objects.get(id=plan_id).revision, None, Paper(reason=reason))
    return move_plan(order, today=TODAY)


def test_opening_a_round_moves_the_plan(round_open, small_plan):
    assert Plan.objects.get(id=small_plan.id).step == "consultation"
    assert Invitation.objects.filter(round=round_open).count() == 2


def test_pressing_twice_opens_one_round(round_open, small_plan, finance, clerk):
    again = services.open_round(plan_id=small_plan.id, letter=Letter((finance,), DEADLINE), by=clerk, today=TODAY)
    assert again == round_open
    assert Round.objects.count() == 1


def test_a_round_asks_somebody_and_ends_some_day(small_plan, finance, clerk):
    with pytest.raises(NobodyAskedError):
        services.open_round(plan_id=small_plan.id, letter=Letter((), DEADLINE), by=clerk, today=TODAY)
    with pytest.raises(DeadlineError):
        services.open_round(plan_id=small_plan.id, letter=Letter((finance,), TODAY), by=clerk, today=AFTER)


def test_a_comment_keeps_the_words_it_is_about(round_open, finance, treasurer, say):
    text = round_open.version.text
    start = text.index("地区生产总值增长6%左右")
    made = say(round_open, finance, treasurer, span=(start, start + 12))
    assert made.quote == text[start : start + 12]


def test_pressing_twice_says_it_once(round_open, finance, treasurer, say):
    ticket = uuid.uuid4()
    assert say(round_open, finance, treasurer, ticket=ticket) == say(round_open, finance, treasurer, ticket=ticket)
    assert Comment.objects.count() == 1


def test_nobody_speaks_for_another_unit(round_open, trade, treasurer, say):
    with pytest.raises(NotAskedError):
        say(round_open, trade, treasurer)


def test_a_unit_that_was_not_asked_is_not_heard(round_open, unit, person, say):
    water = unit("青山县水利局")
    with pytest.raises(NotAskedError):
        say(round_open, water, person("head", water))


def test_whoever_may_speak_to_everything_need_not_be_asked(round_open, unit, person, say):
    audit = unit("青山县统计局")
    assert say(round_open, audit, person("statistics", audit)).pk


def test_nothing_is_said_after_the_deadline_unless_it_is_extended(round_open, finance, treasurer, clerk, say):
    with pytest.raises(RoundOverError):
        say(round_open, finance, treasurer, today=AFTER)
    letter = Letter((), AFTER, round_open.letter)
    services.change_round(round_id=round_open.pk, letter=letter, revision=0, by=clerk, today=AFTER)
    assert say(round_open, finance, treasurer, today=AFTER).pk
    with pytest.raises(ChangedMeanwhileError):
        services.change_round(round_id=round_open.pk, letter=letter, revision=0, by=clerk, today=AFTER)


def test_nothing_is_said_in_a_closed_round(round_open, finance, treasurer, clerk, say):
    services.close_round(round_id=round_open.pk, by=clerk)
    with pytest.raises(RoundOverError):
        say(round_open, finance, treasurer)


def test_a_comment_has_words(round_open, finance, treasurer, say):
    with pytest.raises(EmptyCommentError):
        say(round_open, finance, treasurer, "  ")


def test_a_comment_is_taken_back_until_it_is_answered(round_open, finance, treasurer, clerk, say):
    grant = treasurer.grant("plans.comment")
    made = say(round_open, finance, treasurer)
    services.answer(comment_id=made.pk, verdict="adopted", reason="", revision=0, by=clerk)
    with pytest.raises(AnsweredError):
        services.withdraw(comment_id=made.pk, by=treasurer, grant=grant, today=TODAY)
    other = say(round_open, finance, treasurer)
    assert services.withdraw(comment_id=other.pk, by=treasurer, grant=grant, today=TODAY).withdrawn_at


def test_what_is_not_adopted_is_told_why(round_open, finance, treasurer, clerk, say):
    made = say(round_open, finance, treasurer)
    for verdict in ("partly", "not_adopted"):
        with pytest.raises(VerdictReasonError):
            services.answer(comment_id=made.pk, verdict=verdict, reason=" ", revision=0, by=clerk)
    services.answer(comment_id=made.pk, verdict="not_adopted", reason="与市下达目标不符", revision=0, by=clerk)


def test_two_who_answer_at_once_never_overwrite_each_other(round_open, finance, treasurer, clerk, colleague, say):
    made = say(round_open, finance, treasurer)
    services.answer(comment_id=made.pk, verdict="adopted", reason="", revision=0, by=clerk)
    with pytest.raises(ChangedMeanwhileError):
        services.answer(comment_id=made.pk, verdict="not_adopted", reason="另有考虑", revision=0, by=colleague)
    services.answer(comment_id=made.pk, verdict="adopted", reason="", revision=0, by=clerk)  # pressed twice


def test_a_unit_with_nothing_to_say_says_so(round_open, finance, trade, treasurer, clerk):
    grant = treasurer.grant("plans.comment")
    for _ in range(2):
        services.reply(round_id=round_open.pk, organisation_id=finance, by=treasurer, grant=grant, today=TODAY)
    rows = {row.id: row for row in page(round_open, clerk).units}
    assert rows[finance].has_nothing
    assert rows[trade].replied_at is None


def test_a_department_sees_its_own_comments_the_planner_all(round_open, finance, trade, treasurer, trader, clerk, say):
    say(round_open, finance, treasurer, "财政的意见")
    say(round_open, trade, trader, "商务的意见")
    assert [row.words for row in page(round_open, treasurer).comments] == ["财政的意见"]
    assert [unit.id for unit in page(round_open, treasurer).units] == [finance]
    assert {row.words for row in page(round_open, clerk).comments} == {"财政的意见", "商务的意见"}


def test_a_plan_is_submitted_when_the_round_is_over_and_everything_answered(
    round_open, small_plan, finance, treasurer, clerk, say
):
    made = say(round_open, finance, treasurer)
    with pytest.raises(NotYetError, match="还没有结束"):
        submit(small_plan.id, clerk)
    services.close_round(round_id=round_open.pk, by=clerk)
    with pytest.raises(NotYetError, match="没有答复"):
        submit(small_plan.id, clerk)
    services.answer(comment_id=made.pk, verdict="adopted", reason="", revision=0, by=clerk)
    assert submit(small_plan.id, clerk).to_step == "submitted"


def test_sending_a_plan_back_ends_its_round(round_open, small_plan, clerk):
    submit(small_plan.id, clerk, "send_back", "重拟")
    assert Round.objects.get().closed_at is not None


def test_another_round_follows_the_first(round_open, small_plan, finance, clerk):
    services.close_round(round_id=round_open.pk, by=clerk)
    second = services.open_round(plan_id=small_plan.id, letter=Letter((finance,), DEADLINE), by=clerk, today=TODAY)
    assert second.number == 2
    assert page(second, clerk, number=1).head.id == round_open.pk
