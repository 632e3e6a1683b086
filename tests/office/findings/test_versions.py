"""A corrected file as the next version: what it settled, what it brought in, what is still there."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.findings import services
from taizhang.office.findings.models import Action, FindingRecord
from taizhang.office.findings.selectors.changes import compare, pair
from taizhang.office.findings.selectors.examined import examine, version_before, version_of
from taizhang.office.findings.standing import State
from taizhang.office.plans.models import PlanVersion
from taizhang.office.plans.selectors import get_plan


@pytest.fixture
def changes(small_plan):
    def changes():
        new = version_of(small_plan.id)
        return compare(examine(version_before(new)), examine(new))

    return changes


def codes(rows):
    return {row.record.code for row in rows}


def test_a_changed_file_becomes_the_next_version_of_the_same_plan(small_plan, hand_in):
    assert hand_in(("8.6%", "7.5%")).plan_id == small_plan.id
    plan = get_plan(small_plan.id)
    assert (plan.number, plan.name) == (2, "改好.txt")
    assert list(small_plan.versions.order_by("number").values_list("number", flat=True)) == [1, 2]


def test_what_was_corrected_is_gone_and_the_rest_is_still_there(hand_in, changes):
    hand_in(("8.6%", "7.5%"))
    found = changes()
    assert codes(found.fixed) == {"C05"}
    assert found.added == ()
    assert "C52" in codes(found.remaining)


def test_a_new_slip_is_told_as_new(hand_in, changes):
    hand_in(("120.5亿元", "125.0亿元"))
    assert "C06" in codes(changes().added)
    assert "C05" in codes(changes().remaining)


def test_the_same_doubt_is_known_again_after_a_paragraph_was_put_in_before_it(hand_in, changes):
    hand_in(("一、2023年", "现将有关情况说明如下，请一并审议。\n\n一、2023年"))
    found = changes()
    assert "C05" in codes(found.remaining)
    assert "C05" not in codes(found.added) | codes(found.fixed)


def test_a_rule_that_still_asks_about_most_of_the_same_words_asks_the_same():
    def about(*quotes):
        evidence = [{"start": 0, "end": 1, "quote": quote, "source": ""} for quote in quotes]
        return FindingRecord(code="C44", key="".join(quotes), evidence=evidence)

    old, new = about("四梁", "八柱", "双招"), about("四梁", "双招")
    assert pair([old], [new]) == ((old, new),)
    assert pair([old], [about("新词")]) == ()


def test_a_decision_to_let_it_stand_is_carried_to_the_next_version(error, clerk, reviewer, hand_in, standing):
    services.dispose(finding_id=error.id, action=Action.ACCEPTED, reason="年报数", by=clerk)
    services.confirm(finding_id=error.id, by=reviewer)
    hand_in(("3000人", "3100人"))
    assert standing("C05").state == State.SETTLED
    assert standing("C05").is_carried


def test_what_was_called_fixed_and_is_still_there_is_open_again(error, clerk, reviewer, hand_in, standing, signed_in):
    services.dispose(finding_id=error.id, action=Action.FIXED, reason="已改", by=clerk)
    services.confirm(finding_id=error.id, by=reviewer)
    hand_in(("3000人", "3100人"))
    assert standing("C05").has_come_back
    page = signed_in.get(f"/plans/{error.run.version.plan_id}/findings/").content.decode()
    assert "上一稿标为已改正，这一稿还在" in page


def test_a_finding_of_the_version_before_is_only_looked_at(error, clerk, hand_in, signed_in):
    hand_in(("3000人", "3100人"))
    with pytest.raises(services.OutdatedError):
        services.dispose(finding_id=error.id, action=Action.FIXED, reason="已改", by=clerk)
    page = signed_in.get(f"/plans/{error.run.version.plan_id}/findings/?version=1").content.decode()
    assert "这是第 1 稿，只供查看" in page
    assert "dispose" not in page


def test_the_page_of_changes_tells_all_three(small_plan, hand_in, signed_in):
    hand_in(("8.6%", "7.5%"))
    page = signed_in.get(f"/plans/{small_plan.id}/findings/changes/").content.decode()
    assert "第 2 稿与第 1 稿相比" in page
    assert all(words in page for words in ("已消除", "新出现", "仍然存在", "没有新出现的疑点"))
    assert f"/plans/{small_plan.id}/findings/?version=1#f-" in page


def test_with_one_version_there_is_nothing_to_compare(small_plan, signed_in):
    answer = signed_in.get(f"/plans/{small_plan.id}/findings/changes/")
    assert answer.headers["Location"] == f"/plans/{small_plan.id}/findings/"


def test_a_new_version_is_handed_in_on_the_page(small_plan, signed_in, django_capture_on_commit_callbacks):
    file = SimpleUploadedFile("新稿.txt", "青山县2024年计划\n\n一、目标\n\n地区生产总值增长6%。".encode())
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(f"/plans/{small_plan.id}/findings/new-version/", {"plan_files": file})
    assert PlanVersion.objects.get(number=2).plan == small_plan
    answer = signed_in.get(f"/plans/{small_plan.id}/findings/progress/?version=1")
    assert answer.headers["HX-Redirect"] == f"/plans/{small_plan.id}/findings/changes/"


def test_the_very_same_file_again_is_no_new_version(small_plan, small_file, signed_in):
    small_file.seek(0)
    answer = signed_in.post(f"/plans/{small_plan.id}/findings/new-version/", {"plan_files": small_file}, follow=True)
    assert "内容没有变化" in answer.content.decode()
    assert small_plan.versions.count() == 1


def test_no_file_chosen_is_told(small_plan, signed_in):
    answer = signed_in.post(f"/plans/{small_plan.id}/findings/new-version/")
    assert answer.status_code == 422
    assert "请先选择要上传的文件" in answer.content.decode()


def test_until_a_new_version_is_read_the_one_before_is_shown(small_plan, signed_in, django_capture_on_commit_callbacks):
    broken = SimpleUploadedFile("坏了.docx", b"PK\x03\x04 no package")
    address = f"/plans/{small_plan.id}/findings/"
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(f"{address}new-version/", {"plan_files": broken})
    assert get_plan(small_plan.id).number == 1
    page = signed_in.get(address).content.decode()
    assert "第 2 稿未能读取" in page
    assert "8.6%" in page
    version = PlanVersion.objects.get(number=2)
    signed_in.post(f"{address}new-version/{version.id}/remove/")
    assert "未能读取" not in signed_in.get(address).content.decode()
    assert not version.file.storage.exists(version.file.name)


def test_a_version_that_was_read_is_not_taken_back(small_plan, signed_in):
    version = small_plan.versions.get()
    answer = signed_in.post(f"/plans/{small_plan.id}/findings/new-version/{version.id}/remove/")
    assert answer.status_code == 409
    assert small_plan.versions.exists()
