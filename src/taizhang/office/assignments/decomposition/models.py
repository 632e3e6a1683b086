"""Models of decomposition (目标分解): numbered divisions of a target, and the share of each unit in each quarter."""

from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taizhang.office.commitments.models import Commitment
from taizhang.office.organisations.models import Organisation
from taizhang.office.plans.fields import PrintedDecimalField


class DecompositionState(models.TextChoices):
    """State of a decomposition (状态): only one of a target is in force, and only one is being drawn up."""

    DRAFT = "draft", _("拟定中")
    IN_FORCE = "in_force", _("现行")
    REPLACED = "replaced", _("已被替代")
    DISCARDED = "discarded", _("已作废")


class Method(models.TextChoices):
    """Method of decomposition (分解办法): how shares are proposed."""

    EVEN = "even", _("平均")
    WEIGHTS = "weights", _("按权重")
    LAST_YEAR = "last_year", _("按上年实绩")
    SAME = "same", _("各单位同一数值")
    MANUAL = "manual", _("逐个填写")


class Rule(models.TextChoices):
    """Rule of a decomposition (校核规则): what must hold between the shares and the approved target."""

    SUM_AT_LEAST = "sum_at_least", _("各单位合计不低于批准目标")
    SUM_AT_MOST = "sum_at_most", _("各单位合计不高于批准目标")
    EACH_AT_LEAST = "each_at_least", _("各单位均不低于批准目标")
    EACH_AT_MOST = "each_at_most", _("各单位均不高于批准目标")
    WEIGHTED_AT_LEAST = "weighted_at_least", _("按上年实绩加权合计不低于批准目标")
    WEIGHTED_AT_MOST = "weighted_at_most", _("按上年实绩加权合计不高于批准目标")


class Season(models.TextChoices):
    """Seasons (分季办法): how the year is spread over the quarters, cumulatively."""

    YEAR = "year", _("只分全年")
    EVEN = "even", _("按四分之一递增")
    GIVEN = "given", _("按各季累计比重")
    LEVEL = "level", _("各季与全年相同")


class Decomposition(models.Model):
    """Decomposition (目标分解): an approved target divided among towns or departments.

    Attributes:
        number: 1 for the first; once in force it stays as it is, and another division is the next number.
        method, seasons: how the shares were proposed; rule: what must hold against the approved target.
        season_weights: cumulative per cent of the year by the end of each quarter, where given, as text.
        places: digits after the point to which shares are rounded.
        target, unit: the approved target it was held against when it was last saved.
        document: number of the paper by which the government approved it.
        reason: why the target was divided anew, or why it is in force though the rule is not met.
        revision: counts saves; a form that carries an older one is answered with what was saved meanwhile.
    """

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("次数"), default=1)
    state = models.CharField(_("状态"), max_length=10, choices=DecompositionState, default=DecompositionState.DRAFT)
    method = models.CharField(_("分解办法"), max_length=10, choices=Method)
    rule = models.CharField(_("校核规则"), max_length=20, choices=Rule)
    seasons = models.CharField(_("分季办法"), max_length=6, choices=Season, default=Season.YEAR)
    season_weights = models.JSONField(_("各季累计比重"), default=list, blank=True)
    places = models.PositiveSmallIntegerField(_("小数位数"), default=0)
    target = PrintedDecimalField(_("批准目标"))
    unit = models.TextField(_("单位"), blank=True)
    document = models.CharField(_("批准文号"), max_length=200, blank=True)
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("拟定时间"), auto_now_add=True)
    in_force_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    in_force_at = models.DateTimeField(_("生效时间"), null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("目标分解")
        verbose_name_plural = _("目标分解")
        ordering: ClassVar = ["commitment_id", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["commitment", "number"], name="decomposition_number_once"),
            models.UniqueConstraint(
                fields=["commitment"], condition=Q(state=DecompositionState.IN_FORCE), name="one_decomposition_in_force"
            ),
            models.UniqueConstraint(
                fields=["commitment"], condition=Q(state=DecompositionState.DRAFT), name="one_decomposition_in_draft"
            ),
            models.CheckConstraint(
                condition=~Q(state=DecompositionState.IN_FORCE)
                | (~Q(document="") & Q(in_force_at__isnull=False) & Q(in_force_by__isnull=False)),
                name="in_force_by_a_document",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} / {self.number}"

    @property
    def percents(self) -> tuple[Decimal, ...]:
        """Per cent of the year by the end of each quarter but the last."""
        return tuple(Decimal(each) for each in self.season_weights)


class Share(models.Model):
    """Share (分解指标): what one unit takes of a target, by the end of each quarter or of the year.

    Attributes:
        period: ``2024`` for the year, ``2024-Q1`` … for the cumulative figure at a quarter's end.
        basis: of the year, the weight or last year's figure it was proposed from.
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
        indexes: ClassVar = [models.Index(fields=["organisation", "decomposition"])]  # what is a unit's own
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["decomposition", "organisation", "period"], name="one_share_each"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.period} {self.value}"
