"""Suggestion (建议): one thing of a plan that could stand in the ledger, and where the plan says it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from taizhang.office.commitments.suggestions.clauses import Stretch
from taizhang.office.commitments.suggestions.target import Target


class Kind(StrEnum):
    """Kind of commitment (类别)."""

    INDICATOR = "indicator_target"  # 指标目标
    QUANTITY = "quantity"  # 量化任务
    TASK = "task"  # 定性任务
    PROJECT = "project"  # 项目


class Place(StrEnum):
    """Place (出处): what an origin is."""

    STATEMENT = "statement"  # 正文里的一处数字
    WORDS = "words"  # 正文里没有数字的一句
    CELL = "cell"  # 附表的一格
    ROW = "row"  # 项目清单的一行


@dataclass(frozen=True, slots=True)
class Origin:
    """Origin (出处): one place of the document where a promise, or the figure it starts from, is written.

    Attributes:
        place: what stands there.
        record_id: of the statement, table cell or table row; None for mere words.
        stretch: where.
        quote: the words there.
    """

    place: Place
    record_id: int | None
    stretch: Stretch
    quote: str

    @property
    def key(self) -> str:
        """A short name that stays the same as long as the reading does."""
        if self.record_id is None:
            return f"w{self.stretch.start}-{self.stretch.end}"
        return f"{self.place[0]}{self.record_id}"

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.stretch.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.stretch.end

    @property
    def is_in_annex(self) -> bool:
        """Whether a table says it."""
        return self.place in {Place.CELL, Place.ROW}


@dataclass(frozen=True, slots=True)
class Baseline:
    """Baseline (基数): last year's figure, from which the promise starts, and where it is written."""

    value: Decimal
    unit: str
    period: str
    origin: Origin


class Doubt(StrEnum):
    """Doubt (存疑): what a clerk should look at before adopting; the reader's own doubts go by the same names."""

    EACH_OR_TOTAL = "each_or_total"
    SUBJECT_GUESSED = "subject_guessed"
    PERIOD_GUESSED = "period_guessed"
    SCOPE_UNCLEAR = "scope_unclear"
    TEXT_AND_ANNEX_DIFFER = "text_and_annex_differ"
    BOUNDS_DIFFER = "bounds_differ"
    SAID_BEFORE = "said_before"
    BASELINE_DISPUTED = "baseline_disputed"
    SETS_SCENE = "sets_scene"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Suggestion (建议).

    Attributes:
        kind: indicator target, quantity, qualitative task or project.
        title: the promise in the document's words, as short as it can stand alone.
        subject: what is measured or built; empty for a qualitative task.
        indicator: code in the catalogue, empty for what it does not know.
        target: what is promised.
        baseline: where it starts from, None where the document does not say.
        sentence: where the sentence, or the table row, stands.
        sentence_words: its words, frozen when adopted.
        clause: the part of the sentence that promises.
        section: headings it stands under, outermost first.
        origins: every place that says it; the first names the suggestion.
        doubts: what to look at before adopting.
        row_id: the table row about the same thing, None where there is none.
        position: place among all suggestions, from 1.
    """

    kind: Kind
    title: str
    subject: str
    indicator: str
    target: Target
    baseline: Baseline | None
    sentence: Stretch
    sentence_words: str
    clause: Stretch
    section: tuple[str, ...]
    origins: tuple[Origin, ...]
    doubts: tuple[Doubt, ...] = ()
    row_id: int | None = None
    position: int = 0

    @property
    def key(self) -> str:
        """The name by which pages ask for it."""
        return self.origins[0].key


@dataclass(frozen=True, slots=True)
class Passage:
    """Passage (片断): one sentence, or one table row, and the suggestions made of it.

    Attributes:
        stretch, words: the sentence.
        heading: the innermost heading it stands under within its chapter, empty where it is the chapter's own.
        suggestions: at least one.
    """

    stretch: Stretch
    words: str
    heading: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Chapter (章): the passages under one heading, as a clerk works through them.

    Attributes:
        key: a short name, stable as long as the reading.
        headings: outermost first; the last is its own.
        is_of_measures: whether it belongs to the part of tasks and measures, which must be covered wholly.
        passages: in the order of the document.
    """

    key: str
    headings: tuple[str, ...]
    is_of_measures: bool
    passages: tuple[Passage, ...]

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """All of its suggestions."""
        return tuple(suggestion for passage in self.passages for suggestion in passage.suggestions)
