"""Services of the demonstration (演示数据): made-up people and the sample plan, read through the same door as any other."""

import tomllib
from importlib.resources import files
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from taizhang.office.accounts.models import User
from taizhang.office.accounts.services import ensure_demonstration_user
from taizhang.office.demonstration.sample_plan import (
    EARLIER_DRAFT_NAME,
    SAMPLE_PLAN_NAME,
    compose_earlier_draft,
    compose_sample_plan,
)
from taizhang.office.organisations.selectors.holding import find_organisation
from taizhang.office.organisations.services import demonstration as organisations
from taizhang.office.plans.services import take_in


@transaction.atomic
def seed() -> None:
    """Make what a visitor needs to try everything; what is there already stays."""
    organisations.seed()
    clerk, *_others = [_ensure(each) for each in _people()]
    draft = SimpleUploadedFile(EARLIER_DRAFT_NAME, compose_earlier_draft())
    plan_id = take_in(file=draft, by=clerk, is_demonstration=True).plan_id
    issued = SimpleUploadedFile(SAMPLE_PLAN_NAME, compose_sample_plan())
    take_in(file=issued, by=clerk, is_demonstration=True, plan_id=plan_id)


def _people() -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = tomllib.loads(files(__package__).joinpath("people.toml").read_text("utf-8"))["people"]
    return read


def _ensure(person: dict[str, Any]) -> User:
    match = find_organisation(person["unit"], timezone.localdate()) if "unit" in person else None
    return ensure_demonstration_user(
        username=person["username"],
        name=person["name"],
        role=person["role"],
        organisation_id=match.organisation_id if match else None,
    )
