"""Story (来龙去脉): one commitment with its chain of custody — document, sentence, decision, every change since."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404

from taizhang.office.commitments import drafts
from taizhang.office.commitments.addresses import place_url
from taizhang.office.commitments.models import Action, Amendment, Commitment, Role, Source, Status
from taizhang.office.commitments.selectors.ledger import cut, draft_of, place_of
from taizhang.office.commitments.selectors.readings import current_version_id, is_approved
from taizhang.office.plans.intake import CatalogueEntry, catalogue_entry

STATUS_ONLY = frozenset({Action.SET_ASIDE, Action.WITHDRAWN, Action.RESTORED, Action.MERGED, Action.KEPT})
UNTOLD = frozenset({
    "version_id",
    "sentence_start",
    "sentence_end",
    "clause_start",
    "clause_end",
    "position",
    "section",
    "merged_into_id",
    "kept_for_id",
    "reference_indicator",
})


@dataclass(frozen=True, slots=True)
class Change:
    """Change (变动): one field, before and after, as people read it."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Event:
    """Event (一步): something done to the commitment."""

    action: str
    label: str
    by: str
    at: datetime
    reason: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """Saying (一处原文): what one place of the document says, and where."""

    quote: str
    is_in_annex: bool
    url: str


@dataclass(frozen=True, slots=True)
class Relative:
    """Relative (相关条目): another commitment that this one came from, or that was merged into it."""

    id: int
    title: str


@dataclass(frozen=True, slots=True)
class Setter:
    """Setter (设定人): who set the tolerance, and when; a dated table of rules until a person chooses otherwise."""

    name: str
    at: datetime | None
    rules: str


@dataclass(frozen=True, slots=True)
class Story:
    """Story (来龙去脉).

    Attributes:
        commitment: the row itself, with its version and plan.
        before, clause, after: the sentence, cut at what it promises here.
        place: ``text``, ``annex`` or ``both``.
        indicator: what the catalogue knows of it; None where it does not know it.
        promises, baselines: what the document says of the promise, and of the figure it starts from.
        events: everything done to it, oldest first.
        split_from, merged_into: what it came from, and what survives it; None where nothing.
        merged: what was merged into it.
        setter: who set the tolerance.
        is_approved: whether what it promises is frozen by a resolution.
    """

    commitment: Commitment
    before: str
    clause: str
    after: str
    place: str
    indicator: CatalogueEntry | None
    promises: tuple[Saying, ...]
    baselines: tuple[Saying, ...]
    events: tuple[Event, ...]
    split_from: Relative | None
    merged_into: Relative | None
    merged: tuple[Relative, ...]
    setter: Setter
    is_approved: bool

    @property
    def is_in_force(self) -> bool:
        """Whether the decision stands."""
        return self.commitment.status in {Status.ADOPTED, Status.SET_ASIDE}

    @property
    def is_divisible(self) -> bool:
        """Whether it stands in running text, and can be split."""
        return any(not each.is_in_annex for each in self.promises)

    @property
    def is_withdrawn(self) -> bool:
        """Whether it can be restored."""
        return self.commitment.status == Status.WITHDRAWN

    @property
    def is_adopted(self) -> bool:
        """Whether it stands in the ledger."""
        return self.commitment.status == Status.ADOPTED


def get_story(commitment_id: int) -> Story:
    """One commitment with its chain of custody.

    Raises:
        Http404: there is none of that id.
    """
    amendments = Prefetch("amendments", Amendment.objects.select_related("by"))
    commitment = get_object_or_404(
        Commitment.objects
        .select_related("version__plan", "version__received_by", "decided_by", "split_from", "merged_into")
        .defer("version__text", "version__layout", "version__bindings")
        .prefetch_related("sources", "merged__sources", amendments),
        id=commitment_id,
    )
    merged = list(commitment.merged.all())
    sources = [
        source
        for each in (commitment, *merged)
        for source in each.sources.all()
        if source.version_id == commitment.version_id
    ]
    promises = [source for source in sources if source.role == Role.PROMISE]
    before, clause, after = cut(commitment)
    plan_id = commitment.version.plan_id
    draft = draft_of(commitment, current_version_id(plan_id))
    return Story(
        commitment=commitment,
        before=before,
        clause=clause,
        after=after,
        place=place_of(promises),
        indicator=catalogue_entry(commitment.indicator),
        promises=tuple(_saying(plan_id, source, draft) for source in promises),
        baselines=tuple(_saying(plan_id, source, draft) for source in sources if source.role == Role.BASELINE),
        events=tuple(_event(amendment) for amendment in commitment.amendments.all()),
        split_from=_relative(commitment.split_from),
        merged_into=_relative(commitment.merged_into),
        merged=tuple(Relative(each.id, each.title) for each in merged),
        setter=_setter(commitment),
        is_approved=is_approved(commitment.version_id),
    )


def proposal_words(commitment: Commitment) -> tuple[str, str]:
    """Why its kind of target would be proposed today, in Chinese and English."""
    return drafts.proposal_for(commitment, commitment.version.plan.year).why


def _relative(commitment: Commitment | None) -> Relative | None:
    return Relative(commitment.id, commitment.title) if commitment else None


def _setter(commitment: Commitment) -> Setter:
    chosen = [each for each in commitment.amendments.all() if {"tolerance", "tolerance_basis"} & each.changes.keys()]
    if chosen:
        return Setter(chosen[-1].by.name, chosen[-1].at, "")
    return Setter("", None, commitment.rules_version)


def _saying(plan_id: int, source: Source, draft: int | None) -> Saying:
    return Saying(source.quote, bool(source.cell_id or source.row_id), place_url(plan_id, source, draft))


def _event(amendment: Amendment) -> Event:
    shows_changes = amendment.action not in STATUS_ONLY
    return Event(
        action=amendment.action,
        label=amendment.get_action_display(),
        by=amendment.by.name,
        at=amendment.at,
        reason=amendment.reason,
        changes=tuple(changes_of(amendment.changes)) if shows_changes else (),
    )


def changes_of(changes: Mapping[str, Sequence[str | None]]) -> Iterator[Change]:
    """Old and new values as people read them."""
    for name, (old, new) in changes.items():
        if name in UNTOLD:  # of the machinery, told by the event itself
            continue
        try:
            field = Commitment._meta.get_field(name)
        except FieldDoesNotExist:  # a field that a later version of the program gave up
            yield Change(name, old or "", new or "")
            continue
        choices = dict(getattr(field, "flatchoices", None) or ())
        label = str(getattr(field, "verbose_name", name))
        yield Change(label, str(choices.get(old, old or "")), str(choices.get(new, new or "")))
