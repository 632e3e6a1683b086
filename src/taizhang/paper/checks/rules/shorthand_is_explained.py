"""Shorthand is explained (缩略提法有解释).

查什么：引号里用数字概括的提法（“3510”“三张清单”“2+4”），在文件里没有展开、没有括注；全国通用的不算。
为什么：代表、部门和下一年的起草人看不懂指的是哪几项，督查也无从对账。
有问题：围绕“六大板块”精准招商（全文没有说是哪六个）。
没问题：聚焦文旅、康养、物流“三大产业”；“六个一”平台（即一链一图……）。
怎么办：第一次出现时括注所指，或者在文后加名词解释。
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Finding, Severity
from taizhang.paper.checks.prose import MOST_PLACES, Prose
from taizhang.paper.checks.rule import Rule, report
from taizhang.paper.checks.word_lists import word_lists

_NUMERAL = "二三四五六七八九十百双两多"
_MEASURE = "大个张项条化新区圈心化网群员好有不全类纵横翼廊带核极点"
_QUOTED = re.compile(r"“([^“”\n]{2,12})”")
_SHORTHAND = re.compile(
    r"\d{3,}|\d*[+＋][\dNXnx]|[NXnx][+＋]\d|\d+[+＋]"
    rf"|[{_NUMERAL}][{_MEASURE}]|[一{_NUMERAL}][\u4e00-\u9fff][{_NUMERAL}]"
)
# What explains it: a bracket or 即 behind it, a colon, or a list right before it.
_EXPLAINED_AFTER = re.compile(r"[^，。；\n]{0,12}?(?:[（(]|：|——|，?即|，?包括)")
_LIST_BEFORE = re.compile(r"[^，。；：“”\n]+、[^，。；：“”\n]+$")
_GLOSSARY = "\n名词解释"
_REACH = 60


def check(case: Case) -> Iterator[Finding]:
    """One finding for all shorthand that nothing explains, each at its first place."""
    first: dict[str, tuple[int, int]] = {}
    explained = set(word_lists("shorthand_is_explained")["known"])
    for match in _quoted(case.prose):
        first.setdefault(match[1], match.span())
        if _is_explained(case.prose.text, match):
            explained.add(match[1])
    glossary = _glossary(case.prose)
    open_words = [word for word in first if word not in explained and word not in glossary]
    if open_words:
        yield _finding(case, open_words, [first[word] for word in open_words])


def _quoted(prose: Prose) -> Iterator[re.Match[str]]:
    for place, _ in prose.places("“"):
        match = _QUOTED.match(prose.text, place)
        if match and _SHORTHAND.search(match[1]):
            yield match


def _glossary(prose: Prose) -> str:
    """The words of the glossary annexed, where there is one."""
    place = prose.text.rfind(_GLOSSARY)
    return prose.text[place:] if place >= 0 else ""


def _is_explained(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()]
    return _EXPLAINED_AFTER.match(text, match.end()) is not None or _LIST_BEFORE.search(before) is not None


def _finding(case: Case, words: list[str], places: list[tuple[int, int]]) -> Finding:
    named = "、".join(f"“{word}”" for word in words[:MOST_PLACES])
    return report(
        RULE,
        case,
        tuple(case.prose.span(*place) for place in places[:MOST_PLACES]),
        (
            f"{len(words)}个缩略提法没有解释：{named}。请在第一次出现时括注所指。",
            f"{len(words)} shorthand terms are nowhere explained: {named}. Say at first use what they stand for.",
        ),
        computed={"个数": str(len(words))},
    )


RULE = Rule(
    code="C44",
    name="缩略提法有解释",
    name_en="Shorthand is explained",
    severity=Severity.HINT,
    explanation=__doc__,
    check=check,
)
