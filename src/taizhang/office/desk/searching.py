"""Searching (检索): one query, asked of everything a person may see — commitments, plans, units."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse

from taizhang.office.accounts.models import User
from taizhang.office.commitments.selectors.search import Hit, search
from taizhang.office.organisations.selectors.tree import Node, TreeFilter, get_tree
from taizhang.office.plans.access import plans_within

MOST = 50
MOST_UNITS = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """Piece (一截): words of an excerpt, found ones marked."""

    words: str
    is_found: bool


@dataclass(frozen=True, slots=True)
class FoundCommitment:
    """Found commitment (检索到的目标任务)."""

    url: str
    title: str
    section: str
    pieces: tuple[Piece, ...]
    status: str


@dataclass(frozen=True, slots=True)
class FoundLink:
    """Found link (检索到的计划或单位)."""

    url: str
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Found (检索结果).

    Attributes:
        is_cut: whether there may be more commitments than are shown.
    """

    commitments: tuple[FoundCommitment, ...] = ()
    plans: tuple[FoundLink, ...] = ()
    units: tuple[FoundLink, ...] = ()

    @property
    def is_cut(self) -> bool:
        """Whether there may be more commitments than are shown."""
        return len(self.commitments) == MOST

    @property
    def total(self) -> int:
        """Everything shown."""
        return len(self.commitments) + len(self.plans) + len(self.units)


def find_everything(words: str, user: User, today: date) -> Found:
    """What is found in everything the person may see; nothing for an empty query."""
    if not words.strip():
        return Found()
    return Found(
        commitments=tuple(_commitments(words, user)),
        plans=tuple(_plans(words, user)),
        units=tuple(_units(words, user, today))[:MOST_UNITS],
    )


def _commitments(words: str, user: User) -> Iterator[FoundCommitment]:
    grant = user.grant("commitments.view")
    for hit in search(words, grant, MOST) if grant else ():
        yield FoundCommitment(
            url=reverse("commitments:commitment", args=[hit.commitment_id]),
            title=hit.title,
            section=" / ".join(hit.section[-2:]),
            pieces=tuple(_pieces(hit)),
            status=hit.status,
        )


def _pieces(hit: Hit) -> Iterator[Piece]:
    at = 0
    for mark in hit.marks:
        yield Piece(hit.excerpt[at : mark.start], is_found=False)
        yield Piece(hit.excerpt[mark.start : mark.end], is_found=True)
        at = mark.end
    yield Piece(hit.excerpt[at:], is_found=False)


def _plans(words: str, user: User) -> Iterator[FoundLink]:
    grant = user.grant("plans.view")
    if grant is None:
        return
    wanted = Q()
    for word in words.split():
        wanted &= Q(title__icontains=word) | Q(region__icontains=word)
    for plan in plans_within(grant).filter(wanted).order_by("-created_at", "-id")[:MOST_UNITS]:
        yield FoundLink(reverse("plans:home", args=[plan.pk]), plan.title, plan.get_step_display())


def _units(words: str, user: User, today: date) -> Iterator[FoundLink]:
    if user.grant("organisations.view") is None:
        return
    for node in _matches(get_tree(TreeFilter(today, words=words)).roots):
        yield FoundLink(reverse("organisations:unit", args=[node.id]), node.name, node.kind_label)


def _matches(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        if node.is_match:
            yield node
        yield from _matches(node.children)
