"""Cell formats (单元格格式): a stored number as the sheet shows it — 0.085 as 8.5%, 45000 as 2023年3月15日."""

import re
import tomllib
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache, lru_cache
from importlib.resources import files

from taizhang.paper.documents.sheets.cell_dates import shown_date

# Spreadsheets keep fifteen digits; more are noise of binary arithmetic (0.30000000000000004).
_KEPT = Context(prec=15, rounding=ROUND_HALF_UP)
# Room for every digit of the largest number with all its decimals.
_ROOMY = Context(prec=120, rounding=ROUND_HALF_UP)
_GENERAL_WIDTH = 11
_LONGEST_CODE = 255
_LARGEST_EXPONENT = 40

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]|(?P<sign>.)',
    re.DOTALL,
)
_CURRENCY = re.compile(r"\$([^-]*)")
_DATE_SIGNS = frozenset("yYmMdDhHsSeEaA")
_GENERAL = re.compile(r"general|g/通用格式|@", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of a format: words printed as they are, or one sign with a meaning."""

    text: str
    is_sign: bool


def format_code(number: int) -> str:
    """The pattern of a numbered format, ``""`` (general) where the number has none."""
    return _builtin().get(str(number), "")


def shown(value: Decimal, code: str, *, from_1904: bool = False) -> str:
    """A number as its cell shows it.

    Example: ``shown(Decimal("0.085"), "0.0%")`` is ``8.5%``.
    """
    if not value.is_finite() or abs(value.adjusted()) > _LARGEST_EXPONENT:
        return str(value)
    code = code if len(code) <= _LONGEST_CODE else ""
    value = _KEPT.plus(value)
    section, value = _section(value, code)
    if not section or _GENERAL.search(section):
        before, _, after = _GENERAL.sub("@", section).partition("@")
        return _words(before) + _general(value) + _words(after)
    if is_date(section):
        return shown_date(value, section, from_1904=from_1904)
    return _by_pattern(value, _tokens(section))


@lru_cache(maxsize=256)
def is_date(section: str) -> bool:
    """Whether a format shows a date or a time."""
    signs = {token.text for token in _tokens(section) if token.is_sign}
    if "E" in signs and signs & {"+", "-"} and signs & {"0", "#"}:
        return False
    return bool(signs & _DATE_SIGNS) or bool(re.search(r"\[[hms]+\]", section, re.IGNORECASE))


def _section(value: Decimal, code: str) -> tuple[str, Decimal]:
    """The part of the format for this value — positive; negative; zero — and the value it is to show."""
    sections = _sections(code)
    if value < 0 and len(sections) > 1 and sections[1]:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    return sections[0], value


@lru_cache(maxsize=256)
def _sections(code: str) -> tuple[str, ...]:
    parts, current = [], ""
    for match in _TOKEN.finditer(code):
        if match["sign"] == ";":
            parts.append(current)
            current = ""
        else:
            current += match.group()
    return (*parts, current)


@lru_cache(maxsize=256)
def _tokens(section: str) -> tuple[_Token, ...]:
    tokens = []
    for match in _TOKEN.finditer(section):
        words = match["quoted"] or match["escaped"] or ""
        if match["bracket"] is not None and (currency := _CURRENCY.match(match["bracket"])):
            words = currency[1]
        if match["space"] is not None:
            words = " "
        if words:
            tokens.append(_Token(words, is_sign=False))
        elif match["sign"] is not None:
            tokens.append(_Token(match["sign"], is_sign=True))
    return tuple(tokens)


def _words(pattern: str) -> str:
    return "".join(token.text for token in _tokens(pattern) if not token.is_sign)


def _general(value: Decimal) -> str:
    """Without a format: up to eleven characters, as a cell wide enough shows it; whole numbers in full."""
    if value == value.to_integral_value():
        return f"{value.quantize(Decimal(1), context=_ROOMY):f}"
    decimals = max(1, _GENERAL_WIDTH - 2 - max(0, value.adjusted()))
    if value.adjusted() < -_GENERAL_WIDTH // 2:
        return f"{value:.5E}"
    text = f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _ROOMY):f}"
    return text.rstrip("0").rstrip(".")


def _by_pattern(value: Decimal, tokens: tuple[_Token, ...]) -> str:
    signs = "".join(token.text for token in tokens if token.is_sign)
    if "/" in signs and "?" in signs:
        return _general(value)  # fractions: 3 1/2 is no way to print a figure
    placeholders = re.sub(r"[^0#?.,%E+-]", "", signs)
    if not re.search(r"[0#?]", placeholders):
        return "".join(token.text for token in tokens if not token.is_sign or token.text in "-+/()").strip()
    if "E" in placeholders:
        return _scientific(value, placeholders)
    value = _scaled(value, placeholders)
    decimals = len(re.findall(r"[0#?]", placeholders.partition(".")[2]))
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _ROOMY)
    return _filled(rounded, tokens, decimals)


def _scaled(value: Decimal, placeholders: str) -> Decimal:
    """A percent sign shows hundreds; a comma after the last digit shows thousands."""
    trailing = re.search(r"[0#?](,+)(?:[^0#?,]|$)", placeholders)
    thousands = len(trailing[1]) if trailing else 0
    return value.scaleb(2 * placeholders.count("%") - 3 * thousands)


def _scientific(value: Decimal, placeholders: str) -> str:
    decimals = len(re.findall(r"[0#?]", placeholders.partition("E")[0].partition(".")[2]))
    mantissa, _, exponent = f"{value:.{decimals}E}".partition("E")
    return f"{mantissa}E{exponent[0]}{exponent[1:].zfill(2)}"


def _filled(value: Decimal, tokens: tuple[_Token, ...], decimals: int) -> str:
    """The pattern with its placeholders replaced, from the right, by the digits of the rounded value."""
    whole, _, fraction = f"{abs(value):f}".partition(".")
    point = _point(tokens)
    after = _fill_fraction(fraction.ljust(decimals, "0")[:decimals], tokens[point:])
    before = _fill_whole("" if whole == "0" else whole, tokens[:point])
    sign = "-" if value < 0 else ""
    return sign + (before + after).strip()


def _point(tokens: tuple[_Token, ...]) -> int:
    return next((index for index, token in enumerate(tokens) if token == _Token(".", is_sign=True)), len(tokens))


def _fill_whole(digits: str, tokens: tuple[_Token, ...]) -> str:
    places = [index for index, token in enumerate(tokens) if token.is_sign and token.text in "0#?"]
    is_grouped = any(
        token == _Token(",", is_sign=True) and places and places[0] < index < places[-1]
        for index, token in enumerate(tokens)
    )
    parts: list[str] = []
    written = 0
    for index in reversed(range(len(tokens))):
        token = tokens[index]
        if index not in places:
            parts.append("" if token.is_sign and token.text == "," else token.text)
            continue
        count = len(digits) if index == places[0] else min(1, len(digits))
        taken = digits[len(digits) - count :] or ("0" if token.text == "0" else "")
        digits = digits[: len(digits) - count]
        parts.append(_grouped(taken, written) if is_grouped else taken)
        written += len(taken)
    return "".join(reversed(parts))


def _grouped(digits: str, written: int) -> str:
    """Digits with a comma before every third one to the right, ``written`` of which stand already."""
    if not digits:
        return ""
    text = ""
    for index, digit in enumerate(reversed(digits), start=written):
        text = digit + ("," if index and index % 3 == 0 else "") + text
    return text


def _fill_fraction(digits: str, tokens: tuple[_Token, ...]) -> str:
    """The part from the decimal point on; ``#`` drops zeros at the end, and the point with the last of them."""
    places = [token.text for token in tokens if token.is_sign and token.text in "0#?"]
    needed = max((index for index, place in enumerate(places, start=1) if place == "0"), default=0)
    kept = digits[:needed] + digits[needed:].rstrip("0")
    parts, position = [], 0
    for token in tokens:
        if not token.is_sign:
            parts.append(token.text)
        elif token.text in "0#?":
            parts.append(kept[position : position + 1])
            position += 1
        elif token.text != ",":
            parts.append("" if token.text == "." and not kept else token.text)
    return "".join(parts)


@cache
def _builtin() -> dict[str, str]:
    source = files("taizhang.paper.documents.sheets").joinpath("cell_formats.toml").read_text(encoding="utf-8")
    builtin: dict[str, str] = tomllib.loads(source)["builtin"]
    return builtin
