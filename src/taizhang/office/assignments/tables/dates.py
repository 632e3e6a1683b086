"""Dates (时限): what tables write for a deadline — 6月底, 2024-6-30, 三季度末, 年底前, a spreadsheet's serial — taken for a day."""

import calendar
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from taizhang.office.pages.errors import ExpectedError

SERIAL_ZERO = date(1899, 12, 30)  # day nought of spreadsheets, as they count
SERIALS = range(36_526, 73_051)  # 2000 to 2099: a bare number elsewhere is no day
TAIL = r"(?:[之以]?前|为止|完成)*"
YEAR = r"(?:(?P<year>20\d\d)年)?"
NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4}


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
    for pattern, day_of in PATTERNS:
        found = pattern.fullmatch(words)
        if found:
            try:
                return day_of(found, int(found.groupdict().get("year") or year))
            except ValueError:
                return None
    return None


def _last_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _quarter(found: re.Match[str], year: int) -> date:
    said = found["quarter"]
    return _last_of(year, 3 * NUMERALS.get(said, int(said) if said.isdecimal() else 0))


PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], date]], ...] = (
    (
        re.compile(r"(?P<year>20\d\d)[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?(?:00:00:00)?" + TAIL),
        lambda found, year: date(year, int(found["month"]), int(found["day"])),
    ),
    (
        re.compile(r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)"),
        lambda found, year: date(year, int(found["month"]), int(found["day"])),
    ),
    (
        re.compile(YEAR + r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日?" + TAIL),
        lambda found, year: date(year, int(found["month"]), int(found["day"])),
    ),
    (
        re.compile(YEAR + r"(?P<month>\d{1,2})月(?:份?[底末]?)" + TAIL),
        lambda found, year: _last_of(year, int(found["month"])),
    ),
    (
        re.compile(r"(?P<year>20\d\d)[-/.](?P<month>\d{1,2})"),
        lambda found, year: _last_of(year, int(found["month"])),
    ),
    (re.compile(YEAR + r"第?(?P<quarter>[1-4一二三四])季度[底末]?" + TAIL), _quarter),
    (re.compile(YEAR + r"上半年[底末]?" + TAIL), lambda _found, year: _last_of(year, 6)),
    (re.compile(YEAR + r"前三季度" + TAIL), lambda _found, year: _last_of(year, 9)),
    (
        re.compile(r"(?:(?P<year>20\d\d)年?)?(?:全年|下半年|年内|[本当]?年[底末终])" + TAIL),
        lambda _found, year: _last_of(year, 12),
    ),
    (re.compile(r"(?P<year>20\d\d)年[底末]?" + TAIL), lambda _found, year: _last_of(year, 12)),
)
