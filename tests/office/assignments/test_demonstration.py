"""The demonstration's assignments are made by the services everybody uses, once, and only of the sample plan."""

from django.utils import timezone

from taizhang.office.assignments.models import Assignment, Duty, Query
from taizhang.office.assignments.services import demonstration
from taizhang.office.demonstration import plan_life, services
from taizhang.office.plans.models import PlanVersion


def test_part_of_the_sample_plan_is_handed_out_and_answered(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        services.seed()
    version = PlanVersion.objects.order_by("-number").first()
    demonstration.after_reading(version_id=version.id)
    assert not Assignment.objects.exists()  # nothing is in force yet
    plan_life.after_reading(version_id=version.id)
    demonstration.after_reading(version_id=version.id)
    count = Assignment.objects.count()
    assert count > 10
    assert Duty.objects.filter(signed_at__isnull=False).exists()
    assert Duty.objects.filter(signed_at=None, sign_by__lt=timezone.localdate()).exists()
    assert Query.objects.filter(hand_to=None).exists()
    assert Query.objects.filter(hand_to__isnull=False).exists()
    demonstration.after_reading(version_id=version.id)
    assert Assignment.objects.count() == count


def test_a_plan_of_somebody_else_is_left_alone(plan, units):
    demonstration.after_reading(version_id=PlanVersion.objects.get().id)
    assert not Assignment.objects.exists()
