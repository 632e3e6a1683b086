"""The demonstration: made-up people, the sample plan read through the same door as any other, all labelled."""

from taizhang.office.demonstration.services import seed
from taizhang.office.plans.models import Comment, Passage, Plan, ReadingState
from taizhang.office.plans.selectors import version_in_force


def test_a_visitor_finds_the_sample_plan_read(db, client, settings, django_capture_on_commit_callbacks):
    settings.DEMO = True
    with django_capture_on_commit_callbacks(execute=True):
        seed()
    plan = Plan.objects.get()
    assert plan.is_demonstration
    assert {version.state for version in plan.versions.all()} == {ReadingState.READ}
    client.post("/sign-in/demonstration/")
    page = client.get(f"/plans/{plan.id}/text/").content.decode()
    assert "演示数据" in page


def test_seeding_again_changes_nothing(db, django_capture_on_commit_callbacks):
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            seed()
    assert Plan.objects.count() == 1


def test_the_sample_plan_is_carried_to_its_issue_by_services(db, client, settings, django_capture_on_commit_callbacks):
    settings.DEMO = True
    settings.AFTER_READING = (*settings.AFTER_READING, "taizhang.office.demonstration.plan_life.after_reading")
    with django_capture_on_commit_callbacks(execute=True):
        seed()
    plan = Plan.objects.get()
    assert plan.step == "issued"
    assert version_in_force(plan.id) == plan.versions.get(number=2).id
    codes = Passage.objects.order_by("number").values_list("move", flat=True)
    assert list(codes) == ["consult", "submit", "review", "to_congress", "approve", "issue"]
    assert set(Comment.objects.values_list("verdict", flat=True)) == {"adopted", "partly"}
    client.post("/sign-in/demonstration/")
    for page in ("life/", "comments/", "differences/", "extracts/"):
        assert "演示" in client.get(f"/plans/{plan.id}/{page}").content.decode()
    changes = client.get(f"/plans/{plan.id}/differences/").content.decode()
    assert "<del>6.5%</del>" in changes
