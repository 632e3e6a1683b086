"""Target rule (目标规则): one promise as a judge needs it — kind, figure, tolerance, reference, direction, basis, evidence."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class TargetKind(StrEnum):
    """Target kind (目标类型): by which rule a promise counts as kept."""

    POINT = "point"  # 确数
    ABOUT = "about"  # 左右
    FLOOR = "floor"  # 以上、不低于
    CAP = "cap"  # 以内、控制在
    RANGE = "range"  # 区间
    STOCK = "stock"  # 达到N，年末存量
    FLOW = "flow"  # 新增N，年内增量
    RELATIVE = "relative"  # 与…同步、高于…
    ASSIGNED = "assigned"  # 完成上级下达任务
    QUALITATIVE = "qualitative"  # 量稳质升、稳定达到Ⅳ类、持续改善
    MILESTONE = "milestone"  # 节点
    STRETCH = "stretch"  # 力争：只报不评
    NONE = "none"  # ——


class ToleranceBasis(StrEnum):
    """Tolerance basis (容差单位): in what the tolerance is told."""

    POINTS = "points"  # 百分点
    PERCENT = "percent"  # 目标值的百分之几
    UNIT = "unit"  # 与目标同单位


class Direction(StrEnum):
    """Direction (方向): which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


class Timing(StrEnum):
    """Timing (累计、当期、时点): what stretch of time one observed value covers; never mixed in one series."""

    CUMULATIVE = "cumulative"  # 1—N月累计
    IN_PERIOD = "in_period"  # 当期
    POINT_IN_TIME = "point_in_time"  # 时点
    AVERAGE = "average"  # 期内平均


class PriceBasis(StrEnum):
    """Price basis (价格口径)."""

    CURRENT = "current"  # 现价
    CONSTANT = "constant"  # 不变价
    COMPARABLE = "comparable"  # 可比口径
    NOMINAL = "nominal"  # 名义


class Evidence(StrEnum):
    """Evidence (佐证): by what it is shown that a promise was kept."""

    STATISTICS = "statistics"  # 统计数据
    DEPARTMENT_DATA = "department_data"  # 部门数据
    APPROVAL = "approval"  # 批复文件
    PHOTO = "photo"  # 现场照片
    ACCEPTANCE = "acceptance"  # 验收材料
    CERTIFICATION = "certification"  # 认定文书
    DOCUMENT = "document"  # 文件、方案、会议材料


class Profile(StrEnum):
    """Schedule profile (进度节奏): how much should be done by when; the arithmetic is ``measure``'s."""

    EVEN = "even"  # 均匀
    SEASONAL = "seasonal"  # 按往年季节
    OWN_PLAN = "own_plan"  # 自定计划
    BATCH = "batch"  # 按批次
    MILESTONES = "milestones"  # 按节点
    ANNUAL = "annual"  # 年度认定


class AssignedState(StrEnum):
    """Assigned state (下达情况): how far a target that a higher level sets has come."""

    NOT_ISSUED = "not_issued"  # 未下达
    ISSUED = "issued"  # 已下达
    SELF_ASSESSED = "self_assessed"  # 自评完成
    CERTIFIED = "certified"  # 上级认定完成


@dataclass(frozen=True, slots=True)
class TargetRule:
    """Target rule (目标规则).

    Attributes:
        kind: by which rule it counts as kept.
        aspect: level, growth, change or rank; a rate is compared with rates, never with a share of the year.
        value, value_high, unit, bound: the figure as printed; None where there is none.
        tolerance, tolerance_basis: δ, and in what it is told; None and empty where none is due.
        reference: for a relative target what it is held against, in the plan's words.
        reference_indicator: the same as a code of the catalogue; empty for a series of others (全市平均).
        direction: which way is better; empty where neither is.
        timing, price_basis, scope: of the observed series; ``scope`` in the plan's words (扣除留抵退税因素).
        baseline_value, baseline_unit, baseline_period: where it starts from.
        evidence, profile: by what it is shown, and how it should come along.
        due_on: the day of a milestone; None where the year's end is meant.
        assigned_state: of an assigned target.
        rules_version: name of the dated table the defaults were taken from.
    """

    kind: TargetKind
    aspect: str = ""
    value: Decimal | None = None
    value_high: Decimal | None = None
    unit: str = ""
    bound: str = ""
    tolerance: Decimal | None = None
    tolerance_basis: str = ""
    reference: str = ""
    reference_indicator: str = ""
    direction: str = ""
    timing: str = ""
    price_basis: str = ""
    scope: str = ""
    baseline_value: Decimal | None = None
    baseline_unit: str = ""
    baseline_period: str = ""
    evidence: str = ""
    profile: str = ""
    due_on: date | None = None
    assigned_state: str = ""
    rules_version: str = ""

    @property
    def is_scored(self) -> bool:
        """Whether it is judged; a stretch is only reported, and a dash promises nothing."""
        return self.kind not in {TargetKind.STRETCH, TargetKind.NONE}

    @property
    def is_rate(self) -> bool:
        """Whether it is told in percent of change, so that no share of the year may be taken of it."""
        return self.aspect == "growth"
