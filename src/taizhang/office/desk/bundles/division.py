"""Division (责任分解的办理): what the bureau has still to hand out, to answer and to call in."""

from collections.abc import Iterator

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from taizhang.office.assignments.models import Assignment, Duty, Query, State
from taizhang.office.commitments.models import Commitment, Status
from taizhang.office.desk.entry import MOST, Bundle, Entry, Viewer
from taizhang.office.plans.selectors import versions_in_force


def waiting(viewer: Viewer) -> Iterator[Bundle]:
    """Questions first: somebody waits for an answer."""
    if viewer.grant("assignments.answer"):
        yield from _questions()
    if viewer.grant("assignments.edit"):
        yield from _not_handed_out()
        yield from _not_signed(viewer)


def _questions() -> Iterator[Bundle]:
    open_ones = Query.objects.filter(answered_at=None).select_related("duty__assignment__commitment").order_by("id")
    found = list(open_ones)
    if found:
        url = reverse("assignments:queries")
        entries = tuple(Entry(each.duty.assignment.commitment.short_title, url, each.words) for each in found[:MOST])
        yield Bundle(_("单位的疑问和移交申请"), "info", entries, len(found), url)


def _not_handed_out() -> Iterator[Bundle]:
    out = Assignment.objects.filter(commitment=OuterRef("pk")).exclude(state=State.DRAFT)
    left = Commitment.objects.filter(~Exists(out), status=Status.ADOPTED, version__in=versions_in_force())
    counted = left.values_list("version__plan", "version__plan__title").annotate(count=Count("id")).order_by()
    entries = tuple(
        Entry(title, reverse("assignments:of_plan", args=[plan_id]), _("%(n)s 条还没有下达") % {"n": count})
        for plan_id, title, count in counted
    )
    if entries:
        yield Bundle(_("待下达"), "flag", entries, len(entries))


def _not_signed(viewer: Viewer) -> Iterator[Bundle]:
    late = Duty.objects.filter(
        assignment__state=State.HANDED_OUT, signed_at=None, ended_at=None, sign_by__lt=viewer.today
    )
    plan = "assignment__commitment__version__plan"
    counted = late.values_list(plan, f"{plan}__title").annotate(count=Count("id")).order_by()
    entries = tuple(
        Entry(
            title,
            f"{reverse('assignments:unsigned', args=[plan_id])}?late=1",
            _("%(n)s 项逾期未签收") % {"n": count},
            is_late=True,
        )
        for plan_id, title, count in counted
    )
    if entries:
        yield Bundle(_("逾期未签收"), "warning", entries, len(entries))
