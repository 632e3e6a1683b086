"""Number formats of lists (编号格式): one number as 一, （十二）'s 十二, ①, 甲, iv …"""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_UNITS = ("", "拾", "佰", "仟")
_UNITS = ("", "十", "百", "千")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def written(number: int, name: str) -> str:
    """A list number in the format of that OOXML name; Arabic where the format is not ours or does not reach so far."""
    writer = _WRITERS.get(name, str)
    return (writer(number) if 0 < number < 10_000 else "") or str(number)


def _counting(number: int, digits: str = _DIGITS, units: tuple[str, ...] = _UNITS, zero: str = "零") -> str:
    """二十一, 一百零五: digits and units from the highest place down."""
    words, gap = "", False
    for place in reversed(range(4)):
        digit = number // 10**place % 10
        if not digit:
            gap = bool(words)
            continue
        words += (zero if gap else "") + digits[digit] + units[place]
        gap = False
    return words


def _chinese(number: int) -> str:
    words = _counting(number)
    return words[1:] if words.startswith("一十") else words


def _legal(number: int) -> str:
    return _counting(number, _LEGAL_DIGITS, _LEGAL_UNITS)


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def _roman(number: int) -> str:
    words = ""
    for worth, sign in _ROMAN:
        count, number = divmod(number, worth)
        words += sign * count
    return words


def _letter(number: int) -> str:
    """A … Z, AA, BB …: the letter is repeated on each further round, as Word does."""
    rounds, index = divmod(number - 1, 26)
    return chr(ord("A") + index) * (rounds + 1)


def _one_of(signs: str) -> Callable[[int], str]:
    """A writer that picks from a row of signs and gives nothing beyond its end."""
    return lambda number: signs[number - 1 : number]


def _row(first: str, count: int) -> str:
    return "".join(chr(ord(first) + index) for index in range(count))


_CIRCLED = _one_of(_row("①", 20) + _row("㉑", 15) + _row("㊱", 15))

_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalHalfWidth": str,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "japaneseLegal": _legal,
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographEnclosedCircle": _one_of(_row("㊀", 10)),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _one_of(_row("⑴", 20)),
    "decimalEnclosedFullstop": _one_of(_row("⒈", 20)),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
}
