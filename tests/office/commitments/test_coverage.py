"""How much of the part of tasks and measures is dealt with, and what the worklist shows of it."""

import pytest

from taizhang.office.commitments import services
from taizhang.office.commitments.selectors import decisions, worklist


@pytest.fixture
def adopt(version_id, suggestions, clerk):
    def run(*titles):
        keys = [suggestions[title].key for title in titles]
        return services.adopt_many(version_id=version_id, keys=keys, by=clerk)

    return run


@pytest.fixture
def set_aside(version_id, suggestions, clerk):
    def run(*titles):
        keys = [suggestions[title].key for title in titles]
        return services.set_aside(version_id=version_id, keys=keys, reason="由上级组织", by=clerk)

    return run


@pytest.fixture
def coverage(version_id, chapters):
    def run():
        measures = [each for each in chapters if each.is_of_measures]
        found = decisions.decisions_of(version_id).coverage(measures)
        return found.adopted, found.set_aside, found.open

    return run


def work(plan, version_id, **wanted):
    return worklist.get_worklist(plan.id, version_id, **wanted)


def shown(found):
    return [
        entry.suggestion.title for section in found.sections for each in section.sentences for entry in each.entries
    ]


def test_at_first_every_sentence_is_open(coverage, chapters):
    sentences = sum(len(each.passages) for each in chapters if each.is_of_measures)
    assert coverage() == (0, 0, sentences)


def test_a_sentence_is_open_while_anything_of_it_is(coverage, adopt):
    _, _, before = coverage()
    adopt("健全梯次培育机制")
    assert coverage() == (0, 0, before)
    adopt("新增规上服务业企业8家以上")
    assert coverage() == (1, 0, before - 1)


def test_a_sentence_of_which_nothing_is_adopted_is_set_aside(coverage, set_aside):
    _, _, before = coverage()
    set_aside("其他各项工作统筹推进，开创新局面")
    assert coverage() == (0, 1, before - 1)


def test_a_sentence_partly_adopted_and_partly_set_aside_counts_as_adopted(coverage, adopt, set_aside):
    _, _, before = coverage()
    set_aside("健全梯次培育机制")
    adopt("新增规上服务业企业8家以上")
    assert coverage() == (1, 0, before - 1)


def test_targets_outside_the_measures_do_not_count(coverage, adopt):
    before = coverage()
    adopt("地区生产总值增长6%左右")
    assert coverage() == before


def test_a_whole_percent_is_only_said_when_nothing_is_left():
    assert decisions.Coverage(adopted=199, set_aside=0, open=1).percent == 99
    assert decisions.Coverage(adopted=0, set_aside=0, open=0).percent == 0


def test_the_worklist_shows_what_is_asked_for(plan, version_id, adopt, suggestions):
    adopt("健全梯次培育机制")
    assert "健全梯次培育机制" not in shown(work(plan, version_id, state="open"))
    assert shown(work(plan, version_id, state="adopted")) == ["健全梯次培育机制"]
    assert len(shown(work(plan, version_id))) == len(shown(work(plan, version_id, state="open"))) + 1


def test_kinds_and_sections_narrow_it(plan, version_id, chapters):
    kinds = {entry.kind for entry in chapters[1].suggestions}
    assert len(kinds) > 1
    found = work(plan, version_id, kind="task", section=chapters[1].key)
    assert shown(found) == [each.title for each in chapters[1].suggestions if each.kind == "task"]


def test_a_page_has_an_end(plan, version_id, suggestions, monkeypatch):
    monkeypatch.setattr(worklist, "MOST_SHOWN", 3)
    found = work(plan, version_id)
    everything = sum(choice.count for choice in found.states)
    assert (found.shown, found.left_out) == (3, everything - 3)


def test_the_sentence_shows_which_part_of_it_is_dealt_with(plan, version_id, adopt):
    adopt("健全梯次培育机制")
    sentence = next(
        each
        for section in work(plan, version_id).sections
        for each in section.sentences
        if "".join(segment.words for segment in each.segments).startswith("健全")
    )
    assert [(segment.words, segment.state) for segment in sentence.segments] == [
        ("健全梯次培育机制，", "adopted"),
        ("新增规上服务业企业8家以上，", "open"),
        ("让企业轻装上阵。", ""),
    ]


def test_what_was_withdrawn_is_open_again(plan, version_id, adopted, clerk):
    services.withdraw(commitment_id=adopted.id, reason="重复", by=clerk)
    assert adopted.title in shown(work(plan, version_id, state="open"))
