"""Story (来龙去脉): one commitment with its chain of custody — document, sentence, decision, every change since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404

from taizhang.office.commitments.addresses import place_url
from taizhang.office.commitments.models import Action, Amendment, Commitment, Role, Source, Status
from taizhang.office.commitments.selectors.ledger import cut, draft_of, place_of
from taizhang.office.commitments.selectors.readings import current_version_id
from taizhang.office.plans.intake import CatalogueEntry, catalogue_entry


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
class Story:
    """Story (来龙去脉).

    Attributes:
        commitment: the row itself, with its version and plan.
        before, clause, after: the sentence, cut at what it promises here.
        place: ``text``, ``annex`` or ``both``.
        indicator: what the catalogue knows of it; None where it does not know it.
        promises, baselines: what the document says of the promise, and of the figure it starts from.
        events: everything done to it, oldest first.
        is_in_force, is_amendable: what may be done next.
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

    @property
    def is_in_force(self) -> bool:
        """Whether the decision stands."""
        return self.commitment.status != Status.WITHDRAWN

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
        .select_related("version__plan", "version__received_by", "decided_by")
        .defer("version__text", "version__layout", "version__bindings")
        .prefetch_related("sources", amendments),
        id=commitment_id,
    )
    sources = list(commitment.sources.all())
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
    )


def _saying(plan_id: int, source: Source, draft: int | None) -> Saying:
    return Saying(source.quote, bool(source.cell_id or source.row_id), place_url(plan_id, source, draft))


def _event(amendment: Amendment) -> Event:
    shows_changes = amendment.action in {Action.ADOPTED, Action.AMENDED}
    return Event(
        action=amendment.action,
        label=amendment.get_action_display(),
        by=amendment.by.name,
        at=amendment.at,
        reason=amendment.reason,
        changes=tuple(_changes(amendment)) if shows_changes else (),
    )


def _changes(amendment: Amendment) -> Iterator[Change]:
    for name, (old, new) in amendment.changes.items():
        try:
            field = Commitment._meta.get_field(name)
        except FieldDoesNotExist:  # a field that a later version of the program gave up
            yield Change(name, old or "", new or "")
            continue
        choices = dict(getattr(field, "flatchoices", None) or ())
        label = str(getattr(field, "verbose_name", name))
        yield Change(label, str(choices.get(old, old or "")), str(choices.get(new, new or "")))
