"""Vocabulary of heads (表头用词): which family a column head belongs to; the words themselves are in ``heads.toml``."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_PERCENT = re.compile(r"[（(][%％][）)]")


def is_serial_head(words: str) -> bool:
    """序号."""
    return _whole("serial").fullmatch(words) is not None


def is_label_head(words: str) -> bool:
    """指标名称, 预算科目, 项目: the column of names."""
    return _whole("label").fullmatch(words) is not None


def is_region_head(words: str) -> bool:
    """区县, 镇街, 国别: things that each have a value of every column."""
    return _whole("region").fullmatch(words) is not None


def is_group_head(words: str) -> bool:
    """类别, 领域: a column that gathers the rows beside it."""
    return _whole("group").fullmatch(words) is not None


def is_unit_head(words: str) -> bool:
    """计量单位."""
    return _whole("unit").fullmatch(words) is not None


def names_rows(words: str) -> bool:
    """Whether a head stands over names, numbers or units of rows rather than over values."""
    return any(_whole(family).fullmatch(words) for family in ("label", "region", "serial", "unit", "group"))


def is_attribute_head(words: str) -> bool:
    """责任单位, 占年计划%, 全市位次: no value of the indicator."""
    words = _PERCENT.sub("%", words)
    return _whole("attribute").fullmatch(words) is not None or _part("attribute").search(words) is not None


def is_growth_head(words: str) -> bool:
    """增长%, 同比, ±%."""
    return _part("growth").search(words) is not None


def is_level_head(words: str) -> bool:
    """绝对值, 总量."""
    return _part("level").search(words) is not None


def modality_of(words: str) -> str | None:
    """``actual`` for what was done (执行数, 上年完成), ``target`` for what is meant (本年计划), else None."""
    if _part("modality", "actual").search(words):
        return "actual"
    if _part("modality", "target").search(words):
        return "target"
    return "actual" if _part("modality", "done").search(words) else None


def rest_of(words: str) -> str:
    """What a value's head says beside year, manner and unit; empty where it says no more."""
    return _part("neutral").sub("", words)


def names_measure(words: str, *, anything: bool = False) -> bool:
    """Whether a value's head names a measure of its own (利润总额).

    ``anything`` takes every remaining word for a measure, as under the heads of a table of regions.
    """
    if not rest_of(words):
        return False
    return anything or _part("neutral", "nouns", at_end=True).search(without_time_and_manner(words)) is not None


def without_time_and_manner(words: str) -> str:
    """A head without the year and the manner at its ends: 全市收入 of 全市收入预算数."""
    return _ends().sub("", words) or words


def title_says(what: str, title: str) -> bool:
    """Whether a title speaks of ``growth``, ``target``, ``done`` or other ``measures``; see ``heads.toml``."""
    return _part("title", what).search(title) is not None


def is_project_head(words: str) -> bool:
    """项目名称."""
    return _whole("projects", "name").fullmatch(words) is not None


def is_project_trait(words: str) -> bool:
    """总投资, 建设地点, 形象进度."""
    return _part("projects", "trait").search(words) is not None


@cache
def _ends() -> re.Pattern[str]:
    words = "|".join(f"(?:{pattern})" for pattern in _data()["neutral"]["ends"])
    return re.compile(f"^(?:{words})+|(?:{words})+$")


@cache
def _whole(family: str, key: str = "whole") -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in _data()[family].get(key, ())) or r"(?!)")


@cache
def _part(family: str, key: str = "part", *, at_end: bool = False) -> re.Pattern[str]:
    patterns = "|".join(f"(?:{pattern})" for pattern in _data()[family].get(key, ())) or r"(?!)"
    return re.compile(f"(?:{patterns})[）)%％]*$" if at_end else patterns)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("taizhang.paper.tables").joinpath("heads.toml").read_text(encoding="utf-8"))
