"""Models of table intakes (表格导入): what a workbook that came in again changed, so that it can be undone together."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taizhang.office.plans.models import PlanVersion


class Layout(models.TextChoices):
    """Layout of a table (表式): the forms in which districts issue what they divided."""

    SHARES = "v5", _("镇街指标分解表")
    TASKS = "v9", _("重点任务责任分解表")


class TableIntake(models.Model):
    """Table intake (表格导入): the rows of one workbook that were accepted, with what each cell held before.

    Attributes:
        digest: SHA-256 of the workbook.
        changes: rows as they were accepted: what each was about, and label → [before, after].
        restore: what is needed to put each row back as it was.
        batch: shared by every event that the intake caused.
    """

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="+")
    layout = models.CharField(_("表式"), max_length=4, choices=Layout)
    name = models.TextField(_("文件名"))
    digest = models.CharField(_("文件指纹"), max_length=64)
    changes = models.JSONField(_("变动"), default=list, blank=True)
    restore = models.JSONField(_("恢复"), default=list, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("导入时间"), auto_now_add=True)
    batch = models.UUIDField(unique=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    undone_at = models.DateTimeField(_("撤销时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("表格导入")
        verbose_name_plural = _("表格导入")
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="an_intake_is_undone_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return self.name
