"""Codes of rows (行的指标代码): which indicator of the catalogue a row means, its neighbours and heads considered."""

import re

from taizhang.paper.indicators.catalogue import indicators
from taizhang.paper.indicators.lookup import find_indicator
from taizhang.paper.tables.vocabulary import title_says

_PART_OF_REGION = re.compile(r"本级|[市省]级|[区县市省]直")
_TITLE_ENDS = re.compile(
    r"(?:预算)?(?:收支|执行|完成|预计|变动)*(?:情况)?(?:预算)?(?:总|明细|一览)?表.*|.*表\d*(?:[-—]\d+)?\s*(?=\d{4}年)|主要指标.*|情况.*"
)
_FULL_NAME = re.compile(r"增加值|总[额值]|收入|额$")
_TOTAL = re.compile(r"(?:本年)?(?:收入|支出)?(?:合计|总计|小计)|[全本][区市县省]|总体")


class RowCodes:
    """Row codes (各行指标代码): codes of the rows of one table, asked for from top to bottom.

    A bare name (出口, 第一产业) means its indicator only where the rows above it do not measure something else.
    """

    def __init__(self, title: str, measure: str) -> None:
        self._measure = measure
        self._titled = find_indicator(_TITLE_ENDS.sub("", title))
        self._is_of_part = _PART_OF_REGION.search(title) is not None
        self._is_about_else = title_says("measures", title)
        self._whole: str | None = None

    def code_of(self, name: str) -> str | None:
        """The code of a row's name."""
        if self._is_of_part:
            return None
        if _TOTAL.fullmatch(name):
            return find_indicator(self._measure) if self._measure else self._titled
        return find_indicator(name + self._measure) if self._measure else self._code_of_own(name)

    def _code_of_own(self, name: str) -> str | None:
        code = find_indicator(name)
        parts = indicators()[code].part_of if code else ()
        if not parts:
            self._whole = code or self._whole
        elif not _FULL_NAME.search(name):
            is_theirs = self._whole in parts if self._whole else not self._is_about_else
            return code if is_theirs else None
        return code


def total_code(name: str, measure: str) -> str | None:
    """The code of a measure in a row of a cross table: only the total of all rows is the indicator itself."""
    return find_indicator(measure) if _TOTAL.fullmatch(name) else None
