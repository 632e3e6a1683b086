"""Division (分法): an approved target and how it is divided, as plain values that can be proposed, checked and compared."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from taizhang.office.assignments.decomposition.models import Method, Rule, Season

YEAR = "Y"
QUARTERS = ("Q1", "Q2", "Q3")
WHOLE_YEAR = (*QUARTERS, YEAR)
PERIOD_LABELS: dict[str, Promise] = {"Q1": _("一季度"), "Q2": _("上半年"), "Q3": _("前三季度"), YEAR: _("全年")}


@dataclass(frozen=True, slots=True)
class Approved:
    """Approved target (批准目标): what the shares are held against.

    Attributes:
        words: the target as the ledger says it.
        is_growth: a rate, so that shares do not add up.
        is_average: a mean (人均, 浓度), so that they do not either.
        is_cumulative: counted from January on, so that it cannot fall from quarter to quarter, as a stock can.
        is_cap: whether more is worse.
        year: four digits; the quarters are of that year.
    """

    commitment_id: int
    title: str
    words: str
    value: Decimal
    unit: str
    is_growth: bool
    is_cap: bool
    year: str
    is_average: bool = False
    is_cumulative: bool = True

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that make sense for it, the usual one first."""
        kinds = ("each", "weighted") if self.is_growth else ("each", "sum") if self.is_average else ("sum", "each")
        return tuple(Rule(f"{kind}_at_{'most' if self.is_cap else 'least'}") for kind in kinds)

    @property
    def methods(self) -> tuple[Method, ...]:
        """The methods that make sense for it, the usual one first."""
        if self.is_growth:
            return (Method.SAME, Method.MANUAL)
        return (Method.EVEN, Method.WEIGHTS, Method.LAST_YEAR, Method.SAME, Method.MANUAL)

    @property
    def seasons(self) -> tuple[Season, ...]:
        """The ways to spread it over the year."""
        return (Season.YEAR, Season.LEVEL) if self.is_growth else (Season.YEAR, Season.EVEN, Season.GIVEN)


@dataclass(frozen=True, slots=True)
class Line:
    """Line (一行): one unit's share, by period; None is not said yet."""

    unit_id: int
    name: str
    values: dict[str, Decimal | None]
    basis: Decimal | None = None

    @property
    def year(self) -> Decimal | None:
        """What it takes by the end of the year."""
        return self.values.get(YEAR)


@dataclass(frozen=True, slots=True)
class Division:
    """Division (分法).

    Attributes:
        percents: of the year, by the end of each quarter but the last; used where the seasons are given.
        places: digits after the point of a share.
    """

    method: Method
    rule: Rule
    seasons: Season
    places: int
    lines: tuple[Line, ...]
    percents: tuple[Decimal, ...] = ()

    @property
    def periods(self) -> tuple[str, ...]:
        """The columns it has."""
        return (YEAR,) if self.seasons == Season.YEAR else WHOLE_YEAR

    def totals(self) -> dict[str, Decimal]:
        """What the units come to in each period."""
        return {
            period: sum((line.values.get(period) or Decimal() for line in self.lines), Decimal())
            for period in self.periods
        }


@dataclass(frozen=True, slots=True)
class Difference:
    """Difference (差异): one figure that two divisions say otherwise; None where one of them has it not."""

    name: str
    period: str
    before: Decimal | None
    after: Decimal | None

    @property
    def label(self) -> Promise:
        """The period, as people say it."""
        return PERIOD_LABELS[self.period]


def differences(before: Iterable[Line], after: Iterable[Line]) -> tuple[Difference, ...]:
    """Figure by figure, in the order of the later; a unit that is in one of them only differs in all it has."""
    old, new = {line.unit_id: line for line in before}, {line.unit_id: line for line in after}
    found = []
    for unit_id in [*new, *(each for each in old if each not in new)]:
        name = (new.get(unit_id) or old[unit_id]).name
        for period in WHOLE_YEAR:
            was = old[unit_id].values.get(period) if unit_id in old else None
            now = new[unit_id].values.get(period) if unit_id in new else None
            if was != now:
                found.append(Difference(name, period, was, now))
    return tuple(found)


def as_values(division: Division) -> dict[str, Any]:
    """As JSON keeps it."""
    return {
        "method": division.method.value,
        "rule": division.rule.value,
        "seasons": division.seasons.value,
        "places": division.places,
        "percents": [str(each) for each in division.percents],
        "lines": [
            [line.unit_id, {period: _text(value) for period, value in line.values.items()}, _text(line.basis)]
            for line in division.lines
        ],
    }


def from_values(values: Mapping[str, Any], names: Callable[[int], str]) -> Division:
    """What ``as_values`` made."""
    return Division(
        method=Method(values["method"]),
        rule=Rule(values["rule"]),
        seasons=Season(values["seasons"]),
        places=values["places"],
        percents=tuple(Decimal(each) for each in values["percents"]),
        lines=tuple(
            Line(unit_id, names(unit_id), {period: _number(value) for period, value in said.items()}, _number(basis))
            for unit_id, said, basis in values["lines"]
        ),
    )


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def period_key(period: str, year: str) -> str:
    """As a share keeps it: ``2024`` or ``2024-Q1``."""
    return year if period == YEAR else f"{year}-{period}"


def period_of(key: str) -> str:
    """Back again."""
    return key.partition("-")[2] or YEAR
