"""Demonstration (演示责任分解): part of the sample plan adopted, handed out, signed for, asked about — as anybody would."""

import tomllib
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from taizhang.office.accounts.models import User
from taizhang.office.assignments.models import Assignment, Duty
from taizhang.office.assignments.selectors.holders import standing_duties
from taizhang.office.assignments.selectors.units import Units, load_units
from taizhang.office.assignments.services import drafting, handing_out, handing_over, signing
from taizhang.office.assignments.services.signing import Side
from taizhang.office.commitments import services as ledger
from taizhang.office.commitments.selectors.readings import chapters_of
from taizhang.office.plans.models import PlanVersion
from taizhang.office.plans.selectors import is_in_force

Script = dict[str, Any]


def after_reading(*, version_id: int) -> None:
    """Assign part of the sample plan once it is in force; any other plan is left to its people."""
    of_demonstration = PlanVersion.objects.filter(id=version_id, plan__is_demonstration=True)
    if of_demonstration.exists() and is_in_force(version_id):
        seed(version_id=version_id)


@transaction.atomic
def seed(*, version_id: int) -> None:
    """Adopt, assign and hand out, unless something of the plan was assigned already."""
    plan_id = PlanVersion.objects.filter(id=version_id).values_list("plan_id", flat=True).get()
    if Assignment.objects.filter(commitment__version__plan=plan_id).exists():
        return
    script = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    clerk = User.objects.get(username=script["clerk"])
    adopted = _adopt(version_id, script["sections"], clerk)
    if adopted:
        units = load_units(timezone.localdate())
        _hand_out(adopted, script, clerk, units)
        _answer(script, units)


def _adopt(version_id: int, sections: Iterable[str], clerk: User) -> list[int]:
    wanted = [
        suggestion.key
        for chapter in chapters_of(version_id)
        if chapter.is_of_measures and any(words in heading for heading in chapter.headings for words in sections)
        for suggestion in chapter.suggestions
    ]
    if not wanted:
        return []
    done = ledger.adopt_many(version_id=version_id, keys=wanted, by=clerk)
    return [each.id for each in done.commitments]


def _hand_out(adopted: list[int], script: Script, clerk: User, units: Units) -> None:
    drafting.accept_proposals(commitment_ids=adopted, by=clerk, units=units)
    led = set(Duty.objects.filter(assignment__commitment__in=adopted).values_list("assignment__commitment", flat=True))
    lead = drafting.leading(_id(script["lead"], units))
    drafting.draft_many(changes={key: lead for key in adopted if key not in led}, by=clerk, units=units)
    supported = Duty.objects.filter(organisation=_id(script["supported"], units), assignment__commitment__in=adopted)
    support = drafting.supporting(tuple(_id(name, units) for name in script["supports"]))
    changes = dict.fromkeys(supported.values_list("assignment__commitment", flat=True), support)
    drafting.draft_many(changes=changes, by=clerk, units=units)
    now, document = timezone.now(), script["document"]
    late = list(changes)[: script["late"]]
    long_ago = now - timedelta(days=script["days_ago"])
    handing_out.hand_out(commitment_ids=late, by=clerk, now=long_ago, document=document)
    handing_out.hand_out(commitment_ids=set(adopted) - set(late), by=clerk, now=now, document=document)


def _answer(script: Script, units: Units) -> None:
    """What the reporter of one unit does with the duties there are."""
    reporter = User.objects.get(username=script["reporter"])
    grant = reporter.grant("assignments.sign")
    if grant is None:
        return
    side = Side(reporter, grant.organisations, units)
    duties = list(standing_duties(grant.organisations, units).order_by("-sign_by", "id"))
    signed, others = duties[: script["signed"]], duties[script["signed"] : -1]
    signing.sign(duty_ids=[each.id for each in signed], side=side, officer=None, now=timezone.now())
    for duty in others[:1]:
        signing.ask(duty_id=duty.id, words=script["question"], side=side)
    for duty in others[1:2]:
        to = _id(script["hand_to"], units)
        handing_over.ask_to_hand_over(duty_id=duty.id, to=to, words=script["hand_over"], side=side)


def _id(name: str, units: Units) -> int:
    match = units.find(name)
    assert match is not None, name
    return match.organisation_id
