"""Meanings of columns (栏目含义): the role, period, manner, unit and measure that the heads over a column of values say."""

import re
from dataclasses import dataclass, replace

from taizhang.paper.indicators.lookup import find_indicator
from taizhang.paper.tables import vocabulary
from taizhang.paper.tables.cells import is_unit
from taizhang.paper.tables.setting import Setting, period_of, with_arabic_years
from taizhang.paper.tables.table import CellRole

_PERCENT = frozenset("%％")
_UNIT_IN_HEAD = re.compile(r"[（(\[]([^（）()\[\]]{1,12})[）)\]]$")


@dataclass(frozen=True, slots=True)
class Meaning:
    """Meaning of a column of values (栏目含义); None is what its heads do not say.

    Attributes:
        role, year, modality: as in ``TableCell``.
        unit: unit in brackets at the end of a head.
        measure: what is measured, where the head rather than the row says it (利润总额).
    """

    role: CellRole | None = None
    year: str | None = None
    modality: str | None = None
    unit: str | None = None
    measure: str = ""


def read_meaning(chain: tuple[str, ...], setting: Setting, *, is_cross: bool = False) -> Meaning:
    """What a chain of heads says, the lower ones first; in a cross table every word beside time and manner counts."""
    plain = [without_unit(with_arabic_years(words)) for words in chain]
    units = [match[1] for words in chain if (match := _UNIT_IN_HEAD.search(words)) and is_unit(match[1])]
    amounts = [unit for unit in units if unit not in _PERCENT]
    is_named = is_cross or bool(amounts)
    return Meaning(
        role=next((role for words in reversed(chain) if (role := role_of(words))), None),
        year=next((period for words in reversed(plain) if (period := period_of(words, setting))), None),
        modality=next((modality for words in reversed(plain) if (modality := vocabulary.modality_of(words))), None),
        unit=amounts[-1] if amounts else None,
        measure="".join(dict.fromkeys(_measure(words, is_named=is_named) for words in plain)),
    )


def settle(meaning: Meaning, setting: Setting) -> Meaning:
    """The meaning with what its heads leave open taken from the table's title and the document."""
    modality = meaning.modality or _modality_of_year(meaning.year, setting)
    year = meaning.year or (setting.meant_for if modality == "target" else setting.done_in)
    return replace(meaning, modality=modality, year=year)


def inherit(meaning: Meaning, last: Meaning | None) -> Meaning:
    """A growth that names no year and no manner belongs to the value before it."""
    if last is None or meaning.role is not CellRole.GROWTH:
        return meaning
    measure = meaning.measure or last.measure
    if meaning.year or meaning.modality:
        return replace(meaning, measure=measure)
    return replace(meaning, year=last.year, modality=last.modality, measure=measure)


def role_of(words: str) -> CellRole | None:
    """The role a head says in so many words."""
    if vocabulary.is_growth_head(words):
        return CellRole.GROWTH
    return CellRole.LEVEL if vocabulary.is_level_head(words) else None


def without_unit(words: str) -> str:
    """A head without what stands in brackets at its end."""
    return _UNIT_IN_HEAD.sub("", words)


def _measure(words: str, *, is_named: bool) -> str:
    """The measure a head names, without year and manner at its ends; empty where it names none."""
    is_one = vocabulary.names_measure(words, anything=is_named) or find_indicator(words) is not None
    return vocabulary.without_time_and_manner(words) if is_one else ""


def _modality_of_year(year: str | None, setting: Setting) -> str:
    this_year = setting.this_year
    if year is None or this_year is None:
        return "target" if setting.is_target else "actual"
    is_ahead = int(year[-4:] if len(year) == 9 else year[:4]) >= this_year + (not setting.is_target)
    return "target" if is_ahead else "actual"
