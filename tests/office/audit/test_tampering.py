"""Tampering: whatever the owner of the database does to the chain, verifying names the first broken link and what was done."""

import pytest

from taizhang.office.audit import chain
from taizhang.office.audit.anchors import current_anchor
from taizhang.office.audit.breaks import Break, Fault
from taizhang.office.audit.models import AuditEntry
from taizhang.office.audit.verification import verify

pytestmark = pytest.mark.django_db(transaction=True)

ENTRIES = 9
COLUMNS = "moment, who, name, address, action, kind, matter, title, details, result, algorithm, previous, digest"
SET = "UPDATE audit_auditentry SET {} WHERE sequence = %s"
DELETE = "DELETE FROM audit_auditentry WHERE sequence = %s"
PARKED = 1000


def edit(column, value, at=5):
    return [(SET.format(f"{column} = %s"), value, at)]


def move(old, new):
    return (SET.format("sequence = %s, follows_id = %s"), new, new - 1 or None, old)


def copy(old, new):
    values = f"SELECT %s, %s, {COLUMNS} FROM audit_auditentry WHERE sequence = %s"
    values = values.replace("digest FROM", "'" + "c" * 64 + "' FROM")
    return (f"INSERT INTO audit_auditentry (sequence, follows_id, {COLUMNS}) {values}", new, new - 1, old)


def swap(one, other):
    return [move(one, PARKED), move(other, one), move(PARKED, other)]


def shift_up(first, last):
    return [move(number, number + 1) for number in range(last, first - 1, -1)]


def shift_down(first, last):
    return [move(number, number - 1) for number in range(first, last + 1)]


HEAD = "UPDATE audit_chainhead SET {}"
OF_THE_LAST = "= (SELECT {} FROM audit_auditentry ORDER BY sequence DESC LIMIT 1)"
HEAD_TO_LAST = (HEAD.format(f"sequence {OF_THE_LAST.format('sequence')}, digest {OF_THE_LAST.format('digest')}"),)

# What was done → the first broken link and its kind.
TAMPERINGS = {
    "another moment": (edit("moment", "2026-03-02T09:00:00.000000Z"), Break(Fault.ALTERED, 5)),
    "a moment that is none": (edit("moment", "昨天"), Break(Fault.ALTERED, 5)),
    "another person": (edit("who", 424242), Break(Fault.ALTERED, 5)),
    "nobody": ([(SET.format("who = NULL"), 5)], Break(Fault.ALTERED, 5)),
    "another name": (edit("name", "别人"), Break(Fault.ALTERED, 5)),
    "another address": (edit("address", "10.9.9.9"), Break(Fault.ALTERED, 5)),
    "another action": (edit("action", "commitments.withdrawn"), Break(Fault.ALTERED, 5)),
    "another kind": (edit("kind", "plan"), Break(Fault.ALTERED, 5)),
    "another id": (edit("matter", "77"), Break(Fault.ALTERED, 5)),
    "another title": (edit("title", "地区生产总值增长5%左右"), Break(Fault.ALTERED, 5)),
    "a space after the title": ([(SET.format("title = title || ' '"), 5)], Break(Fault.ALTERED, 5)),
    "other details": (edit("details", '{"batch": "b"}'), Break(Fault.ALTERED, 5)),
    "another result": (edit("result", "refused"), Break(Fault.ALTERED, 5)),
    "another algorithm": (edit("algorithm", "sha256"), Break(Fault.ALGORITHM, 5, words="sha256")),
    "an algorithm of nobody's": (edit("algorithm", "md5"), Break(Fault.ALGORITHM, 5, words="md5")),
    "another previous digest": (edit("previous", "a" * 64), Break(Fault.PREVIOUS_ALTERED, 5)),
    "another digest": (edit("digest", "a" * 64), Break(Fault.DIGEST_ALTERED, 5)),
    "another digest of the last": (edit("digest", "a" * 64, ENTRIES), Break(Fault.DIGEST_ALTERED, ENTRIES)),
    "another pointer": ([(SET.format("follows_id = %s"), PARKED, 5)], Break(Fault.POINTER, 5)),
    "the title of the first": (edit("title", "别的", 1), Break(Fault.ALTERED, 1)),
    "the title of the last": (edit("title", "别的", ENTRIES), Break(Fault.ALTERED, ENTRIES)),
    "the number of one": ([move(5, 50)], Break(Fault.MISSING, 5, 5)),
    "the number of the last": ([move(ENTRIES, 50)], Break(Fault.MISSING, ENTRIES, 49)),
    "a number before the first": ([move(5, -3)], Break(Fault.STRAY, -3)),
    "the first deleted": ([(DELETE, 1)], Break(Fault.MISSING, 1, 1)),
    "one deleted": ([(DELETE, 5)], Break(Fault.MISSING, 5, 5)),
    "several deleted": ([(DELETE, 4), (DELETE, 5), (DELETE, 6)], Break(Fault.MISSING, 4, 6)),
    "the last deleted": ([(DELETE, ENTRIES)], Break(Fault.TRUNCATED, ENTRIES, ENTRIES)),
    "the tail cut off": ([(DELETE, 7), (DELETE, 8), (DELETE, 9)], Break(Fault.TRUNCATED, 7, 9)),
    "all deleted": ([("DELETE FROM audit_auditentry",)], Break(Fault.TRUNCATED, 1, ENTRIES)),
    "one deleted, the rest moved up": ([(DELETE, 5), *shift_down(6, ENTRIES)], Break(Fault.MOVED, 5, 6)),
    "two neighbours swapped": (swap(5, 6), Break(Fault.MOVED, 5, 6)),
    "two far ones swapped": (swap(3, 8), Break(Fault.MOVED, 3, 8)),
    "one put elsewhere": (
        [move(3, PARKED), *shift_down(4, 7), move(PARKED, 7)],
        Break(Fault.MOVED, 3, 4),
    ),
    "one copied to the end": ([copy(5, ENTRIES + 1)], Break(Fault.ALTERED, ENTRIES + 1)),
    "one copied into the middle": ([*shift_up(6, ENTRIES), copy(3, 6)], Break(Fault.ALTERED, 6)),
    "the head set back": ([(HEAD.format("sequence = 5"),)], Break(Fault.APPENDED, 6, ENTRIES)),
    "the head set forward": ([(HEAD.format("sequence = 12"),)], Break(Fault.TRUNCATED, 10, 12)),
    "another digest in the head": ([(HEAD.format("digest = %s"), "b" * 64)], Break(Fault.HEAD_DIFFERS, ENTRIES)),
    "the head deleted": ([("DELETE FROM audit_chainhead",)], Break(Fault.HEAD_MISSING, ENTRIES)),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_is_named(name, add, tamper):
    statements, named = TAMPERINGS[name]
    add(ENTRIES)
    assert verify().broken is None
    tamper(*statements)
    assert verify().broken == named


def rehash(number, tamper, **changes):
    """Make an entry agree with itself again, as a forger who knows the form would."""
    entry = AuditEntry.objects.get(sequence=number)
    values = entry.values() | changes
    columns = ", ".join(f"{column} = %s" for column in (*changes, "digest"))
    tamper((SET.format(columns), *changes.values(), chain.digest(values), number))


def rehash_from(number, tamper, **changes):
    rehash(number, tamper, **changes)
    last = AuditEntry.objects.order_by("-sequence").first().sequence
    for later in range(number + 1, last + 1):
        before = AuditEntry.objects.get(sequence=later - 1).digest
        rehash(later, tamper, previous=before)
    tamper(HEAD_TO_LAST)


def test_one_entry_changed_and_digested_anew_does_not_join_the_next(add, tamper):
    add(ENTRIES)
    rehash(5, tamper, title="别的")
    assert verify().broken == Break(Fault.DISJOINED, 6, 5)


def test_the_last_changed_and_digested_anew_does_not_join_the_head(add, tamper):
    add(ENTRIES)
    rehash(ENTRIES, tamper, title="别的")
    assert verify().broken == Break(Fault.HEAD_DIFFERS, ENTRIES)


def test_a_copy_digested_anew_still_joins_where_it_was_taken_from(add, tamper):
    add(ENTRIES)
    tamper(copy(5, ENTRIES + 1))
    rehash(ENTRIES + 1, tamper, sequence=ENTRIES + 1)
    assert verify().broken == Break(Fault.COPIED, ENTRIES + 1, 4)


def test_an_entry_put_in_and_digested_pushes_the_next_out_of_its_place(add, tamper):
    add(ENTRIES)
    tamper(*shift_up(6, ENTRIES), copy(3, 6))
    rehash(6, tamper, previous=AuditEntry.objects.get(sequence=5).digest)
    assert verify().broken == Break(Fault.MOVED, 7, 6)


def test_an_entry_forged_at_the_end_is_not_known_to_the_head(add, tamper):
    add(ENTRIES)
    tamper(copy(5, ENTRIES + 1))
    rehash(ENTRIES + 1, tamper, previous=AuditEntry.objects.get(sequence=ENTRIES).digest)
    assert verify().broken == Break(Fault.APPENDED, ENTRIES + 1, ENTRIES + 1)


def test_a_chain_digested_anew_from_one_entry_on_is_betrayed_by_an_anchor(add, tamper):
    add(4)
    early = current_anchor()
    add(ENTRIES - 4)
    late = current_anchor()
    rehash_from(6, tamper, title="别的")
    assert verify().broken is None  # it holds together: nothing in the database could tell
    assert verify([late, early]).broken == Break(Fault.ANCHOR_DIFFERS, 5, ENTRIES, late.moment)


def test_a_whole_chain_digested_anew_by_another_algorithm_is_betrayed_by_an_anchor(add, tamper):
    add(ENTRIES)
    anchor = current_anchor()
    for number in range(1, ENTRIES + 1):
        before = AuditEntry.objects.get(sequence=number - 1).digest if number > 1 else chain.NOTHING_BEFORE
        rehash(number, tamper, algorithm="sha256", previous=before)
    tamper(HEAD_TO_LAST)
    assert verify().broken is None
    assert verify([anchor]).broken == Break(Fault.ANCHOR_DIFFERS, 1, ENTRIES, anchor.moment)


def test_a_tail_cut_off_with_the_head_set_back_is_betrayed_by_an_anchor(add, tamper):
    add(ENTRIES)
    anchor = current_anchor()
    tamper((DELETE, 8), (DELETE, 9), HEAD_TO_LAST)
    assert verify().broken is None
    assert verify([anchor]).broken == Break(Fault.ANCHOR_BEYOND, 7, ENTRIES, anchor.moment)


def test_a_new_chain_in_place_of_a_longer_old_one_is_betrayed_by_an_anchor(add, tamper):
    add(ENTRIES)
    anchor = current_anchor()
    tamper(("DELETE FROM audit_auditentry",), ("DELETE FROM audit_chainhead",))
    add(ENTRIES + 2, action="commitments.withdrawn")
    assert verify().broken is None
    assert verify([anchor]).broken == Break(Fault.ANCHOR_DIFFERS, 1, ENTRIES, anchor.moment)


def test_every_kind_of_break_is_one_sentence_in_either_language():
    from django.utils import translation

    for language in ("zh-hans", "en"):
        with translation.override(language):
            sentences = {Break(fault, 3, 4, "x").sentence for fault in Fault}
        assert len(sentences) == len(Fault)
        assert all(("。" in sentence) == (language == "zh-hans") for sentence in sentences)
