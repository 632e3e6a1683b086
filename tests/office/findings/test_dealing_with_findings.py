"""Dealing with findings: every deed a row that stays, errors by two people, the guard before issuing."""

import pytest
from django.db import IntegrityError, transaction

from taizhang.office.audit.models import AuditEntry
from taizhang.office.findings import services
from taizhang.office.findings.models import Action, Check, Disposition, DispositionIsKeptError
from taizhang.office.findings.selectors.examined import NotCheckedError, blocking_findings
from taizhang.office.findings.standing import State
from taizhang.office.plans import services as plans
from taizhang.office.plans.models import PlanVersion


@pytest.fixture
def version_id(small_plan):
    return small_plan.versions.get().id


def test_an_error_blocks_until_a_second_person_confirms(error, version_id, clerk, reviewer, standing):
    assert [each.code for each in blocking_findings(version_id)] == ["C05"]
    services.dispose(finding_id=error.id, action=Action.ACCEPTED, reason="附表为年报数", by=clerk)
    assert standing("C05").state == State.REVIEW
    assert blocking_findings(version_id)
    services.confirm(finding_id=error.id, by=reviewer)
    assert standing("C05").state == State.SETTLED
    assert blocking_findings(version_id) == ()


def test_nobody_confirms_their_own_decision(error, clerk):
    services.dispose(finding_id=error.id, action=Action.FIXED, reason="正文已改", by=clerk)
    with pytest.raises(services.SecondPersonError):
        services.confirm(finding_id=error.id, by=clerk)


@pytest.mark.parametrize("action", [Action.FIXED, Action.ACCEPTED, Action.NOT_APPLICABLE])
def test_an_error_is_not_dealt_with_without_a_reason(error, clerk, action):
    with pytest.raises(services.ReasonMissingError):
        services.dispose(finding_id=error.id, action=action, reason="  ", by=clerk)


def test_a_warning_that_was_fixed_needs_no_reason_but_letting_it_stand_does(warning, clerk, standing):
    with pytest.raises(services.ReasonMissingError):
        services.dispose(finding_id=warning.id, action=Action.ACCEPTED, reason="", by=clerk)
    services.dispose(finding_id=warning.id, action=Action.FIXED, reason="", by=clerk)
    assert standing("C52").state == State.SETTLED


def test_the_database_too_refuses_to_let_something_stand_without_a_reason(warning, clerk):
    row = Disposition(version=warning.run.version, key=warning.key, number=1, action=Action.ACCEPTED, by=clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_nothing_is_overwritten(error, clerk, reviewer):
    services.dispose(finding_id=error.id, action=Action.ACCEPTED, reason="先这样", by=clerk)
    services.take_back(finding_id=error.id, reason="理由不充分", by=reviewer)
    services.dispose(finding_id=error.id, action=Action.FIXED, reason="正文改为7.5%", by=clerk)
    rows = Disposition.objects.order_by("number")
    assert [(row.action, row.by.name, row.reason) for row in rows] == [
        ("accepted", "办事员甲", "先这样"),
        ("taken_back", "复核人乙", "理由不充分"),
        ("fixed", "办事员甲", "正文改为7.5%"),
    ]
    rows[0].reason = "改口"
    with pytest.raises(DispositionIsKeptError):
        rows[0].save()


def test_what_was_decided_is_not_decided_again_before_it_is_taken_back(error, clerk, reviewer):
    services.dispose(finding_id=error.id, action=Action.ACCEPTED, reason="一", by=clerk)
    with pytest.raises(services.NotOpenError):
        services.dispose(finding_id=error.id, action=Action.FIXED, reason="二", by=reviewer)


def test_what_someone_else_did_is_taken_back_only_for_a_reason(error, clerk, reviewer, standing):
    services.dispose(finding_id=error.id, action=Action.ACCEPTED, reason="一", by=clerk)
    with pytest.raises(services.ReasonMissingError):
        services.take_back(finding_id=error.id, reason="", by=reviewer)
    services.take_back(finding_id=error.id, reason="", by=clerk)
    assert standing("C05").state == State.OPEN


def test_there_is_nothing_to_confirm_or_take_back_while_it_is_open(error, clerk):
    with pytest.raises(services.NothingStandsError):
        services.confirm(finding_id=error.id, by=clerk)
    with pytest.raises(services.NothingStandsError):
        services.take_back(finding_id=error.id, reason="", by=clerk)


def test_two_people_at_the_same_moment_are_not_both_heard(error, clerk, reviewer, monkeypatch):
    real = services._current

    def meanwhile(finding_id):
        found = real(finding_id)
        monkeypatch.setattr(services, "_current", real)
        services.dispose(finding_id=finding_id, action=Action.FIXED, reason="抢先", by=reviewer)
        monkeypatch.setattr(Disposition.objects, "filter", lambda **_: Disposition.objects.none())
        return found

    monkeypatch.setattr(services, "_current", meanwhile)
    with pytest.raises(services.SimultaneousError):
        services.dispose(finding_id=error.id, action=Action.ACCEPTED, reason="晚了", by=clerk)


def test_what_was_done_outlives_another_run(error, clerk, standing, django_capture_on_commit_callbacks):
    services.dispose(finding_id=error.id, action=Action.ACCEPTED, reason="年报数", by=clerk)
    with django_capture_on_commit_callbacks(execute=True):
        services.request_check(version_id=error.run.version_id, by=clerk)
    assert standing("C05").state == State.REVIEW
    with pytest.raises(services.OutdatedError):
        services.take_back(finding_id=error.id, reason="", by=clerk)


def test_a_version_that_was_not_checked_to_the_end_may_not_be_issued(version_id, clerk):
    services.request_check(version_id=version_id, by=clerk)
    with pytest.raises(NotCheckedError):
        blocking_findings(version_id)
    Check.objects.all().delete()
    with pytest.raises(NotCheckedError):
        blocking_findings(version_id)


def test_a_plan_whose_findings_were_dealt_with_is_not_removed(small_plan, warning, clerk):
    services.dispose(finding_id=warning.id, action=Action.FIXED, reason="", by=clerk)
    with pytest.raises(plans.PlanInUseError):
        plans.remove(plan_id=small_plan.id, by=clerk)
    assert PlanVersion.objects.exists()


def test_a_plan_that_was_only_checked_is_removed_with_its_findings(small_plan, clerk):
    plans.remove(plan_id=small_plan.id, by=clerk)
    assert not Check.objects.exists()


def test_every_deed_stands_in_the_audit_log(error, clerk, reviewer):
    services.dispose(finding_id=error.id, action=Action.ACCEPTED, reason="附表为年报数", by=clerk)
    services.confirm(finding_id=error.id, by=reviewer)
    services.take_back(finding_id=error.id, reason="又有新数", by=clerk)
    told = AuditEntry.objects.filter(action__startswith="findings.").order_by("sequence")
    assert [(each.action, each.who, each.matter, each.title) for each in told] == [
        ("findings.accepted", clerk.pk, str(error.id), "C05"),
        ("findings.confirmed", reviewer.pk, str(error.id), "C05"),
        ("findings.taken_back", clerk.pk, str(error.id), "C05"),
    ]
