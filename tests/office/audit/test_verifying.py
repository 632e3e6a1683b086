"""Verifying: a sound chain is found sound, whatever its length and whoever writes to it meanwhile."""

import pytest

from taizhang.office.audit import verification
from taizhang.office.audit.anchors import Anchor, AnchorUnreadableError, current_anchor, read_anchors
from taizhang.office.audit.models import AuditEntry
from taizhang.office.audit.verification import Reached, conclude, verify, walk

pytestmark = pytest.mark.django_db


def test_a_chain_that_has_not_begun_is_sound():
    assert verify() == verification.Verdict(Reached())
    assert verify(read_anchors(current_anchor().as_line().encode())).broken is None


def test_a_sound_chain_is_walked_to_its_end(add):
    add(12)
    verdict = verify()
    assert (verdict.broken, verdict.reached.sequence) == (None, 12)


def test_a_chain_of_two_algorithms_is_sound(add, settings):
    add(3)
    settings.AUDIT_DIGEST = "sha256"
    add(3)
    assert verify().broken is None


def test_parts_come_to_the_same_as_the_whole(add):
    add(7)
    reached, steps = Reached(), 0
    while (verdict := walk(reached, most=3)).reached != reached:
        reached, steps = verdict.reached, steps + 1
    assert (steps, reached) == (3, verify().reached)


def test_what_is_written_meanwhile_is_walked_too(add):
    add(3)
    reached = walk(Reached()).reached
    add(2)
    verdict = conclude(reached, ())
    assert (verdict.broken, verdict.reached.sequence) == (None, 5)


def test_anchors_of_many_days_stand_in_one_file(add):
    lines = []
    for _ in range(3):
        add(2)
        lines.append(current_anchor().as_line())
    anchors = read_anchors(("\ufeff" + "\r\n\r\n".join(reversed(lines))).encode())
    assert [anchor.sequence for anchor in anchors] == [6, 4, 2]
    assert verify(anchors).broken is None


def test_an_anchor_names_moment_and_algorithm(add):
    add(1)
    entry = AuditEntry.objects.get()
    assert current_anchor() == Anchor(1, entry.moment, "sm3", entry.digest)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"not json",
        b"[1, 2]",
        b'{"sequence": 3}',
        b'{"sequence": "x", "moment": "", "algorithm": "sm3", "digest": ""}',
        b'{"sequence": 3, "moment": "", "algorithm": "sm3", "digest": "abc"}',
        b'{"sequence": -3, "moment": "", "algorithm": "sm3", "digest": "' + b"a" * 64 + b'"}',
    ],
)
def test_what_is_no_anchor_is_refused_in_one_sentence(content):
    with pytest.raises(AnchorUnreadableError) as told:
        read_anchors(content)
    assert "锚点文件" in str(told.value.message)
