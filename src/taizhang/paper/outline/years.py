"""Years (年份): the years a heading or a first sentence names, and whether they lie behind or ahead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads

from taizhang.paper.numerals import read_numeral
from taizhang.paper.outline.section import FrontMatter

# The first five-year plan began in 1953; since the sixth, of 1981, they follow each other without a gap.
_SIXTH_PLAN = 1981

_PART = (
    r"(?P<part>上半年|下半年|前?[一二三四1-4]季度|(?:\d{1,2}\s*[-—–~～至]\s*)?\d{1,2}\s*月(?:份)?(?!\s*\d{1,2}\s*日))?"
)


@dataclass(frozen=True, slots=True)
class Years:
    """Years (年份): a mention of years.

    Attributes:
        start, end: where it stands in the words.
        period: ``2022``, ``2021-2025``, ``2022H1`` ….
        modality: ``actual`` for years reported on, ``target`` for years planned, None where their place is unknown.
    """

    start: int
    end: int
    period: str
    modality: str | None


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues (提示语): the words of ``setting.toml``, compiled."""

    review: re.Pattern[str]
    target: re.Pattern[str]
    salutation: re.Pattern[str]
    in_passing: re.Pattern[str]
    years: re.Pattern[str]
    lead: re.Pattern[str]


@cache
def cues() -> Cues:
    """The cues, read once."""
    words = loads(files("taizhang.paper.outline").joinpath("setting.toml").read_text("utf-8"))
    spans = ("past_five", "coming_five", "past_year", "year_so_far", "this_year")
    years = "|".join((
        rf"(?P<year>(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{{2}})\s*年(?:度)?(?!\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日){_PART}",
        r"[“「\"]?(?P<plan>十?[一二三四五六七八九])五[”」\"]?(?=规划|计划|时期|期间|以来|发展|主要|经济|目标|和|及|与|，|$)",
        *(f"(?P<{span}>{words[span]})" for span in spans),
    ))
    return Cues(
        years=re.compile(years),
        lead=re.compile(f"{words['before_years']}(?:{years})"),
        **{name: re.compile(words[name]) for name in ("review", "target", "salutation", "in_passing")},
    )


def years_named(words: str, front: FrontMatter) -> Iterator[Years]:
    """The years named in some words, those named in passing left out."""
    for match in cues().years.finditer(words):
        years = _years(match, front)
        if years is not None and not cues().in_passing.match(words, match.end()):
            yield years


def years_leading(words: str, position: int, front: FrontMatter) -> Years | None:
    """The years a sentence begins with."""
    match = cues().lead.match(words, position)
    return _years(match, front) if match else None


def manner_of(words: str) -> str | None:
    """Whether a heading reports (``actual``) or sets targets (``target``) by its words alone."""
    if cues().review.search(words):
        return "actual"
    return "target" if cues().target.search(words) else None


def _years(match: re.Match[str], front: FrontMatter) -> Years | None:
    period = _period(match, front)
    if period is None:
        return None
    modality = "actual" if match["year_so_far"] else _modality(period, front)
    return Years(match.start(), match.end(), period, modality)


def _period(match: re.Match[str], front: FrontMatter) -> str | None:
    if match["year"]:
        return f"{_number(match['year'])}{_part(match['part'])}"
    if match["plan"]:
        first = _SIXTH_PLAN + 5 * (_number(match["plan"]) - 6)
        return f"{first}-{first + 4}" if first >= _SIXTH_PLAN else None
    if match["coming_five"]:
        return _five_from(front.plan_year, 0)
    if match["past_five"]:
        return _five_from(front.review_year, -4)
    return front.review_year if match["past_year"] else front.plan_year or front.review_year


def _number(words: str) -> int:
    return int(read_numeral(words))


def _part(words: str | None) -> str:
    """``H1``, ``Q3`` or ``-11`` for the part of a year; a stretch of quarters or months is named by its last."""
    if not words:
        return ""
    if words.endswith("半年"):
        return "H1" if words[0] == "上" else "H2"
    if words.endswith("季度"):
        return f"Q{_number(words.strip('前季度'))}"
    return f"-{int(re.findall(r'[0-9]+', words)[-1]):02}"


def _five_from(year: str | None, step: int) -> str | None:
    return f"{int(year) + step}-{int(year) + step + 4}" if year else None


def _modality(period: str, front: FrontMatter) -> str | None:
    first, last = period[:4], period[-4:] if re.fullmatch(r"\d{4}-\d{4}", period) else period[:4]
    if front.review_year and last <= front.review_year:
        return "actual"
    if front.plan_year and first >= front.plan_year:
        return "target"
    return None
