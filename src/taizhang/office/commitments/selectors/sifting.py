"""Sifting (筛选排序): what is asked of the ledger, in words of the database, so that a page costs the same however long the ledger is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, F, FloatField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Length, NullIf, Substr

from taizhang.office.commitments.models import Commitment, Kind, Role, Source, Status

TEXT, ANNEX, BOTH = "text", "annex", "both"
SECTION_DEPTH = 2  # 三、… and （一）… are what a ledger is divided by
IN_ORDER_OF_THE_PLAN = ("version_id", "position", "id")


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Ledger filter (筛选条件); empty where everything is wanted.

    Attributes:
        status: what stands decided.
        words: to be found in title, subject, the promise itself, its headings or the indicator.
        kind, section, indicator, place: one of each; ``section`` as ``chapter_of``.
        sort: a key of ``SORTS``, after ``-`` the other way round.
        page: from 1.
    """

    status: str = Status.ADOPTED
    words: str = ""
    kind: str = ""
    section: str = ""
    indicator: str = ""
    place: str = ""
    sort: str = ""
    page: int = 1

    @property
    def is_everything(self) -> bool:
        """Whether nothing of the status is left out."""
        return not any((self.words, self.kind, self.section, self.indicator, self.place))

    @property
    def is_in_order(self) -> bool:
        """Whether rows are to stand as they stand in the plan."""
        return not SORTS.get(self.sort) and not self.sort.startswith("-")


def chapter_of(section: list[str]) -> str:
    """The headings a commitment stands under, as far as the ledger is divided by them."""
    return " ".join(section[:SECTION_DEPTH])


def sift(ledger: QuerySet[Commitment], wanted: LedgerFilter, sections: Sequence[list[str]]) -> QuerySet[Commitment]:
    """Of a ledger, what is asked for; ``sections`` are all there are in it."""
    equal = {name: value for name in ("kind", "indicator") if (value := getattr(wanted, name))}
    found = ledger.filter(**equal).annotate(promise=_promise())
    if wanted.section:
        found = found.filter(_under(section for section in sections if chapter_of(section) == wanted.section))
    if wanted.place:
        found = found.annotate(place=_place()).filter(place=wanted.place)
    for word in wanted.words.split():
        headed = _under(section for section in sections if word.casefold() in " ".join(section).casefold())
        named = Q(title__icontains=word) | Q(subject__icontains=word) | Q(indicator__icontains=word)
        found = found.filter(named | headed | Q(promise__icontains=word))
    return found


def sort(found: QuerySet[Commitment], by: str) -> QuerySet[Commitment]:
    """In the order of a key of ``SORTS``; what says nothing of it comes last, after ``-`` first."""
    keys = [*SORTS.get(by.removeprefix("-"), ()), *IN_ORDER_OF_THE_PLAN]
    found = found.alias(place=_place()) if "place" in keys else found
    expressions = [F(key) if isinstance(key, str) else key for key in keys]
    is_down = by.startswith("-")
    return found.order_by(
        *(each.desc(nulls_first=True) if is_down else each.asc(nulls_last=True) for each in expressions)
    )


def _said(name: str) -> NullIf:
    return NullIf(name, Value(""))


def _number(name: str) -> Cast:
    """Printed figures are kept as text; as numbers, roughly, they are only put in order."""
    return Cast(name, FloatField())


# By what the ledger can be sorted: expressions beside the order of the plan, which sections follow too.
SORTS: Mapping[str, Sequence[Any]] = {
    "number": (),
    "kind": (Case(*(When(kind=kind, then=Value(place)) for place, kind in enumerate(Kind.values))),),
    "subject": (Coalesce(_said("subject"), "title"),),
    "target": (Case(When(value=None, then=1), default=0), _said("unit"), _number("value")),
    "baseline": (_said("baseline_unit"), _number("baseline_value")),
    "section": (),
    "place": ("place",),
    "decided": ("decided_at",),
}


def _promise() -> Case:
    """The part of the sentence that promises; the whole where it was not cut, see ``ledger.cut``."""
    start, length = F("clause_start") - F("sentence_start"), F("clause_end") - F("clause_start")
    is_cut = Q(clause_start__gte=F("sentence_start"), sentence_end=F("sentence_start") + Length("sentence"))
    return Case(When(is_cut, then=Substr("sentence", start + 1, length)), default="sentence", output_field=TextField())


def _under(sections: Iterable[list[str]]) -> Q:
    return reduce(or_, (Q(section=section) for section in sections), Q(pk__in=()))


def _place() -> Case:
    """Whether text, annex or both promise it, what was merged into it included."""
    holder = Coalesce("commitment__merged_into", "commitment")
    promises = Source.objects.filter(role=Role.PROMISE).annotate(holder=holder).order_by()
    is_in_text = Q(cell=None, row=None)
    in_text = Q(pk__in=promises.filter(is_in_text).values("holder"))
    in_annex = Q(pk__in=promises.exclude(is_in_text).values("holder"))
    return Case(
        When(in_text & in_annex, then=Value(BOTH)),
        When(in_annex, then=Value(ANNEX)),
        default=Value(TEXT),
        output_field=TextField(),
    )
