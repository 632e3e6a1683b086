"""Coordination (并列): lists of equals, dealt out one number each (分别) or the same to all (均)."""

import re

from taizhang.paper.statements.lexicon import phrases

_COMMA = re.compile(r"、")
_ANY = re.compile(r"、|以及|和|及|与")
_AND = re.compile(r"[和及与]")
_COMMA_AND_AFTER = re.compile(r"、|(?:以及|和|与)(?!.*、)")
_COMMA_AND_LAST = re.compile(r"、|(?:以及|和|及|与)(?!.*(?:以及|和|及|与|、))")
_PLACES = re.compile(r"[一-龥]{1,6}?(?:自治)?[县市区州旗盟]")
_BRACKETS = re.compile(r"（[^（）]*）")
_SCOPES = (
    "城镇", "农村", "城市", "乡村", "城乡", "第一", "第二", "第三", "一", "二", "三", "全市", "全省", "规上", "限上", "省级", "市级", "县级", "国家级",
    "国内", "国际", "境内", "境外", "出口", "进口", "男", "女",
)  # fmt: skip


def conjuncts(words: str, count: int) -> list[str] | None:
    """The ``count`` equals a phrase names, each made whole; None where it does not name so many."""
    words = _BRACKETS.sub("", words)
    for joint in (_COMMA, _COMMA_AND_AFTER, _COMMA_AND_LAST, _ANY):
        parts = [part for part in joint.split(words) if part]
        if len(parts) == count and count > 1:
            return made_whole(parts)
    for collective, members in phrases().collectives.items():
        if collective in words and len(members) == count:
            return [words.replace(collective, member, 1) for member in members]
    return None


def all_conjuncts(words: str, *, is_told: bool) -> list[str]:
    """Every equal a phrase names, each made whole.

    Args:
        is_told: whether 分别 tells that there are several; otherwise they must be measures of their own, for
            文化和旅游产业 may be one.
    """
    for joint in (_ANY, _COMMA):
        parts = [part for part in joint.split(words) if part]
        if len(parts) > 1 and (is_told or all(phrases().measures.suffix(part) for part in parts)):
            return made_whole(parts)
    return [words]


def made_whole(parts: list[str]) -> list[str]:
    """Give back what the equals share: a tail (城镇和农村居民收入) or a head (企业营业收入、利润)."""
    measures = phrases().measures
    last = parts[-1]
    if all(measures.suffix(part) for part in parts):
        return _with_head(parts)
    if measures.suffix(last):
        return [
            part if measures.suffix(part) else part + _shared_tail(part, last).removeprefix("等") for part in parts[:-1]
        ] + [last]
    return parts


def _with_head(parts: list[str]) -> list[str]:
    first = parts[0]
    measures = phrases().measures
    head = first[: len(first) - len(measures.suffix(first))]
    bare = [part for part in parts[1:] if len(measures.suffix(part)) == len(part)]
    may_lead = phrases().owners.suffix(head) or all(part in phrases().relational for part in bare)
    if not head or not may_lead or len(bare) < len(parts) - 1:
        return parts
    return [first, *(head + part for part in parts[1:])]


def _shared_tail(part: str, last: str) -> str:
    """What of the last equal belongs to an earlier one too."""
    for scope in _SCOPES:
        if part.endswith(scope) or part == scope:
            own = next((other for other in _SCOPES if last.startswith(other) and len(other) == len(scope)), None)
            if own is not None:
                return last[len(own) :]
    places = _PLACES.fullmatch(part), _PLACES.match(last)
    if places[0] and places[1]:
        return last[places[1].end() :]
    is_kind = part[-1] in phrases().same_kinds and part[-1] in last
    for length in (2, 1):
        place = last.rfind(part[-length:], 0, len(last) - len(phrases().measures.suffix(last)))
        tail = last[place + length :]
        if place >= 0 and tail and (phrases().measures.prefix(tail) or not _AND.search(tail)):
            return tail
    measure = phrases().measures.suffix(last)
    # 职工和居民门诊病种, but 人参、食用菌产值: a head one mark longer is a name of its own.
    is_parallel = not is_kind and len(part) in {2, 4} and len(last) - len(part) >= 2
    is_parallel = is_parallel and len(last) - len(measure) - len(part) != 1
    return last[len(part) :] if is_parallel else _qualified(last, measure)


def _qualified(last: str, measure: str) -> str:
    """A measure with the scope in front of it: 限上零售额."""
    owner = last[: len(last) - len(measure)]
    return next((scope + measure for scope in _SCOPES if owner.endswith(scope)), measure)
