"""Models of extracts (摘录证明): the register of every extract that was certified."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taizhang.office.organisations.models import WrittenOnce
from taizhang.office.plans.extracts.serial import serial
from taizhang.office.plans.life.models import Resolution


class Extract(WrittenOnce):
    """Extract (摘录证明): words of an approved version, as they were certified; written once.

    Attributes:
        year, number: 摘录编号, counted anew each year.
        title: what it is about, as a person calls it.
        start, end, quote: the words, by offsets in the version's text.
        page: page of the file they begin on; None where the format has no pages.
        resolution: by which the version was approved.
        issued_number, issued_on: 文号 and date the version was issued under, as on that day; may be empty.
        quote_sm3: digest of the words.
        ticket: made when the form was shown; pressing twice makes one extract.
    """

    year = models.PositiveIntegerField(_("年"))
    number = models.PositiveIntegerField(_("编号"))
    version = models.ForeignKey("plans.PlanVersion", on_delete=models.PROTECT, related_name="+")
    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="+")
    title = models.TextField(_("事项"))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField(_("摘录原文"))
    section = models.JSONField(_("章节"), default=list, blank=True)
    page = models.PositiveIntegerField(_("页码"), null=True)
    issued_number = models.CharField(_("印发文号"), max_length=100, blank=True)
    issued_on = models.DateField(_("印发日期"), null=True)
    quote_sm3 = models.CharField("SM3", max_length=64)
    purpose = models.CharField(_("用途"), max_length=200, blank=True)
    ticket = models.UUIDField(unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("出具时间"))

    class Meta:
        verbose_name = _("摘录证明")
        verbose_name_plural = _("摘录证明")
        ordering: ClassVar = ["-year", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["year", "number"], name="extract_number_once"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="extract_has_words"),
        ]

    def __str__(self) -> str:
        return serial(self.year, self.number)
