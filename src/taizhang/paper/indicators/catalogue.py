"""Catalogue of indicators (指标目录): what the annexes of annual plans count, and how each is to be read."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


class Frequency(StrEnum):
    """Frequency (公布周期): how often a value comes out."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    BATCH = "batch"  # 按认定批次


class Timing(StrEnum):
    """Timing (累计、时点): what stretch of time one value covers."""

    CUMULATIVE = "cumulative"  # 1—N月累计
    POINT_IN_TIME = "point_in_time"  # 期末时点
    AVERAGE = "average"  # 期内平均
    IN_PERIOD = "in_period"  # 当期


class Price(StrEnum):
    """Price basis (价格口径)."""

    CURRENT = "current"  # 现价
    CONSTANT = "constant"  # 不变价
    COMPARABLE = "comparable"  # 可比口径
    NOMINAL = "nominal"  # 名义


class CrossCheck(StrEnum):
    """Cross check (互算): whether two levels may be divided and compared with a printed growth."""

    YES = "yes"
    ADVISORY = "advisory"
    NO = "no"


class Direction(StrEnum):
    """Direction (方向): which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


class TargetAttribute(StrEnum):
    """Attribute of a target (指标属性): guided by government, or owed by it."""

    ANTICIPATORY = "anticipatory"  # 预期性
    BINDING = "binding"  # 约束性


@dataclass(frozen=True, slots=True)
class Indicator:
    """Indicator (指标): the thing measured, not its value.

    Attributes:
        code: our readable slug, never changed.
        field: part of life it belongs to, a key of ``field_names()``.
        name: official name.
        aliases: other names of exactly the same thing.
        units: usual units of its level, the commonest first.
        frequency, timing: when a value comes out, and what it covers.
        level_price, growth_price: price basis of either, None where nothing is priced.
        cross_check: whether level and growth may be held against each other.
        direction: which way is better.
        attribute: anticipatory or binding, None where plans differ.
        part_of: where a bare name of it (出口) stands under another indicator, the codes that one must have.
        department: who answers for it in a district.
        note: what to beware of.
        magnitude: plausible low and high of the level in the first unit, for a district and a year; None where unknown.
    """

    code: str
    field: str
    name: str
    aliases: tuple[str, ...]
    units: tuple[str, ...]
    frequency: Frequency
    timing: Timing
    level_price: Price | None
    growth_price: Price | None
    cross_check: CrossCheck
    direction: Direction
    attribute: TargetAttribute | None
    part_of: tuple[str, ...]
    department: str
    note: str
    magnitude: tuple[Decimal, Decimal] | None


@cache
def indicators() -> Mapping[str, Indicator]:
    """Every indicator of the catalogue by its code, in the catalogue's order."""
    fields = _data()["field_names"]
    entries = {
        code: _indicator(code, field, entry) for field in fields for code, entry in _data().get(field, {}).items()
    }
    return MappingProxyType(entries)


@cache
def field_names() -> Mapping[str, str]:
    """Names of the fields in Chinese, in the catalogue's order."""
    return MappingProxyType(_data()["field_names"])


@cache
def same_words() -> Mapping[str, str]:
    """Words that mean the same wherever they stand in a name."""
    return MappingProxyType(_data()["same_words"])


@cache
def _data() -> dict[str, Any]:
    text = files("taizhang.paper.indicators").joinpath("catalogue.toml").read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal)


def _indicator(code: str, field: str, entry: dict[str, Any]) -> Indicator:
    magnitude = entry.get("magnitude")
    return Indicator(
        code=code,
        field=field,
        name=entry["name"],
        aliases=tuple(entry.get("aliases", ())),
        units=tuple(entry["units"]),
        frequency=Frequency(entry["frequency"]),
        timing=Timing(entry["timing"]),
        level_price=Price(entry["level_price"]) if "level_price" in entry else None,
        growth_price=Price(entry["growth_price"]) if "growth_price" in entry else None,
        cross_check=CrossCheck(entry.get("cross_check", "yes")),
        direction=Direction(entry.get("direction", "higher")),
        attribute=TargetAttribute(entry["attribute"]) if "attribute" in entry else None,
        part_of=tuple(entry.get("part_of", ())),
        department=entry["department"],
        note=entry.get("note", ""),
        magnitude=(Decimal(magnitude[0]), Decimal(magnitude[1])) if magnitude else None,
    )
