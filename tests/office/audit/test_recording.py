"""Recording: a chain without gaps, written with what it records, and refused to whoever would change it."""

from datetime import UTC, datetime
from threading import Thread

import pytest
from django.db import IntegrityError, connection, transaction

from taizhang.office.audit import chain
from taizhang.office.audit.actions import UnknownActionError
from taizhang.office.audit.models import AuditEntry, AuditIsKeptError, ChainHead
from taizhang.office.audit.services import record, record_all
from taizhang.office.audit.verification import Reached, Verdict, verify
from taizhang.office.pages.trail import Act, Matter, leave_word

AT = datetime(2026, 3, 2, 9, 30, 15, 123456, tzinfo=UTC)


def test_an_entry_says_who_did_what_to_what_when_and_where(clerk, client):
    record(Act("commitments.adopted", clerk, Matter("commitment", "7", "新增就业3000人"), {"batch": "b"}, at=AT))
    entry = AuditEntry.objects.get()
    assert (entry.sequence, entry.moment) == (1, "2026-03-02T09:30:15.123456Z")
    assert (entry.who, entry.name, entry.address) == (clerk.pk, "办事员甲", "")
    assert (entry.kind, entry.matter, entry.title) == ("commitment", "7", "新增就业3000人")
    assert (entry.details, entry.result, entry.previous) == ('{"batch":"b"}', "success", "0" * 64)


def test_the_canonical_form_is_the_one_that_is_documented(clerk):
    record(Act("accounts.signed_in", clerk, at=AT))
    written = (
        '{"action":"accounts.signed_in","address":"","algorithm":"sm3","details":"{}","kind":"","matter":"",'
        f'"moment":"2026-03-02T09:30:15.123456Z","name":"办事员甲","previous":"{"0" * 64}","result":"success",'
        f'"sequence":1,"title":"","who":{clerk.pk}}}'
    )
    entry = AuditEntry.objects.get()
    assert chain.canonical(entry.values()) == written.encode()
    assert chain.digest(entry.values()) == entry.digest


def test_each_entry_holds_the_digest_of_the_one_before(add):
    add(3)
    first, second, third = AuditEntry.objects.order_by("sequence")
    assert (second.previous, third.previous) == (first.digest, second.digest)
    assert (first.follows_id, second.follows_id, third.follows_id) == (None, 1, 2)
    assert ChainHead.objects.get().digest == third.digest


def test_the_algorithm_is_a_setting_and_an_entry_names_its_own(add, settings):
    add(1)
    settings.AUDIT_DIGEST = "sha256"
    add(1)
    assert list(AuditEntry.objects.order_by("sequence").values_list("algorithm", flat=True)) == ["sm3", "sha256"]


def test_what_is_undone_leaves_no_entry_and_no_gap(add, clerk):
    add(1)
    with transaction.atomic():
        record(Act("accounts.signed_in", clerk))
        transaction.set_rollback(True)
    add(1)
    assert sorted(AuditEntry.objects.values_list("sequence", flat=True)) == [1, 2]


def test_a_floor_below_leaves_word_through_the_settings(clerk):
    leave_word(Act("accounts.signed_out", clerk))
    assert AuditEntry.objects.get().action == "accounts.signed_out"


def test_many_acts_cost_no_more_queries_than_one(clerk, add, django_assert_num_queries):
    add(1)
    acts = [Act("accounts.signed_in", clerk) for _ in range(40)]
    with django_assert_num_queries(5):  # savepoint, head, entries, head, release
        record_all(acts)


def test_nothing_at_all_is_recorded_for_nothing(db):
    record_all([])
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize(
    "act",
    [
        Act("commitments.bewitched", None),
        Act("accounts.signed_in", None, Matter("dragon")),
        Act("accounts.signed_in", None, details={"spell": 1}),
    ],
)
def test_what_has_no_words_is_not_recorded(db, act):
    with pytest.raises(UnknownActionError):
        record(act)


def test_words_no_database_keeps_are_made_fit(db):
    record(Act("accounts.sign_in_failed", None, Matter("user", "", "a\x00b\ud800" + "c" * 900), refused=True))
    entry = AuditEntry.objects.get()
    assert entry.title.startswith("ab?ccc")
    assert len(entry.title) == 500
    assert entry.digest == chain.digest(entry.values())


def test_no_code_of_ours_can_change_an_entry(add):
    add(2)
    entry = AuditEntry.objects.get(sequence=1)
    entry.title = "别的"
    fresh = AuditEntry(sequence=1, moment=entry.moment, action=entry.action, result="success", digest="0" * 64)
    for attempt in (
        entry.save,
        entry.delete,
        AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(title="别的"),
        lambda: AuditEntry.objects.filter(sequence=1).update(title="别的"),
        lambda: AuditEntry.objects.bulk_update([entry], ["title"]),
        lambda: AuditEntry.objects.update_or_create(sequence=1, defaults={"title": "别的"}),
        lambda: AuditEntry.objects.bulk_create([fresh], update_conflicts=True, update_fields=["title"]),
        lambda: AuditEntry.objects.bulk_create([fresh], ignore_conflicts=True),
    ):
        with pytest.raises(AuditIsKeptError):
            attempt()
    with pytest.raises(IntegrityError), transaction.atomic():
        fresh.save()
    assert AuditEntry.objects.get(sequence=1).title != "别的"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit_auditentry WHERE sequence = 2",
        "UPDATE audit_auditentry SET sequence = 9 WHERE sequence = 3",
        "UPDATE audit_auditentry SET follows_id = 1 WHERE sequence = 3",
        "UPDATE audit_auditentry SET digest = (SELECT digest FROM audit_auditentry WHERE sequence = 1) WHERE sequence = 2",
        "UPDATE audit_auditentry SET algorithm = 'md5' WHERE sequence = 2",
        "INSERT INTO audit_chainhead (id, sequence, digest) VALUES (2, 3, 'x')",
    ],
)
def test_the_database_itself_refuses_a_gap_a_fork_and_a_copy(add, statement):
    add(3)
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db
def test_a_head_that_was_lost_is_found_again_from_the_last_entry(add):
    add(2)
    ChainHead.objects.all().delete()
    add(1)
    assert ChainHead.objects.get().sequence == 3


@pytest.mark.django_db(transaction=True)
def test_many_at_once_make_one_chain():
    def work(writer):
        for number in range(20):
            with transaction.atomic():
                record(Act("plans.received", None, Matter("plan", f"{writer}-{number}")))
                transaction.set_rollback(number % 5 == 4)
        connection.close()

    threads = [Thread(target=work, args=[writer]) for writer in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert AuditEntry.objects.count() == 128
    assert verify() == Verdict(Reached(128, ChainHead.objects.get().digest))
