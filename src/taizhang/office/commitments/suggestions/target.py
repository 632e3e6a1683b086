"""Target (目标值): what is promised, whether in figures or only in words."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Target:
    """Target (目标值): of one indicator or count, for one period.

    Attributes:
        aspect: level, growth, change or rank; empty where nothing is counted.
        value, value_high: the figure as printed; the upper end of a range.
        unit: as printed, magnitude included.
        bound: how exactly it is meant.
        period: what it is for.
        action: the verb that belongs to the figure (新增, 达到), empty where there is none.
        expression: what is promised in words instead of a figure (量稳质升).
    """

    aspect: str = ""
    value: Decimal | None = None
    value_high: Decimal | None = None
    unit: str = ""
    bound: str = ""
    period: str = ""
    action: str = ""
    expression: str = ""
