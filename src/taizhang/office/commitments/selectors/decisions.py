"""Decisions (处理情况): what became of the suggestions of a version, and how much of the plan is covered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from taizhang.office.commitments.models import Source, Status
from taizhang.office.commitments.suggestions.suggestion import Chapter, Passage, Suggestion

OPEN = "open"


@dataclass(frozen=True, slots=True)
class Decision:
    """Decision (处理): which commitment holds a place of the plan, and as what."""

    commitment_id: int
    status: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Coverage (覆盖情况): of so many sentences, how many are dealt with.

    A sentence is open while anything it promises is open; else adopted if anything of it is, else set aside.
    """

    adopted: int
    set_aside: int
    open: int

    @property
    def total(self) -> int:
        """All sentences."""
        return self.adopted + self.set_aside + self.open

    @property
    def settled(self) -> int:
        """Sentences dealt with."""
        return self.adopted + self.set_aside

    @property
    def percent(self) -> int:
        """Share dealt with; whole only when nothing is left."""
        return self.settled * 100 // self.total if self.total else 0


class Decisions:
    """Decisions (处理情况) of one version, looked up by suggestion."""

    def __init__(self, by_key: Mapping[str, Decision]) -> None:
        self._by_key = by_key

    def of(self, suggestion: Suggestion) -> Decision | None:
        """The decision that holds any of the suggestion's places; None while all are open."""
        return next((self._by_key[each.key] for each in suggestion.origins if each.key in self._by_key), None)

    def state(self, suggestion: Suggestion) -> str:
        """``open``, ``adopted`` or ``set_aside``."""
        decision = self.of(suggestion)
        return decision.status if decision else OPEN

    def state_of_passage(self, passage: Passage) -> str:
        """What a sentence counts as."""
        states = {self.state(suggestion) for suggestion in passage.suggestions}
        return next(state for state in (OPEN, Status.ADOPTED, Status.SET_ASIDE) if state in states)

    def coverage(self, chapters: Iterable[Chapter]) -> Coverage:
        """How many sentences of the chapters are dealt with."""
        states = [self.state_of_passage(passage) for chapter in chapters for passage in chapter.passages]
        return Coverage(*(states.count(state) for state in (Status.ADOPTED, Status.SET_ASIDE, OPEN)))


def decisions_of(version_id: int) -> Decisions:
    """What stands decided for a version."""
    held = Source.objects.filter(version_id=version_id, is_held=True).select_related("commitment__decided_by")
    return Decisions({source.key: _decision(source) for source in held})


def _decision(source: Source) -> Decision:
    commitment = source.commitment
    if commitment.merged_into_id:  # it leads to what survives it
        return Decision(commitment.merged_into_id, Status.ADOPTED, commitment.reason, commitment.decided_by.name)
    return Decision(commitment.id, commitment.status, commitment.reason, commitment.decided_by.name)
