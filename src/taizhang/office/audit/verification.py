"""Verification (核对): walk the chain from its first entry and name the first link that does not hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from taizhang.office.audit import chain
from taizhang.office.audit.anchors import Anchor
from taizhang.office.audit.breaks import Break, Fault
from taizhang.office.audit.models import AuditEntry, ChainHead

PART = 5000  # entries walked at a time
NEIGHBOURS = 1000  # how far around itself an entry that was moved is looked for


@dataclass(frozen=True, slots=True)
class Reached:
    """Reached (核对到): the last entry found in order."""

    sequence: int = 0
    digest: str = chain.NOTHING_BEFORE


@dataclass(frozen=True, slots=True)
class Verdict:
    """Verdict (核对结果): how many entries hold together, and the break after them, if there is one."""

    reached: Reached
    broken: Break | None = None


def verify(anchors: Sequence[Anchor] = ()) -> Verdict:
    """The whole chain, its head, and the anchors kept of it."""
    reached = Reached()
    while True:
        verdict = walk(reached)
        if verdict.broken:
            return verdict
        if verdict.reached == reached:
            return conclude(reached, anchors)
        reached = verdict.reached


def walk(start: Reached, most: int = PART) -> Verdict:
    """The next entries; at the end of the chain it comes no further than it was."""
    entries = AuditEntry.objects.order_by("sequence")
    if start.sequence:
        entries = entries.filter(sequence__gt=start.sequence)
    reached = start
    for entry in entries[:most].iterator():
        broken = _examine(entry, reached)
        if broken:
            return Verdict(reached, broken)
        reached = Reached(entry.sequence, entry.digest)
    return Verdict(reached)


@transaction.atomic
def conclude(start: Reached, anchors: Sequence[Anchor]) -> Verdict:
    """What was written meanwhile, the head and the anchors, while nobody can write."""
    head = ChainHead.objects.select_for_update().filter(id=ChainHead.ONLY).first()
    verdict = walk(start, most=2**31)
    if verdict.broken:
        return verdict
    wrong = _wrong_head(head, verdict.reached) or _wrong_anchor(anchors, verdict.reached)
    return Verdict(verdict.reached, wrong)


def _examine(entry: AuditEntry, before: Reached) -> Break | None:
    """What is wrong with an entry that should follow ``before``."""
    number, expected = entry.sequence, before.sequence + 1
    if number != expected:
        return Break(Fault.STRAY, number) if number < expected else Break(Fault.MISSING, expected, number - 1)
    if entry.follows_id != (before.sequence or None):
        return Break(Fault.POINTER, number)
    if entry.algorithm not in chain.ALGORITHMS:
        return Break(Fault.ALGORITHM, number, words=entry.algorithm)
    if chain.digest(entry.values()) != entry.digest:
        return _diagnose(entry, before)
    if entry.previous != before.digest:
        return _misjoined(entry, before)
    return None


def _diagnose(entry: AuditEntry, before: Reached) -> Break:
    """An entry that does not agree with its own digest: which of the two was changed, and how."""
    number, values = entry.sequence, entry.values()
    if chain.digest(values | {"previous": before.digest}) == entry.digest:
        return Break(Fault.PREVIOUS_ALTERED, number)
    if any(chain.digest_by(name, values) == entry.digest for name in chain.ALGORITHMS):
        return Break(Fault.ALGORITHM, number, words=entry.algorithm)
    for candidate in _places_around(number):
        if chain.digest(values | {"sequence": candidate}) == entry.digest:
            return Break(Fault.MOVED, number, candidate)
    if chain.digest(values) == _digest_witnessed(number):
        return Break(Fault.DIGEST_ALTERED, number)
    return Break(Fault.ALTERED, number)


def _places_around(number: int) -> Iterable[int]:
    """Every place an entry may have been moved here from, the nearest first."""
    for step in range(1, NEIGHBOURS + 1):
        yield number + step
        if number > step:
            yield number - step


def _digest_witnessed(number: int) -> str:
    """The digest an entry had when the next was written, or when the head was."""
    following = AuditEntry.objects.filter(sequence=number + 1).first()
    if following:
        return following.previous
    head = ChainHead.objects.filter(id=ChainHead.ONLY, sequence=number).first()
    return head.digest if head else ""


def _misjoined(entry: AuditEntry, before: Reached) -> Break:
    """An entry that agrees with itself but not with the one before it."""
    origin = AuditEntry.objects.filter(digest=entry.previous).first()
    if origin or entry.previous == chain.NOTHING_BEFORE:
        return Break(Fault.COPIED, entry.sequence, origin.sequence if origin else 0)
    return Break(Fault.DISJOINED, entry.sequence, before.sequence)


def _wrong_head(head: ChainHead | None, reached: Reached) -> Break | None:
    if head is None:
        return Break(Fault.HEAD_MISSING, reached.sequence) if reached.sequence else None
    if head.sequence > reached.sequence:
        return Break(Fault.TRUNCATED, reached.sequence + 1, head.sequence)
    if head.sequence < reached.sequence:
        return Break(Fault.APPENDED, head.sequence + 1, reached.sequence)
    return Break(Fault.HEAD_DIFFERS, reached.sequence) if head.digest != reached.digest else None


def _wrong_anchor(anchors: Sequence[Anchor], reached: Reached) -> Break | None:
    """The first anchor that the chain no longer passes through."""
    numbers = [anchor.sequence for anchor in anchors]
    digests = dict(AuditEntry.objects.filter(sequence__in=numbers).values_list("sequence", "digest"))
    digests[0] = chain.NOTHING_BEFORE
    sound = 0
    for anchor in sorted(anchors, key=lambda each: each.sequence):
        if anchor.sequence > reached.sequence:
            return Break(Fault.ANCHOR_BEYOND, reached.sequence, anchor.sequence, anchor.moment)
        if digests[anchor.sequence] != anchor.digest:
            return Break(Fault.ANCHOR_DIFFERS, sound + 1, anchor.sequence, anchor.moment)
        sound = anchor.sequence
    return None
