"""Deputy (代理): who stands in for whom, in which unit, from when to when."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taizhang.office.organisations.models import Organisation


class Deputy(models.Model):
    """Deputy (代理): while a person is away, another of the same unit may do there what that person may.

    Attributes:
        absent, deputy: who is away and who stands in.
        organisation: the unit both belong to; only roles held there pass over.
        valid_from, valid_to: first day, and the day after the last.
        ended_by, ended_at: who ended it early, and when.
    """

    absent = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField(_("起始日期"))
    valid_to = models.DateField(_("终止日期"))
    reason = models.CharField(_("事由"), max_length=200, blank=True)
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField(_("指定时间"), auto_now_add=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ended_at = models.DateTimeField(_("结束时间"), null=True, blank=True)

    class Meta:
        verbose_name = _("代理")
        verbose_name_plural = _("代理")
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(absent=F("deputy")), name="nobody_stands_in_for_oneself"),
            models.CheckConstraint(condition=Q(valid_from__lte=F("valid_to")), name="standing_in_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.deputy_id} → {self.absent_id}"
