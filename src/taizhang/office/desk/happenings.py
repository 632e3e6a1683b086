"""Happenings (最近变化): what others did to plans, commitments and assignments within a person's reach, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from taizhang.office.assignments.models import Event, State
from taizhang.office.assignments.selectors.holders import duties_of
from taizhang.office.commitments.access import commitments_within
from taizhang.office.commitments.models import Amendment, Commitment
from taizhang.office.desk.entry import Happening, Viewer
from taizhang.office.pages.doors import APPROVED, ASSIGNED, Grant
from taizhang.office.plans.access import plans_within
from taizhang.office.plans.life.models import Passage

MOST = 20
READ = 200  # rows of each kind; many of one press of a button become one line


def happenings(viewer: Viewer, since: datetime | None) -> tuple[Happening, ...]:
    """The newest of all kinds; what one press of a button did to many is one line."""
    found = [*_passages(viewer), *_amendments(viewer), *_events(viewer)]
    found.sort(key=lambda each: each.at, reverse=True)
    return tuple(replace(each, is_new=since is not None and each.at > since) for each in found[:MOST])


def _passages(viewer: Viewer) -> Iterator[Happening]:
    grant = viewer.grant("plans.view")
    if grant is None:
        return
    moves = Passage.objects.filter(plan__in=plans_within(grant)).exclude(by=viewer.user.pk)
    for each in moves.select_related("plan", "by").order_by("-at", "-id")[:MOST]:
        url = reverse("plans:life", args=[each.plan_id])
        yield Happening(each.at, each.by.name, each.get_to_step_display(), each.plan.title, url, each.document_number)


def _amendments(viewer: Viewer) -> Iterator[Happening]:
    grant = viewer.grant("commitments.view")
    if grant is None:
        return
    done = Amendment.objects.filter(commitment__in=commitments_within(grant)).exclude(by=viewer.user.pk)
    rows = done.select_related("commitment__version", "by").only(
        "action", "at", "batch", "reason", "by__name", "commitment__title", "commitment__subject",
        "commitment__version__plan_id",
    )  # fmt: skip
    for batch in _batches(rows.order_by("-id")[:READ]):
        first = batch[0]
        one, many = _address(first.commitment, len(batch))
        title = _several(first.commitment, len(batch))
        url = reverse(one, args=[many])
        yield Happening(first.at, first.by.name, first.get_action_display(), title, url, first.reason)


def _events(viewer: Viewer) -> Iterator[Happening]:
    grant = viewer.grant("assignments.view")
    if grant is None:
        return
    done = _reached(grant, viewer).exclude(by=viewer.user.pk).select_related("assignment__commitment__version", "by")
    rows = done.only(
        "action", "at", "batch", "reason", "by__name", "assignment__commitment__title",
        "assignment__commitment__subject", "assignment__commitment__version__plan_id",
    )  # fmt: skip
    for batch in _batches(rows.order_by("-id")[:READ]):
        first = batch[0]
        commitment = first.assignment.commitment
        url = reverse("assignments:record", args=[first.assignment_id])
        if len(batch) > 1:
            url = reverse("assignments:of_plan", args=[commitment.version.plan_id])
        title = _several(commitment, len(batch))
        yield Happening(first.at, first.by.name, first.get_action_display(), title, url, first.reason)


def _reached(grant: Grant, viewer: Viewer) -> QuerySet[Event]:
    if grant.is_unlimited:
        return Event.objects.all()
    reached = Q(pk__in=())
    if ASSIGNED in grant.scopes:
        reached |= Q(assignment__in=duties_of(grant.organisations, viewer.units).values("assignment"))
    if APPROVED in grant.scopes:
        reached |= Q(assignment__state=State.HANDED_OUT)
    return Event.objects.filter(reached)


def _batches(rows: Iterable[Amendment] | Iterable[Event]) -> Iterator[list]:  # type: ignore[type-arg]  # of one kind
    """What was done by one press of a button, together; the newest first."""
    by_batch: dict[object, list[Amendment | Event]] = {}
    for row in rows:
        by_batch.setdefault((row.batch, row.action), []).append(row)
    return islice(iter(by_batch.values()), MOST)


def _address(commitment: Commitment, count: int) -> tuple[str, int]:
    if count == 1:
        return "commitments:commitment", commitment.pk
    return "commitments:of_plan", commitment.version.plan_id


def _several(commitment: Commitment, count: int) -> str:
    title = commitment.short_title
    return title if count == 1 else _("“%(title)s”等 %(n)s 条") % {"title": title, "n": count}
