"""The desk (案头): what the examination of a workbook knows while it goes down the rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from taizhang.office.organisations.lookup import find
from taizhang.office.organisations.naming import key_of
from taizhang.office.organisations.registry import Registry, Unit
from taizhang.office.organisations.services.changes import Particulars
from taizhang.office.organisations.services.importing import Order


@dataclass
class Desk:
    """Desk (案头): the registry as it would be after the rows looked at so far. A new row goes by its number, negative.

    Attributes:
        borne: key of a name → who bears it.
        called: who → key of the official name; parents are ordered by it.
        parents: who → under whom.
        since: who → from when, where known.
        rows_of: unit → the row that asked for something of it.
    """

    registry: Registry
    today: date
    borne: dict[str, int] = field(default_factory=dict)
    called: dict[int, str] = field(default_factory=dict)
    parents: dict[int, int | None] = field(default_factory=dict)
    since: dict[int, date | None] = field(default_factory=dict)
    rows_of: dict[int, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)

    @classmethod
    def laid_out(cls, registry: Registry, today: date) -> "Desk":
        """With everyone who is there to stay."""
        desk = cls(registry, today)
        for unit in registry.ordered:
            if unit.period.end is not None:
                continue
            desk.parents[unit.id], desk.since[unit.id] = unit.parent_id(today), unit.period.start
            desk.names[unit.id], desk.called[unit.id] = unit.name(today), key_of(unit.name(today))
            desk.borne |= {name.key: unit.id for name in unit.names if name.period.end is None}
        return desk

    def accept(self, order: Order, unit: Unit | None, row: int) -> None:
        """What the row asks for is so, for the rows below."""
        who = -row if unit is None else unit.id
        said = (order.name, order.particulars.short_name, *order.particulars.aliases)
        self.rows_of[who], self.names[who], self.called[who] = row, order.name, key_of(order.name)
        self.borne |= {key_of(words): who for words in said if key_of(words)}
        self.parents[who] = next((each for each, key in self.called.items() if key == order.parent_key), None)
        self.since[who] = order.decision.on if unit is None else unit.period.start

    def holder(self, words: str) -> int | None:
        """Who bears the name."""
        return self.borne.get(key_of(words))

    def name_of(self, who: int) -> str:
        """The official name."""
        return self.names.get(who) or self.registry.units[who].name(self.today)

    def find(self, words: str) -> int | None:
        """Who is meant as a parent: by official name, also of a row above; else as in a document."""
        key = key_of(words)
        named = next((who for who, called in self.called.items() if called == key), None)
        if named is not None:
            return named
        match = find(self.registry, words, self.today)
        return match.organisation_id if match and match.organisation_id in self.called else None

    def stands_below(self, who: int, above: int) -> bool:
        """Whether the one stands somewhere below the other, or is it."""
        return above in self._upwards(who)

    def _upwards(self, who: int) -> Iterator[int]:
        at: int | None = who
        for _step in range(len(self.parents) + 1):
            if at is None:
                return
            yield at
            at = self.parents.get(at)

    def is_new_name(self, name: str, unit: Unit) -> bool:
        """Whether the unit is called otherwise today."""
        return key_of(name) != key_of(unit.name(self.today))

    def last_change(self, unit: Unit) -> date:
        """The latest day on which it, its name or its place began."""
        periods = [name.period for name in unit.names if name.role != "alias"] + [place.period for place in unit.places]
        begun = [unit.period.start, *(period.start for period in periods if period.end is None)]
        return max((day for day in begun if day), default=date.min)

    def particulars_of(self, unit: Unit) -> Particulars:
        """What is written down of the unit today."""
        short = unit.short_name(self.today)
        short = "" if short == unit.name(self.today) else short
        return Particulars(unit.kind, unit.region_code, unit.position, short, unit.aliases(self.today))
