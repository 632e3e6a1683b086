"""Vocabulary of heads (表头用词): which family a column head belongs to; the words themselves are in ``heads.toml``."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


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


def is_attribute_head(words: str) -> bool:
    """责任单位, 占年计划%, 全市位次: no value of the indicator."""
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


def measure_of(words: str, *, anything: bool = False) -> str:
    """The measure a value's head names beside year, manner and unit (利润总额); empty where it names none.

    ``anything`` takes every remaining word for a measure, as under the heads of a table of regions.
    """
    rest = _part("neutral").sub("", words)
    return rest if rest and (anything or _part("neutral", "nouns", at_end=True).search(rest)) else ""


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
def _whole(family: str, key: str = "whole") -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in _data()[family].get(key, ())) or r"(?!)")


@cache
def _part(family: str, key: str = "part", *, at_end: bool = False) -> re.Pattern[str]:
    patterns = "|".join(f"(?:{pattern})" for pattern in _data()[family].get(key, ())) or r"(?!)"
    return re.compile(f"(?:{patterns})[）)%％]*$" if at_end else patterns)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("taizhang.paper.tables").joinpath("heads.toml").read_text(encoding="utf-8"))
