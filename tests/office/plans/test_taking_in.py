"""Handing a file in: kept byte for byte, read in the background, known again."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.plans.models import Plan, PlanVersion, ReadingState
from taizhang.office.plans.services import take_in


def test_the_file_is_kept_byte_for_byte_with_who_and_when(small_plan, small_file, clerk):
    version = small_plan.versions.get()
    small_file.seek(0)
    content = small_file.read()
    with version.file.open("rb") as kept:
        assert kept.read() == content
    assert version.sha256 == hashlib.sha256(content).hexdigest()
    assert (version.name, version.received_by, version.size) == ("青山县计划.txt", clerk, len(content))


def test_what_the_document_says_of_itself_becomes_the_plan(small_plan):
    assert (small_plan.title, small_plan.region, small_plan.year) == (
        "青山县2024年国民经济和社会发展计划",
        "青山县",
        "2024",
    )
    assert small_plan.versions.get().review_year == "2023"


def test_the_same_file_again_leads_to_the_plan_it_became(small_plan, small_file, clerk):
    small_file.seek(0)
    small_file.name = "改了名字.txt"
    receipt = take_in(file=small_file, by=clerk)
    assert not receipt.is_new
    assert receipt.plan_id == small_plan.id
    assert PlanVersion.objects.count() == 1


def test_uploading_the_same_file_again_says_so(small_plan, small_file, signed_in):
    small_file.seek(0)
    answer = signed_in.post("/plans/upload/", {"plan_files": small_file}, follow=True)
    assert answer.redirect_chain[-1][0] == f"/plans/{small_plan.id}/text/"
    assert "以前已经收到过" in answer.content.decode()


def test_several_files_may_be_handed_in_at_once(signed_in, django_capture_on_commit_callbacks):
    files = [SimpleUploadedFile(f"{n}.txt", f"第{n}份计划，完成{n}亿元。".encode()) for n in (1, 2, 3)]
    with django_capture_on_commit_callbacks(execute=True):
        answer = signed_in.post("/plans/upload/", {"plan_files": files})
    assert answer.headers["Location"] == "/plans/"
    assert PlanVersion.objects.filter(state=ReadingState.READ).count() == 3


def test_nothing_chosen_is_told(signed_in):
    answer = signed_in.post("/plans/upload/")
    assert answer.status_code == 422
    assert "请先选择要上传的文件" in answer.content.decode()


def test_an_empty_file_is_told(signed_in):
    answer = signed_in.post("/plans/upload/", {"plan_files": SimpleUploadedFile("空.txt", b"")})
    assert answer.status_code == 422
    assert "是空的" in answer.content.decode()


def test_a_file_beyond_the_limit_is_refused_by_name(signed_in, settings):
    settings.UPLOAD_LIMIT_MB = 1
    large = SimpleUploadedFile("很大.txt", b"0" * (1024 * 1024 + 1))
    answer = signed_in.post("/plans/upload/", {"plan_files": large})
    assert answer.status_code == 422
    assert "“很大.txt”超过 1 MB" in answer.content.decode()
    assert not Plan.objects.exists()


def test_a_path_in_the_file_name_goes_nowhere(clerk, db):
    receipt = take_in(file=SimpleUploadedFile("../../etc/计划.txt", "完成1亿元。".encode()), by=clerk)
    version = PlanVersion.objects.get(plan=receipt.plan_id)
    assert version.name == "计划.txt"
    assert version.file.name == f"{version.sha256[:2]}/{version.sha256}/计划.txt"


def test_a_very_long_name_is_shortened_on_disk_but_not_on_the_page(clerk, db):
    name = "长" * 150 + ".txt"
    receipt = take_in(file=SimpleUploadedFile(name, "完成1亿元。".encode()), by=clerk)
    version = PlanVersion.objects.get(plan=receipt.plan_id)
    assert version.name == name
    assert len(version.file.name.rpartition("/")[2].encode()) <= 240
    assert version.file.name.endswith("长.txt")


def test_a_row_that_is_refused_leaves_no_file_behind(small_file, clerk, own_folder, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr(PlanVersion, "save", refuse)
    with pytest.raises(RuntimeError):
        take_in(file=small_file, by=clerk)
    assert not [path for path in (own_folder / "files").rglob("*") if path.is_file()]
    assert not Plan.objects.exists()


def test_the_file_can_be_had_back_under_its_own_name(small_plan, signed_in, small_file):
    answer = signed_in.get(f"/plans/{small_plan.id}/file/")
    small_file.seek(0)
    assert b"".join(answer.streaming_content) == small_file.read()
    assert "attachment" in answer.headers["Content-Disposition"]
