"""Services of the demonstration (演示数据): made-up people and the sample plan, read through the same door as any other."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from taizhang.office.accounts.services import ensure_demonstration_user
from taizhang.office.demonstration.sample_plan import SAMPLE_PLAN_NAME, compose_sample_plan
from taizhang.office.organisations.services import demonstration as organisations
from taizhang.office.plans.services import take_in


@transaction.atomic
def seed() -> None:
    """Make what a visitor needs to try everything; what is there already stays."""
    clerk = ensure_demonstration_user(username="demo", name="演示办事员")
    ensure_demonstration_user(username="demo-reviewer", name="演示复核人")
    organisations.seed()
    sample = SimpleUploadedFile(SAMPLE_PLAN_NAME, compose_sample_plan())
    take_in(file=sample, by=clerk, is_demonstration=True)
