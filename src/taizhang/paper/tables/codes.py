"""Codes of rows (行的指标代码): which indicator of the catalogue a row means, its neighbours and heads considered."""

import re

from taizhang.paper.indicators.catalogue import indicators
from taizhang.paper.indicators.lookup import find_indicator
from taizhang.paper.tables.vocabulary import title_says

_FULL_NAME = re.compile(r"增加值|总[额值]|收入|额$")
_TOTAL = re.compile(r"(?:本年)?(?:收入|支出)?(?:合计|总计|小计)|[全本][区市县省]|总体")


class RowCodes:
    """Codes of the rows of one table, asked for from top to bottom.

    A bare name (出口, 第一产业) means its indicator only where the rows above it do not measure something else.
    """

    def __init__(self, title: str, measure: str) -> None:
        self._measure = measure
        self._is_about_else = title_says("measures", title)
        self._whole: str | None = None

    def code_of(self, name: str) -> str | None:
        """The code of a row's name."""
        if self._measure:
            return find_indicator(self._measure) if _TOTAL.fullmatch(name) else find_indicator(name + self._measure)
        code = find_indicator(name)
        parts = indicators()[code].part_of if code else ()
        if parts and not _FULL_NAME.search(name):
            is_theirs = self._whole in parts if self._whole else not self._is_about_else
            return code if is_theirs else None
        if code and not parts:
            self._whole = code
        return code


def total_code(name: str, measure: str) -> str | None:
    """The code of a measure in a row of a cross table: only the total of all rows is the indicator itself."""
    return find_indicator(measure) if _TOTAL.fullmatch(name) else None
