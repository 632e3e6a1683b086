"""Models of assignments (责任分解): duties of units for a commitment, steps by quarter, and their history.

Rows of history are written once. What a unit was once given ends with a date and a reason; it is never deleted.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taizhang.office.assignments.decomposition.models import Decomposition, Share
from taizhang.office.assignments.intakes import TableIntake
from taizhang.office.commitments.models import Commitment
from taizhang.office.organisations.models import Organisation, WrittenOnce
from taizhang.office.plans.fields import PrintedDecimalField

# The rooms within the app keep their own models; Django looks for all of them here.
__all__ = [
    "Action",
    "Assignment",
    "Decomposition",
    "Duty",
    "DutyRole",
    "Event",
    "Query",
    "Share",
    "State",
    "Step",
    "TableIntake",
]


class State(models.TextChoices):
    """State of an assignment (状态): signed for is said by its duties, not here."""

    DRAFT = "draft", _("拟定")
    HANDED_OUT = "handed_out", _("已下达")
    ENDED = "ended", _("已终止")


class DutyRole(models.TextChoices):
    """Role of a unit (责任): the unit named first leads."""

    LEAD = "lead", _("牵头")
    SUPPORT = "support", _("配合")


class Action(models.TextChoices):
    """Action (操作): what was done to an assignment."""

    DRAFTED = "drafted", _("拟定")
    CHANGED = "changed", _("调整")
    HANDED_OUT = "handed_out", _("下达")
    TAKEN_BACK = "taken_back", _("收回")
    SIGNED = "signed", _("签收")
    QUERIED = "queried", _("提出疑问")
    ANSWERED = "answered", _("答复疑问")
    HAND_OVER_ASKED = "hand_over_asked", _("申请移交")
    HANDED_OVER = "handed_over", _("移交")
    KEPT = "kept", _("不予移交")
    OFFICER_NAMED = "officer_named", _("指定经办人")
    ENDED = "ended", _("终止")


class Assignment(models.Model):
    """Assignment (责任分解): one commitment handed to those who carry it out.

    Attributes:
        leader, leader_account: 责任领导, as named in the table, and the account where the person has one.
        starts_on, due_on: from when and by when.
        measure: 量化目标 as the table words it; empty where the commitment's own target says it all.
        revision: counts saves; a form that carries an older one is answered with what was saved meanwhile.
    """

    commitment = models.OneToOneField(Commitment, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("状态"), max_length=12, choices=State, default=State.DRAFT)
    leader = models.CharField(_("责任领导"), max_length=60, blank=True)
    leader_account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    measure = models.TextField(_("量化目标"), blank=True)
    starts_on = models.DateField(_("开始日期"), null=True, blank=True)
    due_on = models.DateField(_("完成时限"), null=True, blank=True)
    handed_out_at = models.DateTimeField(_("下达时间"), null=True, blank=True)
    handed_out_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("责任分解")
        verbose_name_plural = _("责任分解")
        ordering: ClassVar = ["commitment_id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(due_on=None) | Q(starts_on__lte=F("due_on")),
                name="assignment_is_due_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.HANDED_OUT) | (Q(due_on__isnull=False) & Q(handed_out_at__isnull=False)),
                name="handed_out_with_a_deadline",
            ),
        ]

    def __str__(self) -> str:
        return str(self.commitment)


class Duty(models.Model):
    """Duty (责任单位): one unit's part in an assignment, and whether it signed for it.

    Attributes:
        position: order in which units are named; the first leads.
        officer: 经办人, whom the unit named to report.
        sign_by: the last day to sign for it; set when it is handed out, and anew when what was signed for changes.
        ended_at, ended_for: when and why the unit gave it up or was relieved; None while it stands.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="duties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("责任"), max_length=10, choices=DutyRole)
    position = models.PositiveIntegerField(_("顺序"), default=0)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    sign_by = models.DateField(_("签收期限"), null=True, blank=True)
    signed_at = models.DateTimeField(_("签收时间"), null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ended_at = models.DateTimeField(_("结束时间"), null=True, blank=True)
    ended_for = models.CharField(_("结束原因"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("责任单位")
        verbose_name_plural = _("责任单位")
        ordering: ClassVar = ["assignment_id", "position", "id"]
        indexes: ClassVar = [models.Index(fields=["organisation", "ended_at"])]  # what is a unit's own
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["assignment"], condition=Q(role=DutyRole.LEAD, ended_at=None), name="one_unit_leads"
            ),
            models.UniqueConstraint(
                fields=["assignment", "organisation"], condition=Q(ended_at=None), name="a_unit_is_named_once"
            ),
            models.CheckConstraint(condition=Q(ended_at=None) | ~Q(ended_for=""), name="a_duty_ends_for_a_reason"),
            models.CheckConstraint(
                condition=Q(signed_at=None, signed_by=None) | Q(signed_at__isnull=False, signed_by__isnull=False),
                name="a_duty_is_signed_for_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.get_role_display()}"


class Step(models.Model):
    """Step (分季进度): what must stand by the end of a quarter.

    Attributes:
        period: ``2024-Q1`` … ``2024-Q4``; the words and the cumulative figure hold at its end.
        words: 形象进度.
        value: planned cumulative figure in the commitment's unit; None where words are all there is.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="steps")
    period = models.CharField(_("季度"), max_length=7)
    words = models.TextField(_("形象进度"), blank=True)
    value = PrintedDecimalField(_("计划累计"), null=True, blank=True)

    class Meta:
        verbose_name = _("分季进度")
        verbose_name_plural = _("分季进度")
        ordering: ClassVar = ["assignment_id", "period"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["assignment", "period"], name="one_step_a_quarter"),
        ]

    def __str__(self) -> str:
        return f"{self.period} {self.words}"


class Query(models.Model):
    """Query (疑问): what a unit asks, and the answer; or that it asks to hand its duty over (移交).

    Attributes:
        hand_to: the unit that should take the duty over; None for a plain question.
        granted: of a hand-over, what the bureau decided; None while it is open, and for a plain question.
    """

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="queries")
    words = models.TextField(_("疑问"))
    hand_to = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    granted = models.BooleanField(_("同意移交"), null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("提出时间"), auto_now_add=True)
    answer = models.TextField(_("答复"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    answered_at = models.DateTimeField(_("答复时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("疑问")
        verbose_name_plural = _("疑问")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(answered_at=None) & Q(answer="")) | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="an_answer_has_words_and_a_time",
            ),
            models.CheckConstraint(
                condition=Q(granted=None) | (Q(hand_to__isnull=False) & Q(answered_at__isnull=False)),
                name="a_hand_over_is_decided_with_an_answer",
            ),
            models.UniqueConstraint(
                fields=["duty"],
                condition=Q(hand_to__isnull=False, answered_at=None),
                name="one_hand_over_asked_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Event(WrittenOnce):
    """Event (留痕): one thing done to an assignment; written once.

    Attributes:
        duty: the one duty it concerns; None where it concerns all.
        changes: label → [before, after], as text.
        restore: the terms before, see ``terms``, by which it can be undone; empty where it cannot.
        batch: shared by everything done with one press of a button.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="events")
    action = models.CharField(_("操作"), max_length=15, choices=Action)
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    changes = models.JSONField(_("变动"), default=dict, blank=True)
    restore = models.JSONField(default=dict, blank=True)
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    document = models.CharField(_("依据文件"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("时间"), auto_now_add=True)
    batch = models.UUIDField(db_index=True)

    class Meta:
        verbose_name = _("留痕")
        verbose_name_plural = _("留痕")
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.assignment_id}"
