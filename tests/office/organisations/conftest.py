"""A small district to change: its government, three departments, a street and a town."""

from dataclasses import dataclass
from datetime import date

import pytest

from taizhang.office.organisations.models import Name
from taizhang.office.organisations.services.changes import establish
from taizhang.office.organisations.services.decision import Decision, Draft


@dataclass(frozen=True)
class District:
    government: int
    development: int
    finance: int
    science: int
    east: int
    west: int


@dataclass(frozen=True)
class Person:
    pk: int
    name: str


SOMEONE = Person(7, "办事员甲")


@pytest.fixture
def someone():
    return SOMEONE


@pytest.fixture
def decided():
    """A decision of that day, with a document and a reason."""

    def decide(on, reason="机构改革", document="示例编发〔2024〕1号"):
        return Decision(on=date.fromisoformat(on), by=SOMEONE, document=document, reason=reason)

    return decide


@pytest.fixture
def make(db):
    """A unit as old as we know; its id."""

    def make_unit(name, kind="department", short="", parent=None, aliases=(), region="", on=None):
        draft = Draft(name, kind, short, parent, region, tuple(aliases))
        day = date.fromisoformat(on) if on else None
        return establish(draft=draft, decision=Decision(on=day, by=SOMEONE)).organisation_id

    return make_unit


@pytest.fixture
def district(make):
    government = make("张店区人民政府", "government", "区政府", region="370303")
    return District(
        government=government,
        development=make("张店区发展和改革局", parent=government, short="区发改局", aliases=["发改局"]),
        finance=make("张店区财政局", parent=government, short="区财政局"),
        science=make("张店区科学技术局", parent=government, short="区科技局"),
        east=make("东演示街道办事处", "town", "", government),
        west=make("西演示镇人民政府", "town", "", government),
    )


@pytest.fixture
def names():
    """The names of some role that stand, of one unit."""

    def names_of(organisation_id, role="official"):
        held = Name.objects.filter(organisation_id=organisation_id, role=role, valid_to=None).order_by("id")
        return list(held.values_list("words", flat=True))

    return names_of
