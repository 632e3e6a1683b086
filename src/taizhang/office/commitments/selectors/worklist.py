"""Worklist (待办建议): the suggestions of a plan with what became of each, as a clerk works through them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from taizhang.office.commitments.addresses import place_url
from taizhang.office.commitments.models import Kind, Status
from taizhang.office.commitments.selectors.decisions import OPEN, Coverage, Decision, Decisions, decisions_of
from taizhang.office.commitments.selectors.ledger import Choice
from taizhang.office.commitments.selectors.readings import load_material
from taizhang.office.commitments.selectors.sifting import ANNEX, BOTH, TEXT
from taizhang.office.commitments.suggestions.build import suggest
from taizhang.office.commitments.suggestions.clauses import Stretch, read
from taizhang.office.commitments.suggestions.suggestion import Chapter, Passage, Suggestion

ALL = "all"
MOST_SHOWN = 400  # suggestions on one page; more wait until these are dealt with, or their section is asked for
BETWEEN_CELLS = re.compile(r"\s+")
Words = Callable[[str, Stretch], str]
STATES = (OPEN, Status.ADOPTED.value, Status.SET_ASIDE.value)


@dataclass(frozen=True, slots=True)
class Entry:
    """Entry (一条建议): a suggestion and what became of it.

    Attributes:
        suggestion: what could stand in the ledger.
        decision: what was decided; None while it is open.
        state: ``open``, ``adopted`` or ``set_aside``.
        place: ``text``, ``annex`` or ``both``.
        is_whole: whether it is the whole sentence, so that its words need not be said twice.
    """

    suggestion: Suggestion
    decision: Decision | None
    state: str
    place: str
    is_whole: bool

    @property
    def kind_label(self) -> str:
        """Name of its kind."""
        return str(Kind(self.suggestion.kind.value).label)

    @property
    def is_open(self) -> bool:
        """Whether there is something to decide."""
        return self.state == OPEN


@dataclass(frozen=True, slots=True)
class Segment:
    """Segment (一截): part of a sentence, and the state of what it promises; empty where it promises nothing."""

    words: str
    state: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Sentence (一句): a passage as shown.

    Attributes:
        heading: the innermost heading, where it is another than that of the sentence before.
        segments: its words.
        url: where it stands in the document.
        state: what it counts as.
        entries: those asked for.
    """

    heading: str
    segments: tuple[Segment, ...]
    url: str
    state: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Section (一节): a chapter as shown.

    Attributes:
        key, headings, is_of_measures: as of the chapter.
        coverage: of all its sentences.
        waiting: how many of its suggestions are open, whatever was asked for.
        sentences: those with something asked for.
    """

    key: str
    headings: tuple[str, ...]
    is_of_measures: bool
    coverage: Coverage
    waiting: int
    sentences: tuple[Sentence, ...]

    @property
    def shown_open(self) -> int:
        """How many open suggestions are shown."""
        return sum(entry.is_open for sentence in self.sentences for entry in sentence.entries)


@dataclass(frozen=True, slots=True)
class Worklist:
    """Worklist (待办建议).

    Attributes:
        sections: every chapter, with the sentences asked for.
        coverage: of the part of measures, sentence by sentence.
        states, kinds: what to filter by, and how many there are; kinds among those of the state asked for.
        left_out: how many of those asked for did not fit.
    """

    sections: tuple[Section, ...]
    coverage: Coverage
    states: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    left_out: int

    @property
    def is_empty(self) -> bool:
        """Whether the plan holds nothing that could stand in the ledger."""
        return not any(choice.count for choice in self.states)

    @property
    def shown(self) -> int:
        """How many suggestions are shown."""
        return sum(len(sentence.entries) for section in self.sections for sentence in section.sentences)


def get_worklist(
    plan_id: int, version_id: int, *, state: str = ALL, kind: str = "", section: str = "", draft: int | None = None
) -> Worklist:
    """The suggestions of a version in that state, of that kind and in that section; ``draft`` as of ``place_url``."""
    material = load_material(version_id)
    chapters, decisions = suggest(material), decisions_of(version_id)
    found = [(chapter.key, each, decisions.state(each)) for chapter in chapters for each in chapter.suggestions]
    states = Counter(its_state for _key, _each, its_state in found)
    in_state = [(key, each) for key, each, its_state in found if state in {ALL, its_state}]
    kinds = Counter(each.kind.value for _key, each in in_state)
    wanted = [each.key for key, each in in_state if kind in {"", each.kind.value} and section in {"", key}]
    show = _Showing(plan_id, draft, material.text, decisions, frozenset(wanted[:MOST_SHOWN]))
    return Worklist(
        sections=tuple(show.section(chapter) for chapter in chapters),
        coverage=decisions.coverage(chapter for chapter in chapters if chapter.is_of_measures),
        states=tuple(Choice(each, each, states[each]) for each in STATES),
        kinds=tuple(Choice(each.value, str(each.label), kinds[each.value]) for each in Kind if kinds[each.value]),
        left_out=len(wanted[MOST_SHOWN:]),
    )


def find_suggestion(version_id: int, key: str) -> Suggestion | None:
    """The suggestion of that key; None where the plan has none, or it is decided already."""
    return next(iter(open_suggestions(version_id, [key])), None)


def open_suggestions(version_id: int, keys: Iterable[str] = (), *, chapter: str = "") -> tuple[Suggestion, ...]:
    """Open suggestions by their keys, or all of a chapter, in the plan's order."""
    decisions, wanted = decisions_of(version_id), set(keys)
    return tuple(
        suggestion
        for each in suggest(load_material(version_id))
        for suggestion in each.suggestions
        if (suggestion.key in wanted or (chapter and each.key == chapter)) and decisions.of(suggestion) is None
    )


def place_of_suggestion(suggestion: Suggestion) -> str:
    """Whether text, annex or both say it."""
    in_annex = {origin.is_in_annex for origin in suggestion.origins}
    return BOTH if len(in_annex) > 1 else ANNEX if True in in_annex else TEXT


@dataclass(frozen=True, slots=True)
class _Showing:
    """Everything that turns chapters into what is shown."""

    plan_id: int
    draft: int | None
    text: str
    decisions: Decisions
    wanted: frozenset[str]

    def section(self, chapter: Chapter) -> Section:
        return Section(
            key=chapter.key,
            headings=chapter.headings,
            is_of_measures=chapter.is_of_measures,
            coverage=self.decisions.coverage([chapter]),
            waiting=sum(self.decisions.of(each) is None for each in chapter.suggestions),
            sentences=tuple(self._sentences(chapter)),
        )

    def _sentences(self, chapter: Chapter) -> Iterator[Sentence]:
        above = ""
        for passage in chapter.passages:
            entries = tuple(self._entries(passage))
            if entries:
                yield Sentence(
                    heading=passage.heading if passage.heading != above else "",
                    segments=tuple(self._segments(passage)),
                    url=place_url(self.plan_id, passage.suggestions[0].origins[0], self.draft),
                    state=self.decisions.state_of_passage(passage),
                    entries=entries,
                )
                above = passage.heading

    def _entries(self, passage: Passage) -> Iterator[Entry]:
        for suggestion in passage.suggestions:
            if suggestion.key in self.wanted:
                yield Entry(
                    suggestion=suggestion,
                    decision=self.decisions.of(suggestion),
                    state=self.decisions.state(suggestion),
                    place=place_of_suggestion(suggestion),
                    is_whole=not suggestion.subject and len(passage.suggestions) == 1,
                )

    def _segments(self, passage: Passage) -> Iterator[Segment]:
        """The sentence cut where its promises begin and end; several in one place count as open while one is."""
        states: dict[Stretch, set[str]] = {}
        for suggestion in passage.suggestions:
            if passage.stretch.contains(suggestion.clause.start):
                states.setdefault(suggestion.clause, set()).add(self.decisions.state(suggestion))
        words = _row_words if passage.suggestions[0].origins[0].is_in_annex else read
        here = passage.stretch.start
        for place in sorted(states):
            if here <= place.start and place.end <= passage.stretch.end:
                yield from self._plain(words, here, place.start)
                state = next(each for each in STATES if each in states[place])
                yield Segment(words(self.text, place), state)
                here = place.end
        yield from self._plain(words, here, passage.stretch.end)

    def _plain(self, words: Words, start: int, end: int) -> Iterator[Segment]:
        said = words(self.text, Stretch(start, end))
        if said:
            yield Segment(said, "")


def _row_words(text: str, stretch: Stretch) -> str:
    """A part of a table row with a wide blank wherever a cell ends, also at its own ends."""
    return BETWEEN_CELLS.sub("\u3000", text[stretch.start : stretch.end])
