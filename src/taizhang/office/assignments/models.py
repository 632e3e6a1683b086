"""Models of assignments (责任分解): duties of units for a commitment, steps by quarter, shares of a target, and their history.

Rows of history are written once. What a unit was once given ends with a date and a reason; it is never deleted.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taizhang.office.commitments.models import Commitment
from taizhang.office.organisations.models import Organisation
from taizhang.office.plans.fields import PrintedDecimalField


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
    HANDED_OVER = "handed_over", _("移交")
    OFFICER_NAMED = "officer_named", _("指定经办人")
    ENDED = "ended", _("终止")


class Method(models.TextChoices):
    """Method of decomposition (分解办法): how shares were proposed."""

    MANUAL = "manual", _("逐个填写")
    EVEN = "even", _("平均")
    WEIGHTS = "weights", _("按权重")
    LAST_YEAR = "last_year", _("按上年份额")
    SAME = "same", _("同一目标")


class Rule(models.TextChoices):
    """Rule of a decomposition (校核规则): what must hold between the shares and the approved target."""

    SUM_AT_LEAST = "sum_at_least", _("各单位合计不低于批准目标")
    SUM_AT_MOST = "sum_at_most", _("各单位合计不高于批准目标")
    EACH_AT_LEAST = "each_at_least", _("各单位均不低于批准目标")
    EACH_AT_MOST = "each_at_most", _("各单位均不高于批准目标")


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
        ended_at, ended_for: when and why the unit gave it up or was relieved; None while it stands.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="duties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("责任"), max_length=10, choices=DutyRole)
    position = models.PositiveIntegerField(_("顺序"), default=0)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
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
    """Query (疑问): what a unit asks before it signs, and the answer."""

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="queries")
    words = models.TextField(_("疑问"))
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
        ]

    def __str__(self) -> str:
        return self.words


class Event(models.Model):
    """Event (留痕): one thing done to an assignment; written once.

    Attributes:
        changes: label → [before, after], as text.
        batch: shared by everything done with one press of a button.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="events")
    action = models.CharField(_("操作"), max_length=15, choices=Action)
    changes = models.JSONField(_("变动"), default=dict, blank=True)
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


class Decomposition(models.Model):
    """Decomposition (目标分解): an approved target divided among towns or departments.

    Attributes:
        number: 1 for the first; a change of shares is the next number, the earlier ones stay.
        method: how the shares were proposed; rule: what must hold against the approved target.
        reason: why the target was divided anew, or why the check is not met.
    """

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("次数"), default=1)
    method = models.CharField(_("分解办法"), max_length=10, choices=Method)
    rule = models.CharField(_("校核规则"), max_length=15, choices=Rule)
    is_in_force = models.BooleanField(_("现行"), default=False)
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("时间"), auto_now_add=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("目标分解")
        verbose_name_plural = _("目标分解")
        ordering: ClassVar = ["commitment_id", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["commitment", "number"], name="decomposition_number_once"),
            models.UniqueConstraint(
                fields=["commitment"], condition=Q(is_in_force=True), name="one_decomposition_in_force"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} / {self.number}"


class Share(models.Model):
    """Share (分解指标): what one unit takes of a target, by the end of each quarter or of the year.

    Attributes:
        basis: the weight or last year's figure it was proposed from.
        period: ``2024`` for the year, ``2024-Q1`` … for the cumulative figure at a quarter's end.
    """

    decomposition = models.ForeignKey(Decomposition, on_delete=models.PROTECT, related_name="shares")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    period = models.CharField(_("时期"), max_length=7)
    value = PrintedDecimalField(_("分解数"), null=True, blank=True)
    basis = PrintedDecimalField(_("权重或上年数"), null=True, blank=True)

    class Meta:
        verbose_name = _("分解指标")
        verbose_name_plural = _("分解指标")
        ordering: ClassVar = ["decomposition_id", "organisation_id", "period"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["decomposition", "organisation", "period"], name="one_share_each"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.period} {self.value}"
