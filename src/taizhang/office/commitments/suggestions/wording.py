"""Wording (用语): a target as people say it — 增长6%左右, 新增3家以上, 量稳质升."""

from decimal import Decimal

from taizhang.office.commitments.suggestions.target import Target

# Before and after the figure.
CHINESE_BOUNDS = {
    "about": ("", "左右"),
    "at_least": ("", "以上"),
    "more_than": ("超过", ""),
    "at_most": ("", "以内"),
    "nearly": ("接近", ""),
}
ENGLISH_BOUNDS = {
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "nearly": "nearly ",
}
POINTS = "百分点"
TIMES_TWO = "番"


def in_chinese(target: Target) -> str:
    """The target in plain Chinese; empty where it is nothing but the task itself."""
    if target.value is None:
        return target.expression
    before, after = CHINESE_BOUNDS.get(target.bound, ("", ""))
    if target.aspect == "rank":
        return f"{before}第{_number(target.value)}{target.unit or '位'}{after}"
    return f"{_chinese_verb(target, target.value)}{before}{_amount(target, target.value)}{after}"


def in_english(target: Target) -> str:
    """The target in plain English; units stay as printed."""
    if target.value is None:
        return target.expression
    bound = ENGLISH_BOUNDS.get(target.bound, "")
    if target.aspect == "rank":
        return f"{bound}rank {_number(target.value)}"
    if target.aspect in {"growth", "change"}:
        return f"{'down' if target.value < 0 else 'up'} {bound}{_amount(target, target.value)}"
    action = f" ({target.action})" if target.action else ""
    return f"{bound}{_amount(target, target.value)}{action}"


def amount(value: Decimal | None, unit: str) -> str:
    """A figure with its unit, a true minus sign before it."""
    return "" if value is None else f"{value:f}{unit}".replace("-", "−")


def _chinese_verb(target: Target, value: Decimal) -> str:
    """A figure of growth or change says which way it goes; any other is told by its own verb."""
    if target.aspect == "growth":
        if target.unit == TIMES_TWO:
            return "翻"
        return "下降" if value < 0 else "增长"
    if target.aspect == "change":
        up, down = ("提高", "下降") if target.unit.endswith(POINTS) else ("增加", "减少")
        return down if value < 0 else up
    return target.action


def _amount(target: Target, value: Decimal) -> str:
    is_directed = target.aspect in {"growth", "change"}
    low = f"{_number(value, is_directed)}{target.unit}"
    return low if target.value_high is None else f"{low}—{_number(target.value_high, is_directed)}{target.unit}"


def _number(value: Decimal, is_directed: bool = True) -> str:
    """Digits as printed; where a verb says the direction, without a sign."""
    return f"{abs(value) if is_directed else value:f}".replace("-", "−")
