"""Approval by two persons: entered, confirmed, refused, annulled; an adjustment takes the place of what was in force."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from tests.office.conftest import SMALL_PLAN
from tests.office.plans.conftest import ISSUED, NUMBER

from taizhang.office.plans import selectors
from taizhang.office.plans.life import resolutions
from taizhang.office.plans.life.errors import (
    AlreadyIssuedError,
    DateOrderError,
    ExplanationMissingError,
    NoSuchMoveError,
    NothingToConfirmError,
    NotYetError,
    SamePersonError,
    WhyMissingError,
)
from taizhang.office.plans.models import Passage, Resolution

ADJUSTED = SMALL_PLAN.replace("增长6%左右", "增长5.5%左右").replace("6左右", "5.5左右")


def test_what_one_person_entered_is_not_in_force(walk):
    entered = walk.to_congress().enter()
    assert (entered.state, entered.is_in_force, walk.plan.step) == ("entered", False, "congress")
    assert selectors.version_in_force(walk.plan_id) is None


def test_nobody_confirms_their_own_entry(walk, clerk):
    entered = walk.to_congress().enter()
    with pytest.raises(SamePersonError):
        resolutions.confirm(resolution_id=entered.pk, by=clerk)


def test_pressing_twice_enters_and_confirms_once(walk, colleague):
    walk.to_congress()
    assert walk.enter() == walk.enter()
    held = Resolution.objects.get()
    for _ in range(2):
        resolutions.confirm(resolution_id=held.pk, by=colleague)
    assert Passage.objects.filter(move="approve").count() == 1


def test_a_refused_entry_lets_the_plan_go_on(walk, colleague):
    entered = walk.to_congress().enter()
    with pytest.raises(NotYetError):
        walk.move("send_back", reason="改稿")
    with pytest.raises(WhyMissingError):
        resolutions.refuse(resolution_id=entered.pk, by=colleague, reason=" ")
    resolutions.refuse(resolution_id=entered.pk, by=colleague, reason="决议日期不对")
    with pytest.raises(NothingToConfirmError):
        resolutions.confirm(resolution_id=entered.pk, by=colleague)
    assert walk.approve().is_in_force


def test_a_plan_approved_on_paper_is_registered_by_two_without_acting_its_way(walk, colleague):
    assert not walk.enter().is_in_force
    assert walk.plan.step == "drafting"
    resolutions.confirm(resolution_id=Resolution.objects.get().pk, by=colleague)
    assert walk.plan.step == "approved"
    assert Resolution.objects.get().is_in_force


def test_a_plan_under_comment_is_not_approved(walk):
    walk.move("submit_draft")
    with pytest.raises(NoSuchMoveError):
        walk.enter()


def test_a_resolution_is_not_of_tomorrow(walk):
    walk.to_congress()
    with pytest.raises(DateOrderError):
        walk.enter(decided_on=datetime.date(2024, 3, 21))


def test_errors_left_are_explained_or_the_plan_is_not_approved(walk):
    walk.to_congress()
    with pytest.raises(ExplanationMissingError, match="处错误没有处理完"):
        walk.enter(explanation="")
    assert walk.enter(explanation="大会已按原文通过").explanation == "大会已按原文通过"


def test_the_scan_is_kept_byte_for_byte(walk, client, clerk):
    content = bytes(range(256)) * 40
    walk.to_congress().enter(scan=SimpleUploadedFile("决议.pdf", content))
    held = Resolution.objects.get()
    client.force_login(clerk)
    answer = client.get(f"/plans/resolutions/{held.pk}/scan/")
    assert b"".join(answer.streaming_content) == content
    assert held.scan_name == "决议.pdf"


def test_a_mistaken_approval_is_annulled_by_two_before_issue(walk, clerk, colleague):
    held = walk.to_congress().approve()
    with pytest.raises(WhyMissingError):
        resolutions.ask_annulment(resolution_id=held.pk, by=clerk, reason="")
    with pytest.raises(NothingToConfirmError):
        resolutions.annul(resolution_id=held.pk, by=colleague)
    resolutions.ask_annulment(resolution_id=held.pk, by=clerk, reason="录错了稿次")
    with pytest.raises(NotYetError):
        walk.move("issue", number=NUMBER, date=ISSUED)
    with pytest.raises(SamePersonError):
        resolutions.annul(resolution_id=held.pk, by=clerk)
    resolutions.annul(resolution_id=held.pk, by=colleague)
    assert walk.plan.step == "congress"
    assert selectors.version_in_force(walk.plan_id) is None
    assert walk.approve().is_in_force


def test_an_annulment_that_was_dropped_leaves_the_approval(walk, clerk, colleague):
    held = walk.to_congress().approve()
    resolutions.ask_annulment(resolution_id=held.pk, by=clerk, reason="看错了")
    resolutions.drop_annulment(resolution_id=held.pk, by=clerk)
    with pytest.raises(NothingToConfirmError):
        resolutions.annul(resolution_id=held.pk, by=colleague)
    assert selectors.is_in_force(held.version_id)


def test_what_was_issued_is_not_annulled(walk, clerk):
    walk.to_issued()
    with pytest.raises(AlreadyIssuedError):
        resolutions.ask_annulment(resolution_id=Resolution.objects.get().pk, by=clerk, reason="晚了")


def test_an_adjustment_is_in_force_only_when_it_is_approved(walk, add_version):
    walk.to_broken_down().move("adjust", reason="宏观政策变化")
    first = walk.newest
    with pytest.raises(NotYetError, match="更新的稿次"):
        walk.enter()
    second = add_version(walk.plan_id, ADJUSTED)
    assert selectors.version_in_force(walk.plan_id) == first.id
    entered = walk.enter(organ="青山县人民代表大会常务委员会", number="青人常〔2024〕8号")
    assert selectors.version_in_force(walk.plan_id) == first.id
    resolutions.confirm(resolution_id=entered.pk, by=walk.colleague)
    assert selectors.version_in_force(walk.plan_id) == second.id
    assert list(selectors.versions_in_force()) == [second]
    assert walk.plan.step == "approved"


def test_an_adjustment_annulled_brings_back_what_was_in_force(walk, add_version, clerk, colleague):
    walk.to_broken_down().move("adjust", reason="宏观政策变化")
    first = walk.newest
    add_version(walk.plan_id, ADJUSTED)
    held = walk.approve()
    resolutions.ask_annulment(resolution_id=held.pk, by=clerk, reason="尚未表决")
    resolutions.annul(resolution_id=held.pk, by=colleague)
    assert (walk.plan.step, selectors.version_in_force(walk.plan_id)) == ("adjustment", first.id)


def test_an_adjustment_may_be_given_up(walk):
    walk.to_broken_down().move("adjust", reason="拟调整")
    walk.move("give_up_adjustment", reason="不再调整")
    assert walk.plan.step == "broken_down"


def test_the_database_itself_knows_of_one_version_in_force(walk, add_version):
    held = walk.to_congress().approve()
    second = add_version(walk.plan_id, ADJUSTED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Resolution.objects.create(
            plan=walk.plan,
            version=second,
            organ="无",
            number="无",
            decided_on=held.decided_on,
            entered_by=held.entered_by,
            entered_at=held.entered_at,
            confirmed_by=held.confirmed_by,
            confirmed_at=held.confirmed_at,
            state="confirmed",
            is_in_force=True,
        )
