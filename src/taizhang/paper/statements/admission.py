"""Admission (取舍): which numerals of a sentence state something, once their clause is read."""

import re

from taizhang.paper.quantities.mention import Mention, Writing
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.quantities.units import Family
from taizhang.paper.statements.lexicon import phrases
from taizhang.paper.statements.predicate import Kind, Predicate

_MEASURED = re.compile(
    r"(?:投资|总投资|产值|营收|收入|税收|规模|人口|市值|销售额|交易额|纳税|GDP|总量|量|面积|产能|库容|装机|容量|高度|直径|长度|价值|总额|额|值|年产|日处理|单体|年|亩产|宽|深|重|净|含|高|长|超|约)$"
)
_LASTING = re.compile(r"(?:连续|延长|再延长|长达|历时|持续|超过|已有|缩短|提前|压缩)了?$")
_GROUPS = {"人", "户", "层", "周岁", "岁", "米", "公里", "分钟", "小时"}


def is_statement(text: str, mention: Mention, predicate: Predicate, *, before: Mention | None, after: Mention | None, limit: int) -> bool:
    """Whether the numeral quantifies something here rather than naming a category, a time frame or nothing at all."""
    family = mention.family
    if family is Family.BARE:
        return _states_bare(text, mention, predicate, limit)
    if family is Family.DURATION:
        return bool(_LASTING.search(text, max(0, mention.outer_start - 4), mention.outer_start))
    if family is Family.CLOCK:
        return _states_clock(text, mention, predicate)
    if mention.writing is Writing.MAGNITUDE:
        return _states_magnitude(text, mention, predicate, before)
    return not is_threshold(text, mention, predicate, before=before, after=after)


def _states_bare(text: str, mention: Mention, predicate: Predicate, limit: int) -> bool:
    if mention.writing in {Writing.RANK, Writing.RATIO}:
        return True
    if mention.unit:
        return True
    digits = text[mention.start : mention.end]
    if predicate.kind is Kind.NONE and "." not in digits or re.fullmatch(r"(?:19|20)\d\d", digits):
        return False
    return mention.outer_end >= limit or not "一" <= text[mention.outer_end] <= "龥"


def _states_clock(text: str, mention: Mention, predicate: Predicate) -> bool:
    is_day = mention.unit.endswith(("天", "日"))
    if predicate.kind in {Kind.ARRIVAL, Kind.RISE, Kind.FALL, Kind.FROM}:
        return is_day or not _noun_follows(text, mention)
    if not is_day or text.startswith(("内", "后", "前"), mention.end):
        return False
    return mention.outer_start == 0 or not _noun_follows(text, mention) or mention.bound is not Bound.EXACT


def _states_magnitude(text: str, mention: Mention, predicate: Predicate, before: Mention | None) -> bool:
    if before is not None and before.outer_end == mention.outer_start:
        return False
    if _noun_follows(text, mention):
        return False
    return mention.outer_start < mention.start or predicate.kind is not Kind.NONE


def is_threshold(text: str, mention: Mention, predicate: Predicate, *, before: Mention | None, after: Mention | None) -> bool:
    """Whether the number only bounds a category: 产值超10亿元企业73户, 60岁以上老人, 20户以上自然村."""
    hedge = text[mention.end : mention.outer_end]
    if hedge.startswith("及以"):
        return True
    follows = _noun_follows(text, mention)
    if mention.family is Family.AGE:
        return bool(hedge) or follows or predicate.kind is Kind.NONE
    if mention.family is Family.MEASURE and text.startswith("内", mention.end) and not hedge:
        return True
    if not follows or mention.outer_start == mention.start and not hedge:
        return False
    if before is not None and before.outer_end == mention.outer_start:
        return True
    if mention.family is Family.COUNT:
        return bool(hedge) and mention.unit in _GROUPS and _stands_alone(text, mention)
    if mention.family in {Family.MONEY, Family.MEASURE}:
        counted = after is not None and not re.search(r"[，、；。]", text[mention.outer_end : after.start])
        return counted or bool(_MEASURED.search(text, max(0, mention.outer_start - 6), mention.outer_start))
    return False


def _stands_alone(text: str, mention: Mention) -> bool:
    lead = text[max(0, mention.outer_start - 1) : mention.outer_start]
    return not lead or lead in "和及、，；的对为"


def _noun_follows(text: str, mention: Mention) -> bool:
    place = mention.outer_end
    if text.startswith("的", place):
        place += 1
    known = phrases()
    if place >= len(text) or not ("一" <= text[place] <= "龥" or text[place] == "“"):
        return False
    return not known.not_after.prefix(text, place) or bool(known.but_after.prefix(text, place))
