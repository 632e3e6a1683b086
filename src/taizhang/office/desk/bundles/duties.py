"""Duties (本单位的任务): what a unit is to sign for, carry out next, and what was answered to it."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from taizhang.office.assignments.models import Duty, Query
from taizhang.office.assignments.selectors.holders import standing_duties
from taizhang.office.commitments.models import Status
from taizhang.office.desk.entry import MOST, Bundle, Entry, Viewer

SOON = timedelta(days=45)


def waiting(viewer: Viewer) -> Iterator[Bundle]:
    """To sign for, and due soon."""
    grant = viewer.grant("assignments.sign")
    if grant is None:
        return
    duties = list(_loaded(standing_duties(grant.organisations, viewer.units)))
    asked = set(Query.objects.filter(duty__in=duties, answered_at=None).values_list("duty_id", flat=True))
    unsigned = [each for each in duties if each.signed_at is None and each.id not in asked]
    unsigned.sort(key=lambda each: (each.sign_by, each.id))
    if unsigned:
        entries = tuple(_to_sign(each, viewer) for each in unsigned[:MOST])
        yield Bundle(_("待签收"), "flag", entries, len(unsigned), f"{reverse('assignments:mine')}?stage=waiting")
    due = [each for each in duties if each.signed_at and _is_soon(each, viewer)]
    due.sort(key=lambda each: (each.assignment.due_on, each.id))
    if due:
        yield Bundle(_("到期或临近时限"), "clock", tuple(_due(each, viewer) for each in due[:MOST]), len(due))


def returned(viewer: Viewer) -> Iterator[Bundle]:
    """Questions of the unit that were answered and not signed for since."""
    grant = viewer.grant("assignments.sign")
    if grant is None:
        return
    own = standing_duties(grant.organisations, viewer.units).filter(signed_at=None)
    answered = Query.objects.filter(duty__in=own, answered_at__isnull=False)
    found = list(answered.select_related("duty__assignment__commitment", "answered_by").order_by("-answered_at"))
    if found:
        entries = tuple(_answered(each) for each in found[:MOST])
        yield Bundle(_("疑问已答复，等您签收"), "info", entries, len(found), reverse("assignments:mine"))


def _loaded(duties: QuerySet[Duty]) -> Iterable[Duty]:
    standing = duties.filter(assignment__commitment__status=Status.ADOPTED)
    return standing.select_related("assignment__commitment").only(
        "role", "sign_by", "signed_at", "assignment__due_on", "assignment__commitment__title",
        "assignment__commitment__subject", "assignment__commitment__sentence",
    )  # fmt: skip


def _is_soon(duty: Duty, viewer: Viewer) -> bool:
    day = duty.assignment.due_on
    return day is not None and day <= viewer.today + SOON


def _to_sign(duty: Duty, viewer: Viewer) -> Entry:
    is_late = duty.sign_by is not None and duty.sign_by < viewer.today
    url = f"{reverse('assignments:mine')}#duty-{duty.id}"
    return Entry(duty.assignment.commitment.short_title, url, duty.get_role_display(), duty.sign_by, is_late)


def _due(duty: Duty, viewer: Viewer) -> Entry:
    day = duty.assignment.due_on
    url = reverse("assignments:record", args=[duty.assignment_id])
    return Entry(
        duty.assignment.commitment.short_title,
        url,
        duty.get_role_display(),
        day,
        day is not None and day < viewer.today,
    )


def _answered(query: Query) -> Entry:
    by = query.answered_by.name if query.answered_by else ""
    detail = _("%(who)s 答复：%(words)s") % {"who": by, "words": query.answer}
    return Entry(query.duty.assignment.commitment.short_title, reverse("assignments:mine"), detail)
