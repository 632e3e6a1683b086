"""A unit signs for its own, names its own officer, asks, and hands over only as the bureau decides."""

import pytest
from django.utils import timezone

from taizhang.office.assignments.models import Duty, Event, Query
from taizhang.office.assignments.selectors.mine import get_my_work
from taizhang.office.assignments.selectors.units import load_units
from taizhang.office.assignments.selectors.waiting import open_queries, unsigned_by_unit
from taizhang.office.assignments.services import errors, handing_over, signing
from taizhang.office.assignments.services.signing import Side
from taizhang.office.organisations.services import changes
from taizhang.office.organisations.services.decision import Decision

from .conftest import NOW, TODAY  # noqa: TID252  # tests are no package


@pytest.fixture
def colleague(person, names):
    return person("reporter", names["区商务局"], username="colleague", name="商务同事")


@pytest.fixture
def statistician(person, names):
    return person("reporter", names["区统计局"], username="statistician", name="统计填报人")


@pytest.fixture
def lead(duty_of):
    return duty_of("区商务局")


def sign(duty, side, officer=None):
    return signing.sign(duty_ids=[duty.id], side=side, officer=officer, now=NOW)


def test_whoever_signs_reports_unless_a_colleague_is_named(lead, side, colleague):
    sign(lead, side, colleague)
    lead.refresh_from_db()
    assert (lead.signed_by, lead.officer) == (side.by, colleague)
    assert Event.objects.get(action="signed").changes == {"unit": ["", "区商务局"], "officer": ["", "商务同事"]}


def test_a_second_press_signs_nothing(lead, side):
    sign(lead, side)
    assert sign(lead, side).skipped == 1
    assert Event.objects.filter(action="signed").count() == 1


def test_nobody_signs_for_another_unit(duty_of, side):
    with pytest.raises(errors.NotOursError):
        sign(duty_of("区统计局"), side)


def test_many_are_signed_at_once(handed_out, side, names):
    mine = get_my_work([names["区商务局"]], side.registry)
    done = signing.sign(duty_ids=[each.id for each in mine.duties], side=side, officer=None, now=NOW)
    assert len(done.assignments) == mine.total == 2


def test_the_officer_is_one_of_the_units_own(lead, side, statistician):
    with pytest.raises(errors.NoColleagueError):
        sign(lead, side, statistician)


def test_the_officer_passes_it_on(lead, side, colleague, statistician):
    sign(lead, side)
    signing.name_officer(duty_id=lead.id, officer=colleague, side=side)
    lead.refresh_from_db()
    assert lead.officer == colleague
    with pytest.raises(errors.NotYoursToNameError):
        signing.name_officer(duty_id=lead.id, officer=side.by, side=side)
    with pytest.raises(errors.NoColleagueError):
        signing.name_officer(duty_id=lead.id, officer=statistician, side=Side(colleague, side.units, side.registry))


def test_the_head_names_another(lead, side, colleague, person, names):
    sign(lead, side, colleague)
    head = person("head", names["区商务局"])
    signing.name_officer(duty_id=lead.id, officer=head, side=Side(head, side.units, side.registry, may_name=True))
    lead.refresh_from_db()
    assert lead.officer == head


def test_questions_are_answered_where_they_were_asked(lead, side, clerk, units, names):
    query = signing.ask(duty_id=lead.id, words="口径是否含转入企业？", side=side)
    assert [each.query.words for each in open_queries(units)] == ["口径是否含转入企业？"]
    signing.answer(query_id=query.id, words="含。", by=clerk, now=NOW)
    assert open_queries(units) == ()
    duty = next(each for each in get_my_work([names["区商务局"]], units).duties if each.id == lead.id)
    assert duty.queries[0].answer == "含。"
    with pytest.raises(errors.AnsweredError):
        signing.answer(query_id=query.id, words="再答", by=clerk, now=NOW)


def test_a_question_says_something(lead, side):
    with pytest.raises(errors.ReasonMissingError):
        signing.ask(duty_id=lead.id, words="  ", side=side)


def ask_over(duty, side, to):
    return handing_over.ask_to_hand_over(duty_id=duty.id, to=to, words="属民政职责", side=side)


def test_a_duty_passes_to_another_unit_when_the_bureau_agrees(lead, side, clerk, units, names):
    query = ask_over(lead, side, names["区民政局"])
    handing_over.decide(query_id=query.id, granted=True, words="同意", by=clerk, units=units, now=NOW)
    lead.refresh_from_db()
    taken = Duty.objects.get(assignment=lead.assignment, ended_at=None, role="lead")
    assert (lead.ended_for, taken.organisation_id, taken.signed_at) == ("同意", names["区民政局"], None)


def test_a_supporting_unit_that_takes_the_lead_supports_no_more(lead, side, clerk, units, names):
    query = ask_over(lead, side, names["区统计局"])
    handing_over.decide(query_id=query.id, granted=True, words="", by=clerk, units=units, now=NOW)
    assert Duty.objects.get(assignment=lead.assignment, ended_at=None, organisation=names["区统计局"]).role == "lead"


def test_refused_it_stays_and_says_why(lead, side, clerk, units, names):
    query = ask_over(lead, side, names["区民政局"])
    with pytest.raises(errors.ReasonMissingError):
        handing_over.decide(query_id=query.id, granted=False, words=" ", by=clerk, units=units, now=NOW)
    handing_over.decide(query_id=query.id, granted=False, words="属商务职责", by=clerk, units=units, now=NOW)
    lead.refresh_from_db()
    assert lead.ended_at is None
    sign(lead, side)


def test_it_is_asked_once_and_not_signed_meanwhile(lead, side, names):
    ask_over(lead, side, names["区民政局"])
    with pytest.raises(errors.OpenQueryError):
        ask_over(lead, side, names["区财政局"])
    with pytest.raises(errors.OpenQueryError):
        sign(lead, side)
    assert Query.objects.count() == 1


def test_nobody_hands_over_to_oneself(lead, side, names):
    with pytest.raises(errors.SameUnitError):
        ask_over(lead, side, names["区商务局"])


def test_the_bureau_sees_who_has_not_signed(lead, side, plan, units):
    sign(lead, side)
    waiting = {each.unit.name: len(each.duties) for each in unsigned_by_unit(plan.id, units)}
    assert waiting == {"区商务局": 1, "区统计局": 2, "区财政局": 1}
    assert unsigned_by_unit(plan.id, units, only_late=True) == ()


def test_the_heir_of_a_merged_unit_signs_in_its_place(duty_of, names, person):
    decision = Decision(on=timezone.localdate(), by=None, document="编发1号", reason="合并")
    changes.merge(organisation_ids=[names["区财政局"], names["区统计局"]], into=names["区财政局"], decision=decision)
    heirs = load_units(timezone.localdate())
    treasurer = person("reporter", names["区财政局"])
    duty = duty_of("区统计局")
    label = heirs.label(duty.organisation_id)
    assert (label.name, label.former) == ("区财政局", "区统计局")
    sign(duty, Side(treasurer, frozenset({names["区财政局"]}), heirs))
    duty.refresh_from_db()
    assert duty.signed_by == treasurer


def test_a_closed_unit_is_gone(duty_of, names):
    decision = Decision(on=timezone.localdate(), by=None, document="编发2号", reason="撤销")
    changes.close(organisation_id=names["区统计局"], decision=decision)
    today = load_units(timezone.localdate())
    assert today.label(names["区统计局"]).is_gone
    assert names["区统计局"] in today.gone
    assert not load_units(TODAY).label(names["区统计局"]).is_gone
