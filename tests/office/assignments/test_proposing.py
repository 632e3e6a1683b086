"""Who should answer for a promise is proposed from what stands written somewhere, and the proposal says where."""

from datetime import date

import pytest

from taizhang.office.assignments.models import Assignment
from taizhang.office.assignments.proposals.departments import department_for
from taizhang.office.assignments.proposals.owners import deadline_in, names_in, owners_in, owners_near, owners_of_row
from taizhang.office.assignments.selectors.proposals import CATALOGUE, TEXT, TOPIC, propose, with_sources
from taizhang.office.assignments.services import drafting
from taizhang.office.commitments.models import Commitment


@pytest.fixture
def proposed(adopted, units):
    found = propose(with_sources(Commitment.objects.all()), units)
    return {each.title: found[each.id] for each in adopted.values()}


def like(found, words):
    return next(each for title, each in found.items() if words in title)


def test_labelled_brackets_name_lead_support_leader_and_deadline():
    found = owners_in("做好甲事。（牵头单位：县甲局；配合单位：县乙局、各镇街；责任领导：张三；完成时限：9月底前）")
    assert found.units == ("县甲局", "县乙局", "各镇街")
    assert (found.leader, found.deadline) == ("张三", "9月底前")


def test_of_a_list_of_responsible_units_the_first_leads():
    assert owners_in("做好甲事（责任单位：县甲局、县乙局）").units == ("县甲局", "县乙局")


def test_words_behind_name_too():
    assert owners_in("由县甲局牵头，县乙局、县丙局配合。").units == ("县甲局", "县乙局", "县丙局")


def test_a_bracket_that_names_nobody_is_no_owner():
    assert owners_in("新增企业8家（含规上服务业）以上。") is None


def test_owners_alone_in_the_next_paragraph_are_those_of_the_one_before():
    text = "一是做好甲事。\n（责任单位：县甲局）\n二是做好乙事。"
    assert owners_near(text, 0, 7).units == ("县甲局",)
    assert owners_near(text, text.index("二是"), len(text)) is None


def test_owners_of_the_next_item_are_not_borrowed():
    text = "一是做好甲事。\n二是做好乙事。（责任单位：县乙局）"
    assert owners_near(text, 0, 7) is None


def test_columns_of_an_annex_name_owners():
    found = owners_of_row({"指标": "甲", "牵头单位": "县甲局", "配合单位": "县乙局、县丙局", "完成时限": "6月底前"})
    assert found.units == ("县甲局", "县乙局", "县丙局")
    assert owners_of_row({"指标": "甲", "单位": "亿元"}) is None


def test_a_name_with_and_in_it_is_one_name():
    assert names_in("县发展和改革局、区财政局等有关单位") == ("县发展和改革局", "区财政局")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("6月底前建成", date(2024, 6, 30)),
        ("2月底前完成", date(2024, 2, 29)),
        ("10月15日前投用", date(2024, 10, 15)),
        ("年底前完工", date(2024, 12, 31)),
        ("上半年完成招标", date(2024, 6, 30)),
        ("2025年3月底前验收", date(2025, 3, 31)),
        ("三季度末开工，年底前完工", date(2024, 12, 31)),
    ],
)
def test_sentences_set_deadlines(words, day):
    assert deadline_in(words, 2024).on == day


def test_growth_over_the_year_sets_no_deadline():
    assert deadline_in("全年增长6%左右，一季度增长5%", 2024) is None


def test_a_word_that_belongs_to_one_house_is_a_guess():
    assert department_for("改造老旧小区12个") == ("住房和城乡建设局", "老旧小区")
    assert department_for("各项工作统筹推进") is None


def test_the_text_comes_first(proposed):
    found = like(proposed, "规上服务业")
    assert found.origin == TEXT
    assert (found.lead.name, [each.name for each in found.supports]) == ("区商务局", ["区统计局", "区财政局"])
    assert "牵头单位" in found.quote


def test_else_the_catalogue_says_which_department(proposed):
    found = like(proposed, "社会消费品零售总额")
    assert (found.origin, found.lead.name) == (CATALOGUE, "区商务局")


def test_a_name_the_registry_does_not_know_is_said(proposed):
    found = like(proposed, "养老中心")
    assert found.lead.name == "区民政局"
    assert found.unknown == ("区灯塔局",)
    assert found.due_on == date(2024, 6, 30)


def test_without_a_day_it_is_due_at_the_end_of_the_year(proposed):
    found = like(proposed, "地区生产总值")
    assert found.due_on == date(2024, 12, 31)
    assert found.due_quote == ""


def test_only_words_of_the_task_are_a_guess(proposed):
    assert all(each.is_guess == (each.origin == TOPIC) for each in proposed.values())


def test_accepting_fills_in_what_is_lacking_and_leaves_what_was_chosen(firms, clerk, units, names):
    drafting.draft_many(changes={firms.id: drafting.leading(names["区民政局"])}, by=clerk, units=units)
    drafting.accept_proposals(commitment_ids=[firms.id], by=clerk, units=units)
    found = Assignment.objects.get(commitment=firms)
    assert found.duties.get(role="lead").organisation_id == names["区民政局"]
    assert found.due_on == date(2024, 12, 31)


def test_as_many_queries_for_many_as_for_one(adopted, units, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        propose(with_sources(Commitment.objects.all()), units)
