"""Wording (用语): the words, in either language, in which people read what was understood."""

from collections.abc import Mapping

from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.statements.statement import Aspect, Doubt, Modality
from taizhang.paper.tables.table import TableKind

ASPECTS: Mapping[str, Mapping[Aspect, str]] = {
    "zh": {Aspect.LEVEL: "数值", Aspect.GROWTH: "增速", Aspect.CHANGE: "增减", Aspect.RANK: "位次"},
    "en": {Aspect.LEVEL: "level", Aspect.GROWTH: "growth", Aspect.CHANGE: "change", Aspect.RANK: "rank"},
}
MODALITIES: Mapping[str, Mapping[Modality, str]] = {
    "zh": {Modality.ACTUAL: "实绩", Modality.TARGET: "目标"},
    "en": {Modality.ACTUAL: "actual", Modality.TARGET: "target"},
}
BOUNDS: Mapping[str, Mapping[Bound, str]] = {
    "zh": {
        Bound.EXACT: "",
        Bound.ABOUT: "左右",
        Bound.AT_LEAST: "以上",
        Bound.MORE_THAN: "超过",
        Bound.AT_MOST: "以内",
        Bound.NEARLY: "接近",
        Bound.RANGE: "区间",
    },
    "en": {
        Bound.EXACT: "",
        Bound.ABOUT: "about",
        Bound.AT_LEAST: "at least",
        Bound.MORE_THAN: "more than",
        Bound.AT_MOST: "at most",
        Bound.NEARLY: "nearly",
        Bound.RANGE: "range",
    },
}
DOUBTS = {
    Doubt.EACH_OR_TOTAL: "各自还是合计，原文未说明",
    Doubt.SUBJECT_GUESSED: "对象由上文推得",
    Doubt.PERIOD_GUESSED: "时期由章节推得",
    Doubt.SCOPE_UNCLEAR: "所指范围不明确",
}
TABLES: Mapping[str, Mapping[TableKind, str]] = {
    "zh": {TableKind.INDICATORS: "指标表", TableKind.PROJECTS: "项目清单", TableKind.OTHER: "其他表"},
    "en": {TableKind.INDICATORS: "Indicators", TableKind.PROJECTS: "Projects", TableKind.OTHER: "Other table"},
}


def basis_words(basis: str | None, language: str = "zh") -> str:
    """比上年, 年均 or 比2020年; empty where nothing is compared."""
    if basis is None:
        return ""
    if basis.startswith("since:"):
        year = basis.removeprefix("since:")
        return f"since {year}" if language == "en" else f"比{year}年"
    words = (
        {"yoy": "on the year before", "average": "a year"} if language == "en" else {"yoy": "比上年", "average": "年均"}
    )
    return words.get(basis, basis)
