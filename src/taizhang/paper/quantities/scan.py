"""Scan (数量扫描): every numeral of a text that quantifies something, left to right, in one pass."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from taizhang.paper.numerals import CHINESE, read_numeral
from taizhang.paper.quantities.bounds import bound_after, bound_before
from taizhang.paper.quantities.mention import Mention, Writing
from taizhang.paper.quantities.names import masked_stretches, names_after_digits, names_after_unit, names_before
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.quantities.units import Family, is_classifier, match_unit

_DIGITS = r"[0-9０-９]+(?:,[0-9]{3})*(?:[.．][0-9０-９]+)?"
_NUMERAL = re.compile(
    rf"(?P<rank>第\s?(?:{_DIGITS}|[{CHINESE}]+)(?:\s?[位名])?)"
    r"|(?P<multiple>翻了?(?:[一两二三四]|近|约)?番)"
    rf"|(?P<fraction>百分之(?:[{CHINESE}]+|{_DIGITS})|[{CHINESE}]+分之[{CHINESE}]+|一半(?=以上|左右|的)|过半"
    r"|(?<![\d./])[1-9]/(?:[2-9]|10)(?![\d./万]))"
    rf"|(?P<digits>{_DIGITS})"
    rf"|(?P<chinese>[{CHINESE}]+)"
    r"|(?P<magnitude>[万亿]+)(?=元|美元|千瓦|吨|斤|标箱|人次|户)"
)
_TAIL = re.compile(r"\s?([余多来]?)([十百千万亿]*)([余多来]?)\s?")
_MAGNITUDE = re.compile(r"[十百千万亿]+")
_RATIO = re.compile(rf"\s?[∶：:]\s?{_DIGITS}(?!\d)")
_RANGE = re.compile(rf"\s?(?:[-—–―－~～]{{1,2}}|至|到)\s?({_DIGITS})")
_MINUS = re.compile(r"(?<![0-9A-Za-z%％])[-－−]$")
_RANK_LEAD = re.compile(
    r"(?:第\d+[位名]?[、和]|[居列排位名为获]|全国|全[省市区州县]|世界|全球|[东中西]部|[省市区]|[升跃进]至|[升跃]到)(?:第一方阵)?$"
)
_NO_CHINESE_AFTER = frozenset("第每同统唯某另逐任之各几数初周星年度月学号")


@dataclass(frozen=True, slots=True)
class _Amount:
    value: Decimal
    unit: str
    family: Family
    writing: Writing
    bound: Bound = Bound.EXACT
    high: Decimal | None = None


def scan_quantities(text: str) -> list[Mention]:
    """The quantities of a flowing text, in order; names and dates left out."""
    mentions: list[Mention] = []
    for match in _numerals(text):
        if mentions and match.start() < mentions[-1].end:
            continue
        mention = _READERS[match.lastgroup or ""](text, match)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _numerals(text: str) -> Iterator[re.Match[str]]:
    """Numerals outside the masked stretches; both run left to right, so one walk is enough."""
    masked = masked_stretches(text)
    mask = 0
    for match in _NUMERAL.finditer(text):
        while mask < len(masked) and masked[mask][1] <= match.start():
            mask += 1
        if mask == len(masked) or match.end() <= masked[mask][0]:
            yield match


def _place(text: str, start: int, end: int, amount: _Amount) -> Mention:
    """The mention with the hedge words that touch it; a word behind it (以上) outweighs one before."""
    is_bare = amount.writing in {Writing.CHINESE, Writing.MAGNITUDE}
    before, outer_start = bound_before(text, start, is_bare=is_bare)
    after, outer_end = bound_after(text, end)
    bound = amount.bound
    if bound is Bound.EXACT:
        bound = after or before or Bound.EXACT
    return Mention(
        start, end, outer_start, outer_end, amount.value, amount.high, amount.unit, bound, amount.family, amount.writing
    )


def _read_rank(text: str, match: re.Match[str]) -> Mention | None:
    words = match[0].removeprefix("第").strip()
    unit = words[-1] if words[-1] in "位名" else ""
    number = words.removesuffix(unit).strip() if unit else words
    if not unit and (number[0] in CHINESE or not _ends_rank(text, match)):
        return None
    value = _value(number)
    if value is None or number == "一" or (unit == "名" and number[0] in CHINESE):
        return None
    return _place(text, *match.span(), _Amount(value, unit, Family.BARE, Writing.RANK))


def _ends_rank(text: str, match: re.Match[str]) -> bool:
    """A bare 第5 is a rank after 居全国 and the like, and only where no noun follows."""
    lead = text[max(0, match.start() - 8) : match.start()]
    after = text[match.end() : match.end() + 1]
    return _RANK_LEAD.search(lead) is not None and (after in "和及与且" or not "一" <= after <= "龥")


def _read_multiple(text: str, match: re.Match[str]) -> Mention:
    number = match[0].strip("翻番了近约")
    value = read_numeral(number) if number else Decimal(1)
    return _place(text, *match.span(), _Amount(value, "番", Family.TIMES, Writing.MULTIPLE))


def _read_fraction(text: str, match: re.Match[str]) -> Mention | None:
    words = match[0]
    if words in {"一半", "过半"}:
        bound = Bound.MORE_THAN if words == "过半" else Bound.EXACT
        return _place(text, *match.span(), _Amount(Decimal(50), "%", Family.SHARE, Writing.CHINESE, bound))
    below, above = (_value(part) for part in (words.split("分之") if "分之" in words else reversed(words.split("/"))))
    if not below or above is None:
        return None
    unit = "%" if words.startswith("百分之") else ""
    share = above if unit else (above / below).quantize(Decimal("0.0001")).normalize()
    return _place(text, *match.span(), _Amount(share, unit, Family.SHARE, Writing.CHINESE))


def _read_chinese(text: str, match: re.Match[str]) -> Mention | None:
    """A Chinese numeral counts only before a classifier that counts, and 一个 is an article."""
    start, number = match.start(), match[0]
    tail = _TAIL.match(text, match.end())
    unit = match_unit(text, tail.end()) if tail else None
    if (
        tail is None
        or unit is None
        or not _counts(tail[2], unit.words)
        or names_after_unit(text, unit.end, unit.family)
    ):
        return None
    more = tail[1] or tail[3]
    hedges = bound_before(text, start, is_bare=True)[0], bound_after(text, unit.end)[0]
    is_hedged = bool(more) or hedges != (None, None)
    value = _value(number)
    is_magnitude = number in {"十", "百", "千"} and not more
    is_article = number[0] in "一二百千零〇" and not is_hedged and not (is_magnitude and tail[2])
    if value is None or is_article or text[start - 1 : start] in _NO_CHINESE_AFTER:
        return None
    bound = Bound.MORE_THAN if more else Bound.EXACT
    writing = Writing.MAGNITUDE if is_magnitude and number != "十" else Writing.CHINESE
    return _place(text, start, unit.end, _Amount(value, tail[2] + unit.words, unit.family, writing, bound))


def _counts(magnitude: str, unit: str) -> bool:
    return is_classifier(unit) or (bool(magnitude) and is_classifier(magnitude + unit))


def _value(words: str) -> Decimal | None:
    try:
        return read_numeral(words)
    except ValueError:
        return None


def _read_magnitude(text: str, match: re.Match[str]) -> Mention | None:
    """万亿元 without digits, as in 突破万亿元; the value is one such unit."""
    unit = match_unit(text, match.end())
    lead = text[max(0, match.start() - 1) : match.start()]
    if unit is None or (lead and lead in "几数余多来十百千") or names_after_unit(text, unit.end, unit.family):
        return None
    amount = _Amount(Decimal(1), match[0] + unit.words, unit.family, Writing.MAGNITUDE)
    return _place(text, match.start(), unit.end, amount)


def _read_digits(text: str, match: re.Match[str]) -> Mention | None:
    start, end = match.span()
    if names_before(text, start):
        return None
    ratio = _RATIO.match(text, end)
    if ratio is not None or _follows_ratio(text, start):
        return _read_ratio(text, match, ratio.end() if ratio else end)
    tail = _TAIL.match(text, end)
    assert tail is not None  # every part of it may be empty
    unit = match_unit(text, tail.end())
    gap = _RANGE.match(text, unit.end if unit else tail.end())
    if gap is not None and text[max(0, start - 1) : start] not in {"由", "从"}:
        return _read_range(text, match, gap)
    if unit is None:
        return _read_bare(text, match, tail)
    if names_after_unit(text, unit.end, unit.family):
        return None
    bound = Bound.MORE_THAN if tail[1] or tail[3] else Bound.EXACT
    is_minus = (
        unit.family in {Family.SHARE, Family.POINTS} and _MINUS.search(text, max(0, start - 2), start) is not None
    )
    value = -read_numeral(match[0]) if is_minus else read_numeral(match[0])
    amount = _Amount(value, tail[2] + unit.words, unit.family, Writing.DIGITS, bound)
    return _place(text, start - is_minus, unit.end, amount)


def _read_bare(text: str, match: re.Match[str], tail: re.Match[str]) -> Mention | None:
    """A numeral with no unit we know, or with a magnitude only: 2.2, 100万."""
    end = max(match.end(), tail.end(1), tail.end(2), tail.end(3)) if tail[0].strip() else match.end()
    if names_after_digits(text, end) or names_after_unit(text, end):
        return None
    bound = Bound.MORE_THAN if tail[1] or tail[3] else Bound.EXACT
    return _place(
        text, match.start(), end, _Amount(read_numeral(match[0]), tail[2], Family.BARE, Writing.DIGITS, bound)
    )


def _read_ratio(text: str, match: re.Match[str], end: int) -> Mention:
    """2.81∶1 is one quantity; of 2.5∶36.7∶60.7 each part is one."""
    start = match.start()
    is_part = _RATIO.match(text, end) is not None or _follows_ratio(text, start)
    unit = "" if is_part else text[match.end() : end].replace(" ", "")
    amount = _Amount(read_numeral(match[0]), unit, Family.BARE, Writing.RATIO)
    return _place(text, start, match.end() if is_part else end, amount)


def _follows_ratio(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] in "∶：:" and text[start - 2].isdigit()


def _read_range(text: str, low: re.Match[str], gap: re.Match[str]) -> Mention | None:
    tail = _TAIL.match(text, gap.end())
    unit = match_unit(text, tail.end()) if tail else None
    if tail is None or unit is None or names_after_unit(text, unit.end, unit.family):
        return None
    value, high = read_numeral(low[0]), read_numeral(gap[1])
    amount = _Amount(value, tail[2] + unit.words, unit.family, Writing.DIGITS, Bound.RANGE, high)
    return _place(text, low.start(), unit.end, amount)


_READERS: dict[str, Callable[[str, re.Match[str]], Mention | None]] = {
    "rank": _read_rank,
    "multiple": _read_multiple,
    "fraction": _read_fraction,
    "digits": _read_digits,
    "chinese": _read_chinese,
    "magnitude": _read_magnitude,
}
