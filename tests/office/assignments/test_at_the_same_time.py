"""Two people, or one who presses twice, on real transactions: nothing is overwritten, nothing is handed out or signed twice."""

from threading import Barrier, Thread

import pytest
from django.db import connections

from taizhang.office.assignments.models import Assignment, Duty, Event, Query
from taizhang.office.assignments.services import drafting, handing_out, handing_over, signing
from taizhang.office.assignments.services.handing_out import Ground
from taizhang.office.assignments.terms import Revised, Terms
from taizhang.office.pages.errors import ChangedMeanwhileError, ExpectedError

from .conftest import NOW  # noqa: TID252  # tests are no package

pytestmark = pytest.mark.django_db(transaction=True)


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


def refused(answers):
    return [each for each in answers if isinstance(each, ExpectedError)]


def test_of_two_who_draft_the_first_assignment_one_is_told(firms, clerk, units, names):
    def draft(unit):
        revised = Revised(Terms(lead=names[unit]), 0)
        return lambda: drafting.draft(commitment_id=firms.id, revised=revised, by=clerk, units=units)

    answers = at_once(draft("区商务局"), draft("区统计局"))
    assert [type(each) for each in refused(answers)] == [ChangedMeanwhileError]
    assert Assignment.objects.get().revision == 1
    assert Duty.objects.count() == 1


def test_handing_out_twice_hands_out_once(drafted, firms, clerk):
    work = lambda: handing_out.hand_out(commitment_ids=[firms.id], by=clerk, now=NOW)  # noqa: E731  # done thrice
    answers = at_once(work, work, work)
    assert refused(answers) == []
    assert sorted(each.skipped for each in answers) == [0, 1, 1]
    assert Event.objects.filter(action="handed_out").count() == 1


def test_signing_twice_signs_once(duty_of, side):
    duty = duty_of("区商务局")
    work = lambda: signing.sign(duty_ids=[duty.id], side=side, officer=None, now=NOW)  # noqa: E731  # done twice
    assert refused(at_once(work, work)) == []
    assert Event.objects.filter(action="signed").count() == 1


def test_taking_back_while_a_unit_signs_leaves_one_of_both(handed_out, duty_of, side, clerk):
    duty = duty_of("区商务局")
    at_once(
        lambda: signing.sign(duty_ids=[duty.id], side=side, officer=None, now=NOW),
        lambda: handing_out.take_back(assignment_id=handed_out.id, ground=Ground("有误"), by=clerk, now=NOW),
    )
    handed_out.refresh_from_db()
    duty.refresh_from_db()
    assert (handed_out.state == "draft") == (duty.signed_at is None)


def test_a_hand_over_is_asked_and_decided_once(duty_of, side, clerk, units, names):
    duty, to = duty_of("区商务局"), names["区民政局"]
    ask = lambda: handing_over.ask_to_hand_over(duty_id=duty.id, to=to, words="属民政", side=side)  # noqa: E731
    assert len(refused(at_once(ask, ask))) == 1
    query = Query.objects.get()

    def decide(granted):
        said = {"query_id": query.id, "granted": granted, "words": "定了", "by": clerk, "units": units, "now": NOW}
        return lambda: handing_over.decide(**said)

    assert len(refused(at_once(decide(True), decide(False)))) == 1
    assert Duty.objects.filter(assignment=duty.assignment, ended_at=None, role="lead").count() == 1
