"""Columns (栏目): what stands in a task table, under our own heads and under those that districts use."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from taizhang.office.organisations.naming import key_of

FILE = Path(__file__).with_name("columns.toml")
BRACKETS = str.maketrans("", "", "()[]（）【】:：/、")


@dataclass(frozen=True, slots=True)
class Column:
    """Column (栏目).

    Attributes:
        key: how the code calls it; width: in characters; is_open: whether it may be typed into.
    """

    key: str
    head: Promise
    width: int
    is_open: bool = True


NUMBER, TASK, MEASURE, LEADER, LEAD, SUPPORTS, DUE = "number", "task", "measure", "leader", "lead", "supports", "due"
STEPS = "steps"
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
COLUMNS: tuple[Column, ...] = (
    Column(NUMBER, _("序号"), 6, is_open=False),
    Column(TASK, _("任务"), 40, is_open=False),
    Column(MEASURE, _("量化指标"), 22),
    Column("Q1", _("一季度"), 17),
    Column("Q2", _("二季度"), 17),
    Column("Q3", _("三季度"), 17),
    Column("Q4", _("四季度"), 17),
    Column(LEADER, _("责任领导"), 11),
    Column(LEAD, _("牵头"), 18),
    Column(SUPPORTS, _("配合"), 26),
    Column(DUE, _("时限"), 13),
)
LABELS: dict[str, Promise] = {column.key: column.head for column in COLUMNS} | {STEPS: _("分季进度（一格写四季）")}


@cache
def knowledge() -> dict[str, Any]:
    """What ``columns.toml`` holds."""
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def known_heads() -> dict[str, str]:
    """Head of a task table as it may be written → column."""
    return {plain(words): key for key, listed in knowledge()["tasks"].items() for words in listed}


@cache
def known_periods() -> dict[str, str]:
    """Head below a target as it may be written → period."""
    return {plain(words): period for period, listed in knowledge()["periods"].items() for words in listed}


@cache
def unit_heads() -> frozenset[str]:
    """How the column of units is called."""
    return frozenset(map(plain, knowledge()["shares"]["units"]))


@cache
def totals() -> frozenset[str]:
    """What stands in the column of units and is none."""
    return frozenset(map(plain, knowledge()["shares"]["totals"]))


def plain(words: object) -> str:
    """A head as it is compared."""
    return key_of(str(words or "")).translate(BRACKETS)
