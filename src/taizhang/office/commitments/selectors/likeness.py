"""Likeness (相似条目): commitments that may promise the same — twice in the text, or once there and once in the annex."""

from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.office.commitments.folding import fold
from taizhang.office.commitments.models import Commitment, Status
from taizhang.office.commitments.selectors.ledger import cut, place_of
from taizhang.office.commitments.selectors.sifting import ANNEX
from taizhang.office.commitments.suggestions.target import Target

ALIKE = 0.5  # share of pairs of characters two titles have in common
MOST = 30
SAME_INDICATOR, IN_ANNEX, SAME_WORDS, SIMILAR, ASKED = "same_indicator", "in_annex", "same_words", "similar", "asked"
ORDER = (IN_ANNEX, SAME_INDICATOR, SAME_WORDS, SIMILAR, ASKED)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Candidate (疑似重复): another commitment that may promise the same.

    Attributes:
        reason: why it is offered, one of ``ORDER``.
        before, clause, after: its sentence, cut at what it promises.
        place: ``text``, ``annex`` or ``both``.
        differs: whether it promises another figure, so that merging needs a reason.
    """

    id: int
    title: str
    target: Target
    reason: str
    before: str
    clause: str
    after: str
    place: str
    differs: bool


def candidates_for(commitment: Commitment, words: str = "") -> tuple[Candidate, ...]:
    """What may promise the same, the likeliest first; with words, whatever of the ledger has them."""
    others = Commitment.objects.filter(version_id=commitment.version_id, status=Status.ADOPTED)
    rows = others.exclude(id=commitment.id).prefetch_related("sources")
    found = sorted(_found(commitment, rows.iterator(500), words), key=lambda each: ORDER.index(each.reason))
    return tuple(found[:MOST])


def differ(one: Commitment, other: Commitment) -> bool:
    """Whether two promise another figure in the same respect."""
    return (one.value, one.value_high, one.unit, one.bound) != (other.value, other.value_high, other.unit, other.bound)


def _found(commitment: Commitment, others: Iterator[Commitment], words: str) -> Iterator[Candidate]:
    place = place_of(commitment.sources.all())
    for other in others:
        other_place = place_of(other.sources.all())
        reason = _reason(commitment, other, is_elsewhere=(place == ANNEX) != (other_place == ANNEX))
        asked = words and fold(words) in fold(f"{other.title}{other.sentence}")
        if asked or (reason and not words):
            before, clause, after = cut(other)
            yield Candidate(
                id=other.id,
                title=other.title,
                target=other.target,
                reason=reason or ASKED,
                before=before,
                clause=clause,
                after=after,
                place=other_place,
                differs=differ(commitment, other),
            )


def _reason(one: Commitment, other: Commitment, *, is_elsewhere: bool) -> str:
    if one.indicator and (one.indicator, one.aspect, one.period) == (other.indicator, other.aspect, other.period):
        return IN_ANNEX if is_elsewhere else SAME_INDICATOR
    if fold(one.title) == fold(other.title):
        return SAME_WORDS
    if one.subject and (one.subject, one.aspect, one.unit) == (other.subject, other.aspect, other.unit):
        return SAME_WORDS
    return SIMILAR if likeness(one.title, other.title) >= ALIKE else ""


def likeness(one: str, other: str) -> float:
    """Share of neighbouring characters that two titles have in common."""
    mine, theirs = pairs_of(fold(one)), pairs_of(fold(other))
    return len(mine & theirs) / len(mine | theirs) if mine or theirs else 0.0


def pairs_of(words: str) -> frozenset[str]:
    """The neighbouring characters of words."""
    return frozenset(words[place : place + 2] for place in range(len(words) - 1))
