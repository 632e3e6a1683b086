"""Aspects (数值性质): whether a number is a level, a growth, a change or a rank, and its sign."""

from decimal import Decimal

from taizhang.paper.quantities.mention import Mention, Writing
from taizhang.paper.quantities.units import Family
from taizhang.paper.statements.predicate import Kind, Predicate
from taizhang.paper.statements.statement import Aspect
from taizhang.paper.statements.subjects import Phrase

_RELATIVE = {Family.SHARE, Family.TIMES}
_MOVES = {Kind.RISE, Kind.FALL, Kind.ABOVE, Kind.BELOW}
_RATES_OF_GROWTH = ("增速", "增幅", "涨幅", "增长率", "增长速度", "降幅")
# 减少办公用房租赁费1.19亿元: the verb in front of its object falls; 增加床位2000个 is read like 新增.
_FALLING_VERBS = {"减少", "压减", "降低", "削减", "压缩", "精简", "缩减", "下降", "调减", "缩短"}
_RISING_VERBS = {"提高", "提升", "增长"}
_NET_VERBS = {"净增", "净增加"}


def read_aspect(
    mention: Mention, predicate: Predicate, phrase: Phrase | None, *, is_named_after: bool
) -> tuple[Aspect, int]:
    """The aspect of a number and the sign of its value."""
    if mention.writing is Writing.RANK:
        return Aspect.RANK, 1
    if mention.writing is Writing.MULTIPLE:
        return Aspect.GROWTH, 1
    kind = _governed(predicate.kind, phrase, mention.family)
    if is_named_after and mention.family is not Family.POINTS and predicate.kind is not Kind.FALL:
        return Aspect.LEVEL, 1
    sign = -1 if kind in {Kind.FALL, Kind.BELOW} else 1
    if mention.family is Family.POINTS or kind in _MOVES:
        return (Aspect.GROWTH if mention.family in _RELATIVE else Aspect.CHANGE), sign
    if mention.family is Family.SHARE and phrase is not None and _is_rate_of_growth(phrase.words):
        return Aspect.GROWTH, -1 if phrase.words.endswith("降幅") else 1
    return Aspect.LEVEL, 1


def _is_rate_of_growth(words: str) -> bool:
    return words.endswith(_RATES_OF_GROWTH) and not words.endswith("自然增长率")


def _governed(kind: Kind, phrase: Phrase | None, family: Family) -> Kind:
    if kind is not Kind.NONE or phrase is None:
        return kind
    if phrase.verb in _FALLING_VERBS:
        return Kind.FALL
    if phrase.verb in _NET_VERBS or (phrase.verb in _RISING_VERBS and family is Family.SHARE):
        return Kind.RISE
    return kind


def signed(value: Decimal, sign: int) -> Decimal:
    """The value with its sign; a fall is negative."""
    return -value if sign < 0 else value
