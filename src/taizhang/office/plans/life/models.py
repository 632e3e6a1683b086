"""Models of a plan's life (计划的一生): each move from step to step, and the resolutions that approve a version.

The rows of a version say what stands in its file and nothing else; what happened to it stands here, beside it.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taizhang.office.organisations.models import WrittenOnce
from taizhang.office.plans.frozen import BINDING
from taizhang.office.plans.life.step import Step


class ResolutionState(models.TextChoices):
    """State of a resolution (决议状态): entered by one person, it holds when another has confirmed it."""

    ENTERED = "entered", _("待复核")
    CONFIRMED = "confirmed", _("已复核")
    REFUSED = "refused", _("复核未通过")
    ANNULLED = "annulled", _("已撤销")


class Resolution(models.Model):
    """Resolution (批准决议): by which body, when and under what number a version was approved.

    From the moment it is entered the text of its version stands still, see ``plans.frozen``.

    Attributes:
        organ, number, decided_on: 批准机关, 决议文号, 决议日期.
        explanation: why it is approved although errors are left that the check found.
        scan, scan_name, scan_sha256: the resolution itself, kept byte for byte; may be missing.
        is_adjustment: whether it changes a plan that was in force.
        text_sha256, text_sm3, reading_sha256: what was frozen, see ``life.digests``.
        refusal: why the second person did not confirm it.
        is_in_force: whether the plan is carried out by this version now.
    """

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="resolutions")
    version = models.ForeignKey("plans.PlanVersion", on_delete=models.PROTECT, related_name="resolutions")
    organ = models.CharField(_("批准机关"), max_length=100)
    number = models.CharField(_("决议文号"), max_length=100)
    decided_on = models.DateField(_("决议日期"))
    explanation = models.TextField(_("带疑点批准的说明"), blank=True)
    scan = models.FileField(_("决议扫描件"), max_length=400, blank=True)
    scan_name = models.CharField(max_length=255, blank=True)
    scan_sha256 = models.CharField(max_length=64, blank=True)
    is_adjustment = models.BooleanField(_("计划调整"), default=False)
    text_sha256 = models.CharField("SHA-256", max_length=64)
    text_sm3 = models.CharField("SM3", max_length=64)
    reading_sha256 = models.CharField(max_length=64)

    state = models.CharField(_("状态"), max_length=10, choices=ResolutionState, default=ResolutionState.ENTERED)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(_("录入时间"))
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    confirmed_at = models.DateTimeField(_("复核时间"), null=True)
    refusal = models.CharField(_("不予复核的理由"), max_length=500, blank=True)
    annulment_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )
    annulment_asked_at = models.DateTimeField(null=True)
    annulment_reason = models.CharField(_("撤销理由"), max_length=500, blank=True)
    annulled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    annulled_at = models.DateTimeField(null=True)
    is_in_force = models.BooleanField(_("现行"), default=False)

    class Meta:
        verbose_name = _("批准决议")
        verbose_name_plural = _("批准决议")
        ordering: ClassVar = ["plan_id", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan"], condition=Q(is_in_force=True), name="one_version_in_force"),
            models.UniqueConstraint(fields=["plan"], condition=Q(state="entered"), name="one_resolution_to_confirm"),
            models.UniqueConstraint(
                fields=["version"], condition=Q(state__in=BINDING), name="a_version_is_approved_once"
            ),
            models.CheckConstraint(
                condition=Q(is_in_force=False) | Q(state="confirmed"), name="in_force_only_when_confirmed"
            ),
            models.CheckConstraint(
                condition=~Q(state="confirmed")
                | (Q(confirmed_by__isnull=False, confirmed_at__isnull=False) & ~Q(confirmed_by=F("entered_by"))),
                name="confirmed_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=~Q(state="annulled")
                | (
                    Q(annulled_by__isnull=False, annulled_at__isnull=False)
                    & ~Q(annulment_reason="")
                    & ~Q(annulled_by=F("annulment_asked_by"))
                ),
                name="annulled_for_a_reason_by_two",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Passage(WrittenOnce):
    """Passage (流转): one move of a plan from a step to the next, written once.

    Attributes:
        number: 1 for the first of its plan.
        move: a code of ``moves.toml``.
        version: the version that carries the step moved to.
        document_number, document_date: the paper it rests on, as 印发文号.
    """

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="passages")
    number = models.PositiveIntegerField(_("序号"))
    move = models.CharField(_("流转"), max_length=30)
    from_step = models.CharField(_("从"), max_length=15, choices=Step)
    to_step = models.CharField(_("到"), max_length=15, choices=Step)
    version = models.ForeignKey("plans.PlanVersion", on_delete=models.PROTECT, related_name="passages")
    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="+", null=True)
    document_number = models.CharField(_("文号"), max_length=100, blank=True)
    document_date = models.DateField(_("文件日期"), null=True)
    reason = models.CharField(_("说明"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("时间"))

    class Meta:
        verbose_name = _("流转")
        verbose_name_plural = _("流转")
        ordering: ClassVar = ["plan_id", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="passage_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.from_step} → {self.to_step}"
