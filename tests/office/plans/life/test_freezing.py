"""A version whose approval was entered stands still: no code changes its rows, and what was changed past all code is seen."""

import hashlib

import pytest
from django.db import connection

from taizhang.office.audit.sm3 import sm3_by_hand
from taizhang.office.plans.frozen import FrozenError
from taizhang.office.plans.life import digests, resolutions
from taizhang.office.plans.life.errors import TextChangedError
from taizhang.office.plans.models import PlanVersion, Resolution, StatementRecord, TableCellRecord, TableRowRecord
from taizhang.office.plans.services import PlanInUseError, remove

ROWS = (StatementRecord, TableRowRecord, TableCellRecord, PlanVersion)


@pytest.fixture(params=["entered", "confirmed"])
def frozen(request, walk):
    walk.to_congress()
    return walk.enter() if request.param == "entered" else walk.approve()


@pytest.mark.parametrize("model", ROWS)
def test_no_row_of_a_frozen_version_is_written(frozen, model):
    row = model.objects.first()
    for attempt in (
        row.save,
        row.delete,
        lambda: model.objects.filter(pk=row.pk).update(pk=row.pk),
        lambda: model.objects.all().update(pk=row.pk),
        lambda: model.objects.filter(pk=row.pk).delete(),
        lambda: model.objects.bulk_update([row], [model._meta.concrete_fields[-1].name]),
    ):
        with pytest.raises(FrozenError):
            attempt()


def test_no_row_joins_a_frozen_version(frozen):
    for model in (StatementRecord, TableRowRecord, TableCellRecord):
        row = model.objects.first()
        row.pk, row._state.adding, row.position = None, True, 9999
        with pytest.raises(FrozenError):
            row.save()
        with pytest.raises(FrozenError):
            model.objects.bulk_create([row])


def test_a_plan_that_walked_is_not_removed(frozen, clerk):
    with pytest.raises(PlanInUseError):
        remove(plan_id=frozen.plan_id, by=clerk)


def test_a_refused_entry_thaws_the_text(walk, colleague):
    entered = walk.to_congress().enter()
    resolutions.refuse(resolution_id=entered.pk, by=colleague, reason="录错")
    assert StatementRecord.objects.filter(version=entered.version_id).update(doubts=[]) > 0


def test_the_digests_are_those_anybody_computes(frozen):
    text = PlanVersion.objects.get(id=frozen.version_id).text.encode()
    assert frozen.text_sha256 == hashlib.sha256(text).hexdigest()
    assert frozen.text_sm3 == sm3_by_hand(text)
    assert all(each.agrees for each in digests.verify(frozen))


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE plans_planversion SET text = text || '改'", {"text_sha256", "text_sm3"}),
        ("UPDATE plans_statementrecord SET value = '99' WHERE position = 0", {"reading"}),
        ("UPDATE plans_tablecellrecord SET text = '7左右' WHERE position = 1", {"reading"}),
        ("UPDATE plans_planversion SET sha256 = '0'", {"file"}),
    ],
)
def test_what_was_changed_past_all_code_is_told(walk, client, clerk, statement, what):
    held = walk.to_congress().approve()
    with connection.cursor() as cursor:
        cursor.execute(statement)
    assert {each.what for each in digests.verify(held) if not each.agrees} == what
    client.force_login(clerk)
    assert "冻结文本已被改动" in client.get(f"/plans/resolutions/{held.pk}/").content.decode()


def test_a_text_changed_after_its_entry_is_not_confirmed(walk, colleague):
    entered = walk.to_congress().enter()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE plans_planversion SET text = text || '改'")
    with pytest.raises(TextChangedError):
        resolutions.confirm(resolution_id=entered.pk, by=colleague)


def test_a_file_that_is_gone_is_told(frozen):
    version = PlanVersion.objects.get(id=frozen.version_id)
    version.file.storage.delete(version.file.name)
    assert {each.what for each in digests.verify(frozen) if not each.agrees} == {"file"}


def test_the_frozen_text_is_downloaded_as_it_was_digested(frozen, client, clerk):
    client.force_login(clerk)
    answer = client.get(f"/plans/resolutions/{frozen.pk}/text/")
    assert hashlib.sha256(answer.content).hexdigest() == Resolution.objects.get().text_sha256
