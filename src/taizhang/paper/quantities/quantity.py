"""Quantity (数量): a number with its unit and how exactly it is meant."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from taizhang.paper.spans import Span


class Bound(StrEnum):
    """Bound (界限词): how a printed number limits the quantity it stands for."""

    EXACT = "exact"  # 为
    ABOUT = "about"  # 左右、约
    AT_LEAST = "at_least"  # 以上、不低于
    MORE_THAN = "more_than"  # 超过、突破、余
    AT_MOST = "at_most"  # 以内、不超过
    NEARLY = "nearly"  # 近、接近
    RANGE = "range"  # 4.5%—5%


@dataclass(frozen=True, slots=True)
class Quantity:
    """Quantity (数量): one numeral with its unit.

    Attributes:
        span: numeral and unit, hedge words outside.
        value: as written before the unit, so 7000万元 is 7000 with unit 万元; lower end of a range.
        value_high: upper end of a range, else None.
        unit: as written with its magnitude; full-width ％ as ``%``; empty where there is none.
        bound: how exactly it is meant.
    """

    span: Span
    value: Decimal
    value_high: Decimal | None
    unit: str
    bound: Bound
