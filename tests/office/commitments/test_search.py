"""Any words of a commitment find it; the best stands first; nobody finds what is beyond their grant."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.office.commitments import deeds, services
from taizhang.office.commitments.folding import fold, folded_with_places
from taizhang.office.commitments.models import Commitment, SearchText
from taizhang.office.commitments.selectors.search import Mark, marks_in, search, terms_of
from taizhang.office.pages.doors import Grant

EVERYTHING = Grant("commitments.view", frozenset({"all"}))
APPROVED = Grant("commitments.view", frozenset({"approved"}))


@pytest.fixture
def ledger(version_id, chapters, clerk):
    every = [each.key for chapter in chapters for each in chapter.suggestions]
    services.adopt_many(version_id=version_id, keys=every, by=clerk)
    return {each.title: each.id for each in Commitment.objects.all()}


def titles(words, grant=EVERYTHING, **how):
    return [hit.title for hit in search(words, grant, **how)]


def test_words_of_the_sentence_find_every_promise_of_it(ledger):
    assert titles("轻装上阵") == ["健全梯次培育机制", "新增规上服务业企业8家以上"]


def test_all_words_must_be_there_in_whatever_order(ledger):
    assert titles("上阵 轻装") == titles("轻装 上阵") != []
    assert titles("轻装 就业") == []


@pytest.mark.parametrize("words", ["２１０亿元", "210 亿元", "210亿元", " 210\u3000亿元 "])
def test_width_and_blanks_make_no_difference(ledger, words):
    assert any("210亿元" in title for title in titles(words))


def test_the_section_finds_it_too(ledger):
    assert "健全梯次培育机制" in titles("壮大现代产业")


def test_the_official_name_of_an_indicator_finds_it(ledger):
    assert any("居民收入" in title for title in titles("居民收入"))


def test_a_title_stands_before_a_sentence(ledger):
    found = titles("规上服务业企业")
    assert found[0] == "新增规上服务业企业8家以上"
    assert "健全梯次培育机制" in found[1:]


def test_the_whole_title_stands_first(ledger):
    assert titles("办好技能大赛")[0] == "办好技能大赛"


def test_the_words_are_marked_where_they_stand(ledger):
    hit = search("轻装 企业", EVERYTHING)[0]
    marked = [hit.excerpt[mark.start : mark.end] for mark in hit.marks]
    assert marked == ["企业", "企业轻装"]


def test_no_words_find_nothing(ledger):
    assert search("  ", EVERYTHING) == ()


def test_signs_of_the_database_are_ordinary_signs(ledger):
    assert titles("%") == titles("％")
    assert titles("_") == []


def test_there_is_a_limit(ledger):
    assert len(search("企业", EVERYTHING, limit=1)) == 1


def test_what_is_withdrawn_is_not_found_and_what_is_amended_is_found_anew(ledger, clerk):
    one = Commitment.objects.get(id=ledger["办好技能大赛"])
    services.amend(commitment_id=one.id, revision=0, changes={"title": "青年工匠比武"}, by=clerk)
    assert titles("青年工匠") == ["青年工匠比武"]
    services.withdraw(commitment_id=one.id, reason="重复", by=clerk)
    assert titles("青年工匠") == []


def test_whoever_sees_approved_plans_only_finds_nothing_in_a_draft(ledger):
    assert titles("企业", APPROVED) == []


def test_later_floors_add_the_names_of_units(ledger, settings):
    settings.COMMITMENT_SEARCH_WORDS = (f"{__name__}.units",)
    units.named = {ledger["办好技能大赛"]: "云岭县人社局"}
    deeds.make_findable(Commitment.objects.all())
    assert titles("人社局") == ["办好技能大赛"]


def units(ids):
    return {each: name for each, name in units.named.items() if each in ids}


def test_it_costs_two_queries(ledger, django_assert_num_queries):
    with django_assert_num_queries(2):
        search("企业", EVERYTHING)


def test_every_commitment_is_findable(ledger):
    assert SearchText.objects.count() == Commitment.objects.count()


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=4), max_size=4))
def test_marks_are_in_order_apart_and_hold_what_was_sought(words, asked):
    terms = terms_of(" ".join(asked))
    marks = marks_in(words, terms)
    assert all(one.end < other.start for one, other in itertools.pairwise(marks))
    assert all(any(term in fold(words[mark.start : mark.end]) for term in terms) for mark in marks)
    assert bool(marks) == any(term in folded_with_places(words)[0] for term in terms)


@given(st.text(max_size=60))
def test_each_folded_sign_knows_its_place(words):
    folded, places = folded_with_places(words)
    assert len(folded) == len(places)
    assert list(places) == sorted(places)


def test_marks_that_overlap_become_one():
    assert marks_in("服务业企业", ("服务业", "业企")) == (Mark(0, 4),)
