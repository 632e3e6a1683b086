"""Coverage (覆盖): the plan's own words, each clause marked adopted, set aside or neither, so that nothing of it is lost."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from taizhang.office.commitments.addresses import place_url
from taizhang.office.commitments.models import Status
from taizhang.office.commitments.selectors.decisions import OPEN, Coverage, Decisions, decisions_of
from taizhang.office.commitments.selectors.readings import load_material
from taizhang.office.commitments.selectors.worklist import BETWEEN_CELLS
from taizhang.office.commitments.suggestions.build import suggest
from taizhang.office.commitments.suggestions.clauses import Stretch, read
from taizhang.office.commitments.suggestions.suggestion import Chapter, Passage, Suggestion

STATES = (OPEN, Status.ADOPTED.value, Status.SET_ASIDE.value)
Words = Callable[[str, Stretch], str]


@dataclass(frozen=True, slots=True)
class Piece:
    """Piece (一截): words of a sentence, and what became of what they promise.

    Attributes:
        state: ``open``, ``adopted``, ``set_aside``; empty where they promise nothing of their own.
        keys: of the open suggestions made of them, a blank between.
        commitment_id, reason: of the decision; None and empty where there is none.
    """

    words: str
    state: str = ""
    keys: str = ""
    commitment_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Line (一句): a sentence or table row as shown."""

    heading: str
    pieces: tuple[Piece, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """Part (一节): a chapter of the plan as shown.

    Attributes:
        key, headings: as of the chapter.
        clauses: of all its clauses, however few are shown.
        lines: those asked for.
    """

    key: str
    headings: tuple[str, ...]
    clauses: Coverage
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """Coverage map (覆盖图): the targets and measures of a plan, clause by clause."""

    parts: tuple[Part, ...]
    clauses: Coverage


def get_coverage(plan_id: int, version_id: int, *, only_open: bool = False, draft: int | None = None) -> CoverageMap:
    """Every clause of a version and what became of it; or only the sentences with some that nobody decided about.

    Args:
        draft: as of ``place_url``.
    """
    material = load_material(version_id)
    chapters, decisions = suggest(material), decisions_of(version_id)
    show = _Showing(plan_id, draft, material.text, decisions, only_open)
    return CoverageMap(
        parts=tuple(show.part(chapter) for chapter in chapters if chapter.suggestions),
        clauses=_counted(decisions, chapters),
    )


def _counted(decisions: Decisions, chapters: Iterable[Chapter]) -> Coverage:
    states = Counter(decisions.state(each) for chapter in chapters for each in chapter.suggestions)
    return Coverage(adopted=states[Status.ADOPTED], set_aside=states[Status.SET_ASIDE], open=states[OPEN])


@dataclass(frozen=True, slots=True)
class _Showing:
    """Everything that turns chapters into what is shown."""

    plan_id: int
    draft: int | None
    text: str
    decisions: Decisions
    only_open: bool

    def part(self, chapter: Chapter) -> Part:
        return Part(
            key=chapter.key,
            headings=chapter.headings,
            clauses=_counted(self.decisions, [chapter]),
            lines=tuple(self._lines(chapter)),
        )

    def _lines(self, chapter: Chapter) -> Iterator[Line]:
        above = ""
        for passage in chapter.passages:
            pieces = tuple(self._pieces(passage))
            if self.only_open and not any(piece.state == OPEN for piece in pieces):
                continue
            url = place_url(self.plan_id, passage.suggestions[0].origins[0], self.draft)
            yield Line(passage.heading if passage.heading != above else "", pieces, url)
            above = passage.heading

    def _pieces(self, passage: Passage) -> Iterator[Piece]:
        """The sentence cut where its promises begin and end; what stands elsewhere (in the annex) comes after it."""
        words = _row_words if passage.suggestions[0].origins[0].is_in_annex else read
        here, inside = passage.stretch.start, []
        for place, there in _by_place(passage):
            if here <= place.start and place.end <= passage.stretch.end:
                yield from self._plain(words, here, place.start)
                yield self._piece(words(self.text, place), there)
                here = place.end
            else:
                inside += there
        yield from self._plain(words, here, passage.stretch.end)
        for suggestion in inside:
            yield self._piece(suggestion.title, [suggestion])

    def _plain(self, words: Words, start: int, end: int) -> Iterator[Piece]:
        said = words(self.text, Stretch(start, end))
        if said:
            yield Piece(said)

    def _piece(self, words: str, suggestions: list[Suggestion]) -> Piece:
        """Several promises in one place count as open while one of them is."""
        found = {each.key: self.decisions.of(each) for each in suggestions}
        states = {self.decisions.state(each) for each in suggestions}
        decision = next((each for each in found.values() if each), None)
        return Piece(
            words=words,
            state=next(each for each in STATES if each in states),
            keys=" ".join(key for key, decided in found.items() if decided is None),
            commitment_id=decision.commitment_id if decision else None,
            reason=decision.reason if decision else "",
        )


def _by_place(passage: Passage) -> Iterator[tuple[Stretch, list[Suggestion]]]:
    ordered = sorted(passage.suggestions, key=lambda each: each.clause)
    for place, there in groupby(ordered, key=lambda each: each.clause):
        yield place, list(there)


def _row_words(text: str, stretch: Stretch) -> str:
    return BETWEEN_CELLS.sub("\u3000", text[stretch.start : stretch.end])
