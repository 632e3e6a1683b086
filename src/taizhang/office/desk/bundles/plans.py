"""Plans (计划的办理): drafts on their way, approvals that wait for a second person, comments asked for and given."""

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from taizhang.office.desk.entry import MOST, Bundle, Entry, Viewer
from taizhang.office.plans.comments.models import Invitation, Round
from taizhang.office.plans.life.models import Resolution, ResolutionState
from taizhang.office.plans.life.step import Step
from taizhang.office.plans.models import Plan

# Steps after which a plan waits for nobody but those who carry it out.
AT_REST = (Step.BROKEN_DOWN, Step.ARCHIVED)


def waiting(viewer: Viewer) -> Iterator[Bundle]:
    """What someone else asked for first."""
    if viewer.grant("plans.comment"):
        yield from _asked(viewer)
    if viewer.grant("plans.approve"):
        yield from _second_person(viewer)
    if viewer.grant("plans.answer_comments"):
        yield from _to_answer(viewer)
    if viewer.grant("plans.move"):
        yield from _on_their_way()


def _asked(viewer: Viewer) -> Iterator[Bundle]:
    grant = viewer.grant("plans.comment")
    units = grant.organisations if grant else frozenset()
    asked = Invitation.objects.filter(organisation__in=units, replied_at=None, round__closed_at=None)
    entries = tuple(
        Entry(
            invitation.round.plan.title,
            reverse("plans:comments", args=[invitation.round.plan_id]),
            _("请提意见，没有意见也请回复"),
            invitation.round.deadline,
            invitation.round.deadline < viewer.today,
        )
        for invitation in asked.select_related("round__plan").order_by("round__deadline", "id")
    )
    if entries:
        yield Bundle(_("征求您单位的意见"), "edit", entries[:MOST], len(entries))


def _second_person(viewer: Viewer) -> Iterator[Bundle]:
    entered = Q(state=ResolutionState.ENTERED) & ~Q(entered_by=viewer.user.pk)
    annulling = Q(annulment_asked_at__isnull=False, annulled_at=None) & ~Q(annulment_asked_by=viewer.user.pk)
    entries = tuple(
        Entry(
            each.plan.title,
            reverse("plans:resolution", args=[each.pk]),
            _("%(number)s，等另一人复核") % {"number": each.number},
        )
        for each in Resolution.objects.filter(entered | annulling).select_related("plan").order_by("id")
    )
    if entries:
        yield Bundle(_("批准决议待复核"), "check", entries[:MOST], len(entries))


def _to_answer(viewer: Viewer) -> Iterator[Bundle]:
    open_ones = Q(comments__withdrawn_at=None, comments__answered_at=None, comments__isnull=False)
    rounds = Round.objects.annotate(unanswered=Count("comments", filter=open_ones)).filter(unanswered__gt=0)
    entries = tuple(
        Entry(
            each.plan.title,
            reverse("plans:comments", args=[each.plan_id]),
            _("%(n)s 条意见等答复") % {"n": each.unanswered},
            each.deadline,
        )
        for each in rounds.select_related("plan").order_by("deadline", "id")
    )
    if entries:
        yield Bundle(_("意见待答复"), "edit", entries[:MOST], len(entries))


def _on_their_way() -> Iterator[Bundle]:
    moving = Plan.objects.exclude(step__in=AT_REST).order_by("-created_at", "-id")
    entries = tuple(
        Entry(
            plan.title,
            reverse("plans:life", args=[plan.pk]),
            plan.get_step_display(),
            badge_url=reverse("findings:badge", args=[plan.pk]),
        )
        for plan in moving[:MOST]
    )
    if entries:
        count = len(entries) if len(entries) < MOST else moving.count()
        yield Bundle(_("办理中的计划"), "document", entries, count, reverse("plans:list"))
