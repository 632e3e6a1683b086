"""Search (检索): commitments by any words of their sentence, title, section, indicator, or the units that answer for them.

Chinese has no blanks between words: what is searched is folded (``folding``) and kept in one column beside the commitment,
and the database looks for the folded query in it. Why no index of pairs of characters: docs/adr/0012.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Case, Q, QuerySet, Value, When

from taizhang.office.commitments.access import commitments_within
from taizhang.office.commitments.folding import fold, folded_with_places
from taizhang.office.commitments.models import Commitment, SearchText, Status
from taizhang.office.pages.doors import Grant

AROUND = 30  # code points of an excerpt before its first hit and after
LONGEST = 120
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """Mark (命中): where a word of the query stands in an excerpt; half open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Hit (检索结果): one commitment that is found.

    Attributes:
        title, section: as in the ledger.
        excerpt: the part of its sentence that was found; its title where the sentence has none of the words.
        marks: where the words stand in the excerpt, in order, none overlapping another.
        status: adopted or set aside.
    """

    commitment_id: int
    plan_id: int
    title: str
    section: tuple[str, ...]
    excerpt: str
    marks: tuple[Mark, ...]
    status: str


def search(words: str, grant: Grant, limit: int = 50) -> tuple[Hit, ...]:
    """What is found by all of the words, the best first: the title before the sentence, the phrase before its words.

    Width, case and blanks within the words make no difference. Withdrawn and merged commitments are not found.
    """
    terms = terms_of(words)
    if not terms:
        return ()
    found = _ranked(SearchText.objects.filter(_all_in("words", terms)), fold(words), terms)
    reached = found.filter(commitment__in=commitments_within(grant)) if not grant.is_unlimited else found
    ids = list(reached.values_list("commitment_id", flat=True)[:limit])
    rows = Commitment.objects.filter(id__in=ids).select_related("version")
    light = rows.only("title", "section", "sentence", "status", "version__plan_id").in_bulk()
    return tuple(_hit(light[each], terms) for each in ids)


def terms_of(words: str) -> tuple[str, ...]:
    """The words of a query, folded; each only once, and not endlessly many."""
    return tuple(dict.fromkeys(filter(None, map(fold, words.split()))))[:MOST_WORDS]


def marks_in(words: str, terms: Iterable[str]) -> tuple[Mark, ...]:
    """Where folded terms stand in words, as places of the words themselves."""
    folded, places = folded_with_places(words)
    found: list[Mark] = []
    for term in terms:
        at = folded.find(term)
        while at >= 0:
            found.append(Mark(places[at], places[at + len(term) - 1] + 1))
            at = folded.find(term, at + len(term))
    return _apart(found)


def _ranked(found: QuerySet[SearchText], phrase: str, terms: Sequence[str]) -> QuerySet[SearchText]:
    rank = Case(
        When(title=phrase, then=Value(0)),
        When(title__contains=phrase, then=Value(1)),
        When(_all_in("title", terms), then=Value(2)),
        When(words__contains=phrase, then=Value(3)),
        default=Value(4),
    )
    standing = found.filter(commitment__status__in=(Status.ADOPTED, Status.SET_ASIDE))
    return standing.annotate(rank=rank).order_by(
        "rank", "commitment__status", "-commitment__version_id", "commitment_id"
    )


def _all_in(column: str, terms: Iterable[str]) -> Q:
    wanted = Q()
    for term in terms:
        wanted &= Q(**{f"{column}__contains": term})
    return wanted


def _hit(commitment: Commitment, terms: Sequence[str]) -> Hit:
    said = commitment.sentence
    marks = marks_in(said, terms)
    if not marks:
        said, marks = commitment.title, marks_in(commitment.title, terms)
    excerpt, shown = _excerpt(said, marks)
    return Hit(
        commitment_id=commitment.id,
        plan_id=commitment.version.plan_id,
        title=commitment.title,
        section=tuple(commitment.section),
        excerpt=excerpt,
        marks=shown,
        status=commitment.status,
    )


def _excerpt(said: str, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """The words around the first mark, and the marks that still stand in them."""
    first = max(0, (marks[0].start if marks else 0) - AROUND)
    last = min(len(said), first + LONGEST)
    before, after = "…" if first else "", "…" if last < len(said) else ""
    shift = len(before) - first
    inside = (mark for mark in marks if mark.end <= last)
    return f"{before}{said[first:last]}{after}", tuple(Mark(each.start + shift, each.end + shift) for each in inside)


def _apart(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks in order; those that overlap or touch become one."""
    joined: list[Mark] = []
    for mark in sorted(marks, key=lambda each: (each.start, each.end)):
        if joined and mark.start <= joined[-1].end:
            joined[-1] = Mark(joined[-1].start, max(joined[-1].end, mark.end))
        else:
            joined.append(mark)
    return tuple(joined)
