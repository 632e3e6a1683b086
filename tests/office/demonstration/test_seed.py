"""The demonstration: made-up people, the sample plan read through the same door as any other, all labelled."""

from taizhang.office.demonstration.services import seed
from taizhang.office.plans.models import Plan, ReadingState


def test_a_visitor_finds_the_sample_plan_read(db, client, settings, django_capture_on_commit_callbacks):
    settings.DEMO = True
    with django_capture_on_commit_callbacks(execute=True):
        seed()
    plan = Plan.objects.get()
    assert plan.is_demonstration
    assert plan.versions.get().state == ReadingState.READ
    client.post("/sign-in/demonstration/")
    page = client.get(f"/plans/{plan.id}/text/").content.decode()
    assert "演示数据" in page


def test_seeding_again_changes_nothing(db, django_capture_on_commit_callbacks):
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            seed()
    assert Plan.objects.count() == 1
