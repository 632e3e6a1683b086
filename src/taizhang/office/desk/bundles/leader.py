"""Leader (责任领导): the commitments a person answers for, the next deadline first."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from taizhang.office.assignments.models import Assignment, State
from taizhang.office.commitments.models import Status
from taizhang.office.desk.entry import MOST, Bundle, Entry, Viewer


def waiting(viewer: Viewer) -> Iterator[Bundle]:
    """Those handed out with the person as leader, by account or by name."""
    if viewer.grant("assignments.view") is None:
        return
    whose = Q(leader_account=viewer.user.pk) | Q(leader_account=None, leader=viewer.user.name)
    held = Assignment.objects.filter(whose, state=State.HANDED_OUT, commitment__status=Status.ADOPTED)
    found = sorted(
        held.select_related("commitment").only("due_on", "commitment__title", "commitment__subject"),
        key=lambda each: (each.due_on or date.max, each.pk),
    )
    if found:
        entries = tuple(_entry(each, viewer) for each in found[:MOST])
        yield Bundle(_("您负责的目标任务"), "flag", entries, len(found))


def _entry(assignment: Assignment, viewer: Viewer) -> Entry:
    commitment, day = assignment.commitment, assignment.due_on
    url = reverse("assignments:record", args=[assignment.pk])
    return Entry(commitment.short_title, url, "", day, day is not None and day < viewer.today)
