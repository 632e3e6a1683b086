"""Leads (引领语): what headings and the first sentences of paragraphs tell about the years that follow."""

import re
from typing import NamedTuple

from taizhang.paper.outline.section import FrontMatter, Part, Section
from taizhang.paper.outline.years import Years, cues, manner_of, years_leading, years_named

# A lower heading tells the years of its section only by what it begins with.
_START_OF_TITLE = 4
# Sentences of a paragraph that may tell what it turns to: “各位代表！2025年是“十四五”收官之年。五年来，…”
_FIRST_SENTENCES = 3

_SENTENCE = re.compile(r"[^。！？]+[。！？]?[”’」』]?")
_CLOSES_A_PLAN = re.compile(r"收官|[一二三四五六七八九]五[”\"]")
_SPAN = re.compile(r"\d{4}-\d{4}")


class Tell(NamedTuple):
    """Tell (提示): a period and a manner of speaking; None for what is not told."""

    period: str | None = None
    modality: str | None = None


def title_tells(title: Section, front: FrontMatter) -> Tell:
    """What the title of a paper tells of its words as a whole."""
    if title.part is Part.NOTICE:
        return Tell()
    named = {years.period: years for years in years_named(title.title, front)}
    if len(named) == 1:
        years = next(iter(named.values()))
        return Tell(years.period, years.modality or manner_of(title.title))
    return Tell() if named else _by_manner(title.title, front)


def chapter_tells(chapter: Section, before: Tell, front: FrontMatter) -> tuple[Tell, frozenset[str]]:
    """What the heading of a chapter tells, with the periods it names; one that tells nothing goes on as before."""
    named = list(years_named(chapter.title, front))
    if named:
        first = named[0]
        told = Tell(first.period, first.modality or manner_of(chapter.title))
        return told, frozenset(years.period for years in named)
    if chapter.part is Part.ANNEX:
        return before, frozenset()
    told = _by_manner(chapter.title, front)
    if told.modality is None and before.modality == "target":
        told = Tell(front.plan_year, "target")
    return (told if told.modality else before), frozenset()


def lower_heading_tells(title: str, front: FrontMatter) -> Tell | None:
    """What a heading within a chapter tells, if it begins with years."""
    for years in years_named(title, front):
        if years.start <= _START_OF_TITLE:
            return Tell(years.period, years.modality or manner_of(title))
        break
    return None


def lead_tells(words: str, before: Tell, front: FrontMatter) -> Tell | None:
    """What a paragraph tells by how it begins."""
    salutation = cues().salutation.match(words)
    position = salutation.end() if salutation else 0
    told: Years | None = None
    for number in range(_FIRST_SENTENCES):
        sentence = _SENTENCE.match(words, position)
        if sentence is None:
            break
        years = years_leading(words, position, front)
        if years is not None and _may_lead(years, before, front) and (number == 0 or _SPAN.fullmatch(years.period)):
            told = years
        if not salutation and not (number or _CLOSES_A_PLAN.search(sentence.group())):
            break
        position = sentence.end()
    return Tell(told.period, told.modality) if told else None


def _by_manner(title: str, front: FrontMatter) -> Tell:
    manner = manner_of(title)
    if manner == "target" and front.plan_year is not None:
        return Tell(front.plan_year, manner)
    return Tell(front.review_year, "actual") if manner == "actual" else Tell()


def _may_lead(years: Years, before: Tell, front: FrontMatter) -> bool:
    """Whether a paragraph may turn to these years: a month or a year long past is only an occasion (2021年2月，…)."""
    if "-" in years.period:
        return _SPAN.fullmatch(years.period) is not None
    if front.plan_year is None and before.period is None:
        return True
    return years.period[:4] in {front.review_year, front.plan_year}
