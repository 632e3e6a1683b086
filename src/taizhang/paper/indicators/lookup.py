"""Lookup (指标识别): from a name as it is written to the indicator it means, or to none.

A name is looked up as it stands; then without the words around it that do not change what is measured — region, year
and verbs of completion before it; growth, total and number behind it. What remains must be a name of the catalogue in
full: 民间投资 is never 固定资产投资, and a name nobody listed stays unknown.
"""

import re
import unicodedata
from functools import cache, lru_cache

from taizhang.paper.indicators.catalogue import Indicator, indicators, same_words

_LONGEST_NAME = 60
_NOISE = re.compile(r"[\s“”\"'‘’「」『』《》〈〉、，,:·•#*—的()\[\]【】]+")
_MARKER = re.compile(
    r"\s*(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)[、.]?|\d+[.、)](?!\d)|[①-⑳]|其中:?|#|[*★☆▲△●○◆◇]+)\s*"
)
_BRACKETS = re.compile(r"[(\[【]([^()\[\]【】]*)[)\]】]")
# What may stand in brackets without changing what is measured: a unit, an abbreviation, a price basis, a note mark.
_HARMLESS = re.compile(
    r"(?:%|‰|[十百千万亿]*(?:元|美元|吨|吨标煤|吨标准煤|人|人次|户|家|个|亩|件|辆|平方米|平方公里|立方米|公里|千瓦时|度)|"
    r"[十百千万亿]|[\w]+/[\w]+|GDP|CPI|PPI|PM2\.5|PM10|R&D|VOCs|COD|NOx|SO2|FDI|"
    r"现价|当年价|不变价|可比价|名义|同口径|可比口径|不含农户|初步核算数?|预计数?|快报数?|增速|增长|同比|人民币|\d{1,2}|预期性|约束性)*"
)
_PREFIX = re.compile(
    r"(?:19|20)?\d\d年|\d{1,2}-?\d{0,2}月[份末]?|[全我本](?:[区市省县州旗盟年域]|自治区|自治州)|[年期]末|年[底度]|当年|上半年|[前一二三四]+季度|"
    r"累计|预计|预期|力争|确保|完成|实现|达到|地方|[区县市省]级|境内|辖区|区属|大口径|"
    r"[\u4e00-\u9fff]{1,7}?(?:[区市省县旗]|自治州)"
)
# Places that are not regions, and words that only look like one: what is measured there is another thing.
_NO_REGION = re.compile(
    r".*(?:[园社城片景库灾山湖新街校港矿林牧]区|开发区|高新区|经开区|保税区|示范区|试验区|核心区|经济区|合作区|中心区|建成区|城市|都市|上市|超市|楼市|股市)"
)
_SUFFIX = re.compile(
    r"(?:(?:同比|比上年|较上年|年均|累计|名义|实际|预期|计划|可比|当年|全年)*"
    r"(?:增长率|增长速度|增速|增长|增幅|涨幅|涨跌幅|增减|增加|增量)|"
    r"总量|总额|总值|总数|数量|绝对[值额量]|完成[额数值量]|完成|实现|达到?|突破|超过|指标|预期目标|目标|任务|额|数|值|"
    r"户数|家数|个数|人数|合计|实绩|水平|为|约|控制在|不低于|稳定在|保持|以上|左右)$"
)


def find_indicator(name: str) -> str | None:
    """The code of the indicator a name means, or None for one the catalogue does not know."""
    return _find(name) if 0 < len(name) <= _LONGEST_NAME else None


def get_indicator(code: str) -> Indicator:
    """The indicator of a code.

    Raises:
        KeyError: the catalogue has no such code.
    """
    return indicators()[code]


@lru_cache(maxsize=8192)
def _find(name: str) -> str | None:
    words = unicodedata.normalize("NFKC", name)
    match = _MARKER.match(words)
    return _search(_key(words[match.end() :] if match else words))


def _search(key: str) -> str | None:
    """The code of a key as it is, or without words before and behind it."""
    while True:
        code = _search_without_suffixes(key)
        match = _PREFIX.match(key)
        if code is not None or match is None or _NO_REGION.fullmatch(match[0]):
            return code
        key = key[match.end() :]


def _search_without_suffixes(key: str) -> str | None:
    codes = _codes()
    while key not in codes:
        match = _SUFFIX.search(key)
        if match is None:
            return None
        key = key[: match.start()]
    return codes[key]


@cache
def _codes() -> dict[str, str]:
    return {
        _key(unicodedata.normalize("NFKC", name)): code
        for code, entry in indicators().items()
        for name in (entry.name, *entry.aliases)
    }


def _key(words: str) -> str:
    """A name without quotes, harmless brackets and blanks, its synonyms levelled, in capitals."""
    words = _NOISE.sub("", _BRACKETS.sub(_without_harmless, words))
    return _synonyms().sub(_level, words).upper()


def _without_harmless(match: re.Match[str]) -> str:
    return "" if _HARMLESS.fullmatch(match[1].replace(" ", "")) else match[0]


def _level(match: re.Match[str]) -> str:
    return same_words()[match[0]]


@cache
def _synonyms() -> re.Pattern[str]:
    words = sorted(same_words(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
