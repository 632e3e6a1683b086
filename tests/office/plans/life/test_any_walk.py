"""Whatever people press in whatever order: nothing is in force without two persons, and what is frozen never changes."""

from contextlib import suppress
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.office.conftest import SMALL_PLAN
from tests.office.plans.conftest import ISSUED, NUMBER

from taizhang.office.pages.errors import ExpectedError
from taizhang.office.plans import selectors
from taizhang.office.plans.life import digests, resolutions
from taizhang.office.plans.life.moves import moves, moves_from
from taizhang.office.plans.life.step import IN_FORCE, Step
from taizhang.office.plans.models import Passage, PlanVersion, Resolution

# What a person does next: one of the moves offered where the plan stands, or one of the deeds of a resolution.
OFFERED = st.sampled_from([0, 0, 0, 0, 0, 1, 2, 3])  # the first leads on
DEEDS = st.sampled_from(["enter", "enter", "confirm", "confirm", "refuse", "ask_annulment", "annul"])
# Moves with a room of their own, by the deed that makes them.
BY_HAND = {
    "register_approved": "enter",
    "approve": "enter",
    "approve_adjustment": "enter",
    "annul": "annul",
    "annul_adjustment": "annul",
}
STEPS = st.lists(st.tuples(OFFERED | OFFERED | DEEDS, st.booleans(), st.booleans()), min_size=8, max_size=40)
OFTEN = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class UndoneError(Exception):
    """Ends an example and takes back what it wrote."""


@pytest.fixture
def two_versions(walk, add_version):
    add_version(walk.plan_id, SMALL_PLAN.replace("6%左右", "5.5%左右"))
    return walk


def test_nothing_is_in_force_without_two_persons(two_versions):
    reached = set()

    @OFTEN
    @given(steps=STEPS)
    def whatever_people_press(steps):
        with pytest.raises(UndoneError):
            walk_and_undo(two_versions, steps, reached)

    whatever_people_press()
    assert {"congress", "approved"} <= reached  # else nothing was shown


@transaction.atomic
def walk_and_undo(walk, steps, reached):
    frozen = {}
    for step, is_colleague, is_first_version in steps:
        press(walk, step, walk.colleague if is_colleague else walk.clerk, is_first_version)
        hold_the_law(walk, frozen)
        reached.add(walk.plan.step)
    raise UndoneError


def press(walk, step, by, is_first_version):
    with suppress(ExpectedError), transaction.atomic():
        if isinstance(step, int):
            offered = [move for move in moves_from(walk.plan.step) if move.room != "comments"] or [moves()["archive"]]
            step = BY_HAND.get(offered[step % len(offered)].code, offered[step % len(offered)].code)
        if step in moves() and step not in BY_HAND.values():
            walk.move(step, by=by, number=NUMBER, date=ISSUED, reason="理由")
        elif step == "enter":
            number = 1 if is_first_version else 2
            walk.enter(by=by, version_id=PlanVersion.objects.get(plan=walk.plan_id, number=number).id)
        else:
            resolve(walk, step, by)


def resolve(walk, deed, by):
    last = Resolution.objects.filter(plan=walk.plan_id).order_by("-id").first()
    if last is not None:
        said = {"reason": "理由"} if deed in {"refuse", "ask_annulment"} else {}
        getattr(resolutions, deed)(resolution_id=last.pk, by=by, **said)


def hold_the_law(walk, frozen):
    plan = walk.plan
    in_force = list(Resolution.objects.filter(plan=plan, is_in_force=True))
    assert bool(in_force) == (plan.step in IN_FORCE)
    for resolution in in_force:
        assert resolution.confirmed_by_id not in {None, resolution.entered_by_id}
        assert Passage.objects.filter(resolution=resolution, to_step=Step.APPROVED).exists()
    assert len(in_force) <= 1
    assert selectors.version_in_force(plan.id) == (in_force[0].version_id if in_force else None)
    for resolution in Resolution.objects.filter(plan=plan, state__in=("entered", "confirmed")):
        known = frozen.setdefault(resolution.version_id, digests.digests_of(resolution.version_id))
        assert digests.digests_of(resolution.version_id) == known
    steps = list(Passage.objects.filter(plan=plan).order_by("number").values_list("from_step", "to_step"))
    assert all(before[1] == after[0] for before, after in pairwise(steps))
