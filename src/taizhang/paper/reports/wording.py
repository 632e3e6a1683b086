"""Wording (用语): the words in which people read what was understood."""

from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.statements.statement import Aspect, Doubt, Modality
from taizhang.paper.tables.table import TableKind

ASPECTS = {Aspect.LEVEL: "水平", Aspect.GROWTH: "增速", Aspect.CHANGE: "增减", Aspect.RANK: "位次"}
MODALITIES = {Modality.ACTUAL: "实绩", Modality.TARGET: "目标"}
BOUNDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "左右",
    Bound.AT_LEAST: "以上",
    Bound.MORE_THAN: "超过",
    Bound.AT_MOST: "以内",
    Bound.NEARLY: "接近",
    Bound.RANGE: "区间",
}
DOUBTS = {
    Doubt.EACH_OR_TOTAL: "各自还是合计，原文未说明",
    Doubt.SUBJECT_GUESSED: "对象由上文推得",
    Doubt.PERIOD_GUESSED: "时期由章节推得",
    Doubt.SCOPE_UNCLEAR: "所指范围不明确",
}
TABLES = {TableKind.INDICATORS: "指标表", TableKind.PROJECTS: "项目清单", TableKind.OTHER: "其他表"}


def basis_words(basis: str | None) -> str:
    """比上年, 年均 or 比2020年; empty where nothing is compared."""
    if basis is None:
        return ""
    if basis.startswith("since:"):
        return f"比{basis.removeprefix('since:')}年"
    return {"yoy": "比上年", "average": "年均"}.get(basis, basis)
