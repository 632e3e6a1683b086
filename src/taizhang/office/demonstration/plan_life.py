"""Life of the sample plan (演示流程): from a draft sent out for comments to its issue, by the services everybody uses.

It begins when both versions were read, which the background worker does; so it hangs on ``settings.AFTER_READING``.
"""

import tomllib
import uuid
from datetime import date
from importlib.resources import files
from typing import Any

from django.db import transaction
from django.utils import timezone

from taizhang.office.accounts.models import User
from taizhang.office.organisations.selectors.holding import find_organisation
from taizhang.office.plans.comments import services as comments
from taizhang.office.plans.comments.models import Round
from taizhang.office.plans.comments.services import Letter, Remark
from taizhang.office.plans.extracts.services import Request, certify
from taizhang.office.plans.life import resolutions
from taizhang.office.plans.life.passages import Order, Paper, move_plan
from taizhang.office.plans.life.resolutions import Decision
from taizhang.office.plans.life.step import Step
from taizhang.office.plans.models import Plan, PlanVersion, ReadingState

Script = dict[str, Any]


def after_reading(*, version_id: int) -> None:
    """Carry the sample plan on once all of it was read; any other plan is left where its people put it."""
    version = PlanVersion.objects.select_related("plan").only("plan").get(id=version_id)
    if version.plan.is_demonstration:
        carry(plan_id=version.plan_id)


@transaction.atomic
def carry(*, plan_id: int) -> None:
    """From drafting to issue; a plan that walked already, or is not read yet, stays."""
    plan = Plan.objects.select_for_update().get(id=plan_id)
    versions = list(PlanVersion.objects.filter(plan=plan).order_by("number").only("number", "state"))
    is_read = all(version.state == ReadingState.READ for version in versions)
    if plan.step != Step.DRAFTING or len(versions) < 2 or not is_read:
        return
    script = tomllib.loads(files(__package__).joinpath("plan_life.toml").read_text("utf-8"))
    clerk, reviewer = (User.objects.get(username=name) for name in ("demo", "demo-reviewer"))
    draft, final = versions[0].pk, versions[-1].pk
    _consult(plan_id, draft, script, clerk)
    for code, words in script["steps"].items():
        _move(plan_id, code, clerk, Paper(reason=words), final)
    _approve(plan_id, final, script["resolution"], clerk, reviewer)
    _move(plan_id, "issue", clerk, Paper(script["issue"]["number"], script["issue"]["date"]))
    _extract(final, script["extract"], clerk)


def _consult(plan_id: int, version_id: int, script: Script, clerk: User) -> None:
    said, today = script["round"], script["round"]["today"]
    found = [find_organisation(name, timezone.localdate()) for name in said["units"]]
    letter = Letter(tuple(unit.organisation_id for unit in found if unit), said["deadline"], said["letter"], version_id)
    opened = comments.open_round(plan_id=plan_id, letter=letter, by=clerk, today=today)
    for entry in script["comments"]:
        _comment(opened, entry, letter.organisations[0], today, clerk)
    comments.close_round(round_id=opened.pk, by=clerk)


def _comment(opened: Round, entry: Script, unit: int, today: date, clerk: User) -> None:
    by = User.objects.get(username=entry["by"])
    grant = by.grant("plans.comment")
    if grant is None:
        return
    remark = Remark(unit, entry["words"], uuid.uuid4(), _place(opened.version_id, entry["about"]))
    made = comments.comment(round_id=opened.pk, remark=remark, by=by, grant=grant, today=today)
    comments.answer(comment_id=made.pk, verdict=entry["verdict"], reason=entry["reason"], revision=0, by=clerk)
    comments.reply(round_id=opened.pk, organisation_id=unit, by=by, grant=grant, today=today)


def _approve(plan_id: int, version_id: int, said: Script, clerk: User, reviewer: User) -> None:
    decision = Decision(version_id, said["organ"], said["number"], said["decided_on"], said["explanation"])
    entered = resolutions.enter(plan_id=plan_id, decision=decision, by=clerk, today=timezone.localdate())
    resolutions.confirm(resolution_id=entered.pk, by=reviewer)


def _move(plan_id: int, code: str, by: User, paper: Paper, version_id: int | None = None) -> None:
    revision = Plan.objects.values_list("revision", flat=True).get(id=plan_id)
    move_plan(Order(plan_id, code, by, revision, version_id, paper), today=timezone.localdate())


def _extract(version_id: int, said: Script, by: User) -> None:
    place = _place(version_id, said["about"])
    if place is not None:
        request = Request(version_id, *place, said["title"], uuid.uuid4(), said["purpose"])
        certify(request=request, by=by, now=timezone.now())


def _place(version_id: int, words: str) -> tuple[int, int] | None:
    """Where the words stand; None for the whole, or where they are not found."""
    text = PlanVersion.objects.values_list("text", flat=True).get(id=version_id)
    start = text.find(words) if words else -1
    return (start, start + len(words)) if start >= 0 else None
