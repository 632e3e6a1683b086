"""Numerals (数字): Arabic and Chinese numerals, as printed, to Decimal."""

from decimal import Decimal

_DIGITS = {
    "〇": 0,
    "○": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_PLAIN = str.maketrans("０１２３４５６７８９．，", "0123456789.,")

CHINESE = "〇零一二两三四五六七八九十百千"
"""The characters a Chinese numeral is written with, its magnitudes 万 and 亿 left out."""


def read_numeral(words: str) -> Decimal:
    """The number a numeral stands for: ``1,200``, ``１２.５``, ``三百五十``, ``二〇二三``, ``1.5万``.

    Raises:
        ValueError: the words are no numeral.
    """
    plain = words.translate(_PLAIN).replace(",", "")
    magnitude = 1
    while plain and plain[-1] in _MYRIADS and plain[0] not in CHINESE:
        magnitude *= _MYRIADS[plain[-1]]
        plain = plain[:-1]
    if plain and plain.replace(".", "", 1).isascii() and plain.replace(".", "", 1).isdigit():
        return Decimal(plain) * magnitude
    return Decimal(_read_chinese(plain)) * magnitude


def _read_chinese(words: str) -> int:
    if not words or any(mark not in _DIGITS and mark not in _TENS and mark not in _MYRIADS for mark in words):
        raise ValueError(f"no numeral: {words!r}")
    if len(words) > 1 and all(mark in _DIGITS for mark in words):
        return int("".join(str(_DIGITS[mark]) for mark in words))
    total = section = digit = 0
    for mark in words:
        if mark in _DIGITS:
            digit = _DIGITS[mark]
        elif mark in _TENS:
            section += (digit or 1) * _TENS[mark]
            digit = 0
        else:
            section = section + digit or 1
            total += section * _MYRIADS[mark]
            section = digit = 0
    return total + section + digit
