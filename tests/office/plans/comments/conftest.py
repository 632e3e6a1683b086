"""Two departments, a person in each, and a plan that is out for comments."""

import datetime
import uuid

import pytest

from taizhang.office.organisations.services.changes import establish
from taizhang.office.organisations.services.decision import Decision, Draft
from taizhang.office.plans.comments.services import Letter, Remark, comment, open_round

TODAY = datetime.date(2024, 1, 10)
DEADLINE = datetime.date(2024, 1, 20)


@pytest.fixture
def unit(clerk):
    def make(name):
        return establish(
            draft=Draft(name, "department", "", None, "", ()), decision=Decision(on=None, by=clerk)
        ).organisation_id

    return make


@pytest.fixture
def finance(unit):
    return unit("青山县财政局")


@pytest.fixture
def trade(unit):
    return unit("青山县商务局")


@pytest.fixture
def treasurer(person, finance):
    return person("head", finance, username="treasurer", name="财政局长")


@pytest.fixture
def trader(person, trade):
    return person("head", trade, username="trader", name="商务局长")


@pytest.fixture
def round_open(small_plan, finance, trade, clerk):
    letter = Letter((finance, trade), DEADLINE, "请着重核对本单位数字")
    return open_round(plan_id=small_plan.id, letter=letter, by=clerk, today=TODAY)


@pytest.fixture
def say():
    """Says something for a unit, as a person of it would."""

    def speak(held, organisation, by, words="建议改为5.5%左右", *, span=None, today=TODAY, ticket=None):
        remark = Remark(organisation, words, ticket or uuid.uuid4(), span)
        return comment(round_id=held.pk, remark=remark, by=by, grant=by.grant("plans.comment"), today=today)

    return speak
