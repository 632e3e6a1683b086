"""Units (单位): the registry as assignments ask it — names to show, who acts for a unit that is no more, whom words mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from django.db.models import Count, Max

from taizhang.office.organisations.lineage import bearers
from taizhang.office.organisations.lookup import Match, find
from taizhang.office.organisations.models import Name
from taizhang.office.organisations.registry import Registry
from taizhang.office.organisations.selectors.holding import load_registry


@dataclass(frozen=True, slots=True)
class UnitLabel:
    """Unit label (单位): as pages show it.

    Attributes:
        name: of whoever acts today.
        former: the name it was given the duty under, where that is another.
        is_gone: whether it is no more and no single unit carries on: its duty has to be handed over.
    """

    id: int
    name: str
    former: str = ""
    is_gone: bool = False

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Option:
    """Option (备选单位): a unit to choose, and every word that finds it."""

    id: int
    name: str
    short_name: str
    words: str


@dataclass(frozen=True)
class Units:
    """Units (单位) on a day."""

    registry: Registry
    today: date

    def name(self, organisation_id: int) -> str:
        """Its short name; after its end the last it had."""
        unit = self.registry.units.get(organisation_id)
        return unit.short_name(self.today) if unit else str(organisation_id)

    def label(self, organisation_id: int) -> UnitLabel:
        """As pages show it."""
        acting = self.acting(organisation_id)
        name = self.name(organisation_id)
        if acting is None:
            return UnitLabel(organisation_id, name, is_gone=True)
        return UnitLabel(acting, self.name(acting), "" if acting == organisation_id else name)

    def acting(self, organisation_id: int) -> int | None:
        """Who acts for it today: itself while it lives, then its only heir; None where there is none, or several."""
        return self._acting.get(organisation_id)

    def acted_for(self, organisations: Iterable[int]) -> frozenset[int]:
        """These and every former unit that one of them alone carries on."""
        wanted = frozenset(organisations)
        return frozenset(each for each, acting in self._acting.items() if acting in wanted)

    @property
    def gone(self) -> frozenset[int]:
        """Units nobody alone acts for."""
        return frozenset(each for each, acting in self._acting.items() if acting is None)

    def find(self, words: str) -> Match | None:
        """Whom words mean today."""
        return find(self.registry, words, self.today)

    def options(self) -> tuple[Option, ...]:
        """Everyone who can be given a duty today."""
        living = self.registry.living(self.today)
        return tuple(
            Option(
                unit.id,
                unit.name(self.today),
                unit.short_name(self.today),
                " ".join((unit.name(self.today), unit.short_name(self.today), *unit.aliases(self.today))),
            )
            for unit in living
        )

    @cached_property
    def _acting(self) -> dict[int, int | None]:
        acting: dict[int, int | None] = {}
        for each in self.registry.units:
            found = bearers(self.registry, each, self.today)
            acting[each] = found[0] if len(found) == 1 else None
        return acting


def load_units(today: date) -> Units:
    """The registry on that day; one query as long as nothing in it has changed."""
    state = Name.objects.aggregate(
        Count("id", distinct=True), Max("id"), Max("organisation__events__id"), Max("organisation__events__at")
    )
    known = tuple(state.values())
    return Units(load_registry() if None in known else _registry(known), today)


@lru_cache(maxsize=2)
def _registry(_state: tuple[object, ...]) -> Registry:
    """The registry as it was found in that state; every change of it writes an event, which is a new state."""
    return load_registry()
