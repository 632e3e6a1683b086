"""What is recorded: every sign-in, change of state and export of the floors beside it, each as one entry in plain words."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.office.accounts.models import Session
from taizhang.office.accounts.services import ensure_demonstration_user
from taizhang.office.audit.models import AuditEntry, ChainHead
from taizhang.office.audit.selectors import LogFilter, get_log
from taizhang.office.audit.verification import verify
from taizhang.office.commitments.forms import AmendForm
from taizhang.office.commitments.models import Commitment
from taizhang.office.commitments.selectors.readings import chapters_of, current_version_id
from taizhang.office.commitments.services import amend
from taizhang.office.plans.models import Plan
from taizhang.office.plans.services import remove_unread_version

GOOD = {"username": "clerk", "password": "a long pass phrase"}


@pytest.fixture
def told():
    """The sentences since, oldest first; the chain they stand in must hold."""
    start = ChainHead.objects.first()

    def sentences():
        assert verify().broken is None
        rows = get_log(LogFilter(after=start.sequence if start else 0)).rows
        return [row.sentence for row in reversed(rows)]

    return sentences


@pytest.fixture
def key(small_plan):
    version_id = current_version_id(small_plan.id)
    found = [each for chapter in chapters_of(version_id) for each in chapter.suggestions]
    return next(each.key for each in found if each.title == "城镇新增就业3000人以上")


def test_signing_in_and_out(client, clerk):
    client.post("/sign-in/", GOOD)
    client.post("/sign-out/")
    entries = list(AuditEntry.objects.order_by("sequence"))
    assert [(each.action, each.who, each.address) for each in entries] == [
        ("accounts.signed_in", clerk.pk, "127.0.0.1"),
        ("accounts.signed_out", clerk.pk, "127.0.0.1"),
    ]


def test_failing_to_sign_in(client, clerk):
    client.post("/sign-in/", GOOD | {"password": "wrong"})
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.who, entry.title, entry.result) == ("accounts.sign_in_failed", None, "clerk", "refused")
    assert "wrong" not in entry.details


def test_a_name_nobody_has_is_not_kept_whole_for_it_may_be_a_password(client, clerk):
    client.post("/sign-in/", {"username": "a long pass phrase", "password": "a long pass phrase"})
    assert AuditEntry.objects.get().title == "a …"


def test_a_form_that_names_nobody_is_no_attempt(client, db):
    client.post("/sign-in/", {"username": "", "password": ""})
    client.post("/sign-in/", {"username": "a\x00b", "password": "x"})
    assert not AuditEntry.objects.exists()


def test_entering_a_demonstration(client, db, settings):
    settings.DEMO = True
    ensure_demonstration_user(username="demo", name="演示办事员", role="planner")
    client.post("/sign-in/demonstration/")
    entry = AuditEntry.objects.get(action="accounts.signed_in")
    assert (entry.name, entry.details) == ("演示办事员", '{"way":"demonstration"}')


def test_nobody_gets_in_when_it_cannot_be_recorded(client, clerk, settings):
    settings.AUDIT_DIGEST = "unknown"
    client.raise_request_exception = False
    assert client.post("/sign-in/", GOOD).status_code == 500
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("proxies", "headers", "address"),
    [
        ([], {"X-Forwarded-For": "6.6.6.6"}, "127.0.0.1"),
        (["127.0.0.1"], {"X-Forwarded-For": "6.6.6.6, 10.0.0.9"}, "10.0.0.9"),
        (["127.0.0.1", "10.0.0.1"], {"X-Forwarded-For": "10.0.0.9, 10.0.0.1"}, "10.0.0.9"),
        (["127.0.0.1"], {}, "127.0.0.1"),
        (["127.0.0.1"], {"X-Forwarded-For": "x" * 400}, "x" * 44 + "…"),
    ],
)
def test_only_a_trusted_proxy_is_believed_where_someone_comes_from(client, clerk, settings, proxies, headers, address):
    settings.TRUSTED_PROXIES = proxies
    client.post("/sign-in/", GOOD, headers=headers)
    assert AuditEntry.objects.get().address == address


def test_receiving_reading_downloading_and_removing_a_plan(
    signed_in, small_file, told, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post("/plans/upload/", {"plan_files": small_file})
    plan = Plan.objects.get()
    signed_in.get(f"/plans/{plan.id}/file/")
    signed_in.post(f"/plans/{plan.id}/remove/")
    assert told() == [
        "办事员甲 上传 青山县计划",
        f"系统 读完 {plan.title}",
        f"办事员甲 下载 {plan.title} 的原文件",
        f"办事员甲 移除 {plan.title}",
    ]


def test_the_very_same_file_again_is_no_change(signed_in, small_plan, small_file, told):
    small_file.seek(0)
    signed_in.post("/plans/upload/", {"plan_files": small_file})
    assert told() == []


def test_a_file_that_cannot_be_read(signed_in, told, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post("/plans/upload/", {"plan_files": SimpleUploadedFile("坏的.docx", b"PK\x03\x04 no")})
    assert told() == ["办事员甲 上传 坏的", "系统 未能读取 坏的"]


def test_a_new_version_that_was_unreadable_is_taken_back(
    signed_in, small_plan, clerk, told, django_capture_on_commit_callbacks
):
    file = SimpleUploadedFile("坏的.docx", b"PK\x03\x04 no")
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(f"/plans/{small_plan.id}/findings/new-version/", {"plan_files": file})
    remove_unread_version(version_id=small_plan.versions.get(number=2).id, by=clerk)
    assert told() == [
        f"办事员甲 上传 {small_plan.title}",
        f"系统 未能读取 {small_plan.title}",
        f"办事员甲 撤回 {small_plan.title} 未能读取的新稿",
    ]


def test_the_life_of_a_commitment(signed_in, small_plan, key, told):
    home = f"/plans/{small_plan.id}/ledger"
    signed_in.post(f"{home}/suggestions/adopt/", {"only": key})
    commitment = Commitment.objects.get()
    here = f"/ledger/{commitment.id}"
    signed_in.post(f"{here}/amend/", form_of(commitment) | {"value": "3200", "reason": "常务会议"})
    signed_in.post(f"{here}/withdraw/", {"other": "重复登记"})
    signed_in.post(f"{here}/restore/")
    signed_in.post(f"/ledger/undo/{commitment.amendments.last().batch}/")
    signed_in.post(f"{home}/suggestions/set-aside/", {"key": key, "confirmed": "1", "other": "不属于本年"})
    signed_in.get(f"{home}/export/")
    name = "城镇新增就业3000人以上"
    assert told() == [
        f"办事员甲 把 {name} 纳入台账",
        f"办事员甲 修改 {name}",
        f"办事员甲 撤回 {name}",
        f"办事员甲 恢复 {name}",
        f"办事员甲 撤销对 {name} 的上一步操作",
        f"办事员甲 搁置 {name}",
        f"办事员甲 导出 {small_plan.title} 的台账",
    ]


def test_an_amendment_is_recorded_by_its_fields_not_its_figures(signed_in, small_plan, key):
    signed_in.post(f"/plans/{small_plan.id}/ledger/suggestions/adopt/", {"only": key})
    commitment = Commitment.objects.get()
    signed_in.post(f"/ledger/{commitment.id}/amend/", form_of(commitment) | {"value": "3200", "reason": "常务会议"})
    entry = AuditEntry.objects.filter(action="commitments.amended").get()
    assert '"fields":["value"]' in entry.details
    assert "3200" not in entry.details


def form_of(commitment):
    names = [name for name in AmendForm.base_fields if name != "reason"]
    return {name: value for name in names if (value := getattr(commitment, name)) is not None}


def test_saving_without_a_change_is_no_act(signed_in, small_plan, clerk, key, told):
    signed_in.post(f"/plans/{small_plan.id}/ledger/suggestions/adopt/", {"only": key})
    commitment = Commitment.objects.get()
    amend(commitment_id=commitment.id, revision=commitment.revision, changes={"title": commitment.title}, by=clerk)
    assert len(told()) == 1


def test_an_act_that_fails_leaves_nothing(signed_in, small_plan, told):
    signed_in.post(f"/plans/{small_plan.id}/ledger/suggestions/adopt/", {"only": "s424242"})
    assert told() == []
