"""Period scan (时期扫描): the time expressions of a sentence and what period each names."""

import re
from dataclasses import dataclass
from enum import StrEnum

_FIVE_YEARS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}


class TimeRole(StrEnum):
    """Time role (时间词作用): what a time expression does in its sentence."""

    PERIOD = "period"  # 2022年，完成…
    BASE = "base"  # 比2020年增长…
    HORIZON = "horizon"  # 到2030年，达到…


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Time mention (时间词): a time expression and the period it names.

    Attributes:
        start, end: where it stands in the sentence.
        period: ``2022``, ``2021-2025``, ``2022H1``, ``2022Q3``, ``2022-11``.
        role: whether it tells the period, a base of comparison, or a horizon to reach.
        is_brief: whether it holds for its own clause only (并于2024年突破…).
        is_local: whether it belongs to the number right behind it only (由2020年的7.2%提升至…).
    """

    start: int
    end: int
    period: str
    role: TimeRole
    is_local: bool = False
    is_brief: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """Calendar (年份语境): the years the words 今年 and 去年 stand for, where they are known."""

    plan_year: int | None
    review_year: int | None
    section_period: str | None


_PART = r"上半年|下半年|前?[一二三四1-4]季度|前?(?:\d{1,2}[-—–~～至])?\d{1,2}\s?个?月"
_TIME = re.compile(
    r"(?P<lead>比|较|与|同|在|于|到|至|自|从|由|截至|截止|截至到|力争到|确保到|对标)?"
    rf"(?:(?P<year>(?:19|20)\d\d)(?:年?[-—–~～至到](?P<last>(?:19|20)\d\d))?\s?年(?P<part>{_PART})?"
    r"|“?十(?P<plan>[一二三四五六])五”?(?:时期|期间|(?=以来|末|期末|五年|年均|累计|平均|[，、。：；]))"
    rf"|(?P<word>今年|本年度?|去年|上年(?!结转|结余|滚存)|明年|来年|全年)(?P<word_part>{_PART})?"
    r"|(?P<bare_part>上半年|下半年|(?<!第)前?[一二三四1-4]季度|(?<![\d年])\d{1,2}[-—–~～至]\d{1,2}月)"
    r"|(?P<span>过去|近|这|最近|未来|今后)?(?P<count>[三四五2345两])年(?=来|间|累计|内|[增提累下年建新实完平总，]))"
    r"(?P<after>远景|末|期末|底)?(?P<of>的)?"
)
_AS_BASE = re.compile(r"相比|翻|[0-9.]+倍")
_YEAR_COMPARED = re.compile(r"(?P<year>(?:19|20)\d\d)|“?十(?P<plan>[一二三四五六])五”?")
_SMALL = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}


def scan_periods(sentence: str, calendar: Calendar) -> list[TimeMention]:
    """The time expressions of a sentence, in order."""
    mentions = []
    for match in _TIME.finditer(sentence):
        period = _period(match, calendar)
        if period is None or match["after"] == "远景" or not _is_free(match, sentence):
            continue
        is_local = match["lead"] in {"由", "从"} or match["of"] is not None
        mentions.append(
            TimeMention(
                match.start(), match.end(), period, _role(match, sentence, calendar), is_local, match["lead"] == "于"
            )
        )
    return mentions


def year_compared(words: str) -> str | None:
    """The year named in what growth is counted from: 2020年, “十三五”末 (the plan's last year)."""
    named = _YEAR_COMPARED.search(words)
    if named is None:
        return None
    return named["year"] or str(_FIVE_YEARS[named["plan"]] + 4)


def _is_free(match: re.Match[str], sentence: str) -> bool:
    """Whether a year stands on its own, not inside a name (举办2022年某赛事, 上年结转)."""
    if match["lead"] or not (match["year"] or match["word"] in {"上年", "去年", "明年"}):
        return True
    before = sentence[max(0, match.start() - 1) : match.start()]
    is_apart = not before or not "一" <= before <= "龥" or before in "市省区县州旗国"
    return is_apart or sentence[match.end() : match.end() + 1] in "，、："


def _role(match: re.Match[str], sentence: str, calendar: Calendar) -> TimeRole:
    lead = match["lead"] or ""
    if lead in {"比", "较", "与", "同", "对标"} or _AS_BASE.match(sentence, match.end()):
        return TimeRole.BASE
    if not match["year"] or not lead.endswith(("到", "至")) or lead.startswith("截"):
        return TimeRole.PERIOD
    is_ahead = calendar.review_year is not None and int(match["year"]) > calendar.review_year
    return TimeRole.HORIZON if is_ahead else TimeRole.PERIOD


def _period(match: re.Match[str], calendar: Calendar) -> str | None:
    if match["year"]:
        if match["last"]:
            return f"{match['year']}-{match['last']}"
        return match["year"] + _part(match["part"])
    if match["plan"]:
        first = _FIVE_YEARS[match["plan"]]
        return str(first + 4) if match["after"] in {"末", "期末"} else f"{first}-{first + 4}"
    if match["word"]:
        year = _word_year(match["word"], calendar)
        return None if year is None else f"{year}{_part(match['word_part'])}"
    if match["bare_part"]:
        section = (calendar.section_period or "")[:4]
        return f"{section}{_part(match['bare_part'])}" if section else None
    return _span(match, calendar)


def _word_year(word: str, calendar: Calendar) -> int | None:
    if word in {"去年", "上年"}:
        return calendar.review_year
    if word == "全年":
        section = calendar.section_period or ""
        return int(section[:4]) if section[:4].isdigit() and len(section) != 9 else None
    if calendar.plan_year is None:
        return None
    return calendar.plan_year + (word in {"明年", "来年"})


def _part(words: str | None) -> str:
    """``H1``, ``Q3`` or ``-11`` for the part of a year; a run of months is named by its last."""
    if not words:
        return ""
    if words.endswith("半年"):
        return "H1" if words[0] == "上" else "H2"
    if words.endswith("季度"):
        return f"Q{_SMALL.get(words[-3], words[-3])}"
    return f"-{int(re.findall(r'[0-9]+', words)[-1]):02}"


def _span(match: re.Match[str], calendar: Calendar) -> str | None:
    """近三年, 五年来: the years that end with the one reported on."""
    section = calendar.section_period or ""
    count = _SMALL.get(match["count"]) or int(match["count"])
    if len(section) == 9 and count == 5:
        return section
    if match["span"] in {"未来", "今后"}:
        return f"{calendar.plan_year}-{calendar.plan_year + count - 1}" if calendar.plan_year else None
    last = section[-4:] if len(section) in {4, 9} else str(calendar.review_year or "")
    return f"{int(last) - count + 1}-{last}" if last.isdigit() else None
