"""Comparability (可比性): whether a level and a growth may be held against each other (domain brief §2.1)."""

import re

from taizhang.paper.checks.facts import Fact
from taizhang.paper.checks.latitude import is_count
from taizhang.paper.checks.pairs import Pair
from taizhang.paper.indicators.catalogue import CrossCheck
from taizhang.paper.indicators.lookup import get_indicator

# Words between a level and its growth that say the growth is on another basis than the level.
_ANOTHER_BASIS = re.compile(r"可比|不变价|同口径|扣除|剔除|还原|实际增长|自然口径")


def comparability(pair: Pair, text: str) -> CrossCheck:
    """Whether a pair may be cross-checked, by the catalogue, by its own words, else by what it counts."""
    first, last = sorted((pair.level.span, pair.growth.span))
    if not pair.level.is_in_table and _ANOTHER_BASIS.search(text, first.end, last.start):
        return CrossCheck.NO
    return comparability_of(pair.level)


def comparability_of(fact: Fact) -> CrossCheck:
    """By the catalogue; of what it does not know, only a bare count is sure to be on one basis."""
    code = fact.row.code if fact.row is not None else fact.statement.indicator if fact.statement is not None else None
    if code is not None:
        return get_indicator(code).cross_check
    return CrossCheck.YES if is_count(fact) else CrossCheck.ADVISORY
