"""A plan walked to where a test wants it, by the services that pages call, and two people of the planning section."""

import datetime
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.plans.life.passages import Order, Paper, move_plan
from taizhang.office.plans.life.resolutions import Decision, confirm, enter
from taizhang.office.plans.models import Plan, PlanVersion
from taizhang.office.plans.services import take_in

TODAY = datetime.date(2024, 3, 20)
DECIDED = datetime.date(2024, 2, 1)
ISSUED = datetime.date(2024, 3, 13)
NUMBER = "青发改字〔2024〕19号"
WAY = ("submit_draft", "review", "to_congress")


@pytest.fixture
def colleague(person):
    """The second person."""
    return person("planner", username="colleague", name="办事员乙")


class Walk:
    """A plan on its way (流转中的计划)."""

    def __init__(self, plan_id, clerk, colleague):
        self.plan_id, self.clerk, self.colleague = plan_id, clerk, colleague

    @property
    def plan(self):
        return Plan.objects.get(id=self.plan_id)

    @property
    def newest(self):
        return PlanVersion.objects.filter(plan=self.plan_id).order_by("-number").first()

    def move(self, code, *, by=None, today=TODAY, **paper):
        version_id = paper.pop("version_id", None)
        order = Order(self.plan_id, code, by or self.clerk, self.plan.revision, version_id, Paper(**paper))
        return move_plan(order, today=today)

    def to_congress(self):
        for code in WAY:
            self.move(code)
        return self

    def enter(self, *, by=None, explanation="批准机关已按原文批准", **changes):
        said = {
            "version_id": self.newest.id,
            "organ": "青山县人民代表大会",
            "number": "青山县十八届人大三次会议决议",
            "decided_on": DECIDED,
            "explanation": explanation,
        }
        return enter(plan_id=self.plan_id, decision=Decision(**said | changes), by=by or self.clerk, today=TODAY)

    def approve(self, **changes):
        entered = self.enter(**changes)
        return confirm(resolution_id=entered.pk, by=self.colleague)

    def to_issued(self):
        self.to_congress().approve()
        self.move("issue", number=NUMBER, date=ISSUED)
        return self

    def to_broken_down(self):
        self.to_issued().move("break_down")
        return self


@pytest.fixture
def walk(small_plan, clerk, colleague):
    """The small plan, still being drafted."""
    return Walk(small_plan.id, clerk, colleague)


@pytest.fixture
def add_version(clerk, django_capture_on_commit_callbacks):
    """Takes a text in as the next version of a plan; its row."""

    def add(plan_id, text, name=""):
        file = SimpleUploadedFile(name or f"{uuid.uuid4().hex[:6]}.txt", text.encode())
        with django_capture_on_commit_callbacks(execute=True):
            take_in(file=file, by=clerk, plan_id=plan_id)
        return PlanVersion.objects.filter(plan=plan_id).order_by("-number").first()

    return add
