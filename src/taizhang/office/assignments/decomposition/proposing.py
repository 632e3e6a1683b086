"""Proposing (测算): shares proposed by a method; whoever divides may change any of them afterwards."""

from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from taizhang.measure.decomposition import TooFineError, UnweightableError, apportion, evenly, through_the_year
from taizhang.office.assignments.decomposition.division import WHOLE_YEAR, YEAR, Approved, Division
from taizhang.office.assignments.decomposition.models import Method, Season
from taizhang.office.pages.errors import ExpectedError

QUARTERLY = (Decimal(25), Decimal(50), Decimal(75))


class NoUnitsError(ExpectedError):
    """No units (没有单位)."""

    def __init__(self) -> None:
        super().__init__(_("请先选要分给哪些单位。"), status=422)


class NoWeightsError(ExpectedError):
    """No weights (缺权重): some unit has no weight, or all are nought."""

    def __init__(self) -> None:
        super().__init__(_("请给每个单位填上权重或上年数，不能为负，也不能全是 0。"), status=422)


class TooFewPlacesError(ExpectedError):
    """Too few places (小数位数不够)."""

    def __init__(self) -> None:
        super().__init__(_("小数位数比批准目标少，分不出恰好的数。请把小数位数调多。"), status=422)


class FallingSeasonsError(ExpectedError):
    """Falling seasons (季度比重不递增)."""

    def __init__(self) -> None:
        super().__init__(_("各季累计比重应当逐季递增，且不超过 100。"), status=422)


def propose(division: Division, approved: Approved) -> Division:
    """The same division with the shares its method gives."""
    if not division.lines:
        raise NoUnitsError
    years = _years(division, approved)
    rows = _through_the_year(division, years)
    lines = zip(division.lines, rows, strict=True)
    return replace(division, lines=tuple(replace(line, values=values) for line, values in lines))


def _years(division: Division, approved: Approved) -> tuple[Decimal, ...]:
    if division.method == Method.SAME:
        return (approved.value,) * len(division.lines)
    if division.method == Method.MANUAL:
        return tuple(line.year or Decimal() for line in division.lines)
    try:
        if division.method == Method.EVEN:
            return evenly(approved.value, len(division.lines), division.places)
        weights = [line.basis for line in division.lines if line.basis is not None]
        if len(weights) < len(division.lines):
            raise NoWeightsError
        return apportion(approved.value, weights, division.places)
    except UnweightableError as error:
        raise NoWeightsError from error
    except TooFineError as error:
        raise TooFewPlacesError from error


def _through_the_year(division: Division, years: tuple[Decimal, ...]) -> list[dict[str, Decimal | None]]:
    if division.seasons == Season.YEAR:
        return [{YEAR: value} for value in years]
    if division.seasons == Season.LEVEL:
        return [dict.fromkeys(WHOLE_YEAR, value) for value in years]
    percents = QUARTERLY if division.seasons == Season.EVEN else division.percents
    try:
        rows = through_the_year(years, percents, division.places)
    except UnweightableError as error:
        raise FallingSeasonsError from error
    return [dict(zip(WHOLE_YEAR, row, strict=True)) for row in rows]
