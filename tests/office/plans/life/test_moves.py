"""The table of moves: it is whole, and no way leads into force but through an approval."""

from itertools import pairwise

from taizhang.office.accounts.roles import permissions
from taizhang.office.plans.life.moves import moves, moves_from, requirements
from taizhang.office.plans.life.resolutions import APPROVING
from taizhang.office.plans.life.step import IN_FORCE, Step


def test_the_way_of_a_plan_is_there_step_by_step():
    way = [
        "drafting",
        "consultation",
        "submitted",
        "review",
        "congress",
        "approved",
        "issued",
        "broken_down",
        "archived",
    ]
    for here, there in pairwise(way):
        assert any(move.to_step == there for move in moves_from(here)), (here, there)
    assert {move.to_step for move in moves_from(Step.BROKEN_DOWN)} == {Step.ADJUSTMENT, Step.ARCHIVED}
    assert Step.APPROVED in {move.to_step for move in moves_from(Step.ADJUSTMENT)}


def test_only_an_approval_leads_from_a_draft_into_force():
    into = {move.code for move in moves().values() for step in move.from_steps if step not in IN_FORCE}
    crossing = {code for code in into if moves()[code].to_step in IN_FORCE}
    assert crossing == {"approve", "register_approved"}


def test_every_way_into_approval_wants_two_persons():
    leading = {move.code for move in moves().values() if move.to_step == Step.APPROVED}
    assert leading == set(APPROVING.values())
    assert all("two_persons" in moves()[code].requires and moves()[code].room == "resolution" for code in leading)


def test_everything_a_move_names_is_known():
    actions = permissions().actions
    for move in moves().values():
        assert move.action in actions
        assert set(move.requires) <= requirements().keys()
        assert set(move.asks) <= {"number", "document", "note", "reason"}


def test_whoever_goes_back_says_why():
    assert all(move.wants_reason for move in moves().values() if move.is_back)


def test_every_sentence_is_there_in_both_languages():
    for words in (*(move.label for move in moves().values()), *(each.refused for each in requirements().values())):
        assert words.zh
        assert words.en.isascii()
