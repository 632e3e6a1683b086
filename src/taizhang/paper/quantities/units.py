"""Units (计量单位): what may stand after a numeral, and which family it belongs to."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Family(StrEnum):
    """Family (单位类别): the sort of thing a unit counts or measures; see ``units.toml``."""

    COUNT = "count"
    MEASURE = "measure"
    MONEY = "money"
    SHARE = "share"
    POINTS = "points"
    TIMES = "times"
    DURATION = "duration"
    CLOCK = "clock"
    AGE = "age"
    BARE = "bare"  # 没有单位，或只有数量级（100万）


@dataclass(frozen=True, slots=True)
class Unit:
    """Unit (单位): the unit printed after a numeral.

    Attributes:
        words: as printed, magnitude left out; ％ written ``%``.
        family: what sort of unit it is.
        end: offset after it.
    """

    words: str
    family: Family
    end: int


@dataclass(frozen=True, slots=True)
class _Lexicon:
    families: dict[str, Family]
    longest: int
    classifiers: frozenset[str]
    inside: frozenset[str]
    after: str
    per: frozenset[str]
    names: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    data = tomllib.loads(files("taizhang.paper.quantities").joinpath("units.toml").read_text(encoding="utf-8"))
    families = {word: family for family in Family for word in data.get(family.value, ())}
    return _Lexicon(
        families=families,
        longest=max(map(len, families)),
        classifiers=frozenset(data["chinese"]["classifiers"]),
        inside=frozenset(data["bracketed"]["inside"]),
        after=data["bracketed"]["after"],
        per=frozenset(data["rate"]["per"]) | families.keys(),
        names=data["names"],
    )


def match_unit(text: str, start: int) -> Unit | None:
    """The longest unit that stands at ``start``, with 元/人 and （艘、架） carried along."""
    known = _lexicon()
    for length in range(min(known.longest, len(text) - start), 0, -1):
        word = text[start : start + length]
        family = known.families.get(word)
        if family is not None and not _runs_on(text, start, length):
            return _carry_on(text, start, start + length, family)
    return None


def named_by(unit: str) -> str | None:
    """What a unit says it counts by itself (9金: 金牌), else None."""
    return _lexicon().names.get(unit)


def is_classifier(words: str) -> bool:
    """Whether a Chinese numeral before these words counts (两家), rather than makes a name (三大)."""
    return words in _lexicon().classifiers


def _runs_on(text: str, start: int, length: int) -> bool:
    """Latin letters that go on are another word: the G of GPU is no unit."""
    end = start + length
    last = text[end - 1]
    return last.isascii() and last.isalpha() and end < len(text) and text[end].isascii() and text[end].isalnum()


def _carry_on(text: str, start: int, end: int, family: Family) -> Unit:
    end = _after_brackets(text, end)
    if text[end : end + 1] == "/" or (family is Family.MEASURE and text[end : end + 1] == "每"):
        end = _after_rate(text, end)
    words = text[start:end]
    return Unit(words.replace("％", "%").replace("﹪", "%"), family, end)


def _after_brackets(text: str, end: int) -> int:
    if text[end : end + 1] not in {"（", "("}:
        return end
    known = _lexicon()
    for close in range(end + 1, min(end + 10, len(text))):
        if text[close] in {"）", ")"} and close > end + 1:
            return close + 1 + text.startswith(known.after, close + 1)
        if text[close] not in known.inside:
            break
    return end


def _after_rate(text: str, slash: int) -> int:
    """The end of a rate such as ``/人``, ``/10万``, ``/立方米``; ``slash`` itself where there is none."""
    place = slash + 1
    while place < len(text) and text[place] in "0123456789十百千万亿":
        place += 1
    known = _lexicon()
    for length in range(min(known.longest, len(text) - place), 0, -1):
        if text[place : place + length] in known.per:
            return _after_time(text, place + length)
    return place if place > slash + 1 else slash


def _after_time(text: str, end: int) -> int:
    """元/人·月: a rate may be told per time as well."""
    return end + 2 if text[end : end + 1] == "·" and text[end + 1 : end + 2] in {"月", "年", "日", "天", "次"} else end
