"""Selectors of comments (征求意见的读操作): a round with what was said in it, as far as the person asking may see."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404

from taizhang.office.pages.doors import Grant
from taizhang.office.plans import layout
from taizhang.office.plans.comments.models import Comment, Invitation, Round
from taizhang.office.plans.models import PlanVersion
from taizhang.office.plans.naming import unit_names
from taizhang.office.plans.sayings import quoted, section_of


@dataclass(frozen=True, slots=True)
class RoundHead:
    """Head of a round (征求意见概况)."""

    id: int
    plan_id: int
    number: int
    version_id: int
    version_number: int
    deadline: date
    letter: str
    opened_by: str
    opened_at: datetime
    closed_at: datetime | None
    revision: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class UnitRow:
    """Unit in a round (各单位反馈情况).

    Attributes:
        replied_at: when it handed its answer in as complete; None while it has not.
        comments, answered: how many comments stand, and how many of them are answered.
        is_invited: whether it was asked, or spoke unasked.
    """

    id: int
    name: str
    replied_at: datetime | None
    replied_by: str
    comments: int
    answered: int
    is_invited: bool

    @property
    def has_nothing(self) -> bool:
        """Whether it answered 无意见."""
        return self.replied_at is not None and not self.comments


@dataclass(frozen=True, slots=True)
class CommentRow:
    """Comment as shown (意见): with its place, and the answer."""

    id: int
    unit_id: int
    unit: str
    by: str
    at: datetime
    start: int | None
    end: int | None
    quote: str
    section: tuple[str, ...]
    words: str
    is_withdrawn: bool
    verdict: str
    verdict_label: str
    reason: str
    answered_by: str
    answered_at: datetime | None
    revision: int


@dataclass(frozen=True, slots=True)
class RoundPage:
    """Round with everything in it that the person asking may see (征求意见页).

    Attributes:
        rounds: the heads of all rounds of the plan.
        voices: the units the person may speak for, id and name.
        unanswered: how many comments wait for an answer.
    """

    head: RoundHead
    rounds: tuple[RoundHead, ...]
    units: tuple[UnitRow, ...]
    comments: tuple[CommentRow, ...]
    voices: tuple[tuple[int, str], ...]

    @property
    def unanswered(self) -> int:
        """How many comments wait for an answer."""
        return sum(not row.verdict and not row.is_withdrawn for row in self.comments)

    @property
    def replied(self) -> int:
        """How many of those asked have answered."""
        return sum(unit.replied_at is not None for unit in self.units if unit.is_invited)

    @property
    def invited(self) -> int:
        """How many were asked."""
        return sum(unit.is_invited for unit in self.units)


def rounds_of(plan_id: int, today: date) -> tuple[RoundHead, ...]:
    """Every round of a plan, newest first."""
    rounds = Round.objects.filter(plan=plan_id).select_related("version", "opened_by").order_by("-number")
    return tuple(_head(each, today) for each in rounds.defer("version__text", "version__layout", "version__bindings"))


def round_page(plan_id: int, number: int | None, *, sees: Grant, speaks: Grant | None, today: date) -> RoundPage | None:
    """A round, or the newest; None where there was never one.

    Args:
        sees: by ``plans.view``: the comments of everybody, or of one's own units.
        speaks: by ``plans.comment``.

    Raises:
        Http404: the plan has no round of that number.
    """
    rounds = rounds_of(plan_id, today)
    if not rounds:
        return None
    head = next((each for each in rounds if number in {None, each.number}), None)
    if head is None:
        raise Http404
    own = None if sees.is_unlimited else sees.organisations
    comments = Comment.objects.filter(round=head.id).select_related("by", "answered_by")
    invitations = Invitation.objects.filter(round=head.id).select_related("replied_by")
    if own is not None:
        comments, invitations = comments.filter(organisation__in=own), invitations.filter(organisation__in=own)
    said, asked = list(comments), list(invitations)
    heard, own_units = {each.organisation_id for each in said}, speaks.organisations if speaks else frozenset()
    names = unit_names(today, heard | {each.organisation_id for each in asked} | own_units)
    return RoundPage(
        head=head,
        rounds=rounds,
        units=_units(asked, said, names),
        comments=_comments(head, said, names),
        voices=_voices(asked, speaks, names),
    )


def _head(each: Round, today: date) -> RoundHead:
    return RoundHead(
        id=each.pk,
        plan_id=each.plan_id,
        number=each.number,
        version_id=each.version_id,
        version_number=each.version.number,
        deadline=each.deadline,
        letter=each.letter,
        opened_by=each.opened_by.name,
        opened_at=each.opened_at,
        closed_at=each.closed_at,
        revision=each.revision,
        is_open=each.closed_at is None and each.deadline >= today,
    )


def _units(asked: Sequence[Invitation], said: Sequence[Comment], names: Mapping[int, str]) -> tuple[UnitRow, ...]:
    standing = [each for each in said if each.withdrawn_at is None]
    comments = Counter(each.organisation_id for each in standing)
    answered = Counter(each.organisation_id for each in standing if each.verdict)
    invited = {each.organisation_id: each for each in asked}
    order = list(names)
    rows = []
    for unit_id in sorted({*invited, *comments}, key=lambda each: order.index(each) if each in names else len(order)):
        invitation = invited.get(unit_id)
        rows.append(
            UnitRow(
                id=unit_id,
                name=names.get(unit_id, ""),
                replied_at=invitation.replied_at if invitation else None,
                replied_by=invitation.replied_by.name if invitation and invitation.replied_by else "",
                comments=comments[unit_id],
                answered=answered[unit_id],
                is_invited=invitation is not None,
            )
        )
    return tuple(rows)


def _comments(head: RoundHead, said: Sequence[Comment], names: Mapping[int, str]) -> tuple[CommentRow, ...]:
    if not said:
        return ()
    version = PlanVersion.objects.only("layout").get(id=head.version_id)
    headings = layout.load_headings(version.layout)
    on_the_whole_first = sorted(said, key=lambda each: (each.start is not None, each.start or 0, each.at))
    return tuple(
        CommentRow(
            id=each.pk,
            unit_id=each.organisation_id,
            unit=names.get(each.organisation_id, ""),
            by=each.by.name,
            at=each.at,
            start=each.start,
            end=each.end,
            quote=quoted(each.quote, 0, len(each.quote)),
            section=section_of(headings, each.start) if each.start is not None else (),
            words=each.words,
            is_withdrawn=each.withdrawn_at is not None,
            verdict=each.verdict,
            verdict_label=each.get_verdict_display() if each.verdict else "",
            reason=each.reason,
            answered_by=each.answered_by.name if each.answered_by else "",
            answered_at=each.answered_at,
            revision=each.revision,
        )
        for each in on_the_whole_first
    )


def _voices(asked: Sequence[Invitation], speaks: Grant | None, names: Mapping[int, str]) -> tuple[tuple[int, str], ...]:
    """For whom the person may speak: their units that were asked; any of theirs where they may speak to everything."""
    if speaks is None:
        return ()
    heard = speaks.organisations
    if not speaks.is_unlimited:
        heard &= {each.organisation_id for each in asked}
    return tuple((unit_id, name) for unit_id, name in names.items() if unit_id in heard)
