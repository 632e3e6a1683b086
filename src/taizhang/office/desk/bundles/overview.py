"""Overview (总览): how far each plan in force is handed out and signed for, for those who only look."""

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from taizhang.office.assignments.models import Duty, State
from taizhang.office.desk.entry import MOST, Bundle, Entry, Viewer
from taizhang.office.pages.doors import APPROVED
from taizhang.office.plans.selectors import versions_in_force


def waiting(viewer: Viewer) -> Iterator[Bundle]:
    """Plans in force with what of them is signed for, and what is late; not for those who hand out or sign themselves."""
    grant = viewer.grant("assignments.view")
    works = viewer.grant("assignments.edit") or viewer.grant("assignments.sign")
    if grant is None or works or not (grant.is_unlimited or APPROVED in grant.scopes):
        return
    plan = "assignment__commitment__version__plan"
    standing = Duty.objects.filter(
        assignment__state=State.HANDED_OUT, ended_at=None, assignment__commitment__version__in=versions_in_force()
    )
    counted = standing.values(plan, f"{plan}__title").annotate(
        all=Count("id"),
        commitments=Count("assignment", distinct=True),
        signed=Count("id", filter=Q(signed_at__isnull=False)),
        late=Count("id", filter=Q(signed_at=None, sign_by__lt=viewer.today)),
    )
    entries = tuple(
        Entry(
            each[f"{plan}__title"],
            reverse("assignments:of_plan", args=[each[plan]]),
            _("下达 %(commitments)s 条，单位签收 %(signed)s/%(all)s，逾期 %(late)s") % each,
            is_late=each["late"] > 0,
        )
        for each in counted.order_by(f"-{plan}")[:MOST]
    )
    if entries:
        yield Bundle(_("责任分解进展"), "ledger", entries, len(entries))
