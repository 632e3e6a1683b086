"""Ambiguity is recorded, not hidden."""

from taizhang.paper.statements.statement import Doubt


def test_a_floor_for_several_things_may_be_meant_for_each_or_in_all(planned):
    (statement,) = planned("新增瞪羚企业、专精特新企业2家以上。")
    assert statement.doubts == (Doubt.EACH_OR_TOTAL,)


def test_a_share_of_a_task_does_not_say_of_which(reviewed):
    *_, share = reviewed("签约项目37个，到位资金52亿元，完成年度任务的118%。")
    assert Doubt.SCOPE_UNCLEAR in share.doubts


def test_a_subject_taken_from_the_clause_before_is_a_guess(reviewed):
    (statement,) = reviewed("交通基础设施持续完善，新增30公里。")
    assert Doubt.SUBJECT_GUESSED in statement.doubts
