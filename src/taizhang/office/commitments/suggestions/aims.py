"""Aims (预期目标): a sentence of targets outside the part of measures, clause by clause."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from taizhang.office.commitments.suggestions.annex import AnnexTarget, row_named_by
from taizhang.office.commitments.suggestions.baselines import annex_baseline
from taizhang.office.commitments.suggestions.clauses import Stretch, bare, phrases
from taizhang.office.commitments.suggestions.material import Material
from taizhang.office.commitments.suggestions.measures import figure_suggestion, task_suggestion
from taizhang.office.commitments.suggestions.passages import clauses_of
from taizhang.office.commitments.suggestions.suggestion import Kind, Suggestion
from taizhang.office.plans.models import Aspect


def aims_of(material: Material, sentence: Stretch, annex: tuple[AnnexTarget, ...]) -> tuple[Suggestion, ...]:
    """What a sentence of targets promises; every figure in it is an indicator's, known to the catalogue or not."""
    found: list[Suggestion] = []
    for clause in clauses_of(material, sentence):
        figures = tuple(_figures(material, sentence, clause))
        found += figures or (_in_words(material, sentence, clause, annex),)
    return tuple(found)


def _figures(material: Material, sentence: Stretch, clause: Stretch) -> Iterator[Suggestion]:
    for phrase in phrases(material.text, clause):
        for statement in material.targets_within(phrase):
            yield replace(figure_suggestion(material, sentence, phrase, statement), kind=Kind.INDICATOR)


def _in_words(material: Material, sentence: Stretch, clause: Stretch, annex: Iterable[AnnexTarget]) -> Suggestion:
    """A clause without figures, with the annex row whose indicator it names; one that names none is a task."""
    task = task_suggestion(material, sentence, clause)
    by_row = {target.row.record.id: target for target in annex}
    named = row_named_by(task.title, (target.row for target in by_row.values()))
    if named is None:
        return task
    row, name = named
    said_there = [
        origin for target in annex if target.row is row and target.target.value is None for origin in target.origins
    ]
    expression = bare(material.text, clause).removeprefix(name)
    return replace(
        task,
        kind=Kind.INDICATOR,
        subject=row.record.indicator,
        indicator=row.record.code,
        target=replace(task.target, aspect=Aspect.LEVEL, expression=expression),
        baseline=annex_baseline(row, Aspect.LEVEL, expression),
        origins=(*task.origins, *said_there),
        row_id=row.record.id,
    )
