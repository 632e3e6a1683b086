"""Sentence (句): one sentence while its numbers are read, and what has been understood of it so far."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from taizhang.paper.quantities.mention import Mention
from taizhang.paper.quantities.units import Family
from taizhang.paper.statements.predicate import Predicate, joins_movement
from taizhang.paper.statements.statement import Aspect, Doubt
from taizhang.paper.statements.subjects import Phrase

JOINTS = frozenset({"、", "和", "及", "与", "以及", "、累计", "、总计"})
# However long a clause is, what a number says stands near it.
_REACH = 160


@dataclass(frozen=True, slots=True)
class Read:
    """Read (读得): a number and what its clause says of it.

    Attributes:
        mention: the number.
        subject: what it measures.
        aspect, sign: what it says of that; -1 for a fall.
        predicate: the words between the two.
        is_attribute: whether it only describes part of a name (大唐700万吨露天矿).
        doubts: what the sentence leaves open.
        to_come: how many numbers of its series follow it.
    """

    mention: Mention
    subject: Phrase
    aspect: Aspect
    sign: int
    predicate: Predicate
    is_attribute: bool = False
    doubts: tuple[Doubt, ...] = ()
    to_come: int = 0


@dataclass(slots=True)
class Sentence:
    """Sentence (句).

    Attributes:
        text: the paragraph's words.
        start, end: where the sentence stands in them.
        marks: where its clauses end.
        mentions: its numbers.
        circumstances: stretches that tell under what circumstances (在……的情况下); numbers in them are asides.
        topic: what was spoken of last; a clause without a subject is about it.
        subjects: what the sentence has given amounts of; 分别 refers back to them.
        reads: the numbers read so far.
    """

    text: str
    start: int
    end: int
    marks: list[int]
    mentions: Sequence[Mention]
    circumstances: Sequence[tuple[int, int]]
    topic: Phrase | None
    subjects: list[Phrase] = field(default_factory=list)
    reads: list[Read] = field(default_factory=list)

    def series_from(self, place: int) -> int:
        """The place after the last of the numbers that stand in a row from ``place`` on, joined by 、 or 和."""
        last = place
        while last + 1 < len(self.mentions):
            one, other = self.mentions[last], self.mentions[last + 1]
            joint = self.text[one.outer_end : other.outer_start].strip()
            if not _same_sort(one, other) or not (joint in JOINTS or joins_movement(joint)):
                break
            last += 1
        return last + 1

    def floor(self, place: int) -> int:
        """From where the words before the number at ``place`` belong to it."""
        start = self.mentions[place].start
        clause = max(self._clause_start(start), start - _REACH)
        clause = max(clause, self._aside_start(clause, start) + 1)
        place -= 1
        while place >= 0 and self.mentions[place].outer_end > clause and self._is_aside_of(place, clause):
            place -= 1  # 高于全国（3.8%）33.3个百分点: what stands in brackets does not cut the clause
        if place < 0 or self.mentions[place].outer_end <= clause:
            return clause
        floor = self.mentions[place].outer_end
        next_item = self.text.find("、", floor, start)
        return next_item + 1 if next_item > floor else floor

    def limit(self, place: int) -> int:
        """How far the words after the number at ``place`` belong to it."""
        index = bisect_left(self.marks, self.mentions[place].end)
        limit = self.marks[index] if index < len(self.marks) else self.end
        if place + 1 < len(self.mentions):
            limit = min(limit, self.mentions[place + 1].outer_start)
        return min(limit, self.mentions[place].outer_end + _REACH)

    def clause_before(self, place: int) -> tuple[int, int] | None:
        """The clause in front of the one ``place`` lies in, or what stands before the bracket it begins."""
        if self.text[place - 1 : place] in {"（", "("}:
            return max(self._clause_start(place), place - _REACH), place - 1
        index = bisect_left(self.marks, place) - 1
        if index < 0:
            return None
        end = self.marks[index]
        return max(self._clause_start(end), end - _REACH), end

    def has_number(self, start: int, end: int) -> bool:
        """Whether one of its numbers stands in a stretch of the text."""
        place = bisect_left(self.mentions, start, key=lambda mention: mention.start)
        return place < len(self.mentions) and self.mentions[place].start < end

    def is_aside(self, place: int) -> bool:
        """Whether a place stands in brackets, or in a circumstance."""
        return self._aside_start(max(self.start, place - _REACH), place) >= 0

    def _clause_start(self, place: int) -> int:
        index = bisect_left(self.marks, place)
        return self.marks[index - 1] + 1 if index else self.start

    def _aside_start(self, start: int, place: int) -> int:
        """Where the bracket or the circumstance that ``place`` stands in begins, or -1."""
        bracket = _open_bracket(self.text, start, place)
        index = bisect_left(self.circumstances, (place, place)) - 1
        if index < 0:
            return bracket
        begin, end = self.circumstances[index]
        return max(bracket, begin) if start <= begin and place < end else bracket

    def _is_aside_of(self, place: int, clause: int) -> bool:
        return self._aside_start(clause, self.mentions[place].start) >= 0


def _same_sort(one: Mention, other: Mention) -> bool:
    return one.family is other.family or Family.BARE in {one.family, other.family}


def _open_bracket(text: str, start: int, end: int) -> int:
    """Where the bracket that ``end`` stands in opens, or -1."""
    opened = max(text.rfind("（", start, end), text.rfind("(", start, end))
    closed = max(text.rfind("）", start, end), text.rfind(")", start, end))
    return opened if opened > closed else -1
