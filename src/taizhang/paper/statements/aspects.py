"""Aspects (数值性质): whether a number is a level, a growth, a change or a rank, and its sign."""

from decimal import Decimal

from taizhang.paper.quantities.mention import Mention, Writing
from taizhang.paper.quantities.units import Family
from taizhang.paper.statements.lexicon import predicates
from taizhang.paper.statements.predicate import Kind, Predicate
from taizhang.paper.statements.statement import Aspect
from taizhang.paper.statements.subjects import Phrase

_RELATIVE = {Family.SHARE, Family.TIMES}
_MOVES = {Kind.RISE, Kind.FALL, Kind.ABOVE, Kind.BELOW}


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
    rate = _rate_of_growth(phrase.words) if mention.family is Family.SHARE and phrase is not None else "never"
    return (Aspect.LEVEL, 1) if rate == "never" else (Aspect.GROWTH, -1 if rate == "falling" else 1)


def _rate_of_growth(words: str) -> str:
    """Whether a name is that of a rate of growth (``names``), of a fall (``falling``), or of neither (``never``)."""
    ending = max((name for name in predicates().rates if words.endswith(name)), key=len, default="")
    return predicates().rates.get(ending, "never")


def _governed(kind: Kind, phrase: Phrase | None, family: Family) -> Kind:
    """The kind the verb in front of the subject gives, where the number has no predicate of its own."""
    governing = predicates().governing.get(phrase.verb) if phrase is not None and kind is Kind.NONE else None
    if governing == "fall":
        return Kind.FALL
    if governing == "rise" or (governing == "rise_in_percent" and family is Family.SHARE):
        return Kind.RISE
    return kind


def signed(value: Decimal, sign: int) -> Decimal:
    """The value with its sign; a fall is negative."""
    return -value if sign < 0 else value
