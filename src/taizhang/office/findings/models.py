"""Models of findings (核校): one run of the rules over a version, what it found, and what people did about it.

A run and its findings are written once; checking again is another run. What people do is told of the finding's words,
not of its row (``key``), so it outlives a new run and a new version that still says the same.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taizhang.office.plans.models import PlanVersion


class CheckState(models.TextChoices):
    """Check state (核校状态)."""

    QUEUED = "queued", _("排队等待核校")
    READING = "reading", _("打开文件")
    CHECKING = "checking", _("逐条核对规则")
    DONE = "done", _("核校完成")
    FAILED = "failed", _("未能核校")


UNFINISHED = (CheckState.QUEUED, CheckState.READING, CheckState.CHECKING)


class Severity(models.TextChoices):
    """Severity (等级): worst first."""

    ERROR = "error", _("错误")
    WARNING = "warning", _("警告")
    HINT = "hint", _("提示")


class Verdict(models.TextChoices):
    """Verdict (判断): what comparing two printed figures shows."""

    CONSISTENT = "consistent", _("一致")
    TRUNCATION = "consistent_by_truncation", _("仅按截尾一致")
    BASIS = "basis_to_be_confirmed", _("口径待核")
    CONTRADICTORY = "contradictory", _("矛盾")


class Action(models.TextChoices):
    """Action (处理): what a person did about a finding."""

    FIXED = "fixed", _("已改正")
    ACCEPTED = "accepted", _("属实不改")
    NOT_APPLICABLE = "not_applicable", _("不适用")
    CONFIRMED = "confirmed", _("复核通过")
    TAKEN_BACK = "taken_back", _("撤回")


DISPOSITIONS = (Action.FIXED, Action.ACCEPTED, Action.NOT_APPLICABLE)


class Check(models.Model):
    """Check (核校): one run of the rules over one version.

    Attributes:
        rules: the rules it was run with, see ``plans.intake.rules_version``.
        state, attempts: how far it has come.
        failure_zh, failure_en: why it could not be done.
        asked_by: who pressed the button; None for the run that follows the reading.
    """

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="+")
    rules = models.CharField(_("规则版本"), max_length=60, blank=True)
    state = models.CharField(_("核校状态"), max_length=10, choices=CheckState, default=CheckState.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("核校次数"), default=0)
    failure_zh = models.TextField(blank=True)
    failure_en = models.TextField(blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    asked_at = models.DateTimeField(_("发起时间"), auto_now_add=True)
    done_at = models.DateTimeField(_("完成时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("核校")
        verbose_name_plural = _("核校")
        ordering: ClassVar = ["version_id", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version"], condition=Q(state__in=UNFINISHED), name="one_unfinished_check_a_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.get_state_display()}"


class FindingRecord(models.Model):
    """Finding record (疑点): one doubt a run raised; see ``paper`` for the terms.

    Attributes:
        key: the same for the same doubt about the same words in the same section, see ``findings.keys``.
        start, end: the words it is anchored on, in the version's text.
        evidence: every place it rests on: ``{"start", "end", "quote", "source"}``.
        computed: the arithmetic: pairs of name and figure, in order.
    """

    run = models.ForeignKey(Check, on_delete=models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField(_("顺序"))
    key = models.CharField(_("识别码"), max_length=64)
    code = models.CharField(_("规则"), max_length=10)
    severity = models.CharField(_("等级"), max_length=10, choices=Severity)
    message_zh = models.TextField(_("说明"))
    message_en = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    evidence = models.JSONField(_("依据"), default=list, blank=True)
    computed = models.JSONField(_("算式"), default=list, blank=True)
    verdict = models.CharField(_("判断"), max_length=30, choices=Verdict, blank=True)

    class Meta:
        verbose_name = _("疑点")
        verbose_name_plural = _("疑点")
        ordering: ClassVar = ["run_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "position"], name="finding_position_once"),
            models.UniqueConstraint(fields=["run", "key"], name="finding_key_once"),
            models.CheckConstraint(condition=Q(start__lte=F("end")), name="finding_span_forward"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.message_zh}"


class Disposition(models.Model):
    """Disposition (处理): one thing a person did about a finding; written once, never changed, never removed.

    Attributes:
        version: the version it was looked at in.
        key: which doubt, see ``FindingRecord``.
        number: 1 for the first thing done about it in this version; two people at once cannot both be the next.
        reason: in the person's own words.
    """

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(_("识别码"), max_length=64)
    number = models.PositiveIntegerField(_("顺序"))
    action = models.CharField(_("处理"), max_length=20, choices=Action)
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("时间"), auto_now_add=True)

    class Meta:
        verbose_name = _("处理")
        verbose_name_plural = _("处理")
        ordering: ClassVar = ["version__number", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "key", "number"], name="disposition_number_once"),
            models.CheckConstraint(
                condition=~Q(action__in=(Action.ACCEPTED, Action.NOT_APPLICABLE)) | ~Q(reason=""),
                name="let_stand_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.key[:8]}"

    def save(self, **how: Any) -> None:  # noqa: ANN401
        """Write the row; a second time is a fault of ours."""
        if not self._state.adding:
            raise DispositionIsKeptError
        super().save(**how)


class DispositionIsKeptError(RuntimeError):
    """Disposition is kept (处理记录不可改): some code tried to change what was done."""
