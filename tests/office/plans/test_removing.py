"""Removing a plan: asked first, complete, and refused where something points to it."""

from django.db.models import ProtectedError

from taizhang.office.plans import services
from taizhang.office.plans.models import Plan, StatementRecord


def test_the_question_comes_first(small_plan, signed_in):
    page = signed_in.get(f"/plans/{small_plan.id}/remove/").content.decode()
    assert "移除这份计划？" in page
    assert small_plan.title in page
    assert Plan.objects.exists()


def test_plan_rows_and_file_go_together(small_plan, signed_in, own_folder):
    answer = signed_in.post(f"/plans/{small_plan.id}/remove/", follow=True)
    assert "已移除" in answer.content.decode()
    assert not Plan.objects.exists()
    assert not StatementRecord.objects.exists()
    assert [path.name for path in (own_folder / "files").rglob("*") if len(path.name) > 2] == []


def test_a_plan_that_something_points_to_stays_with_its_file(small_plan, signed_in, monkeypatch):
    """Commitments protect their sentences; here the refusal of the database is enough."""

    def refuse(_self):
        raise ProtectedError("protected", set())

    monkeypatch.setattr(services.Plan.objects.all().__class__, "delete", refuse)
    answer = signed_in.post(f"/plans/{small_plan.id}/remove/")
    assert answer.status_code == 409
    assert "不能移除" in answer.content.decode()
    version = small_plan.versions.get()
    assert version.file.storage.exists(version.file.name)
