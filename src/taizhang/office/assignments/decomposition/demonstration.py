"""Demonstration (演示分解): two targets divided among made-up towns, through the same services as any other."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from taizhang.office.accounts.models import User
from taizhang.office.assignments.decomposition import services
from taizhang.office.assignments.decomposition.division import YEAR, Approved, Division, Line
from taizhang.office.assignments.decomposition.models import Decomposition, Method, Rule, Season
from taizhang.office.assignments.decomposition.proposing import propose
from taizhang.office.assignments.decomposition.selectors import approved_of
from taizhang.office.assignments.selectors.units import Units, load_units
from taizhang.office.commitments import services as ledger
from taizhang.office.commitments.models import Commitment, Status
from taizhang.office.commitments.selectors.readings import chapters_of
from taizhang.office.organisations.models import Kind
from taizhang.office.plans.models import PlanVersion
from taizhang.office.plans.selectors import is_in_force

FILE = Path(__file__).with_name("demonstration.toml")

Entry = Mapping[str, Any]


def after_reading(*, version_id: int) -> None:
    """Divide two targets of the sample plan once it is in force; any other plan is left to its people."""
    of_demonstration = PlanVersion.objects.filter(id=version_id, plan__is_demonstration=True)
    if of_demonstration.exists() and is_in_force(version_id):
        seed(version_id=version_id)


@transaction.atomic
def seed(*, version_id: int) -> None:
    """Divide the two, each taken into the ledger first where it is not there; what was divided already stays."""
    held = tomllib.loads(FILE.read_text("utf-8"))
    by = User.objects.get(username=held["clerk"])
    units = load_units(timezone.localdate())
    for entry, divide in ((held["jobs"], _by_weight), (held["investment"], _by_rate)):
        commitment = _commitment(version_id, entry) or _adopted(version_id, entry, by)
        approved = approved_of(commitment) if commitment else None
        if approved is not None and not Decomposition.objects.filter(commitment=approved.commitment_id).exists():
            _put_in_force(divide(entry, approved, units), approved, by, held["document"])


def _commitment(version_id: int, entry: Entry) -> Commitment | None:
    wanted = Commitment.objects.filter(version=version_id, status=Status.ADOPTED, value__isnull=False)
    found = wanted.filter(indicator=entry["indicator"], aspect=entry["aspect"]).select_related("version__plan")
    return found.order_by("position", "id").first()


def _adopted(version_id: int, entry: Entry, by: User) -> Commitment | None:
    keys = [
        suggestion.key
        for chapter in chapters_of(version_id)
        for suggestion in chapter.suggestions
        if (suggestion.indicator, suggestion.target.aspect) == (entry["indicator"], entry["aspect"])
        and suggestion.target.value is not None
    ]
    for key in keys[:1]:
        ledger.adopt(version_id=version_id, key=key, by=by)
    return _commitment(version_id, entry)


def _by_weight(entry: Entry, approved: Approved, units: Units) -> Division:
    lines = _lines(entry, units)
    percents = tuple(Decimal(each) for each in entry["percents"])
    division = Division(Method.WEIGHTS, approved.rules[0], Season.GIVEN, entry["places"], lines, percents)
    return propose(division, approved)


def _by_rate(entry: Entry, _approved: Approved, units: Units) -> Division:
    rates = [Decimal(each) for each in entry["rates"]]
    lines = zip(_lines(entry, units), rates, strict=False)
    divided = tuple(replace(line, values={YEAR: rate}) for line, rate in lines)
    return Division(Method.MANUAL, Rule.WEIGHTED_AT_LEAST, Season.YEAR, entry["places"], divided)


def _lines(entry: Entry, units: Units) -> tuple[Line, ...]:
    towns = [unit for unit in units.registry.living(units.today) if unit.kind == Kind.TOWN and unit.is_demonstration]
    weights: Sequence[str] = entry["weights"]
    pairs = zip(towns, weights, strict=False)
    return tuple(Line(unit.id, units.name(unit.id), {}, Decimal(weight)) for unit, weight in pairs)


def _put_in_force(division: Division, approved: Approved, by: User, document: str) -> None:
    if not division.lines:
        return
    draft = services.save_draft(
        commitment_id=approved.commitment_id, division=division, revision=services.NONE_SEEN, by=by
    )
    services.put_in_force(
        decomposition_id=draft.pk, revision=draft.revision, document=document, reason="", by=by, now=timezone.now()
    )
