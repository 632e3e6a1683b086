"""Typed (填写内容): what came in with the form of a division, kept as typed where it cannot be understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from taizhang.office.assignments.decomposition.division import PERIOD_LABELS, QUARTERS, Approved, Division, Line
from taizhang.office.assignments.decomposition.figures import NotAFigureError, places_of, read_figure
from taizhang.office.assignments.decomposition.models import Season
from taizhang.office.assignments.decomposition.services import NONE_SEEN
from taizhang.office.assignments.decomposition.units import groups, in_order, meant, nearest
from taizhang.office.assignments.selectors.units import Units

Choice = TypeVar("Choice", bound=str)

MOST_PLACES = 4
DEFAULT_PERCENTS = ("25", "50", "75")


@dataclass(frozen=True, slots=True)
class Field:
    """Field (一格): one box of the form: its name, what stands in it, and what is wrong with that."""

    name: str
    label: str
    words: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """Grid row (一行): the boxes of one unit."""

    unit_id: int
    name: str
    basis: Field
    cells: tuple[Field, ...]


@dataclass(frozen=True)
class Typed:
    """Typed (填写内容).

    Attributes:
        division: as far as it can be understood.
        revision: of the draft that the person saw, see ``services.NONE_SEEN``.
        words: box → what was typed, where it was not understood.
        faults: box → what is wrong; those without a box go by what they are about.
    """

    division: Division
    revision: int = NONE_SEEN
    words: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    pasted: str = ""

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """The grid, a row a unit."""
        return tuple(self._row(line) for line in self.division.lines)

    @property
    def heads(self) -> tuple[Promise, ...]:
        """The columns of the grid."""
        return tuple(PERIOD_LABELS[period] for period in self.division.periods)

    @property
    def percents(self) -> tuple[Field, ...]:
        """The boxes for the weight of the quarters."""
        said = [f"{each:f}" for each in self.division.percents] or list(DEFAULT_PERCENTS)
        return tuple(
            self._field(f"percent-{period}", str(PERIOD_LABELS[period]), words)
            for period, words in zip(QUARTERS, said, strict=True)
        )

    @property
    def unit_ids(self) -> frozenset[int]:
        """Who was chosen."""
        return frozenset(line.unit_id for line in self.division.lines)

    def _row(self, line: Line) -> GridRow:
        label = _("%(unit)s 权重或上年数") % {"unit": line.name}
        cells = (
            self._field(
                f"value-{line.unit_id}-{period}",
                f"{line.name} {PERIOD_LABELS[period]}",
                _figure(line.values.get(period)),
            )
            for period in self.division.periods
        )
        return GridRow(
            line.unit_id, line.name, self._field(f"basis-{line.unit_id}", label, _figure(line.basis)), tuple(cells)
        )

    def _field(self, name: str, label: str, words: str) -> Field:
        return Field(name, label, self.words.get(name, words), self.faults.get(name, ""))


def of_stored(division: Division, revision: int) -> Typed:
    """A form that shows what is stored."""
    return Typed(division, revision)


class Reader:
    """Reader (读表单): goes through the boxes once, noting what it cannot understand."""

    def __init__(self, post: QueryDict, approved: Approved, units: Units) -> None:
        self.post, self.approved, self.units = post, approved, units
        self.words: dict[str, str] = {}
        self.faults: dict[str, str] = {}

    def read(self) -> Typed:
        """The whole form."""
        seasons = self._choice("seasons", self.approved.seasons)
        division = Division(
            method=self._choice("method", self.approved.methods),
            rule=self._choice("rule", self.approved.rules),
            seasons=seasons,
            places=self._places(),
            lines=(),
            percents=self._percents() if seasons == Season.GIVEN else (),
        )
        lines = tuple(self._line(unit_id, division) for unit_id in self._chosen())
        return Typed(replace(division, lines=lines), self._revision(), self.words, self.faults)

    def _choice(self, name: str, offered: tuple[Choice, ...]) -> Choice:
        said = self.post.get(name, "")
        return next((each for each in offered if str(each) == said), offered[0])

    def _places(self) -> int:
        said = self.post.get("places", "")
        least = places_of(self.approved.value)
        return min(int(said), MOST_PLACES) if said.isdecimal() else least

    def _revision(self) -> int:
        said = self.post.get("revision", "")
        return int(said) if said.isdecimal() else NONE_SEEN

    def _chosen(self) -> tuple[int, ...]:
        """Those ticked, and with a press on a preset all of that kind."""
        ticked = {int(each) for each in self.post.getlist("unit") if each.isdecimal()}
        preset = next((group for group in groups(self.units) if group.kind == self.post.get("preset")), None)
        return in_order(self.units, ticked | {unit.id for unit in (preset.units if preset else ())})

    def _percents(self) -> tuple[Decimal, ...]:
        figures = [self.figure(f"percent-{period}", "%") for period in QUARTERS]
        return tuple(each if each is not None else Decimal() for each in figures)

    def _line(self, unit_id: int, division: Division) -> Line:
        unit = self.approved.unit
        values = {period: self.figure(f"value-{unit_id}-{period}", unit) for period in division.periods}
        return Line(unit_id, self.units.name(unit_id), values, self.figure(f"basis-{unit_id}"))

    def figure(self, name: str, unit: str = "") -> Decimal | None:
        """What stands in a box."""
        said = self.post.get(name, "")
        try:
            return read_figure(said, unit)
        except NotAFigureError as error:
            self.words[name], self.faults[name] = said, str(error.message)
            return None


def with_pasted(typed: Typed, pasted: str, units: Units) -> Typed:
    """Last year's figures or weights pasted from a spreadsheet — name, figure — put in their boxes; units are added as named."""
    lines = {line.unit_id: line for line in typed.division.lines}
    left, told = [], []
    for words in filter(str.strip, pasted.splitlines()):
        unit_id, basis, fault = _pasted_line(words, units)
        if fault or unit_id is None:
            left.append(words)
            told.append(fault)
            continue
        known = lines.get(unit_id) or Line(unit_id, units.name(unit_id), {})
        lines[unit_id] = replace(known, basis=basis)
    ordered = tuple(lines[unit_id] for unit_id in in_order(units, lines))
    faults = {**typed.faults, "pasted": " ".join(told)} if told else typed.faults
    division = replace(typed.division, lines=ordered)
    return replace(typed, division=division, faults=faults, pasted="\n".join(left))


def _pasted_line(words: str, units: Units) -> tuple[int | None, Decimal | None, str]:
    name, figure = _cut(words)
    unit_id = meant(units, name)
    if unit_id is None:
        near = nearest(units, name)
        hint = _("是不是“%(near)s”？") % {"near": near} if near else ""
        return None, None, _("没有认出“%(name)s”。") % {"name": name} + hint
    try:
        return unit_id, read_figure(figure), ""
    except NotAFigureError:
        return None, None, _("“%(words)s”里没有认出数字。") % {"words": words.strip()}


def _cut(words: str) -> tuple[str, str]:
    """Name and figure: apart by a tab where they come out of a spreadsheet, else by the last blank."""
    parts = [part.strip() for part in words.split("\t") if part.strip()]
    if len(parts) == 1:
        parts = words.strip().rsplit(None, 1)
    return parts[0], parts[-1] if len(parts) > 1 else ""


def _figure(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
