"""Timing (时期与语气): the period a number is about, whether it has happened, and what its growth is counted from."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from taizhang.paper.outline.section import FrontMatter
from taizhang.paper.periods.scan import Calendar, TimeMention, TimeRole, scan_periods
from taizhang.paper.statements.predicate import Kind, Predicate
from taizhang.paper.statements.sentence import JOINTS
from taizhang.paper.statements.statement import Aspect, Modality

_CLAUSE_END = re.compile(r"[，；：]")
# 争取到2030年 is a hope; 争取到位资金 is money that came.
_HOPE = re.compile(r"力争|(?:争取|确保)(?:到|在)(?=[\d“十今明年])|下一步|明年|(?:今后|未来)[三五35]年")


@dataclass(frozen=True, slots=True)
class Setting:
    """Setting (语境): what the section says where the sentence says nothing.

    Attributes:
        period, modality: the section's defaults.
        plan_year, review_year: as the document says of itself.
    """

    period: str | None
    modality: Modality
    plan_year: int | None
    review_year: int | None

    @property
    def is_span(self) -> bool:
        """Whether the section is about several years (五年来)."""
        return self.period is not None and len(self.period) == 9


def setting_of(front: FrontMatter, period: str | None, modality: str | None) -> Setting:
    """The setting of a stretch of a document."""
    return Setting(period, Modality(modality or "actual"), _year(front.plan_year), _year(front.review_year))


def _year(words: str | None) -> int | None:
    return int(words[:4]) if words and words[:4].isdigit() else None


@dataclass(frozen=True, slots=True)
class Timing:
    """Timing (时期): period, modality and whether the sentence itself told them."""

    period: str | None
    modality: Modality
    is_told: bool


class Clock:
    """Clock (时间线): the time expressions of one sentence, asked number by number."""

    def __init__(self, sentence: str, setting: Setting) -> None:
        self._sentence, self._setting = sentence, setting
        hope = _HOPE.search(sentence)
        self._hope = hope.start() if hope else len(sentence)
        calendar = Calendar(setting.plan_year, setting.review_year, setting.period)
        self._mentions = [m for m in scan_periods(sentence, calendar) if m.role is not TimeRole.BASE]
        self._ends = [mention.end for mention in self._mentions]
        turns = list(self._turns())
        self._lasting = [mention for _, mention in turns]
        self._lasting_ends = [place for place, _ in turns]

    def at(self, start: int, predicate: Predicate, to_come: int = 0) -> Timing:
        """The timing of the number that starts at ``start`` of the sentence, ``to_come`` numbers before its series ends."""
        own = self._governing(start)
        if own is not None and to_come and (predicate.deals_out or self._sentence.startswith("分别", own.end)):
            own = self._dealt(own, to_come)
        if predicate.kind is Kind.FROM:
            return self._before(own, start)
        if own is None:
            return Timing(self._setting.period, self._modality(None, start, predicate), is_told=False)
        return Timing(own.period, self._modality(own, start, predicate), is_told=True)

    def _governing(self, start: int) -> TimeMention | None:
        last = bisect_right(self._ends, start) - 1
        if last >= 0 and self._mentions[last].is_local and start - self._mentions[last].end <= 1:
            return self._mentions[last]
        lasting = bisect_right(self._lasting_ends, start) - 1
        return self._lasting[lasting] if lasting >= 0 else None

    def _turns(self) -> Iterator[tuple[int, TimeMention | None]]:
        """Where a lasting time begins to hold; after the clause of a brief one the time before it holds again."""
        before: TimeMention | None = None
        lasting = [mention for mention in self._mentions if not mention.is_local]
        for mention, following in zip_longest(lasting, lasting[1:]):
            yield mention.end, mention
            if not mention.is_brief:
                before = mention
                continue
            over = _CLAUSE_END.search(
                self._sentence, mention.end, following.start if following else len(self._sentence)
            )
            if over is not None:
                yield over.end(), before

    def _dealt(self, last: TimeMention, to_come: int) -> TimeMention:
        """一季度、上半年分别增长4%、5%: periods in a row get one number each."""
        place = bisect_right(self._lasting_ends, last.end) - 1
        row = [mention for mention in self._lasting[max(0, place - to_come) : place + 1] if mention is not None]
        is_row = all(self._sentence[one.end : other.start] in JOINTS for one, other in pairwise(row))
        return row[0] if is_row and len(row) == to_come + 1 else last

    def _before(self, own: TimeMention | None, start: int) -> Timing:
        """由N …: the year before, unless it is named."""
        if own is not None and own.is_local and start - own.end <= 1:
            return Timing(own.period, Modality.ACTUAL, is_told=True)
        period = own.period if own is not None else self._setting.period
        return Timing(_year_before(period), Modality.ACTUAL, is_told=False)

    def _modality(self, own: TimeMention | None, start: int, predicate: Predicate) -> Modality:
        setting = self._setting
        if own is not None and own.role is TimeRole.HORIZON:
            return Modality.TARGET
        last = int(own.period[:4] if len(own.period) != 9 else own.period[-4:]) if own is not None else None
        if last is not None and setting.review_year is not None:
            if last > setting.review_year:
                return Modality.TARGET
            if setting.modality is Modality.TARGET and own is not None and own.period != setting.period:
                return Modality.ACTUAL
        if setting.modality is Modality.ACTUAL and self._hope < start:
            return Modality.TARGET
        return Modality.ACTUAL if predicate.is_done else setting.modality


def _year_before(period: str | None) -> str | None:
    """The year before a period; 2020年到2025年 names it itself, as 2021—2025年 does not."""
    first = (period or "")[:4]
    if not first.isdigit():
        return None
    names_both_ends = period is not None and len(period) == 9 and (int(period[-4:]) - int(first)) % 5 == 0
    return first if names_both_ends else str(int(first) - 1)


def basis_of(aspect: Aspect, predicate: Predicate, period: str | None) -> str | None:
    """What growth or change is counted from: ``yoy``, ``average``, ``since:2020``; None for a difference between places."""
    if aspect not in {Aspect.GROWTH, Aspect.CHANGE} or predicate.kind in {Kind.ABOVE, Kind.BELOW}:
        return None
    if predicate.is_average:
        return "average"
    if predicate.since is not None:
        return f"since:{predicate.since}"
    if period is not None and len(period) == 9 and not predicate.is_yoy:
        return f"since:{int(period[:4]) - 1}"
    return "yoy"
