"""Checking in the background: begun when a file was read, told step by step, stored whole or not at all."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.findings import runs, services
from taizhang.office.findings.models import Check, CheckState, FindingRecord
from taizhang.office.plans.intake import rules_version
from taizhang.office.plans.models import PlanVersion
from taizhang.office.plans.services import take_in


@pytest.fixture
def waiting(small_plan):
    """A check that nobody has begun."""
    services.request_check(version_id=small_plan.versions.get().id)
    return Check.objects.get(state=CheckState.QUEUED)


def test_a_file_is_checked_right_after_it_was_read(small_plan):
    check = Check.objects.get(version__plan=small_plan)
    assert check.state == CheckState.DONE
    assert check.rules == rules_version()
    assert check.asked_by is None


def test_a_finding_is_stored_with_its_words_its_arithmetic_and_both_languages(error):
    text = PlanVersion.objects.get().text
    assert text[error.start : error.end] == "8.6%"
    assert [each["quote"] for each in error.evidence] == ["8.6%", "7.5"]
    assert all(text[each["start"] : each["end"]] == each["quote"] for each in error.evidence)
    assert (error.severity, error.verdict) == ("error", "contradictory")
    assert ["正文", "8.6%"] in error.computed
    assert "固定资产投资" in error.message_zh
    assert "annex" in error.message_en


def test_a_file_that_cannot_be_read_is_not_checked(clerk, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        take_in(file=SimpleUploadedFile("假的.docx", b"PK\x03\x04 no package"), by=clerk)
    assert not Check.objects.exists()


def test_checking_again_is_another_run_and_keeps_the_first(
    small_plan, signed_in, clerk, django_capture_on_commit_callbacks
):
    found = FindingRecord.objects.count()
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(f"/plans/{small_plan.id}/findings/again/")
    assert [check.asked_by for check in Check.objects.order_by("id")] == [None, clerk]
    assert FindingRecord.objects.count() == 2 * found


def test_while_a_check_is_under_way_another_is_not_begun(waiting):
    services.request_check(version_id=waiting.version_id)
    assert Check.objects.filter(state=CheckState.QUEUED).count() == 1


def test_each_step_is_told(waiting, monkeypatch):
    told = []
    real = runs._enter
    monkeypatch.setattr(runs, "_enter", lambda held, state: told.append((held.get().state, state)) or real(held, state))
    runs.run_check(waiting.id)
    assert told == [(CheckState.READING, CheckState.CHECKING)]


def test_two_workers_do_not_run_the_same_check(waiting):
    runs.run_check(waiting.id)
    found = FindingRecord.objects.count()
    runs.run_check(waiting.id)
    assert FindingRecord.objects.count() == found


def test_a_fault_of_ours_is_told_to_the_person_and_to_the_log(waiting, signed_in, monkeypatch):
    def stumble(*_args, **_kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(runs, "check_file", stumble)
    with pytest.raises(ZeroDivisionError):
        runs.run_check(waiting.id)
    waiting.refresh_from_db()
    assert waiting.state == CheckState.FAILED
    page = signed_in.get(f"/plans/{waiting.version.plan_id}/findings/").content.decode()
    assert waiting.failure_zh in page
    assert "8.6%" in page  # what an earlier run found is still shown


def test_a_check_cut_short_is_taken_up_at_the_next_start(waiting, django_capture_on_commit_callbacks):
    Check.objects.filter(id=waiting.id).update(state=CheckState.CHECKING, attempts=1)
    with django_capture_on_commit_callbacks(execute=True):
        services.resume_unfinished_checks()
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == (CheckState.DONE, 2)


def test_a_check_that_stops_the_worker_twice_is_not_tried_for_ever(waiting):
    Check.objects.filter(id=waiting.id).update(state=CheckState.CHECKING, attempts=2)
    services.resume_unfinished_checks()
    waiting.refresh_from_db()
    assert waiting.state == CheckState.FAILED
    assert "两次都被中断" in waiting.failure_zh


def test_what_was_read_before_there_were_checks_is_checked_at_the_next_start(
    small_plan, django_capture_on_commit_callbacks
):
    Check.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        services.resume_unfinished_checks()
    assert Check.objects.get().state == CheckState.DONE


def test_the_page_asks_again_until_the_check_is_over(waiting, signed_in):
    page = f"/plans/{waiting.version.plan_id}/findings/progress/?version=1"
    pending = signed_in.get(page).content.decode()
    assert f'hx-get="{page}"' in pending
    assert "排队等待核校" in pending
    runs.run_check(waiting.id)
    assert signed_in.get(page).headers["HX-Refresh"] == "true"
