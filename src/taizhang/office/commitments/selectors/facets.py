"""Facets (筛选项): by what a ledger can be filtered, and how many rows have each; counted once between two changes of it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Max, Min, QuerySet

from taizhang.office.commitments.models import Amendment, Commitment
from taizhang.office.commitments.selectors.sifting import chapter_of

KEPT_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Facets:
    """Facets (筛选项): of the rows of one status, but for ``statuses``, which are of all.

    Attributes:
        statuses, kinds, chapters: how many rows have each.
        sections: all there are, as lists of headings.
        indicators: code, what is called so, and how many rows have it.
        total: how many rows there are.
    """

    statuses: dict[str, int]
    kinds: dict[str, int]
    chapters: dict[str, int]
    sections: tuple[list[str], ...]
    indicators: tuple[tuple[str, str, int], ...]
    total: int


def facets_of(held: QuerySet[Commitment], status: str, *, plan_id: int | None) -> Facets:
    """Of the commitments held; those of a whole plan, where it is named, are kept until something is done to any commitment."""
    if plan_id is None:
        return _count(held, status)
    # Whatever is done leaves an amendment. Their number counts too: one may become visible after another that came later.
    done = Amendment.objects.aggregate(last=Max("id"), count=Count("id"))
    key = f"ledger-facets-{plan_id}-{status}-{done['last']}-{done['count']}"
    kept: Facets | None = cache.get(key)
    if kept is None:
        kept = _count(held, status)
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _count(held: QuerySet[Commitment], status: str) -> Facets:
    counted = list(held.order_by().values_list("status", "kind").annotate(count=Count("id")))
    statuses: Counter[str] = Counter()
    for each, _kind, count in counted:
        statuses[each] += count
    of_status = held.filter(status=status)
    sections = _groups(of_status, "section")
    chapters: Counter[str] = Counter()
    for section, _subject, count in sections:
        chapters[chapter_of(section)] += count
    return Facets(
        statuses=dict(statuses),
        kinds={kind: count for each, kind, count in counted if each == status},
        chapters=dict(chapters),
        sections=tuple(section for section, *_ in sections),
        indicators=tuple(group for group in _groups(of_status, "indicator") if group[0]),
        total=statuses[status],
    )


def _groups(of_status: QuerySet[Commitment], field: str) -> list[tuple[Any, str, int]]:
    """Every value of a field, what is called so, and how many have it; in the order in which the plan has the first."""
    grouped = of_status.values_list(field).annotate(
        called=Min("subject"), count=Count("id"), first_version=Min("version"), first=Min("position")
    )
    return [row[:3] for row in grouped.order_by("first_version", "first")]
