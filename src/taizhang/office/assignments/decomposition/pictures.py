"""Pictures (图示): the shares as bars, beside the table that says the same in figures."""

from dataclasses import dataclass
from decimal import Decimal

from taizhang.office.assignments.decomposition.division import Approved, Division, Line

FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Bar:
    """Bar (一条): one unit; its length and the mark of the target in per cent of the picture's width."""

    line: Line
    length: str
    mark: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Picture (图示): the bars of all units, and one of what they come to beside the target; that one is missing for rates."""

    bars: tuple[Bar, ...]
    total: Bar | None


def picture_of(division: Division, approved: Approved) -> Picture:
    """Bars in proportion to the largest share, or to the target where shares are rates."""
    years = [line.year or Decimal() for line in division.lines]
    target = approved.value if approved.is_growth else Decimal()
    widest = max((abs(each) for each in (*years, target)), default=Decimal())
    mark = _per_cent(target, widest) if approved.is_growth else ""
    bars = tuple(Bar(line, _per_cent(line.year or Decimal(), widest), mark) for line in division.lines)
    return Picture(bars, None if approved.is_growth else _total(years, approved))


def _total(years: list[Decimal], approved: Approved) -> Bar:
    whole = sum(years, Decimal())
    widest = max(abs(whole), abs(approved.value))
    line = Line(0, "", {})
    return Bar(line, _per_cent(whole, widest), _per_cent(approved.value, widest))


def _per_cent(value: Decimal, widest: Decimal) -> str:
    share = abs(value) * FULL / widest if widest else Decimal()
    return f"{share:.1f}%"
