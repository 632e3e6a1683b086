"""Admission (取舍): which numerals of a sentence state something, and which only name a category or a time frame."""

import re
from collections.abc import Sequence

from taizhang.paper.quantities.mention import Mention, Writing
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.quantities.units import Family
from taizhang.paper.statements.lexicon import phrases
from taizhang.paper.statements.predicate import Kind, Predicate

_MEASURED = re.compile(
    r"(?:投资|产值|营收|收入|税收|规模|人口|纳税|GDP|产能|库容|装机|容量|高度|面积|直径|长度|价值|年产|日处理|单体|亩产|[量额值积力]|[年宽深重净含高长])$"
)
_LASTING = re.compile(r"(?:连续|延长|长达|历时|持续|超过|缩短|提前)了?$")
_SPAN_OF_TIME = re.compile(r"(?:年限|年数|寿命|期限|周期|时间|时长|工期|任期)[^，、；。]{0,4}$")
_TOLD = re.compile(r"(?:达到?|为|至|到|提高|延长|突破|超过|接近|近)$")
_ONE_OF = re.compile(r"[^，、；。]{1,16}之一")
_PARTED = re.compile(r"的(?:有|共|达|为)?\d")
_COUNTED = re.compile(r"的?[一-龥]{0,6}?(?:项目|企业|公司|楼宇|园区|单位)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_GROUPS = {"人", "人口", "万人", "万人口", "户", "层"}


def without_categories(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The numbers left when those that only bound a category or a time frame are taken out.

    产值超10亿元企业, 60岁以上老人, 20户以上自然村, 过亿元项目, 近3年, 24小时服务.
    """
    kept: list[Mention] = []
    for place, mention in enumerate(mentions):
        before = mentions[place - 1] if place else None
        after = mentions[place + 1] if place + 1 < len(mentions) else None
        if not _is_category(text, mention, before, after):
            kept.append(mention)
    return kept


def states_something(text: str, mention: Mention, predicate: Predicate) -> bool:
    """Whether a numeral without a unit, or of hours and days, is said of something by its clause."""
    if mention.family is Family.CLOCK:
        return _states_clock(text, mention, predicate)
    if mention.writing is Writing.MAGNITUDE:
        return mention.outer_start < mention.start or predicate.kind is not Kind.NONE
    if mention.family is not Family.BARE or mention.writing in {Writing.RANK, Writing.RATIO} or mention.unit:
        return True
    digits = text[mention.start : mention.end]
    return (predicate.kind is not Kind.NONE or "." in digits) and _YEAR.fullmatch(digits) is None


def _states_clock(text: str, mention: Mention, predicate: Predicate) -> bool:
    is_day = mention.unit.endswith(("天", "日"))
    if mention.unit[0] in "万亿":
        return True
    if predicate.kind is not Kind.NONE:
        return is_day or not _noun_follows(text, mention)
    if not is_day or text.startswith(("内", "后", "前"), mention.end):
        return False
    return not _noun_follows(text, mention) or mention.bound is not Bound.EXACT


def _is_category(text: str, mention: Mention, before: Mention | None, after: Mention | None) -> bool:
    hedge = text[mention.end : mention.outer_end]
    if hedge.startswith("及以") or _ONE_OF.match(text, mention.outer_end):
        return True
    if mention.family is Family.SHARE and _PARTED.match(text, mention.outer_end):
        return True  # 占比超过10%的有44种
    follows = _noun_follows(text, mention)
    if mention.writing is Writing.MAGNITUDE:
        return follows or _touches(before, mention)
    if mention.family in {Family.BARE, Family.DURATION, Family.AGE}:
        return (
            _names_number(text, mention)
            if mention.family is Family.BARE
            else not _is_told(text, mention, follows=follows)
        )
    if mention.family is Family.MEASURE and text.startswith("内", mention.end) and not hedge:
        return True
    is_hedged = mention.outer_start < mention.start or bool(hedge)
    return follows and is_hedged and _bounds_noun(text, mention, before, after)


def _names_number(text: str, mention: Mention) -> bool:
    """500强, 2.0任务: a number without a unit that runs on into a word."""
    is_plain = not mention.unit and mention.writing is Writing.DIGITS
    return is_plain and "一" <= text[mention.outer_end : mention.outer_end + 1] <= "龥"


def _is_told(text: str, mention: Mention, *, follows: bool) -> bool:
    """Whether years or an age are told of something (连续3年, 达到80.5岁) rather than bounding it (近3年, 60岁以上老人)."""
    if "." in text[mention.start : mention.end]:
        return True  # nobody bounds a time frame or an age group by a decimal: 受教育年限由9.6年提高到10.2年
    if mention.family is Family.DURATION:
        lasting = _LASTING.search(text, max(0, mention.outer_start - 4), mention.outer_start)
        return (lasting or _SPAN_OF_TIME.search(text, max(0, mention.outer_start - 8), mention.outer_start)) is not None
    is_free = mention.end == mention.outer_end
    return not follows and (is_free or _TOLD.search(text, max(0, mention.start - 3), mention.start) is not None)


def _bounds_noun(text: str, mention: Mention, before: Mention | None, after: Mention | None) -> bool:
    if mention.family is Family.COUNT:
        lead = text[max(0, mention.outer_start - 1) : mention.outer_start]
        return (
            mention.unit in _GROUPS
            and mention.outer_end > mention.end
            and (not lead or lead in "和及、，；的对为省市区县村国")
        )
    if mention.family not in {Family.MONEY, Family.MEASURE}:
        return False
    is_of_things = _COUNTED.match(text, mention.outer_end) is not None and mention.outer_end > mention.end
    if is_of_things or text[mention.outer_start : mention.start] == "过":
        return True  # 50亿元以上项目实现零的突破
    if before is not None and before.family is Family.COUNT and _touches(before, mention):
        return True
    if after is not None and re.search(r"[，、；。]", text[mention.outer_end : after.start]) is None:
        return True
    return _MEASURED.search(text, max(0, mention.outer_start - 6), mention.outer_start) is not None


def _touches(before: Mention | None, mention: Mention) -> bool:
    return before is not None and before.outer_end == mention.outer_start


def _noun_follows(text: str, mention: Mention) -> bool:
    place = mention.outer_end
    if text.startswith("的", place):
        place += 1
    known = phrases()
    if place >= len(text) or not ("一" <= text[place] <= "龥" or text[place] == "“"):
        return False
    return not known.not_after.prefix(text, place) or bool(known.but_after.prefix(text, place))
