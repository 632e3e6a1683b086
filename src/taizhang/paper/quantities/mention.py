"""Mention (数量提及): a quantity in its sentence, with what the scan learnt about how it is written."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from taizhang.paper.quantities.quantity import Bound, Quantity
from taizhang.paper.quantities.units import Family
from taizhang.paper.spans import Span


class Writing(StrEnum):
    """Writing (写法): the script a numeral is written in."""

    DIGITS = "digits"  # 804.1亿元
    CHINESE = "chinese"  # 两家
    MAGNITUDE = "magnitude"  # 万亿元，没有数字
    RANK = "rank"  # 第3位
    RATIO = "ratio"  # 2.81∶1
    MULTIPLE = "multiple"  # 翻番


@dataclass(frozen=True, slots=True)
class Mention:
    """Mention (数量提及): where a quantity and the hedge words that touch it stand in a flowing text.

    Attributes:
        start, end: numeral and unit.
        outer_start, outer_end: the same with the hedge words that touch it.
        value, value_high, unit, bound: see ``Quantity``.
        family: sort of unit.
        writing: how the numeral is written.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    value: Decimal
    value_high: Decimal | None
    unit: str
    bound: Bound
    family: Family
    writing: Writing

    def as_quantity(self) -> Quantity:
        """The quantity, placed in the text it was scanned from."""
        return Quantity(Span(self.start, self.end), self.value, self.value_high, self.unit, self.bound)
