"""Measures (任务和措施): part three of a plan — every sentence of it becomes at least one suggestion."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from taizhang.office.commitments.suggestions.baselines import text_baseline
from taizhang.office.commitments.suggestions.clauses import Stretch, bare, phrases, read
from taizhang.office.commitments.suggestions.figures import (
    figure_title,
    statement_kind,
    statement_origin,
    statement_target,
)
from taizhang.office.commitments.suggestions.material import Material
from taizhang.office.commitments.suggestions.passages import clauses_of, tasks_between, without_marker
from taizhang.office.commitments.suggestions.projects import named_projects
from taizhang.office.commitments.suggestions.suggestion import Doubt, Kind, Origin, Place, Suggestion
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.commitments.suggestions.words import words
from taizhang.office.plans.layout import Heading
from taizhang.office.plans.models import Modality, StatementRecord


def measure_headings(material: Material) -> tuple[Heading, ...]:
    """The main headings under which tasks and measures stand, by their titles or else by what is said under them."""
    tops = material.top_headings()
    named = [each for each in tops if _has(each, words().measures)]
    strictly = [each for each in named if not _has(each, words().other)]
    return tuple(strictly or named or [each for each in tops if _looks_ahead(material, each)])


def suggestions_of(material: Material, sentence: Stretch) -> tuple[Suggestion, ...]:
    """Everything a sentence of this part promises; the sentence itself where nothing less can be told."""
    found: list[Suggestion] = []
    for clause in clauses_of(material, sentence):
        found += _clause_suggestions(material, sentence, clause)
    found = found or [task_suggestion(material, sentence, without_marker(material, sentence))]
    return tuple(_of_scene(found) if _sets_scene(material, sentence) else found)


def task_suggestion(material: Material, sentence: Stretch, task: Stretch) -> Suggestion:
    """A promise without a figure."""
    said = bare(material.text, task)
    return _words_suggestion(material, sentence, task, Kind.TASK, said, subject="")


def figure_suggestion(material: Material, sentence: Stretch, phrase: Stretch, statement: StatementRecord) -> Suggestion:
    """A promise in figures."""
    target = statement_target(material, statement, phrase)
    is_alone = len(material.targets_within(phrase)) == 1
    return Suggestion(
        kind=statement_kind(statement),
        title=figure_title(material.text, target, statement.subject, phrase, is_alone),
        subject=statement.subject,
        indicator=statement.indicator,
        target=target,
        baseline=text_baseline(material, statement, target),
        sentence=sentence,
        sentence_words=read(material.text, sentence),
        clause=phrase,
        section=material.section(sentence.start),
        origins=(statement_origin(statement),),
        doubts=tuple(Doubt(doubt) for doubt in statement.doubts),
    )


def _clause_suggestions(material: Material, sentence: Stretch, clause: Stretch) -> Iterator[Suggestion]:
    """Figures and named projects where they stand, and a task for every run of words between them."""
    pieces = tuple(phrases(material.text, clause))
    made: list[Suggestion] = []
    taken: list[Stretch] = []
    for phrase in pieces:
        projects = _project_suggestions(material, sentence, phrase)
        figures = [figure_suggestion(material, sentence, phrase, each) for each in material.targets_within(phrase)]
        if projects or figures:
            taken.append(phrase)
            made += (*figures, *projects)
    tasks = tasks_between(material.text, clause, taken) if taken else (clause,)
    made += (task_suggestion(material, sentence, task) for task in tasks)
    return iter(sorted(made, key=lambda each: each.clause.start))


def _project_suggestions(material: Material, sentence: Stretch, phrase: Stretch) -> list[Suggestion]:
    return [
        _words_suggestion(
            material, sentence, place, Kind.PROJECT, bare(material.text, phrase), read(material.text, place)
        )
        for place in named_projects(material.text, phrase)
    ]


def _words_suggestion(
    material: Material, sentence: Stretch, place: Stretch, kind: Kind, title: str, subject: str
) -> Suggestion:
    return Suggestion(
        kind=kind,
        title=title,
        subject=subject,
        indicator="",
        target=Target(period=material.plan_year),
        baseline=None,
        sentence=sentence,
        sentence_words=read(material.text, sentence),
        clause=place,
        section=material.section(sentence.start),
        origins=(Origin(Place.WORDS, None, place, read(material.text, place)),),
    )


def _sets_scene(material: Material, sentence: Stretch) -> bool:
    place = without_marker(material, sentence)
    return any(scene.match(material.text, place.start, place.end) for scene in words().scenes)


def _of_scene(suggestions: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Figures of such a sentence may be promises all the same; its mere words hardly are."""
    for each in suggestions:
        is_words = each.kind is Kind.TASK
        yield replace(each, doubts=(*each.doubts, Doubt.SETS_SCENE)) if is_words else each


def _has(heading: Heading, wanted: tuple[str, ...]) -> bool:
    return any(word in heading.title for word in wanted)


def _looks_ahead(material: Material, heading: Heading) -> bool:
    """Whether more is promised than reported under a heading."""
    if _has(heading, words().other):
        return False
    place = Stretch(heading.start, heading.section_end)
    reported = sum(place.contains(each.start) for each in material.statements if each.modality == Modality.ACTUAL)
    return len(material.targets_within(place)) > reported
