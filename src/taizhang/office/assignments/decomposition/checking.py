"""Checking (校核): whether a division keeps the approved target, with the difference in figures and in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from taizhang.measure.decomposition import Must, Part, UnweightableError, Verdict, falls, judge, rounded
from taizhang.office.assignments.decomposition.division import PERIOD_LABELS, Approved, Division

FINER = 2  # digits beyond those of the target, for a growth that was reckoned
NAMED = 3  # units; of more it is said how many


@dataclass(frozen=True, slots=True)
class Check:
    """Check (校核结果).

    Attributes:
        holds: whether the rule is kept; without a verdict it is not.
        words: what came out, as one sentence.
        reached, difference: figures to print; None while something is missing.
        faults: what stands in the way of being in force, whatever the reason: gaps and figures that fall.
    """

    holds: bool
    words: str
    reached: Decimal | None = None
    difference: Decimal | None = None
    faults: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing and nothing falls."""
        return not self.faults


def check(division: Division, approved: Approved) -> Check:
    """Hold the shares against the target."""
    faults = (*_gaps(division), *_falling(division, approved))
    if not division.lines or any(line.year is None for line in division.lines):
        return Check(False, _("还没有分完，暂时不能校核。"), faults=faults)
    parts = [Part(line.year or Decimal(), line.basis) for line in division.lines]
    try:
        verdict = judge(Must(division.rule.value), approved.value, parts)
    except UnweightableError:
        return Check(False, _("要按上年实绩加权，请给每个单位填上年实绩。"), faults=faults)
    return _told(verdict, division, approved, faults)


def _gaps(division: Division) -> Iterator[str]:
    if not division.lines:
        yield _("还没有选单位。")
    for period in division.periods:
        empty = [line.name for line in division.lines if line.values.get(period) is None]
        if empty:
            yield _("%(period)s没有填数：%(units)s。") % {"period": PERIOD_LABELS[period], "units": _named(empty)}


def _falling(division: Division, approved: Approved) -> Iterator[str]:
    if not approved.is_cumulative:
        return
    for line in division.lines:
        for at in falls([line.values.get(period) for period in division.periods]):
            period = PERIOD_LABELS[division.periods[at]]
            yield _("%(unit)s的%(period)s累计数比前面的小，累计数不应下降。") % {"unit": line.name, "period": period}


def _told(verdict: Verdict, division: Division, approved: Approved, faults: tuple[str, ...]) -> Check:
    places = division.places + (FINER if verdict.must.value.startswith("weighted") else 0)
    reached, difference = rounded(verdict.reached, places), rounded(verdict.difference, places)
    if not difference and verdict.difference:  # too little to print, and yet it decides
        difference = Decimal(1 if verdict.difference > 0 else -1).scaleb(-places)
    said = {
        "what": _what(verdict),
        "reached": amount(reached, approved.unit),
        "target": amount(approved.value, approved.unit),
        "gap": amount(abs(difference), _("个百分点") if approved.unit == "%" else approved.unit),
        "units": _named([division.lines[at].name for at in verdict.failing]),
    }
    return Check(verdict.holds, _sentence(verdict) % said, reached, difference, faults)


def _what(verdict: Verdict) -> str:
    return {
        "sum": _("各单位合计"),
        "weighted": _("按上年实绩加权，各单位合起来"),
        "each": _("最低的单位") if verdict.must == Must.EACH_AT_LEAST else _("最高的单位"),
    }[verdict.must.value.partition("_")[0]]


def _sentence(verdict: Verdict) -> str:
    """Floors and caps, kept exactly, with room, or not; where each is asked, who breaks it."""
    is_floor = verdict.must.value.endswith("least")
    if verdict.difference == 0:
        return _("%(what)s %(reached)s，与批准目标 %(target)s 正好相等。")
    if verdict.holds:
        beyond = _("%(what)s %(reached)s，比批准目标 %(target)s 多 %(gap)s，达到要求。")
        below = _("%(what)s %(reached)s，比批准目标 %(target)s 少 %(gap)s，没有突破上限。")
        return beyond if is_floor else below
    if verdict.failing:
        low = _("%(units)s低于批准目标 %(target)s，最多低 %(gap)s。")
        high = _("%(units)s高于批准目标 %(target)s，最多高 %(gap)s。")
        return low if is_floor else high
    short = _("%(what)s %(reached)s，比批准目标 %(target)s 少 %(gap)s，没有分足。")
    over = _("%(what)s %(reached)s，比批准目标 %(target)s 多 %(gap)s，突破了上限。")
    return short if is_floor else over


def _named(names: list[str]) -> str:
    listed = "、".join(names[:NAMED])
    if len(names) <= NAMED:
        return listed
    return _("%(names)s等 %(count)s 个单位") % {"names": listed, "count": len(names)}


def amount(value: Decimal | Fraction, unit: str) -> str:
    """A figure with its unit."""
    return f"{value:f}{unit}".replace("-", "−")
