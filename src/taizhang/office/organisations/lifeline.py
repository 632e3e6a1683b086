"""Lifeline (沿革图): the names of a unit over time, out of whom it came and who carries on, as places on a line.

Places are shares of the picture's width, so that words keep their size on a phone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from taizhang.office.organisations.registry import Period, Registry, Unit

MARGIN = 30  # days left free where a line has no known end
ROW_HEIGHT = 40
LABEL_AT, BAR_AT = 15, 21
TOP, BOTTOM = 4, 24
LEFT_OF_CENTRE = 550  # of 1000: from here on words end with their bar instead of beginning with it


@dataclass(frozen=True, slots=True)
class Bar:
    """Bar (横条): a name in its period.

    Attributes:
        part: ``self``, ``origin`` or ``heir``.
        x, width: shares of the picture's width, as SVG reads them.
    """

    words: str
    part: str
    period: Period
    x: str
    width: str
    label_x: str
    anchor: str
    label_y: int
    bar_y: int


@dataclass(frozen=True, slots=True)
class Tick:
    """Tick (日期刻度)."""

    day: date
    x: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Lifeline:
    """Lifeline (沿革图)."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    height: int

    @property
    def ticks_at(self) -> int:
        """Where the lines of the days end, above their words."""
        return self.height - BOTTOM + 4

    @property
    def days_at(self) -> int:
        """Where the words of the days stand."""
        return self.height - 5


@dataclass(frozen=True, slots=True)
class Scale:
    """Scale (时间轴): which share of the width a day is."""

    first: date
    last: date

    def permille(self, day: date) -> int:
        """0 at the left edge, 1000 at the right."""
        inside = min(max(day, self.first), self.last)
        return 1000 * (inside - self.first).days // max((self.last - self.first).days, 1)


def draw_lifeline(registry: Registry, unit: Unit, today: date) -> Lifeline:
    """The picture of one unit."""
    rows = list(_rows(registry, unit, today))
    scale = _scale([period for _words, _part, period in rows], today)
    bars = tuple(_bar(row, number, scale) for number, row in enumerate(rows))
    days = sorted({day for bar in bars for day in (bar.period.start, bar.period.end) if day} | {today})
    ticks = tuple(
        Tick(day, _percent(scale.permille(day)), _anchor(scale.permille(day))) for day in _spread(days, scale)
    )
    return Lifeline(bars, ticks, TOP + len(bars) * ROW_HEIGHT + BOTTOM)


def _rows(registry: Registry, unit: Unit, today: date) -> Iterable[tuple[str, str, Period]]:
    for link in registry.links:
        if link.successor_id == unit.id:
            yield _whole(registry.units[link.predecessor_id], "origin", today, link.on)
    for name in unit.names:
        if name.role == "official" and not name.period.empty:
            yield name.words, "self", name.period
    for link in registry.links:
        if link.predecessor_id == unit.id:
            yield _whole(registry.units[link.successor_id], "heir", today, link.on)


def _whole(unit: Unit, part: str, today: date, until: date) -> tuple[str, str, Period]:
    """A neighbour as it was called when it had to do with the unit."""
    day = until - timedelta(days=1) if part == "origin" else max(until, min(today, until))
    return unit.name(day), part, unit.period


def _scale(periods: Iterable[Period], today: date) -> Scale:
    days = [day for period in periods for day in (period.start, period.end) if day]
    first, last = min([*days, today - timedelta(days=365)]), max([*days, today])
    room = max((last - first).days // 8, MARGIN)
    return Scale(first - timedelta(days=room), last + timedelta(days=room // 2))


def _bar(row: tuple[str, str, Period], number: int, scale: Scale) -> Bar:
    words, part, period = row
    left = scale.permille(period.start or scale.first)
    right = scale.permille(period.end or scale.last)
    anchor = "start" if left < LEFT_OF_CENTRE else "end"
    return Bar(
        words=words,
        part=part,
        period=period,
        x=_percent(left),
        width=_percent(max(right - left, 6)),
        label_x=_percent(left if anchor == "start" else right),
        anchor=anchor,
        label_y=TOP + number * ROW_HEIGHT + LABEL_AT,
        bar_y=TOP + number * ROW_HEIGHT + BAR_AT,
    )


def _spread(days: list[date], scale: Scale) -> Iterable[date]:
    """Days far enough from each other to be written side by side on a phone; the latest always."""
    kept: list[date] = []
    for day in reversed(days):
        if not kept or scale.permille(kept[-1]) - scale.permille(day) > 260:
            kept.append(day)
    return reversed(kept)


def _anchor(permille: int) -> str:
    if permille < 150:
        return "start"
    return "end" if permille > 850 else "middle"


def _percent(permille: int) -> str:
    return f"{permille // 10}.{permille % 10}%"
