"""Parts (拆分): a commitment's words taken apart, as the reader would or as a person marked them."""

import re
from collections.abc import Iterable, Sequence

from taizhang.office.commitments.models import Commitment, Role, Source
from taizhang.office.commitments.selectors.readings import load_material
from taizhang.office.commitments.suggestions.clauses import Stretch, bare, phrases, read
from taizhang.office.commitments.suggestions.material import Material
from taizhang.office.commitments.suggestions.measures import figure_suggestion, task_suggestion
from taizhang.office.commitments.suggestions.passages import SHORTEST_TASK
from taizhang.office.commitments.suggestions.suggestion import Suggestion

LISTED = re.compile(r"[^、]+、?")
SKIPPED = re.compile(r"\s+")


def is_divisible(commitment: Commitment) -> bool:
    """Whether it stands in running text; the row of a table is one promise for each cell already."""
    return any(not (source.cell_id or source.row_id) for source in _promises(commitment))


def proposed_lines(commitment: Commitment) -> tuple[str, ...]:
    """The words of a commitment as the reader would take them apart: at commas, else at the marks of a list."""
    text, clause = _text_and_clause(commitment)
    pieces = tuple(phrases(text, clause))
    if len(pieces) == 1:
        found = LISTED.finditer(text, clause.start, clause.end)
        pieces = tuple(Stretch(match.start(), match.end()) for match in found)
    return _joined_where_short(text, pieces)


def find_lines(commitment: Commitment, lines: Iterable[str]) -> tuple[Stretch, ...] | str:
    """Where each line stands in the commitment's words, one after the other; or the first line that does not."""
    text, clause = _text_and_clause(commitment)
    at, found = clause.start, []
    for line in filter(None, map(str.strip, lines)):
        match = _pattern(line).search(text, at, clause.end)
        if match is None:
            return line
        found.append(Stretch(match.start(), match.end()))
        at = match.end()
    return tuple(found)


def suggestions_of_parts(commitment: Commitment, parts: Sequence[Stretch]) -> tuple[Suggestion, ...]:
    """What each part promises: its figure where it has one that nothing holds yet, else its words."""
    material = load_material(commitment.version_id)
    taken = Source.objects.filter(version_id=commitment.version_id, is_held=True, statement__isnull=False)
    held = frozenset(taken.values_list("statement_id", flat=True))
    sentence = Stretch(commitment.sentence_start, commitment.sentence_end)
    return tuple(part_suggestion(material, sentence, part, held) for part in parts)


def part_suggestion(material: Material, sentence: Stretch, part: Stretch, held: frozenset[int | None]) -> Suggestion:
    """What a part promises: its one figure that nothing holds yet, else its words."""
    free = [each for each in material.targets_within(part) if each.id not in held]
    if len(free) == 1:
        return figure_suggestion(material, sentence, part, free[0])
    return task_suggestion(material, sentence, part)


def own_part(commitment: Commitment, parts: Sequence[Stretch]) -> int:
    """Which of the parts the commitment itself goes on as: the one with its figure, else the first."""
    figures = [source.start for source in _promises(commitment) if source.statement_id]
    return next((number for number, part in enumerate(parts) if any(map(part.contains, figures))), 0)


def words_of(commitment: Commitment, part: Stretch) -> str:
    """The words of a part without the mark that closes it."""
    return bare(_text_and_clause(commitment)[0], part)


def _promises(commitment: Commitment) -> list[Source]:
    return [each for each in commitment.sources.all() if each.role == Role.PROMISE and each.is_held]


def _text_and_clause(commitment: Commitment) -> tuple[str, Stretch]:
    return commitment.version.text, Stretch(commitment.clause_start, commitment.clause_end)


def _joined_where_short(text: str, pieces: Iterable[Stretch]) -> tuple[str, ...]:
    """A piece too short to be a task of its own (一是，) stays with what follows it."""
    lines, begun = [], ""
    for piece in pieces:
        begun += read(text, piece)
        if len(bare(text, piece)) >= SHORTEST_TASK:
            lines.append(begun)
            begun = ""
    if begun and lines:
        lines[-1] += begun
    return tuple(lines) or (begun,)


def _pattern(line: str) -> re.Pattern[str]:
    """The words of a line, wherever the text breaks them."""
    return re.compile(r"\s*".join(map(re.escape, SKIPPED.sub("", line))))
