"""Table (规则表): ``rules.toml``, read once; which of its versions a plan is read by."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from taizhang.office.commitments.semantics.rule import TargetKind, ToleranceBasis

FIRST_DAY = (1, 1)


@dataclass(frozen=True, slots=True)
class KindCase:
    """Kind case (类型判定): one line of the table; what is left empty is not asked about.

    Attributes:
        kind: what a promise that fits is.
        has_figure, bounds, aspects, actions, promised_as, expression, words: what must fit, all of them.
        why: in Chinese and English.
    """

    kind: TargetKind
    has_figure: bool | None
    bounds: frozenset[str]
    aspects: frozenset[str]
    actions: frozenset[str]
    promised_as: frozenset[str]
    expression: re.Pattern[str] | None
    words: re.Pattern[str] | None
    why: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ToleranceCase:
    """Tolerance case (容差判定): which promises get which δ."""

    kinds: frozenset[str]
    aspects: frozenset[str]
    bounds: frozenset[str]
    words: re.Pattern[str] | None
    value: Decimal
    basis: ToleranceBasis


@dataclass(frozen=True, slots=True)
class DateCase:
    """Date case (时限判定): words that name a day; ``month`` where they do not say it in digits."""

    words: re.Pattern[str]
    month: int | None


@dataclass(frozen=True, slots=True)
class RuleTable:
    """Rule table (规则表), one dated version.

    Attributes:
        name, effective_on: of the version.
        set_by: who set its defaults, in Chinese and English.
        kinds, tolerances, dates: cases in order; the first that fits counts.
        prices: price basis → words that say it.
        scopes: words that narrow what is counted.
        timing, evidence, profile, direction: plain tables, see ``rules.toml``.
    """

    name: str
    effective_on: date
    set_by: tuple[str, str]
    kinds: tuple[KindCase, ...]
    tolerances: tuple[ToleranceCase, ...]
    dates: tuple[DateCase, ...]
    prices: Mapping[str, re.Pattern[str]]
    scopes: tuple[re.Pattern[str], ...]
    timing: Mapping[str, str]
    evidence: Mapping[str, Any]
    profile: Mapping[str, Any]
    direction: Mapping[str, Any]


@cache
def versions() -> tuple[RuleTable, ...]:
    """Every version, oldest first."""
    data = tomllib.loads(files(__package__).joinpath("rules.toml").read_text("utf-8"))
    return tuple(sorted(map(_table, data["versions"]), key=lambda each: each.effective_on))


def table_for(year: str) -> RuleTable:
    """The newest version that was in effect when the year of a plan began; the oldest where none was, or no year."""
    asked = date(int(year), *FIRST_DAY) if year.isdecimal() and len(year) == len("2024") else date.max
    in_effect = [each for each in versions() if each.effective_on <= asked]
    return in_effect[-1] if in_effect else versions()[0]


def table_named(name: str) -> RuleTable | None:
    """The version of that name."""
    return next((each for each in versions() if each.name == name), None)


def _table(data: dict[str, Any]) -> RuleTable:
    return RuleTable(
        name=data["name"],
        effective_on=data["effective_on"],
        set_by=(data["set_by"][0], data["set_by"][1]),
        kinds=tuple(map(_kind_case, data["kinds"])),
        tolerances=tuple(map(_tolerance_case, data["tolerances"])),
        dates=tuple(DateCase(re.compile(each["words"]), each.get("month")) for each in data["dates"]),
        prices=MappingProxyType({basis: re.compile(words) for basis, words in data["prices"].items()}),
        scopes=tuple(map(re.compile, data["scope"]["words"])),
        timing=MappingProxyType(data["timing"]),
        evidence=MappingProxyType(data["evidence"]),
        profile=MappingProxyType(data["profile"]),
        direction=MappingProxyType(data["direction"]),
    )


def _kind_case(data: dict[str, Any]) -> KindCase:
    return KindCase(
        kind=TargetKind(data["kind"]),
        has_figure=data.get("figure"),
        bounds=frozenset(data.get("bounds", ())),
        aspects=frozenset(data.get("aspects", ())),
        actions=frozenset(data.get("actions", ())),
        promised_as=frozenset(data.get("of", ())),
        expression=_pattern(data, "expression"),
        words=_pattern(data, "words"),
        why=(data["why"][0], data["why"][1]),
    )


def _tolerance_case(data: dict[str, Any]) -> ToleranceCase:
    return ToleranceCase(
        kinds=frozenset(data["kinds"]),
        aspects=frozenset(data.get("aspects", ())),
        bounds=frozenset(data.get("bounds", ())),
        words=_pattern(data, "words"),
        value=Decimal(data["value"]),
        basis=ToleranceBasis(data["basis"]),
    )


def _pattern(data: dict[str, Any], name: str) -> re.Pattern[str] | None:
    return re.compile(data[name]) if name in data else None
