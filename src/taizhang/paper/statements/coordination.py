"""Coordination (并列): lists of equals, dealt out one number each (分别) or the same to all (均)."""

import re

from taizhang.paper.statements.lexicon import phrases

_COMMA = re.compile(r"、")
_ANY = re.compile(r"、|以及|和|及|与")
_LAST = re.compile(r"(?:以及|和|及|与)(?!.*(?:以及|和|及|与|、))")
_SCOPES = (
    "城镇", "农村", "城市", "乡村", "城乡", "第一", "第二", "第三", "一", "二", "三", "全市", "全省", "规上", "限上", "省级", "市级", "县级", "国家级",
    "国内", "国际", "境内", "境外", "出口", "进口", "男", "女",
)  # fmt: skip


def conjuncts(words: str, count: int) -> list[str] | None:
    """The ``count`` equals a phrase names, each made whole; None where it does not name so many."""
    for joint in (_COMMA, _ANY, _LAST):
        parts = [part for part in joint.split(words) if part]
        if len(parts) == count and count > 1:
            return made_whole(parts)
    return _scoped(words, count)


def _scoped(words: str, count: int) -> list[str] | None:
    """城乡居民… with two numbers names 城镇居民 and 农村居民."""
    if count == 2 and "城乡" in words:
        return [words.replace("城乡", "城镇", 1), words.replace("城乡", "农村", 1)]
    return None


def all_conjuncts(words: str) -> list[str]:
    """Every equal a phrase names, each made whole; the phrase alone where they are no measures of their own."""
    for joint in (_ANY, _COMMA):
        parts = [part for part in joint.split(words) if part]
        if len(parts) > 1 and all(phrases().measures.suffix(part) for part in parts):
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
    if not phrases().owners.suffix(head) or len(bare) < len(parts) - 1:
        return parts
    return [first, *(head + part for part in parts[1:])]


def _shared_tail(part: str, last: str) -> str:
    """What of the last equal belongs to an earlier one too."""
    for scope in _SCOPES:
        if part.endswith(scope) or part == scope:
            own = next((other for other in _SCOPES if last.startswith(other) and len(other) == len(scope)), None)
            if own is not None:
                return last[len(own) :]
    for length in (2, 1):
        place = last.rfind(part[-length:], 0, len(last) - len(phrases().measures.suffix(last)))
        if place >= 0 and last[place + length :]:
            return last[place + length :]
    return last[len(part) :] if len(last) - len(part) >= 2 else phrases().measures.suffix(last)
