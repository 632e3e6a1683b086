"""Who is meant by the words of a document on a day."""

from datetime import date

import pytest

from taizhang.office.organisations.selectors.holding import find_organisation
from taizhang.office.organisations.services.changes import merge, rename, split
from taizhang.office.organisations.services.decision import Draft

TODAY = date(2024, 6, 1)


def found(words, on=TODAY):
    match = find_organisation(words, on)
    return match and match.organisation_id


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("张店区发展和改革局", "development"),
        ("区发改局", "development"),
        ("发改局", "development"),
        (" 区 发改局 ", "development"),
        ("区发展和改革局", "development"),
        ("发展和改革局", "development"),
        ("淄博市张店区发展和改革局", "development"),
        ("山东省淄博市张店区财政局", "finance"),
        ("财政局", "finance"),
        ("东演示街道", "east"),
        ("东演示街道办事处", "east"),
        ("西演示镇", "west"),
        ("西演示镇政府", "west"),
        ("张店区西演示镇", "west"),
        ("区政府", "government"),
        ("张店区政府", "government"),
    ],
)
def test_documents_shorten_names_and_are_understood(district, words, whose):
    assert found(words) == getattr(district, whose)


@pytest.mark.parametrize("words", ["", "市发展和改革局", "淄博市财政局", "局", "统计局", "桓台县财政局"])
def test_words_that_mean_nobody_here_find_nobody(district, words):
    assert found(words) is None


def test_how_sure_it_is_is_told(district):
    assert find_organisation("区发改局", TODAY).how == "exact"
    shortened = find_organisation("发展和改革局", TODAY)
    assert (shortened.how, shortened.recognised) == ("shortened", "张店区发展和改革局")


def test_two_who_answer_to_the_same_words_are_nobody(district, make):
    other = make("桓台县人民政府", "government", region="370321")
    make("桓台县财政局", parent=other)
    assert found("财政局") is None
    assert found("县财政局") != found("区财政局") == district.finance


def test_a_name_of_the_past_leads_to_its_bearer_of_the_day(district, decided):
    rename(
        organisation_id=district.science,
        name="张店区科技创新局",
        short_name="区科创局",
        decision=decided("2024-03-01"),
    )
    before = find_organisation("区科技局", date(2024, 2, 29))
    after = find_organisation("区科技局", date(2024, 3, 1))
    assert (before.organisation_id, before.how, before.name) == (district.science, "exact", "张店区科学技术局")
    assert (after.organisation_id, after.how, after.name) == (district.science, "former", "张店区科技创新局")
    assert found("科学技术局") == district.science
    assert find_organisation("区科创局", date(2024, 2, 29)) is None


def test_a_merged_unit_leads_to_whoever_took_it_in(district, decided):
    merge(organisation_ids=[district.science], into=district.development, decision=decided("2024-03-01"))
    assert found("区科技局") == district.development
    assert found("科学技术局") == district.development
    assert found("区科技局", date(2024, 1, 1)) == district.science


def test_a_unit_split_in_two_is_no_single_one_any_more(district, decided):
    parts = [Draft("张店区科学局", "department"), Draft("张店区技术局", "department")]
    split(organisation_id=district.science, into=parts, survives=False, decision=decided("2024-03-01"))
    assert found("区科技局") is None


def test_any_number_of_words_costs_four_queries_each(district, make, django_assert_num_queries):
    for number in range(60):
        make(f"示例企业{number}有限公司", "enterprise", parent=district.government)
    with django_assert_num_queries(4):
        find_organisation("示例企业7有限公司", TODAY)
