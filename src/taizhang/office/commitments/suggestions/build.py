"""Build (生成建议): a reading becomes chapters of suggestions — aims first, then the annex, then every measure."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from taizhang.office.commitments.suggestions.aims import aims_of
from taizhang.office.commitments.suggestions.annex import (
    AnnexTarget,
    Partner,
    annex_suggestion,
    annex_targets,
    partners,
    row_words,
    with_annex,
)
from taizhang.office.commitments.suggestions.clauses import Stretch, read
from taizhang.office.commitments.suggestions.listing import project_chapters
from taizhang.office.commitments.suggestions.material import Material
from taizhang.office.commitments.suggestions.measures import measure_headings, suggestions_of
from taizhang.office.commitments.suggestions.passages import sentences_of
from taizhang.office.commitments.suggestions.suggestion import Chapter, Doubt, Passage, Place, Suggestion
from taizhang.office.plans.layout import Heading

Change = Callable[[Suggestion], Iterable[Suggestion]]


def suggest(material: Material) -> tuple[Chapter, ...]:
    """Everything of a plan that could stand in the ledger, chapter by chapter."""
    measures = measure_headings(material)
    annex = annex_targets(material)
    aims = tuple(_aim_chapters(material, annex, measures))
    tasks = tuple(_measure_chapters(material, measures))
    joined = _join_annex((*aims, *tasks), partners(material, annex))
    said = _add_siblings(material, joined, annex)
    rest = tuple(_annex_chapter(material, said, annex))
    ordered = (*said[: len(aims)], *rest, *said[len(aims) :], *project_chapters(material))
    return _numbered(_mark_disputed(material, _mark_repeated(ordered)))


def _aim_chapters(material: Material, annex: tuple[AnnexTarget, ...], measures: Iterable[Heading]) -> Iterator[Chapter]:
    """The targets outside the measures, by the main heading they stand under."""
    chapters: dict[tuple[str, ...], list[Passage]] = {}
    taken = [Stretch(heading.start, heading.section_end) for heading in measures]
    for sentence in sentences_of(material, Stretch(0, len(material.text))):
        is_measure = any(place.contains(sentence.start) for place in taken)
        if not is_measure and material.targets_within(sentence):
            section = material.section(sentence.start)
            passage = _passage(material, sentence, section[1:], aims_of(material, sentence, annex))
            chapters.setdefault(section[:1], []).append(passage)
    for headings, passages in chapters.items():
        yield Chapter(f"a{passages[0].stretch.start}", headings, False, tuple(passages))


def _measure_chapters(material: Material, measures: Iterable[Heading]) -> Iterator[Chapter]:
    for heading in measures:
        opening = Stretch(heading.start, heading.children[0].start if heading.children else heading.section_end)
        chapter = _measure_chapter(material, (heading,), opening)
        if chapter.passages:
            yield chapter
        for child in heading.children:
            yield _measure_chapter(material, (heading, child), Stretch(child.start, child.section_end))


def _measure_chapter(material: Material, path: tuple[Heading, ...], place: Stretch) -> Chapter:
    passages = tuple(
        _passage(material, sentence, material.section(sentence.start)[len(path) :], suggestions_of(material, sentence))
        for sentence in sentences_of(material, place)
    )
    return Chapter(f"h{path[-1].start}", tuple(heading.words for heading in path), True, passages)


def _passage(
    material: Material, sentence: Stretch, below: tuple[str, ...], suggestions: tuple[Suggestion, ...]
) -> Passage:
    return Passage(sentence, read(material.text, sentence), below[-1] if below else "", suggestions)


def _annex_chapter(
    material: Material, chapters: tuple[Chapter, ...], annex: Iterable[AnnexTarget]
) -> Iterator[Chapter]:
    """What only the annex promises, row by row."""
    said = _cells(chapters)
    rows: dict[Stretch, list[Suggestion]] = {}
    for target in annex:
        if target.cells[0].id not in said:
            row = Stretch(target.row.record.start, target.row.record.end)
            rows.setdefault(row, []).append(annex_suggestion(material, target))
    passages = tuple(Passage(row, row_words(material.text, row), "", tuple(found)) for row, found in rows.items())
    if passages:
        yield Chapter("annex", material.section(passages[0].stretch.start), False, passages)


def _join_annex(chapters: tuple[Chapter, ...], found: Mapping[str, Partner]) -> tuple[Chapter, ...]:
    """Text and annex about the same indicator become one suggestion that carries both places."""

    def join(suggestion: Suggestion) -> Iterable[Suggestion]:
        partner = found.get(suggestion.key)
        yield with_annex(suggestion, partner) if partner else suggestion

    return _changed(chapters, join)


def _add_siblings(
    material: Material, chapters: tuple[Chapter, ...], annex: Iterable[AnnexTarget]
) -> tuple[Chapter, ...]:
    """Beside a growth that text and annex share stands the level that only the annex gives."""
    said = _cells(chapters)
    waiting: dict[int, list[AnnexTarget]] = {}
    for target in annex:
        if target.cells[0].id not in said:
            waiting.setdefault(target.row.record.id, []).append(target)

    def add(suggestion: Suggestion) -> Iterable[Suggestion]:
        yield suggestion
        if suggestion.row_id is not None:
            yield from (annex_suggestion(material, each) for each in waiting.pop(suggestion.row_id, ()))

    return _changed(chapters, add)


def _mark_repeated(chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """Tell of an indicator target what an earlier place promised already."""
    said: set[tuple[str, str, str]] = set()

    def mark(suggestion: Suggestion) -> Iterable[Suggestion]:
        promise = (suggestion.indicator, suggestion.target.aspect, suggestion.target.period)
        is_telling = bool(suggestion.indicator) and suggestion.target.value is not None
        is_repeated = is_telling and promise in said
        if is_telling:
            said.add(promise)
        yield replace(suggestion, doubts=(*suggestion.doubts, Doubt.SAID_BEFORE)) if is_repeated else suggestion

    return _changed(chapters, mark)


def _mark_disputed(material: Material, chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """Tell where last year's figure, from which a promise starts, is another in the text than in the annex."""

    def mark(suggestion: Suggestion) -> Iterable[Suggestion]:
        origin = suggestion.baseline.origin if suggestion.baseline else None
        is_disputed = origin is not None and origin.place == Place.CELL and origin.record_id in material.disputed
        yield replace(suggestion, doubts=(*suggestion.doubts, Doubt.BASELINE_DISPUTED)) if is_disputed else suggestion

    return _changed(chapters, mark)


def _numbered(chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """Give every suggestion its place in the order in which they are shown."""
    place = itertools.count(1)
    return _changed(chapters, lambda suggestion: (replace(suggestion, position=next(place)),))


def _changed(chapters: Iterable[Chapter], change: Change) -> tuple[Chapter, ...]:
    return tuple(
        replace(
            chapter,
            passages=tuple(
                replace(passage, suggestions=tuple(new for old in passage.suggestions for new in change(old)))
                for passage in chapter.passages
            ),
        )
        for chapter in chapters
    )


def _cells(chapters: Iterable[Chapter]) -> set[int | None]:
    """The table cells that suggestions of the chapters carry."""
    return {
        origin.record_id
        for chapter in chapters
        for suggestion in chapter.suggestions
        for origin in suggestion.origins
        if origin.place == Place.CELL
    }
