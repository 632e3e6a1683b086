"""Dates (时限): what tables write for a deadline — 6月底, 2024-6-30, 三季度末, 年底前, a spreadsheet's serial — taken for a day."""

import calendar
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from taizhang.office.pages.errors import ExpectedError

SERIAL_ZERO = date(1899, 12, 30)  # day nought of spreadsheets, as they count
SERIALS = range(36_526, 73_051)  # 2000 to 2099: a bare number elsewhere is no day
FILE = Path(__file__).with_name("dates.toml")
MONTHS_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Pattern:
    """Pattern (写法): one way to write a deadline.

    Attributes:
        last_month: the month whose last day is meant, where the words name none.
    """

    words: re.Pattern[str]
    last_month: int


class NotADayError(ExpectedError):
    """Not a day (不是日期)."""

    def __init__(self) -> None:
        super().__init__(_("没有认出是哪一天。请写成 2024-06-30 或 6月底 的样子。"), status=422)


def read_day(said: object, year: int) -> date | None:
    """The day; None where nothing is written. A month, a quarter or a year means its last day.

    Args:
        year: of the plan, for words that leave it out.
    """
    if isinstance(said, datetime):
        return said.date()
    if isinstance(said, date):
        return said
    words = "".join(unicodedata.normalize("NFKC", "" if said is None else str(said)).split())
    if not words:
        return None
    day = _of_serial(words) or _of_words(words, year)
    if day is None:
        raise NotADayError
    return day


def _of_serial(words: str) -> date | None:
    number = words.removesuffix(".0")
    if number.isdecimal() and int(number) in SERIALS:
        return SERIAL_ZERO + timedelta(days=int(number))
    return None


def _of_words(words: str, year: int) -> date | None:
    for pattern in _patterns():
        found = pattern.words.fullmatch(words)
        if found:
            try:
                return _day(found.groupdict(), pattern.last_month, year)
            except (ValueError, calendar.IllegalMonthError):
                return None
    return None


def _day(said: Mapping[str, str | None], last_month: int, year: int) -> date:
    year = int(said.get("year") or year)
    month = int(said.get("month") or last_month or MONTHS_A_QUARTER * _quarter(said.get("quarter") or ""))
    return date(year, month, int(said.get("day") or calendar.monthrange(year, month)[1]))


def _quarter(word: str) -> int:
    return int(word) if word.isdecimal() else int(_knowledge()["quarters"][word])


@cache
def _patterns() -> tuple[Pattern, ...]:
    held = _knowledge()
    return tuple(
        Pattern(
            re.compile(each["words"].replace("{year}", held["year"]).replace("{tail}", held["tail"])),
            each.get("last_month", 0),
        )
        for each in held["patterns"]
    )


@cache
def _knowledge() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))
