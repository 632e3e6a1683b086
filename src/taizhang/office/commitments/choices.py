"""Choices (选项): the words of ``semantics.rule`` as forms and tables offer them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from taizhang.office.commitments.semantics import rule


class TargetKinds(models.TextChoices):
    """Target kinds (目标类型)."""

    POINT = rule.TargetKind.POINT.value, _("确数")
    ABOUT = rule.TargetKind.ABOUT.value, _("左右")
    FLOOR = rule.TargetKind.FLOOR.value, _("下限")
    CAP = rule.TargetKind.CAP.value, _("上限")
    RANGE = rule.TargetKind.RANGE.value, _("区间")
    STOCK = rule.TargetKind.STOCK.value, _("年末存量")
    FLOW = rule.TargetKind.FLOW.value, _("年内增量")
    RELATIVE = rule.TargetKind.RELATIVE.value, _("相对目标")
    ASSIGNED = rule.TargetKind.ASSIGNED.value, _("上级下达")
    QUALITATIVE = rule.TargetKind.QUALITATIVE.value, _("定性目标")
    MILESTONE = rule.TargetKind.MILESTONE.value, _("节点")
    STRETCH = rule.TargetKind.STRETCH.value, _("力争，只报不评")
    NONE = rule.TargetKind.NONE.value, _("不设目标")


class ToleranceBases(models.TextChoices):
    """Tolerance bases (容差单位)."""

    POINTS = rule.ToleranceBasis.POINTS.value, _("个百分点")
    PERCENT = rule.ToleranceBasis.PERCENT.value, _("%（占目标值）")
    UNIT = rule.ToleranceBasis.UNIT.value, _("与目标同单位")


class Directions(models.TextChoices):
    """Directions (方向)."""

    HIGHER = rule.Direction.HIGHER.value, _("越高越好")
    LOWER = rule.Direction.LOWER.value, _("越低越好")


class Timings(models.TextChoices):
    """Timings (统计时段)."""

    CUMULATIVE = rule.Timing.CUMULATIVE.value, _("累计")
    IN_PERIOD = rule.Timing.IN_PERIOD.value, _("当期")
    POINT_IN_TIME = rule.Timing.POINT_IN_TIME.value, _("时点")
    AVERAGE = rule.Timing.AVERAGE.value, _("期内平均")


class PriceBases(models.TextChoices):
    """Price bases (价格口径)."""

    CURRENT = rule.PriceBasis.CURRENT.value, _("现价")
    CONSTANT = rule.PriceBasis.CONSTANT.value, _("不变价")
    COMPARABLE = rule.PriceBasis.COMPARABLE.value, _("可比口径")
    NOMINAL = rule.PriceBasis.NOMINAL.value, _("名义")


class EvidenceTypes(models.TextChoices):
    """Evidence types (佐证)."""

    STATISTICS = rule.Evidence.STATISTICS.value, _("统计数据")
    DEPARTMENT_DATA = rule.Evidence.DEPARTMENT_DATA.value, _("部门数据")
    APPROVAL = rule.Evidence.APPROVAL.value, _("批复文件")
    PHOTO = rule.Evidence.PHOTO.value, _("现场照片")
    ACCEPTANCE = rule.Evidence.ACCEPTANCE.value, _("验收材料")
    CERTIFICATION = rule.Evidence.CERTIFICATION.value, _("认定文书")
    DOCUMENT = rule.Evidence.DOCUMENT.value, _("文件或会议材料")


class Profiles(models.TextChoices):
    """Profiles (进度节奏)."""

    EVEN = rule.Profile.EVEN.value, _("均匀推进")
    SEASONAL = rule.Profile.SEASONAL.value, _("按往年季节")
    OWN_PLAN = rule.Profile.OWN_PLAN.value, _("自定计划")
    BATCH = rule.Profile.BATCH.value, _("按认定批次")
    MILESTONES = rule.Profile.MILESTONES.value, _("按节点")
    ANNUAL = rule.Profile.ANNUAL.value, _("年度认定")


class AssignedStates(models.TextChoices):
    """Assigned states (下达情况)."""

    NOT_ISSUED = rule.AssignedState.NOT_ISSUED.value, _("未下达")
    ISSUED = rule.AssignedState.ISSUED.value, _("已下达")
    SELF_ASSESSED = rule.AssignedState.SELF_ASSESSED.value, _("自评完成")
    CERTIFIED = rule.AssignedState.CERTIFIED.value, _("上级认定完成")
