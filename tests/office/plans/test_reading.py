"""Reading in the background: claimed once, told step by step, stored whole or not at all."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from taizhang.office.plans import readings, services
from taizhang.office.plans.models import Plan, PlanVersion, ReadingState, StatementRecord, TableCellRecord
from taizhang.office.plans.services import take_in


@pytest.fixture
def waiting(clerk, small_file):
    """A version whose reading nobody has begun."""
    receipt = take_in(file=small_file, by=clerk)
    return PlanVersion.objects.get(plan=receipt.plan_id)


def test_statements_and_cells_become_rows_with_their_places(small_plan):
    version = small_plan.versions.get()
    assert version.state == ReadingState.READ
    statement = StatementRecord.objects.get(version=version, subject="城镇新增就业")
    assert version.text[statement.start : statement.end] == statement.quote == "3000人"
    assert (statement.bound, statement.modality, statement.period) == ("at_least", "target", "2024")
    cell = TableCellRecord.objects.get(row__version=version, text="6左右")
    assert version.text[cell.start : cell.end] == "6左右"
    assert cell.row.indicator == "地区生产总值"


def test_figures_keep_the_digits_they_were_printed_with(clerk, django_capture_on_commit_callbacks):
    file = SimpleUploadedFile("计划.txt", "2024年地区生产总值增长5.50%。".encode())
    with django_capture_on_commit_callbacks(execute=True):
        take_in(file=file, by=clerk)
    assert str(StatementRecord.objects.get().value) == "5.50"


def test_each_step_is_told_while_it_is_taken(waiting, monkeypatch):
    told = []
    real = readings._enter
    monkeypatch.setattr(readings, "_enter", lambda ticket, stage: told.append(stage) or real(ticket, stage))
    readings.read_version(waiting.id)
    assert told == ["opening", "understanding", "storing"]
    waiting.refresh_from_db()
    assert (waiting.percent, waiting.stage) == (100, "done")


def test_a_file_that_cannot_be_read_says_why_and_stays(clerk, django_capture_on_commit_callbacks, signed_in):
    file = SimpleUploadedFile("假的.docx", b"PK\x03\x04 not really a package")
    with django_capture_on_commit_callbacks(execute=True):
        receipt = take_in(file=file, by=clerk)
    version = PlanVersion.objects.get(plan=receipt.plan_id)
    assert version.state == ReadingState.FAILED
    assert "假的.docx" in version.failure_zh
    assert "假的.docx" in version.failure_en
    assert version.file.storage.exists(version.file.name)
    page = signed_in.get("/plans/").content.decode()
    assert version.failure_zh in page
    assert "重新读取" in page
    signed_in.cookies["django_language"] = "en"
    assert version.failure_en.replace("'", "&#x27;") in signed_in.get("/plans/").content.decode()


def test_a_fault_of_ours_is_told_to_the_person_and_to_the_log(waiting, monkeypatch):
    def stumble(*_args, **_kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(readings, "read_file", stumble)
    with pytest.raises(ZeroDivisionError):
        readings.read_version(waiting.id)
    waiting.refresh_from_db()
    assert waiting.state == ReadingState.FAILED
    assert "重新读取" in waiting.failure_zh


def test_rows_are_stored_whole_or_not_at_all(waiting, monkeypatch):
    def stumble(*_args, **_kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr(readings, "_store_rows", stumble)
    with pytest.raises(ZeroDivisionError):
        readings.read_version(waiting.id)
    assert not StatementRecord.objects.exists()


def test_two_workers_do_not_read_the_same_file(waiting):
    readings.read_version(waiting.id)
    found = StatementRecord.objects.count()
    readings.read_version(waiting.id)
    assert StatementRecord.objects.count() == found


def test_a_plan_removed_before_its_turn_is_no_error(waiting):
    services.remove(plan_id=waiting.plan_id, by=waiting.received_by)
    readings.read_version(waiting.id)
    assert not PlanVersion.objects.exists()


def test_a_reading_cut_short_is_taken_up_at_the_next_start(waiting, django_capture_on_commit_callbacks):
    PlanVersion.objects.filter(id=waiting.id).update(state=ReadingState.READING, attempts=1, percent=55)
    with django_capture_on_commit_callbacks(execute=True):
        services.resume_interrupted_readings()
    waiting.refresh_from_db()
    assert waiting.state == ReadingState.READ


def test_a_file_that_stops_the_worker_twice_is_not_tried_for_ever(waiting, django_capture_on_commit_callbacks):
    PlanVersion.objects.filter(id=waiting.id).update(state=ReadingState.READING, attempts=2)
    with django_capture_on_commit_callbacks(execute=True):
        services.resume_interrupted_readings()
    waiting.refresh_from_db()
    assert waiting.state == ReadingState.FAILED
    assert "两次都被中断" in waiting.failure_zh


def test_a_failed_reading_can_be_tried_again(waiting, signed_in, django_capture_on_commit_callbacks):
    PlanVersion.objects.filter(id=waiting.id).update(state=ReadingState.FAILED, failure_zh="原因", attempts=2)
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(f"/plans/{waiting.plan_id}/read-again/")
    waiting.refresh_from_db()
    assert (waiting.state, waiting.failure_zh) == (ReadingState.READ, "")


def test_what_was_read_is_not_read_again(small_plan, signed_in):
    answer = signed_in.post(f"/plans/{small_plan.id}/read-again/")
    assert answer.status_code == 409
    assert "不需要重新读取" in answer.content.decode()


def test_the_list_asks_again_until_the_reading_is_over(waiting, signed_in):
    entry = f"/plans/{waiting.plan_id}/progress/"
    PlanVersion.objects.filter(id=waiting.id).update(state="reading", stage="understanding", percent=55)
    pending = signed_in.get(entry).content.decode()
    assert f'hx-get="{entry}"' in pending
    assert 'value="55"' in pending
    assert "辨认章节、表述和附表" in pending
    PlanVersion.objects.filter(id=waiting.id).update(state="queued")
    readings.read_version(waiting.id)
    done = signed_in.get(entry).content.decode()
    assert "hx-get" not in done
    assert "看原文" in done


def test_a_file_that_waits_long_says_who_should_look_after_it(waiting, signed_in):
    assert "taizhang worker" not in signed_in.get("/plans/").content.decode()
    PlanVersion.objects.filter(id=waiting.id).update(received_at=timezone.now() - timedelta(minutes=1))
    assert "taizhang worker" in signed_in.get("/plans/").content.decode()


def test_a_worker_thought_gone_that_comes_back_stores_nothing(waiting, monkeypatch):
    """While it read, its file was given to another, who finished first."""
    real = readings.read_file

    def read_slowly(path, on_understanding):
        reading = real(path, on_understanding=on_understanding)
        monkeypatch.setattr(readings, "read_file", real)
        readings.interrupted_versions()
        readings.read_version(waiting.id)
        return reading

    monkeypatch.setattr(readings, "read_file", read_slowly)
    readings.read_version(waiting.id)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == (ReadingState.READ, 2)
    assert StatementRecord.objects.filter(version=waiting).count() == 7


def test_a_plan_not_yet_read_shows_where_it_stands(waiting, signed_in):
    answer = signed_in.get(f"/plans/{waiting.plan_id}/text/", follow=True)
    assert answer.redirect_chain[-1][0] == f"/plans/#plan-{waiting.plan_id}"


def test_the_list_counts_what_was_understood(small_plan, signed_in):
    summary = signed_in.get("/plans/").context["plans"][0]
    assert (summary.understood.targets, summary.understood.actuals) == (3, 4)
    assert summary.understood.indicators == 2
    assert Plan.objects.count() == 1
