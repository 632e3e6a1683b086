"""Setting of a table (表的语境): the years its relative heads (上年、本年) mean, and what its title adds to every column."""

import re
from dataclasses import dataclass

from taizhang.paper.numerals import read_numeral
from taizhang.paper.outline.section import FrontMatter
from taizhang.paper.outline.setting import Zone
from taizhang.paper.tables.vocabulary import title_says

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)(?!年[-—–至])")
_RANGE = re.compile(r"((?:19|20)\d\d)年?[-—–―~～至]+((?:19|20)\d\d)")
_EXPLICIT = re.compile(r"(?<![比较为\d])((?:19|20)\d\d)(?:年|(?!\d))")
_CHINESE_YEAR = re.compile(r"(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年)")
_FIVE_YEARS = re.compile(r"十([一二三四五六])五")
_FIRST_YEARS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}
_MONTHS = re.compile(r"(?:(\d{1,2})[-—–―~～至]+)?(\d{1,2})月")
_QUARTER = re.compile(r"(前?)([一二三四1234])[-—至]?([一二三四1234])?季度")
_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_CUMULATED = {3: "Q1", 6: "H1", 9: "Q3", 12: ""}


@dataclass(frozen=True, slots=True)
class Setting:
    """Setting (表的语境).

    Attributes:
        title: title of the table, empty where it has none.
        unit: unit printed above the table, else None.
        this_year, last_year: what 本年 and 上年 mean.
        done_in, meant_for: period of a column of results, or of targets, that names none.
        is_target: whether the title speaks of targets, so that a column of its year holds targets too.
        is_growth: whether the title says that every value is a growth.
        own: heads that name the document's own region: 全区, 甲区.
    """

    title: str
    unit: str | None
    this_year: int | None
    last_year: int | None
    done_in: str | None
    meant_for: str | None
    is_target: bool
    is_growth: bool
    own: frozenset[str] = frozenset()


def read_setting(title: str | None, unit: str | None, front: FrontMatter, zone: Zone) -> Setting:
    """The setting that title, document and place give a table."""
    title = with_arabic_years(title or "")
    plan, review = _plan_and_review(front, zone)
    years = _YEAR.findall(title)
    is_done = title_says("done", title)
    this_year = int(years[-1]) if years else (review or plan) if is_done else (plan or review)
    last_year = this_year - 1 if this_year is not None else None
    is_target = not is_done and (title_says("target", title) or (bool(years) and this_year == plan))
    is_plan = is_target or (this_year is not None and this_year == plan and not is_done)
    done_year = last_year if is_plan else this_year
    return Setting(
        title=title,
        unit=unit,
        this_year=this_year,
        last_year=last_year,
        done_in=None if done_year is None else f"{done_year}{_part_of_year(title) or ''}",
        meant_for=None if this_year is None else str(this_year),
        is_target=is_target,
        is_growth=title_says("growth", title),
        own=_own_names(front.region),
    )


def _own_names(region: str | None) -> frozenset[str]:
    if not region:
        return frozenset()
    last = re.split(r"(?<=[省市州盟])(?=.)", region)[-1]
    return frozenset({region, last, f"全{last[-1]}", f"本{last[-1]}"})


def _plan_and_review(front: FrontMatter, zone: Zone) -> tuple[int | None, int | None]:
    """The years of the document; where several papers are bound together, of the one the table stands in."""
    plan, review, year = _year(front.plan_year), _year(front.review_year), _year(zone.period)
    if year is None or len(zone.period or "") != 4 or year in {plan, review}:
        return plan, review
    return (year, year - 1) if zone.modality == "target" else (None, year)


def period_of(words: str, setting: Setting) -> str | None:
    """The period a head names, None where it names none or where nobody knows which year it means."""
    if match := _RANGE.search(words):
        return f"{match[1]}-{match[2]}"
    if match := _FIVE_YEARS.search(words):
        first = _FIRST_YEARS[match[1]]
        return str(first + 4) if re.search("末|期末|目标", words) else f"{first}-{first + 4}"
    part = _part_of_year(words)
    if "同期" in words:
        part = part or _part_of_year(setting.title)
        return f"{setting.last_year}{part}" if setting.last_year is not None and part else None
    year = _named_year(words, setting)
    if year is None and part is not None:
        year = setting.this_year
    return None if year is None else f"{year}{part or ''}"


def with_arabic_years(words: str) -> str:
    """二〇二四年 as 2024年."""
    return _CHINESE_YEAR.sub(lambda match: str(read_numeral(match[0])), words)


def _named_year(words: str, setting: Setting) -> int | None:
    if match := _EXPLICIT.search(words):
        return int(match[1])
    if re.search(r"(?<![比较为占])(?:上一?年|去年)", words):
        return setting.last_year
    if re.search(r"本年|今年|当年|年度|全年", words):
        return setting.this_year
    return None


def _part_of_year(words: str) -> str | None:
    """``H1``, ``Q3``, ``-11``; months from January on are named by their quarter or half where they fill one."""
    if "上半年" in words:
        return "H1"
    if "下半年" in words:
        return "H2"
    if match := _QUARTER.search(words):
        number = match[3] or match[2]
        return f"Q{_NUMBERS.get(number, number)}"
    match = _MONTHS.search(words)
    if match is None or not 1 <= int(match[2]) <= 12:
        return None
    last = int(match[2])
    return _CUMULATED.get(last, f"-{last:02}") if match[1] == "1" else f"-{last:02}"


def _year(words: str | None) -> int | None:
    return int(words[:4]) if words and words[:4].isdigit() else None
