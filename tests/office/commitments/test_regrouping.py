"""A sentence is split into its promises, a promise made twice is told once; both can be taken back."""

import pytest

from taizhang.office.commitments import deeds, regrouping, services
from taizhang.office.commitments.models import Action, Commitment, Status
from taizhang.office.commitments.selectors import likeness, parts
from taizhang.office.commitments.selectors.decisions import decisions_of
from taizhang.office.commitments.selectors.ledger import LedgerFilter, get_ledger
from taizhang.office.commitments.selectors.story import get_story
from taizhang.office.pages.errors import ChangedMeanwhileError

ANNUAL = "其他各项工作统筹推进，开创新局面"


@pytest.fixture
def adopt(version_id, suggestions, clerk):
    def run(title):
        done = services.adopt(version_id=version_id, key=suggestions[title].key, by=clerk)
        return done.commitments[0]

    return run


@pytest.fixture
def a_sentence(adopt):
    return adopt(ANNUAL)


def split(commitment, lines, by):
    return regrouping.split(
        commitment_id=commitment.id, revision=commitment.revision, into=parts.find_lines(commitment, lines), by=by
    )


def titles(**wanted):
    return list(Commitment.objects.filter(**wanted).order_by("position", "id").values_list("title", flat=True))


def test_the_reader_proposes_to_cut_at_commas(adopt):
    one = adopt("守住安全底线，确保平稳有序")
    assert parts.proposed_lines(one) == ("守住安全底线，", "确保平稳有序。")


def test_what_is_too_short_to_be_a_task_stays_with_what_is_before(a_sentence):
    assert parts.proposed_lines(a_sentence) == ("其他各项工作统筹推进，开创新局面。",)


def test_a_list_is_cut_at_its_marks(adopt):
    one = adopt("推进西岭水厂改造工程")
    one.clause_start, one.clause_end = one.sentence_start, one.sentence_end
    assert parts.proposed_lines(one)[0] == "加快云岭数据中心、北湖物流园等项目建设，"


def test_splitting_leaves_one_part_to_the_commitment_and_makes_the_others(a_sentence, clerk):
    split(a_sentence, ["其他各项工作统筹推进，", "开创新局面。"], clerk)
    assert titles(status=Status.ADOPTED) == ["其他各项工作统筹推进", "开创新局面"]
    new = Commitment.objects.latest("id")
    assert (new.split_from, new.section) == (a_sentence, a_sentence.section)
    assert [source.quote for source in new.sources.all()] == ["开创新局面。"]
    assert [each.action for each in new.amendments.all()] == [Action.SPLIT_OFF]


def test_what_was_split_is_adopted_whole(a_sentence, version_id, suggestions, clerk):
    split(a_sentence, ["其他各项工作统筹推进", "开创新局面"], clerk)
    assert decisions_of(version_id).state(suggestions[ANNUAL]) == Status.ADOPTED


def test_splitting_is_undone_as_it_was_done(a_sentence, clerk):
    done = split(a_sentence, ["其他各项工作统筹推进", "开创新局面"], clerk)
    services.undo(batch=done.batch, by=clerk)
    assert titles(status=Status.ADOPTED) == [ANNUAL]
    assert titles(status=Status.WITHDRAWN) == ["开创新局面"]
    split(Commitment.objects.get(id=a_sentence.id), ["其他各项工作", "统筹推进，开创新局面"], clerk)


def test_the_part_with_the_figure_stays_with_its_commitment(adopt, clerk):
    one = adopt("新增规上服务业企业8家以上")
    one.clause_start, one.clause_end = one.sentence_start, one.sentence_end
    one.save()
    split(one, ["健全梯次培育机制", "新增规上服务业企业8家以上"], clerk)
    one.refresh_from_db()
    assert (one.title, str(one.value)) == ("新增规上服务业企业8家以上", "8")


def test_a_figure_nothing_holds_goes_with_its_part(adopt, clerk):
    one = adopt("健全梯次培育机制")
    one.clause_start, one.clause_end = one.sentence_start, one.sentence_end
    one.save()
    split(one, ["健全梯次培育机制", "新增规上服务业企业8家以上"], clerk)
    new = Commitment.objects.get(split_from=one)
    assert (str(new.value), new.unit, new.target_kind) == ("8", "家", "flow")


@pytest.mark.parametrize("lines", [["其他各项工作统筹推进"], []])
def test_one_part_is_no_splitting(a_sentence, clerk, lines):
    with pytest.raises(regrouping.NotDivisibleError):
        split(a_sentence, lines, clerk)


def test_words_that_are_not_in_the_sentence_are_named(a_sentence):
    assert parts.find_lines(a_sentence, ["其他各项工作", "别的话"]) == "别的话"
    assert parts.find_lines(a_sentence, ["开创新局面", "其他各项工作"]) == "其他各项工作"


def test_a_row_of_a_table_is_not_divisible(version_id, chapters, clerk):
    every = [each for chapter in chapters for each in chapter.suggestions]
    annex = next(each for each in every if each.origins[0].is_in_annex)
    one = services.adopt(version_id=version_id, key=annex.key, by=clerk).commitments[0]
    assert not parts.is_divisible(one)


def test_a_split_of_what_has_moved_on_is_refused(a_sentence, clerk):
    split(a_sentence, ["其他各项工作统筹推进", "开创新局面"], clerk)
    with pytest.raises(ChangedMeanwhileError):
        split(a_sentence, ["其他各项工作", "统筹推进"], clerk)


@pytest.fixture
def a_pair(adopt):
    """Two commitments that a clerk may find to be one."""
    return adopt("健全梯次培育机制"), adopt("落实各项补贴政策")


def merge(survivor, *others, by, reason=""):
    return regrouping.merge(
        survivor_id=survivor.id,
        revision=survivor.revision,
        others=[each.id for each in others],
        by=by,
        reason=reason,
    )


def test_the_merged_one_leads_to_the_survivor_and_keeps_its_places(a_pair, version_id, suggestions, clerk):
    survivor, other = a_pair
    merge(survivor, other, by=clerk)
    other.refresh_from_db()
    assert (other.status, other.merged_into) == (Status.MERGED, survivor)
    assert other.sources.get().is_held
    assert decisions_of(version_id).of(suggestions["落实各项补贴政策"]).commitment_id == survivor.id
    assert [each.quote for each in get_story(survivor.id).promises] == ["健全梯次培育机制，", "落实各项补贴政策，"]
    assert get_story(other.id).merged_into.id == survivor.id


def test_a_survivor_shows_text_and_annex(plan, adopt, clerk):
    text, annex = adopt("城镇新增就业3000人以上"), adopt("地区生产总值127.7亿元")
    merge(text, annex, by=clerk, reason="试作同一目标")
    (shown,) = get_ledger(plan.id, LedgerFilter()).rows
    assert (shown.id, shown.place, len(shown.said)) == (text.id, "both", 2)


def test_merging_is_undone_as_it_was_done(a_pair, clerk):
    done = merge(*a_pair, by=clerk)
    services.undo(batch=done.batch, by=clerk)
    assert Commitment.objects.filter(status=Status.ADOPTED, merged_into=None).count() == 2


def test_a_merged_one_can_stand_for_itself_again_later(a_pair, clerk):
    survivor, other = a_pair
    merge(survivor, other, by=clerk)
    services.restore(commitment_id=other.id, by=clerk)
    other.refresh_from_db()
    assert (other.status, other.merged_into) == (Status.ADOPTED, None)


def test_pressing_twice_merges_once(a_pair, clerk):
    merge(*a_pair, by=clerk)
    assert merge(*a_pair, by=clerk).commitments == ()
    assert a_pair[0].amendments.filter(action=Action.ABSORBED).count() == 1


def test_what_was_merged_before_follows(a_pair, adopt, clerk):
    first, second = a_pair
    third = adopt(ANNUAL)
    merge(second, first, by=clerk)
    second.refresh_from_db()
    merge(third, second, by=clerk)
    assert set(Commitment.objects.filter(merged_into=third)) == {first, second}


def test_withdrawing_the_survivor_frees_every_place(a_pair, version_id, suggestions, clerk):
    survivor, other = a_pair
    merge(survivor, other, by=clerk)
    services.withdraw(commitment_id=survivor.id, reason="误登", by=clerk)
    assert decisions_of(version_id).of(suggestions["落实各项补贴政策"]) is None
    services.restore(commitment_id=survivor.id, by=clerk)
    assert decisions_of(version_id).of(suggestions["落实各项补贴政策"]).commitment_id == survivor.id


def test_figures_that_differ_need_a_reason(adopted, adopt, clerk):
    other = adopt("城镇新增就业3000人以上")
    with pytest.raises(deeds.ReasonMissingError):
        merge(adopted, other, by=clerk)
    merge(adopted, other, by=clerk, reason="以正文为准")


def test_only_what_stands_is_merged(a_pair, clerk):
    survivor, other = a_pair
    services.withdraw(commitment_id=other.id, reason="误登", by=clerk)
    with pytest.raises(regrouping.NotTogetherError):
        merge(survivor, other, by=clerk)


def test_the_same_indicator_is_offered_for_merging(adopted, adopt, clerk):
    other = adopt("健全梯次培育机制")
    for name in ("indicator", "aspect", "period"):
        setattr(other, name, getattr(adopted, name))
    other.save()
    assert [(each.id, each.reason) for each in likeness.candidates_for(adopted)] == [(other.id, "same_indicator")]


def test_words_find_what_is_not_alike(adopted, adopt):
    other = adopt("健全梯次培育机制")
    assert likeness.candidates_for(adopted) == ()
    assert [each.id for each in likeness.candidates_for(adopted, "梯次 培育")] == [other.id]
