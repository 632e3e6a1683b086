"""Lookup (查单位): who is meant by the words of a document on a day.

Tried in this order, and the first that finds anything decides; two who answer to the same words are nobody, because a
guess would put a promise on the wrong desk:

1. a name, short name or alias that holds on the day, word for word;
2. the same without the region before it and the authority behind it (区发展和改革局, 示例镇人民政府);
3. the same two among names of the past: whoever bears the old name's office on the day, through renaming and merging.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from taizhang.office.organisations.lineage import bearers
from taizhang.office.organisations.naming import key_of, region_prefixes, stem_of, without_region
from taizhang.office.organisations.registry import NamePeriod, Registry, Unit

Wanted = Callable[[NamePeriod], bool]
Found = dict[int, tuple[Unit, str]]  # whom, and by which of its names


class How(StrEnum):
    """How a unit was recognised (识别方式)."""

    EXACT = "exact"
    SHORTENED = "shortened"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class Match:
    """Match (识别结果): the unit meant, and how sure that is.

    Attributes:
        name: its official name on the day asked about.
        recognised: the name of ours that the words answer to.
    """

    organisation_id: int
    name: str
    how: How
    recognised: str


def find(registry: Registry, words: str, on: date) -> Match | None:
    """The one unit of that day meant by the words; None where there is none, or more than one."""
    key = key_of(words)
    if not key:
        return None

    def of_the_day(name: NamePeriod) -> bool:
        return name.period.holds(on)

    def of_the_past(name: NamePeriod) -> bool:
        return name.period.end is not None and name.period.end <= on and not name.period.empty

    living = registry.living(on)
    ways: tuple[tuple[How, Callable[[], Found]], ...] = (
        (How.EXACT, lambda: _exactly(living, key, of_the_day)),
        (How.SHORTENED, lambda: _shortened(registry, living, key, on, of_the_day)),
        (How.FORMER, lambda: _carried_on(registry, _exactly(registry.ordered, key, of_the_past), on)),
        (How.FORMER, lambda: _carried_on(registry, _shortened(registry, registry.ordered, key, on, of_the_past), on)),
    )
    for how, look in ways:
        found = look()
        if found:
            return _only(found, how, on)
    return None


def _only(found: Found, how: How, on: date) -> Match | None:
    if len(found) > 1:
        return None
    unit, recognised = next(iter(found.values()))
    return Match(unit.id, unit.name(on), how, recognised)


def _exactly(units: Iterable[Unit], key: str, wanted: Wanted) -> Found:
    return {unit.id: (unit, name.words) for unit in units for name in unit.names if name.key == key and wanted(name)}


def _shortened(registry: Registry, units: Iterable[Unit], key: str, on: date, wanted: Wanted) -> Found:
    found: Found = {}
    for unit in units:
        region = registry.region_code(unit, on)
        stem = stem_of(key, unit.kind, region)
        for name in unit.names:
            if wanted(name) and (stem_of(name.key, unit.kind, region) == stem or _same_inside(name.key, key, region)):
                found[unit.id] = (unit, name.words)
    return found


def _same_inside(name: str, key: str, region: str) -> bool:
    """区政府办公室 and 政府办公室, where only one of them writes the region; never 市 for a unit of a 区."""
    return bool(region_prefixes(region)) and without_region(name, region) == without_region(key, region)


def _carried_on(registry: Registry, past: Found, on: date) -> Found:
    """Who is there on the day in place of those of the past."""
    return {
        heir: (registry.units[heir], recognised)
        for unit, recognised in past.values()
        for heir in bearers(registry, unit.id, on)
    }
