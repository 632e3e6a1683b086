"""Models of commitments (台账): what was decided about a suggestion, where the plan says it, and every change since.

What was read in a document has no limit of length, here as in ``plans``; forms limit what a person may write.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taizhang.office.commitments.choices import (
    AssignedStates,
    Directions,
    EvidenceTypes,
    PriceBases,
    Profiles,
    TargetKinds,
    Timings,
    ToleranceBases,
)
from taizhang.office.commitments.semantics.rule import TargetKind, TargetRule
from taizhang.office.commitments.suggestions.target import Target
from taizhang.office.plans.fields import PrintedDecimalField
from taizhang.office.plans.models import PlanVersion, StatementRecord, TableCellRecord, TableRowRecord


class Kind(models.TextChoices):
    """Kind of commitment (类别)."""

    INDICATOR = "indicator_target", _("指标目标")
    QUANTITY = "quantity", _("量化任务")
    TASK = "task", _("定性任务")
    PROJECT = "project", _("项目")


class Status(models.TextChoices):
    """Status (状态): the decision that stands; a withdrawn one leaves its sources open again.

    A merged one keeps its places, and leads to the commitment it was merged into.
    """

    ADOPTED = "adopted", _("在账")
    SET_ASIDE = "set_aside", _("已搁置")
    MERGED = "merged", _("已并入")
    WITHDRAWN = "withdrawn", _("已撤回")


class Aspect(models.TextChoices):
    """Aspect (数值性质)."""

    LEVEL = "level", pgettext_lazy("aspect", "数值")
    GROWTH = "growth", _("增速")
    CHANGE = "change", _("增减")
    RANK = "rank", _("位次")


class Bound(models.TextChoices):
    """Bound (界限): how exactly a figure is meant."""

    EXACT = "exact", _("确数")
    ABOUT = "about", _("左右")
    AT_LEAST = "at_least", _("以上")
    MORE_THAN = "more_than", _("超过")
    AT_MOST = "at_most", _("以内")
    NEARLY = "nearly", _("接近")
    RANGE = "range", _("区间")


class Role(models.TextChoices):
    """Role of a source (作用)."""

    PROMISE = "promise", _("承诺")
    BASELINE = "baseline", _("基数")


class Action(models.TextChoices):
    """Action (操作): what was done to a commitment."""

    ADOPTED = "adopted", pgettext_lazy("history", "纳入台账")
    SET_ASIDE = "set_aside", pgettext_lazy("history", "搁置")
    AMENDED = "amended", pgettext_lazy("history", "修改")
    WITHDRAWN = "withdrawn", pgettext_lazy("history", "撤回")
    RESTORED = "restored", pgettext_lazy("history", "恢复")
    SPLIT = "split", pgettext_lazy("history", "拆分")
    SPLIT_OFF = "split_off", pgettext_lazy("history", "拆分出来")
    MERGED = "merged", pgettext_lazy("history", "并入别条")
    ABSORBED = "absorbed", pgettext_lazy("history", "合并别条")
    CARRIED = "carried", pgettext_lazy("history", "承接到新稿")
    KEPT = "kept", pgettext_lazy("history", "新稿未写，保留")


class Commitment(models.Model):
    """Commitment (目标任务): one promise of a plan, adopted — or set aside for a reason.

    Attributes:
        version: the file that makes the promise.
        kind, title, subject, indicator: what is promised; ``indicator`` is a code of the catalogue.
        aspect … expression: the target, see ``suggestions.target``.
        baseline_value, baseline_unit, baseline_period: where it starts from.
        target_kind … assigned_state: how it is judged, see ``semantics.rule``.
        rules_version: the dated table its defaults were taken from; who chose otherwise stands in the history.
        sentence, sentence_start, sentence_end: the sentence that promises, frozen; offsets in the version's text.
        clause_start, clause_end: the part of it that is this promise.
        section: headings it stands under, outermost first, frozen too.
        position: order in the ledger: that of the suggestions it was adopted from.
        reason: why it was set aside or withdrawn.
        decided_by, decided_at: who adopted it or set it aside, and when.
        split_from: the commitment it was split off.
        merged_into: the commitment that survives it.
        kept_for: the newer version that does not say it any more, for which it was kept all the same.
        revision: counts changes; a form that carries an older one is answered with what was saved meanwhile.
    """

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("类别"), max_length=20, choices=Kind)
    title = models.TextField(_("事项"))
    subject = models.TextField(_("对象"), blank=True)
    indicator = models.TextField(_("指标代码"), blank=True)

    aspect = models.CharField(_("数值性质"), max_length=10, choices=Aspect, blank=True)
    value = PrintedDecimalField(_("目标值"), null=True, blank=True)
    value_high = PrintedDecimalField(_("目标值上限"), null=True, blank=True)
    unit = models.TextField(_("单位"), blank=True)
    bound = models.CharField(_("界限"), max_length=10, choices=Bound, blank=True)
    period = models.TextField(_("时期"), blank=True)
    action = models.TextField(_("动作"), blank=True)
    expression = models.TextField(_("文字目标"), blank=True)

    baseline_value = PrintedDecimalField(_("基数"), null=True, blank=True)
    baseline_unit = models.TextField(_("基数单位"), blank=True)
    baseline_period = models.TextField(_("基数时期"), blank=True)

    target_kind = models.CharField(_("目标类型"), max_length=12, choices=TargetKinds)
    tolerance = PrintedDecimalField(_("容差"), null=True, blank=True)
    tolerance_basis = models.CharField(_("容差单位"), max_length=8, choices=ToleranceBases, blank=True)
    reference = models.TextField(_("参照"), blank=True)
    reference_indicator = models.TextField(_("参照指标代码"), blank=True)
    direction = models.CharField(_("方向"), max_length=8, choices=Directions, blank=True)
    timing = models.CharField(_("统计时段"), max_length=15, choices=Timings, blank=True)
    price_basis = models.CharField(_("价格口径"), max_length=12, choices=PriceBases, blank=True)
    scope = models.TextField(_("口径"), blank=True)
    evidence = models.CharField(_("佐证"), max_length=16, choices=EvidenceTypes, blank=True)
    profile = models.CharField(_("进度节奏"), max_length=12, choices=Profiles, blank=True)
    due_on = models.DateField(_("节点日期"), null=True, blank=True)
    assigned_state = models.CharField(_("下达情况"), max_length=15, choices=AssignedStates, blank=True)
    rules_version = models.CharField(_("规则版本"), max_length=20, blank=True)

    sentence = models.TextField(_("原句"))
    sentence_start = models.PositiveIntegerField()
    sentence_end = models.PositiveIntegerField()
    clause_start = models.PositiveIntegerField()
    clause_end = models.PositiveIntegerField()
    section = models.JSONField(_("章节"), default=list, blank=True)
    position = models.PositiveIntegerField(_("顺序"))

    status = models.CharField(_("状态"), max_length=10, choices=Status)
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("登记时间"), auto_now_add=True)
    split_from = models.ForeignKey(
        "self", verbose_name=_("拆分自"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    merged_into = models.ForeignKey(
        "self", verbose_name=_("并入"), on_delete=models.PROTECT, related_name="merged", null=True, blank=True
    )
    kept_for = models.ForeignKey(
        PlanVersion, verbose_name=_("保留"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("目标任务")
        verbose_name_plural = _("目标任务")
        ordering: ClassVar = ["version_id", "position", "id"]
        indexes: ClassVar = [models.Index(fields=["version", "status", "position"])]  # every page of the ledger
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(sentence_start__lte=F("sentence_end")), name="sentence_span_forward"),
            models.CheckConstraint(condition=Q(clause_start__lte=F("clause_end")), name="clause_span_forward"),
            models.CheckConstraint(
                condition=Q(value_high__isnull=True) | Q(value__isnull=False), name="upper_end_needs_a_lower"
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.SET_ASIDE) | ~Q(reason=""), name="set_aside_for_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(status=Status.MERGED, merged_into__isnull=False)
                | (~Q(status=Status.MERGED) & Q(merged_into=None)),
                name="merged_into_another",
            ),
            models.CheckConstraint(
                condition=Q(tolerance=None, tolerance_basis="") | (Q(tolerance__isnull=False) & ~Q(tolerance_basis="")),
                name="a_tolerance_has_a_unit",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def short_title(self) -> str:
        """What lists call it: its subject, or its title where it has none."""
        return self.subject or self.title

    @property
    def target(self) -> Target:
        """What is promised, as one value."""
        return Target(
            aspect=self.aspect,
            value=self.value,
            value_high=self.value_high,
            unit=self.unit,
            bound=self.bound,
            period=self.period,
            action=self.action,
            expression=self.expression,
        )

    @property
    def rule(self) -> TargetRule:
        """How it is judged, as one value."""
        return TargetRule(
            kind=TargetKind(self.target_kind),
            aspect=self.aspect,
            value=self.value,
            value_high=self.value_high,
            unit=self.unit,
            bound=self.bound,
            tolerance=self.tolerance,
            tolerance_basis=self.tolerance_basis,
            reference=self.reference,
            reference_indicator=self.reference_indicator,
            direction=self.direction,
            timing=self.timing,
            price_basis=self.price_basis,
            scope=self.scope,
            baseline_value=self.baseline_value,
            baseline_unit=self.baseline_unit,
            baseline_period=self.baseline_period,
            evidence=self.evidence,
            profile=self.profile,
            due_on=self.due_on,
            assigned_state=self.assigned_state,
            rules_version=self.rules_version,
        )


class SearchText(models.Model):
    """Search text (检索文本): everything of a commitment that people look for it by, folded; derived, never edited.

    Attributes:
        title: what it is called.
        words: everything it may be found by, ``title`` included.
    """

    commitment = models.OneToOneField(Commitment, on_delete=models.CASCADE, primary_key=True, related_name="+")
    title = models.TextField()
    words = models.TextField()

    class Meta:
        verbose_name = _("检索文本")
        verbose_name_plural = _("检索文本")
        ordering: ClassVar = ["commitment_id"]

    def __str__(self) -> str:
        return self.title


class Source(models.Model):
    """Source (出处): one place of the plan that a commitment, or the figure it starts from, rests on.

    Attributes:
        role: promise or baseline.
        statement, cell, row: the record that stands there; none of them for words without a figure.
        start, end, quote: the place and its words.
        is_held: whether the commitment's decision stands; a place is held by one commitment only.
    """

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="sources")
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("作用"), max_length=10, choices=Role, default=Role.PROMISE)
    statement = models.ForeignKey(StatementRecord, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    cell = models.ForeignKey(TableCellRecord, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    row = models.ForeignKey(TableRowRecord, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField(_("原文"))
    is_held = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("出处")
        verbose_name_plural = _("出处")
        ordering: ClassVar = ["commitment_id", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["statement"], condition=Q(is_held=True), name="statement_held_once"),
            models.UniqueConstraint(fields=["cell"], condition=Q(is_held=True), name="cell_held_once"),
            models.UniqueConstraint(fields=["row"], condition=Q(is_held=True), name="row_held_once"),
            models.UniqueConstraint(
                fields=["version", "start", "end"],
                condition=Q(is_held=True, statement=None, cell=None, row=None),
                name="words_held_once",
            ),
            models.CheckConstraint(condition=Q(role=Role.PROMISE) | Q(is_held=False), name="only_promises_are_held"),
        ]

    def __str__(self) -> str:
        return self.quote

    @property
    def key(self) -> str:
        """The name of the place, the same as of the origin it was made from; see ``suggestions.suggestion``."""
        records = {"s": self.statement_id, "c": self.cell_id, "r": self.row_id}
        return next((f"{letter}{pk}" for letter, pk in records.items() if pk), f"w{self.start}-{self.end}")


class Amendment(models.Model):
    """Amendment (留痕): one thing done to a commitment; written once, never changed, never removed.

    Attributes:
        action: what was done.
        changes: field → old and new value, as text; of an adoption, where the clerk chose otherwise than suggested.
        reason: in the person's own words.
        batch: shared by everything done with one press of a button, so that it can be undone together.
    """

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="amendments")
    action = models.CharField(_("操作"), max_length=10, choices=Action)
    changes = models.JSONField(_("变动"), default=dict, blank=True)
    reason = models.CharField(_("理由"), max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("时间"), auto_now_add=True)
    batch = models.UUIDField(db_index=True)

    class Meta:
        verbose_name = _("留痕")
        verbose_name_plural = _("留痕")
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.commitment}"

    def save(self, **how: Any) -> None:  # noqa: ANN401
        """Write the row; a second time is a fault of ours."""
        if not self._state.adding:
            raise HistoryIsKeptError
        super().save(**how)


class HistoryIsKeptError(RuntimeError):
    """History is kept (留痕不可改): some code tried to change what was done."""
