"""What tests of dividing targets share: a plan with figures in the ledger, a few towns, and forms filled in."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.commitments import services as ledger
from taizhang.office.commitments.models import Commitment
from taizhang.office.commitments.selectors.readings import chapters_of, current_version_id
from taizhang.office.organisations.models import Kind
from taizhang.office.organisations.services import changes
from taizhang.office.organisations.services.decision import Decision, Draft
from taizhang.office.plans.models import Plan
from taizhang.office.plans.services import take_in

PLAN = """云岭县2024年国民经济和社会发展计划

一、2024年主要预期目标

主要预期目标为：地区生产总值增长6%左右；固定资产投资增长9%以上；城镇新增就业10000人以上；新增规上服务业企业8家以上；实际使用外资稳中提质。
"""
TOWNS = ("东河镇", "西岭镇", "南坪街道")


@pytest.fixture
def plan(clerk, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=SimpleUploadedFile("云岭县计划.txt", PLAN.encode()), by=clerk)
    version_id = current_version_id(receipt.plan_id)
    keys = [each.key for chapter in chapters_of(version_id) for each in chapter.suggestions]
    ledger.adopt_many(version_id=version_id, keys=keys, by=clerk)
    return Plan.objects.get(id=receipt.plan_id)


@pytest.fixture
def today():
    return date(2024, 3, 1)


@pytest.fixture
def jobs(plan):
    """The target of ten thousand jobs."""
    return Commitment.objects.get(value=10000)


@pytest.fixture
def growth(plan):
    """The target that investment grows by nine per cent or more."""
    return Commitment.objects.get(value=9, aspect="growth")


@pytest.fixture
def towns(db):
    """Name → id."""
    return {name: establish(name, Kind.TOWN) for name in TOWNS}


def establish(name, kind):
    return changes.establish(draft=Draft(name, kind), decision=Decision(on=None, by=None)).organisation_id


@pytest.fixture
def filled(towns):
    """A form that gives the three towns these figures for the year."""

    def fill(*values, revision="", deed="save", **said):
        form = {
            "revision": revision,
            "deed": deed,
            "unit": list(towns.values()),
            "places": "0",
            "seasons": "year",
            **said,
        }
        form |= {f"value-{unit}-Y": value for unit, value in zip(towns.values(), values, strict=False)}
        return form

    return fill
