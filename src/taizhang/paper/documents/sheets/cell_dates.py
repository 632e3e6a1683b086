"""Cell dates (单元格日期): a day number of a spreadsheet as its format shows it."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal

from taizhang.paper.documents.list_numbers import written

_TOKEN = re.compile(
    r'"([^"]*)"?|[\\!](.)|\[(h+|m+|s+)\]|\[[^\]]*\]|(AM/PM|A/P|上午/下午|y+|e+|m+|d+|h+|s+(?:\.0+)?|a{3,4})|[_*].|(.)',
    re.IGNORECASE | re.DOTALL,
)
_CHINESE = re.compile(r"\[DBNum[12]\]", re.IGNORECASE)
_WEEKDAYS = "一二三四五六日"
_LATEST = 2_958_465  # 9999-12-31


def shown_date(value: Decimal, section: str, *, from_1904: bool = False) -> str:
    """A day number in a date format; the number itself where it is no date a sheet can show."""
    if not 0 <= value <= _LATEST:
        return f"{value:f}"
    moment = _moment(value, from_1904=from_1904)
    tokens = list(_TOKEN.finditer(section.partition(";")[0]))
    number = _chinese if _CHINESE.search(section) else str
    has_half_days = any(token[4] and "/" in token[4] for token in tokens)
    parts = []
    for index, token in enumerate(tokens):
        if token[3]:
            parts.append(_elapsed(value, token[3]))
        elif token[4]:
            parts.append(_part(moment, _minutes_told_apart(tokens, index), number, has_half_days=has_half_days))
        else:
            parts.append(token[1] or token[2] or _plain(token[5]))
    return "".join(parts).strip()


def _plain(sign: str | None) -> str:
    return "" if sign in {None, "@", ";"} else str(sign)


def _moment(value: Decimal, *, from_1904: bool) -> datetime:
    """Day 60 of the 1900 calendar is a 29 February that never was; days before it count from a day later."""
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 31 if value < 60 else 30)  # noqa: DTZ001 — sheets know no time zones
    seconds = round(value * 86_400)
    return start + timedelta(seconds=seconds)


def _minutes_told_apart(tokens: list[re.Match[str]], index: int) -> str:
    """``m`` beside an hour or a second means minutes; written ``n`` here."""
    code = str(tokens[index][4]).lower()
    if not code.startswith("m"):
        return code
    letters = [str(token[4] or token[3]).lower()[0] if token[4] or token[3] else "" for token in tokens]
    before = next((letter for letter in reversed(letters[:index]) if letter), "")
    after = next((letter for letter in letters[index + 1 :] if letter), "")
    return code.replace("m", "n") if before == "h" or after == "s" else code


def _part(moment: datetime, code: str, number: Callable[[int], str], *, has_half_days: bool) -> str:
    width = len(code)
    if code[0] in "ye":
        year = f"{moment.year % 100:02d}" if code[0] == "y" and width <= 2 else str(moment.year)
        return "".join(_digit(sign, number) for sign in year)
    if code.startswith("aaa"):
        return ("星期" if width > 3 else "") + _WEEKDAYS[moment.weekday()]
    if "/" in code:
        return ("上午", "下午")[moment.hour >= 12] if "上" in code else ("AM", "PM")[moment.hour >= 12]
    if code[0] in "md" and width > 2:
        return moment.strftime({"mmm": "%b", "ddd": "%a"}.get(code, "%B" if code[0] == "m" else "%A"))
    hour = (moment.hour % 12 or 12) if has_half_days else moment.hour
    count = {"m": moment.month, "d": moment.day, "h": hour, "n": moment.minute, "s": moment.second}[code[0]]
    return number(count) if width == 1 or number is not str else f"{count:02d}"


def _digit(sign: str, number: Callable[[int], str]) -> str:
    return sign if number is str else ("〇" if sign == "0" else number(int(sign)))


def _chinese(count: int) -> str:
    return written(count, "chineseCounting") if count else "〇"


def _elapsed(value: Decimal, unit: str) -> str:
    """[h], [m], [s]: all hours, minutes or seconds since the beginning."""
    seconds = round(value * 86_400)
    return str(seconds // {"h": 3600, "m": 60, "s": 1}[unit[0].lower()]).zfill(len(unit))
