"""Figures (数字): what people type and paste for a number — １，２００, 1,200人, 5.5％, −3 — taken for the number it is."""

import re
import tomllib
import unicodedata
from decimal import Decimal
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from taizhang.office.pages.errors import ExpectedError

FILE = Path(__file__).with_name("figures.toml")
PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?")
MINUSES = str.maketrans({"−": "-", "–": "-", "—": "-", "﹣": "-", "＋": "+"})
LONGEST = 20  # digits; more is no figure of a plan
FLOAT_DIGITS = 15  # a spreadsheet keeps binary floats: what stands beyond is noise


class NotAFigureError(ExpectedError):
    """Not a figure (不是数字)."""

    def __init__(self) -> None:
        super().__init__(_("请只填一个数字，例如 1200 或 5.5。"), status=422)


def read_figure(words: object, unit: str = "") -> Decimal | None:
    """The figure; None where nothing is written. A unit that repeats the column's own is no harm, any other word is."""
    if words is None or isinstance(words, bool):
        return None
    if isinstance(words, float):
        return _of_float(words)
    said = unicodedata.normalize("NFKC", str(words)).translate(MINUSES)
    said = "".join(said.split()).replace(",", "").removesuffix(unicodedata.normalize("NFKC", unit)).removesuffix("%")
    if not said or said == "-":  # a dash alone is how tables say "none"
        return None
    if not PLAIN.fullmatch(said) or len(said) > LONGEST:
        raise NotAFigureError
    return Decimal(said)


@cache
def rates() -> frozenset[str]:
    """Units of what does not add up."""
    return frozenset(tomllib.loads(FILE.read_text("utf-8"))["rates"])


def is_rate(unit: str) -> bool:
    """Whether what is measured in the unit does not add up."""
    return unit in rates()


def places_of(value: Decimal | None) -> int:
    """Digits after the point, as printed."""
    exponent = value.as_tuple().exponent if value is not None else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _of_float(value: float) -> Decimal:
    exact = Decimal(f"{value:.{FLOAT_DIGITS}g}")
    if not exact.is_finite():
        raise NotAFigureError
    return Decimal(int(exact)) if exact == exact.to_integral_value() else exact.normalize()
