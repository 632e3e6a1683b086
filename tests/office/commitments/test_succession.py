"""A new version comes: commitments move over with their history, changed ones after a look, gone ones for a reason."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests.office.commitments.conftest import PLAN

from taizhang.office.accounts.models import User
from taizhang.office.commitments import deeds, regrouping, services, succession
from taizhang.office.commitments.models import Action, Commitment, Status
from taizhang.office.commitments.selectors import parts
from taizhang.office.commitments.selectors.decisions import decisions_of
from taizhang.office.commitments.selectors.readings import chapters_of, current_version_id
from taizhang.office.commitments.selectors.story import get_story
from taizhang.office.commitments.selectors.succession import compared, count_waiting, succession_of
from taizhang.office.plans.models import PlanVersion, Resolution
from taizhang.office.plans.services import take_in

ANNUAL = "其他各项工作统筹推进，开创新局面"
NEW = (
    PLAN
    .replace("新增规上服务业企业8家以上", "新增规上服务业企业10家以上")
    .replace("办好技能大赛", "办好数字技能大赛")
    .replace("地区生产总值增长6%左右", "地区生产总值增长5.5%左右")
    .replace("6左右", "5.5左右")
    .replace("其他各项工作统筹推进，开创新局面。\n", "")
)


@pytest.fixture
def ledger(version_id, suggestions, chapters, clerk):
    """Everything of the first version, one of it set aside."""
    every = [each.key for chapter in chapters for each in chapter.suggestions]
    aside = suggestions["落实各项补贴政策"].key
    services.set_aside(version_id=version_id, keys=[aside], reason="上级组织", by=clerk)
    services.adopt_many(version_id=version_id, keys=every, by=clerk)
    return {each.title: each for each in Commitment.objects.all()}


@pytest.fixture
def take_in_new(plan, clerk, django_capture_on_commit_callbacks):
    def run(text=NEW):
        file = SimpleUploadedFile("云岭县计划二稿.txt", text.encode())
        with django_capture_on_commit_callbacks(execute=True):
            take_in(file=file, by=clerk, plan_id=plan.id)
        return current_version_id(plan.id)

    return run


@pytest.fixture
def newer(ledger, take_in_new):
    return take_in_new()


def approve(plan, version_id, clerk):
    other = User.objects.create_user(f"second{version_id}", "办事员乙", "a long pass phrase")
    Resolution.objects.filter(plan=plan).update(is_in_force=False)
    return Resolution.objects.create(
        plan=plan,
        version_id=version_id,
        organ="县人大",
        number=f"决议{version_id}号",
        decided_on=date(2024, 2, 1),
        text_sha256="0" * 64,
        text_sm3="0" * 64,
        reading_sha256="0" * 64,
        state="confirmed",
        entered_by=clerk,
        entered_at=timezone.now(),
        confirmed_by=other,
        confirmed_at=timezone.now(),
        is_in_force=True,
    )


def of(found, title):
    return next(each for each in found if each.commitment.title == title)


def test_each_commitment_is_unchanged_changed_or_gone(plan, newer, ledger):
    found = succession_of(plan.id)
    assert found.total == Commitment.objects.count() == count_waiting(plan.id, newer)
    assert {"新增规上服务业企业8家以上", "办好技能大赛", "地区生产总值增长6%左右"} <= {
        each.commitment.title for each in found.changed
    }
    assert [each.commitment.title for each in found.gone] == [ANNUAL]


def test_what_changed_is_shown_old_and_new(plan, newer):
    changed = of(succession_of(plan.id).changed, "新增规上服务业企业8家以上")
    assert ("8", "10") in {(each.old, each.new) for each in changed.changes}
    assert "".join(run.words for run in changed.runs if run.state == "old") == "8"
    assert "".join(run.words for run in changed.runs if run.state == "new") == "10"


def test_one_press_carries_everything_unchanged(plan, newer, ledger, clerk):
    expected = len(succession_of(plan.id).unchanged)
    assert len(succession.carry_unchanged(plan_id=plan.id, by=clerk).commitments) == expected
    assert succession_of(plan.id).unchanged == ()
    one = Commitment.objects.get(id=ledger["健全梯次培育机制"].id)
    assert one.version_id == newer
    assert PlanVersion.objects.get(id=newer).text[one.clause_start : one.clause_end] == "健全梯次培育机制，"
    assert [each.action for each in one.amendments.all()] == [Action.ADOPTED, Action.CARRIED]
    held = {each.version_id for each in one.sources.filter(is_held=True)}
    assert len(held) == 2, "the place in the earlier version stays its own"


def test_decisions_to_set_aside_are_carried_too(plan, newer, ledger, clerk):
    succession.carry_unchanged(plan_id=plan.id, by=clerk)
    aside = Commitment.objects.get(id=ledger["落实各项补贴政策"].id)
    assert (aside.status, aside.version_id, aside.reason) == (Status.SET_ASIDE, newer, "上级组织")


def test_after_carrying_and_confirming_nothing_of_the_new_version_is_open_but_what_is_new(plan, newer, clerk):
    succession.carry_unchanged(plan_id=plan.id, by=clerk)
    changed = [each.commitment.id for each in succession_of(plan.id).changed]
    succession.carry_changed(plan_id=plan.id, ids=changed, by=clerk, reason="二稿")
    decided = decisions_of(newer)
    assert [each.title for chapter in chapters_of(newer) for each in chapter.suggestions if not decided.of(each)] == []


def test_a_confirmed_change_takes_the_new_target_and_keeps_the_old(plan, newer, ledger, clerk):
    one = ledger["新增规上服务业企业8家以上"]
    succession.carry_changed(plan_id=plan.id, ids=[one.id], by=clerk, reason="二稿")
    one.refresh_from_db()
    assert (one.value, one.title) == (Decimal(10), "新增规上服务业企业10家以上")
    last = one.amendments.last()
    assert (last.action, last.changes["value"], last.reason) == (Action.CARRIED, ["8", "10"], "二稿")
    assert ("目标值", "8", "10") in {(each.label, each.old, each.new) for each in get_story(one.id).events[-1].changes}


def test_what_a_person_chose_otherwise_outlives_a_new_wording(plan, ledger, take_in_new, clerk):
    one = ledger["新增规上服务业企业8家以上"]
    services.amend(
        commitment_id=one.id, revision=one.revision, changes={"evidence": "certification"}, by=clerk, reason="要认定"
    )
    take_in_new()
    succession.carry_changed(plan_id=plan.id, ids=[one.id], by=clerk, reason="二稿")
    one.refresh_from_db()
    assert (one.evidence, one.value) == ("certification", Decimal(10))


def test_carrying_is_undone_as_it_was_done(plan, newer, clerk):
    before = {
        each.id: (each.version_id, each.title, each.clause_start, each.section) for each in Commitment.objects.all()
    }
    done = succession.carry_unchanged(plan_id=plan.id, by=clerk)
    services.undo(batch=done.batch, by=clerk)
    after = {
        each.id: (each.version_id, each.title, each.clause_start, each.section) for each in Commitment.objects.all()
    }
    assert after == before
    succession.carry_unchanged(plan_id=plan.id, by=clerk)


def test_pressing_twice_carries_once(plan, newer, clerk):
    succession.carry_unchanged(plan_id=plan.id, by=clerk)
    with pytest.raises(succession.NothingToCarryError):
        succession.carry_unchanged(plan_id=plan.id, by=clerk)


def test_parts_told_apart_stay_apart(plan, ledger, take_in_new, clerk):
    one = ledger[ANNUAL]
    into = parts.find_lines(one, ["其他各项工作统筹推进", "开创新局面"])
    regrouping.split(commitment_id=one.id, revision=one.revision, into=into, by=clerk)
    newer = take_in_new(PLAN + "\n")
    succession.carry_unchanged(plan_id=plan.id, by=clerk)
    carried = Commitment.objects.filter(version=newer, title__in=["其他各项工作统筹推进", "开创新局面"])
    assert carried.count() == 2
    decided = decisions_of(newer)
    assert all(decided.of(each) for chapter in chapters_of(newer) for each in chapter.suggestions)


def test_what_is_gone_is_kept_for_a_reason(plan, newer, clerk):
    (gone,) = succession_of(plan.id).gone
    with pytest.raises(deeds.ReasonMissingError):
        succession.keep(plan_id=plan.id, ids=[gone.commitment.id], by=clerk, reason=" ")
    done = succession.keep(plan_id=plan.id, ids=[gone.commitment.id], by=clerk, reason="仍要做")
    assert succession_of(plan.id).gone == ()
    assert Commitment.objects.get(id=gone.commitment.id).status == Status.ADOPTED
    services.undo(batch=done.batch, by=clerk)
    assert len(succession_of(plan.id).gone) == 1


def test_what_is_gone_is_withdrawn_for_a_reason(plan, newer, clerk):
    (gone,) = succession_of(plan.id).gone
    succession.withdraw_gone(plan_id=plan.id, ids=[gone.commitment.id], by=clerk, reason="新稿删去")
    assert Commitment.objects.get(id=gone.commitment.id).status == Status.WITHDRAWN


def test_an_approved_plan_waits_for_its_adjustment_to_be_approved(plan, version_id, ledger, take_in_new, clerk):
    approve(plan, version_id, clerk)
    newer = take_in_new()
    assert succession_of(plan.id).is_held_back
    with pytest.raises(succession.AwaitingApprovalError):
        succession.carry_unchanged(plan_id=plan.id, by=clerk)
    approve(plan, newer, clerk)
    succession.carry_unchanged(plan_id=plan.id, by=clerk)


def test_an_approved_target_is_not_amended(plan, version_id, ledger, clerk):
    one = ledger["地区生产总值增长6%左右"]
    approve(plan, version_id, clerk)
    for changes in ({"value": Decimal(5)}, {"bound": "exact"}, {"period": "2025"}, {"target_kind": "floor"}):
        with pytest.raises(deeds.ApprovedTargetError) as told:
            services.amend(commitment_id=one.id, revision=one.revision, changes=changes, by=clerk, reason="随手改")
        assert "调整" in str(told.value)


def test_of_an_approved_plan_wording_and_evidence_may_be_amended(plan, version_id, ledger, clerk):
    one = ledger["地区生产总值增长6%左右"]
    approve(plan, version_id, clerk)
    changes = {"title": "经济增长", "evidence": "department_data", "profile": "seasonal", "value": one.value}
    services.amend(commitment_id=one.id, revision=one.revision, changes=changes, by=clerk, reason="统一名称")
    one.refresh_from_db()
    assert (one.title, one.profile) == ("经济增长", "seasonal")


def test_two_sentences_are_shown_as_one():
    runs = compared("增长5.5%左右，确保完成。", "增长6%左右，力争完成。")
    assert "".join(each.words for each in runs if each.state != "new") == "增长5.5%左右，确保完成。"
    assert "".join(each.words for each in runs if each.state != "old") == "增长6%左右，力争完成。"
