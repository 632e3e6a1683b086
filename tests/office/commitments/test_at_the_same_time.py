"""Two people, or one who presses twice, on real transactions: nothing is overwritten, nothing is made twice."""

from threading import Barrier, Thread

import pytest
from django.db import connections

from taizhang.office.commitments import regrouping, services
from taizhang.office.commitments.models import Action, Commitment, Status
from taizhang.office.commitments.selectors import parts
from taizhang.office.pages.errors import ChangedMeanwhileError, ExpectedError

pytestmark = pytest.mark.django_db(transaction=True)
ANNUAL = "其他各项工作统筹推进，开创新局面"


def at_once(*works):
    """Do everything at the same moment, each over a connection of its own; what each answered or was refused with."""
    answers, begin = [None] * len(works), Barrier(len(works))

    def run(number, work):
        begin.wait()
        try:
            answers[number] = work()
        except ExpectedError as refused:
            answers[number] = refused
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=each) for each in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_of_two_who_amend_the_same_revision_one_is_told(adopted, clerk):
    def amend(title):
        return lambda: services.amend(commitment_id=adopted.id, revision=0, changes={"title": title}, by=clerk)

    answers = at_once(amend("甲的说法"), amend("乙的说法"))
    refused = [each for each in answers if isinstance(each, ChangedMeanwhileError)]
    assert len(refused) == 1
    adopted.refresh_from_db()
    assert adopted.revision == 1
    assert adopted.amendments.filter(action=Action.AMENDED).count() == 1


def test_whoever_saves_the_same_twice_saves_once(adopted, clerk):
    changes = {"title": "甲的说法"}
    answers = at_once(*[lambda: services.amend(commitment_id=adopted.id, revision=0, changes=changes, by=clerk)] * 4)
    assert not any(isinstance(each, ExpectedError) for each in answers)
    assert adopted.amendments.filter(action=Action.AMENDED).count() == 1


def test_adopting_twice_makes_one(version_id, suggestions, clerk):
    key = suggestions[ANNUAL].key
    answers = at_once(*[lambda: services.adopt(version_id=version_id, key=key, by=clerk)] * 4)
    assert sum(not isinstance(each, ExpectedError) for each in answers) == 1
    assert Commitment.objects.count() == 1


def test_setting_aside_while_another_adopts_leaves_one_decision(version_id, suggestions, clerk):
    key = suggestions[ANNUAL].key
    answers = at_once(
        lambda: services.adopt(version_id=version_id, key=key, by=clerk),
        lambda: services.set_aside(version_id=version_id, keys=[key], reason="不属本级", by=clerk),
    )
    assert sum(not isinstance(each, ExpectedError) for each in answers) == 1
    assert Commitment.objects.count() == 1


def test_splitting_twice_splits_once(version_id, suggestions, clerk):
    one = services.adopt(version_id=version_id, key=suggestions[ANNUAL].key, by=clerk).commitments[0]
    into = parts.find_lines(one, ["其他各项工作统筹推进", "开创新局面"])
    answers = at_once(*[lambda: regrouping.split(commitment_id=one.id, revision=0, into=into, by=clerk)] * 3)
    assert sum(not isinstance(each, ExpectedError) for each in answers) == 1
    assert Commitment.objects.filter(status=Status.ADOPTED).count() == 2


def test_two_that_are_merged_into_each_other_at_once_do_not_both_vanish(version_id, suggestions, clerk):
    keys = [suggestions[title].key for title in ("健全梯次培育机制", "落实各项补贴政策")]
    one, other = services.adopt_many(version_id=version_id, keys=keys, by=clerk).commitments
    at_once(
        lambda: regrouping.merge(survivor_id=one.id, revision=0, others=[other.id], by=clerk),
        lambda: regrouping.merge(survivor_id=other.id, revision=0, others=[one.id], by=clerk),
    )
    assert Commitment.objects.filter(status=Status.ADOPTED).count() == 1
    assert Commitment.objects.filter(status=Status.MERGED).count() == 1
