"""Models of plans (计划): a plan, the file it was issued as, and the rows that were read in it.

What was read in a document has no limit of length. Rows are written once, when a file is read, and never changed: a commitment may point to its sentence or table row for
ever. What does not need a row of its own (text, blocks, headings, bindings) stands in the version as one frozen value.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from taizhang.office.plans.comments.models import Comment, Invitation, Round
from taizhang.office.plans.extracts.models import Extract
from taizhang.office.plans.fields import PrintedDecimalField
from taizhang.office.plans.frozen import Freezable, FreezableManager
from taizhang.office.plans.life.models import Passage, Resolution
from taizhang.office.plans.life.step import Step

# The rooms within the app keep their own models; Django looks for all of them here.
__all__ = [
    "Aspect",
    "Comment",
    "Extract",
    "Invitation",
    "Modality",
    "Passage",
    "Plan",
    "PlanVersion",
    "ReadingStage",
    "ReadingState",
    "Resolution",
    "Round",
    "RowKind",
    "StatementRecord",
    "TableCellRecord",
    "TableRowRecord",
]


class ReadingState(models.TextChoices):
    """Reading state (读取状态)."""

    QUEUED = "queued", _("排队等待")
    READING = "reading", _("正在读取")
    READ = "read", _("已读取")
    FAILED = "failed", _("未能读取")


class ReadingStage(models.TextChoices):
    """Reading stage (读取步骤): what is being done to the file at this moment."""

    WAITING = "waiting", _("等待读取")
    OPENING = "opening", _("打开文件")
    UNDERSTANDING = "understanding", _("辨认章节、表述和附表，对照正文")
    STORING = "storing", _("保存读出的内容")
    DONE = "done", _("读取完成")


class Aspect(models.TextChoices):
    """Aspect (数值性质)."""

    LEVEL = "level", pgettext_lazy("aspect", "数值")
    GROWTH = "growth", _("增速")
    CHANGE = "change", _("增减")
    RANK = "rank", _("位次")


class Modality(models.TextChoices):
    """Modality (语气)."""

    ACTUAL = "actual", _("实绩")
    TARGET = "target", _("目标")


class RowKind(models.TextChoices):
    """Row kind (表的种类)."""

    INDICATORS = "indicators", _("指标表")
    PROJECTS = "projects", _("项目清单")
    OTHER = "other", _("其他表")


class Plan(models.Model):
    """Plan (计划): one region's plan for one year, whatever number of drafts it went through.

    Attributes:
        step: where in its life it stands; every move is a ``Passage``.
        revision: counts moves; a form that carries an older one is answered with where the plan stands now.
    """

    title = models.TextField(_("名称"))
    region = models.TextField(_("行政区"), blank=True)
    year = models.TextField(_("计划年度"), blank=True)
    is_demonstration = models.BooleanField(_("演示数据"), default=False)
    created_at = models.DateTimeField(_("建立时间"), auto_now_add=True)
    step = models.CharField(_("步骤"), max_length=15, choices=Step, default=Step.DRAFTING)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("计划")
        verbose_name_plural = _("计划")
        ordering: ClassVar = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.title


class PlanVersion(Freezable):
    """Plan version (稿次): a file as received, and what was read in it.

    Attributes:
        number: 1 for the first file of its plan.
        file, name, media, size, sha256: the file, kept byte for byte; no two versions hold the same bytes.
        state, stage, percent, attempts: how far reading it has come.
        failure_zh, failure_en: why it could not be read, one sentence in either language.
        text: the document's text; every offset counts its code points.
        layout: blocks, sections and tables, see ``plans.layout``.
        bindings: which figures of text and annex speak of the same thing, see ``plans.conversion``.
    """

    way_to_resolutions: ClassVar[str] = "resolutions"
    belongs_to: ClassVar[str] = ""

    objects = FreezableManager()

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("稿次"), default=1)
    file = models.FileField(_("文件"), max_length=400)
    name = models.CharField(_("文件名"), max_length=255)
    media = models.CharField(_("格式"), max_length=10, blank=True)
    size = models.PositiveBigIntegerField(_("大小"))
    sha256 = models.CharField(_("指纹"), max_length=64, unique=True)
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField(_("收到时间"), auto_now_add=True)

    state = models.CharField(_("读取状态"), max_length=10, choices=ReadingState, default=ReadingState.QUEUED)
    stage = models.CharField(_("读取步骤"), max_length=20, choices=ReadingStage, default=ReadingStage.WAITING)
    percent = models.PositiveSmallIntegerField(_("进度"), default=0)
    attempts = models.PositiveSmallIntegerField(_("读取次数"), default=0)
    failure_zh = models.TextField(blank=True)
    failure_en = models.TextField(blank=True)
    read_at = models.DateTimeField(_("读取时间"), null=True, blank=True)

    title = models.TextField(_("标题"), blank=True)
    document_number = models.TextField(_("发文字号"), blank=True)
    issuer = models.TextField(_("发文机关"), blank=True)
    review_year = models.TextField(_("回顾年度"), blank=True)
    text = models.TextField(blank=True)
    layout = models.JSONField(default=dict, blank=True)
    bindings = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name = _("稿次")
        verbose_name_plural = _("稿次")
        ordering: ClassVar = ["plan_id", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="plan_version_number_once"),
            models.CheckConstraint(condition=models.Q(percent__lte=100), name="plan_version_percent_at_most_100"),
        ]

    def __str__(self) -> str:
        return self.name


class StatementRecord(Freezable):
    """Statement record (表述): one quantified assertion of the running text, as read; see ``paper`` for the terms."""

    objects = FreezableManager()

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="statements")
    position = models.PositiveIntegerField(_("顺序"))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField(_("原文"))
    subject = models.TextField(_("对象"), blank=True)
    subject_start = models.PositiveIntegerField(null=True, blank=True)
    subject_end = models.PositiveIntegerField(null=True, blank=True)
    aspect = models.CharField(_("数值性质"), max_length=10, choices=Aspect)
    value = PrintedDecimalField(_("数值"))
    value_high = PrintedDecimalField(_("上限"), null=True, blank=True)
    unit = models.TextField(_("单位"), blank=True)
    bound = models.CharField(_("界限"), max_length=10)
    period = models.TextField(_("时期"), blank=True)
    modality = models.CharField(_("语气"), max_length=10, choices=Modality)
    basis = models.TextField(_("比较基准"), blank=True)
    sentence_start = models.PositiveIntegerField()
    sentence_end = models.PositiveIntegerField()
    section = models.JSONField(_("章节"), default=list, blank=True)
    indicator = models.TextField(_("指标代码"), blank=True)
    is_optional = models.BooleanField(default=False)
    doubts = models.JSONField(_("存疑"), default=list, blank=True)

    class Meta:
        verbose_name = _("表述")
        verbose_name_plural = _("表述")
        ordering: ClassVar = ["version_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "position"], name="statement_position_once"),
            models.CheckConstraint(condition=models.Q(start__lte=models.F("end")), name="statement_span_forward"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.quote}"


class TableRowRecord(Freezable):
    """Table row record (表行): one indicator or project of an annex, as read.

    Attributes:
        table: which table of the document, from 0.
        heads, texts: of a project list or other table, the column heads and the cells as printed.
        attributes: of an indicator row, the cells that are no value: ``{"head", "text", "start", "end"}``.
    """

    objects = FreezableManager()

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField(_("顺序"))
    table = models.PositiveIntegerField(_("表号"))
    kind = models.CharField(_("表的种类"), max_length=10, choices=RowKind)
    group = models.TextField(_("分组"), blank=True)
    marker = models.TextField(_("编号"), blank=True)
    label = models.TextField(_("首栏"), blank=True)
    indicator = models.TextField(_("指标"), blank=True)
    measure = models.TextField(_("所计内容"), blank=True)
    unit = models.TextField(_("单位"), blank=True)
    code = models.TextField(_("指标代码"), blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    heads = models.JSONField(default=list, blank=True)
    texts = models.JSONField(default=list, blank=True)
    attributes = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name = _("表行")
        verbose_name_plural = _("表行")
        ordering: ClassVar = ["version_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "position"], name="table_row_position_once"),
        ]

    def __str__(self) -> str:
        return self.label or self.indicator


class TableCellRecord(Freezable):
    """Table cell record (指标值): one value of one indicator row, as read; see ``paper`` for the terms."""

    way_to_resolutions: ClassVar[str] = "row__version__resolutions"
    belongs_to: ClassVar[str] = "row"

    objects = FreezableManager()

    row = models.ForeignKey(TableRowRecord, on_delete=models.CASCADE, related_name="cells")
    position = models.PositiveIntegerField(_("顺序"))
    role = models.CharField(_("数值性质"), max_length=10, choices=Aspect)
    year = models.TextField(_("时期"), blank=True)
    modality = models.CharField(_("语气"), max_length=10, choices=Modality)
    kind = models.CharField(_("内容"), max_length=15)
    text = models.TextField(_("原文"), blank=True)
    value = PrintedDecimalField(_("数值"), null=True, blank=True)
    value_high = PrintedDecimalField(_("上限"), null=True, blank=True)
    bound = models.CharField(_("界限"), max_length=10)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    head = models.JSONField(_("栏目"), default=list, blank=True)

    class Meta:
        verbose_name = _("指标值")
        verbose_name_plural = _("指标值")
        ordering: ClassVar = ["row_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["row", "position"], name="table_cell_position_once"),
        ]

    def __str__(self) -> str:
        return self.text
