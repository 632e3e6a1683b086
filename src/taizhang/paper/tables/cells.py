"""Cell values (单元格取值): what a cell says — a number and how exactly it is meant, or which sort of non-number."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from taizhang.paper.numerals import read_numeral
from taizhang.paper.quantities.bounds import bound_after, bound_before
from taizhang.paper.quantities.quantity import Bound
from taizhang.paper.quantities.units import match_unit
from taizhang.paper.tables.table import CellKind

_DIGITS = r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?"
_NUMBER = re.compile(
    rf"(?P<sign>[-+−–－—＋])?(?P<low>{_DIGITS})(?P<low_unit>[%％])?(?:[-—–－~～至](?P<high>{_DIGITS}))?"
)
# Digits on both sides of a blank are two numbers, of which nobody can say which is meant; 1 234 567 is one.
_SEVERAL = re.compile(r"(?!\d{1,3}(?: \d{3})+(?:\.\d+)?$).*\d\s+\d", re.DOTALL)
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_DASH = re.compile(r"[-—–－─一/／]{1,4}|[.…]{1,6}|[*×]")
# A task set from above, whose number the paper does not tell.
_ASSIGNED = re.compile(
    r"下达|上级|(?:[国省市区县]|国家|自治区)(?:里|定|控|考核)?(?:任务|要求|目标|指标|计划)|按.{0,6}要求|约束性要求"
)
_PAIR = re.compile(
    r"\s*(?P<amount>[^，,；;（(]*\d[^，,；;（(]*?)\s*[，,；;（(]\s*(?P<growth>[^，；;（()）]+?)\s*[)）]?\s*", re.DOTALL
)
_VERB = re.compile(
    r"(?:同比|比上年|较上年|年均)?(?P<rise>增长|增加|增|提高|上升|提升)?(?P<fall>下降|降低|减少|削减|降|减)?"
)
_SYMBOLS = {"≥": Bound.AT_LEAST, ">": Bound.MORE_THAN, "＞": Bound.MORE_THAN, "≤": Bound.AT_MOST, "<": Bound.AT_MOST}
_SYMBOLS |= {"＜": Bound.AT_MOST, "≧": Bound.AT_LEAST, "≦": Bound.AT_MOST, "≈": Bound.ABOUT}
_NOTE = re.compile(r"(?:[（(\[〔【][^0-9０-９]*[)）\]〕】]|\[\d\]|[①-⑳*※])$")
_TAIL = re.compile(r"(?P<more>[余多]?)(?P<magnitude>[十百千万亿]*)(?P<many>[余多]?)")
_MAGNITUDES = {"万", "亿", "百万", "千"}
_POINTS = ("百分点", "个点")


@dataclass(frozen=True, slots=True)
class Value:
    """Value (取值): what one cell says.

    Attributes:
        kind: number, or which sort of non-number.
        number, high, bound: the number (lower end of a range), its upper end, how exactly it is meant.
        unit: unit printed behind the number, ``%`` for ％; empty where there is none.
        is_change: whether a word of growth or fall (增长, 下降) stands before the number.
    """

    kind: CellKind
    number: Decimal | None = None
    high: Decimal | None = None
    bound: Bound = Bound.EXACT
    unit: str = ""
    is_change: bool = False


@lru_cache(maxsize=8192)
def read_value(words: str) -> Value:
    """What a cell says; its blanks and line breaks do not matter."""
    plain = "".join(words.split())
    if not plain:
        return Value(CellKind.BLANK)
    if _PLAIN.fullmatch(words):
        return Value(CellKind.NUMBER, Decimal(words))
    if _DASH.fullmatch(plain):
        return Value(CellKind.DASH)
    number = None if _SEVERAL.match(words.strip()) else _read_number(_NOTE.sub("", plain))
    if number is not None:
        return number
    return Value(CellKind.ASSIGNED if _ASSIGNED.search(plain) else CellKind.QUALITATIVE)


def read_pair(text: str) -> tuple[tuple[int, int, Value], tuple[int, int, Value]] | None:
    """An amount and its growth printed in one cell (543亿元，增长6%左右; 543（6%）): where each stands, and what it says."""
    match = _PAIR.fullmatch(text)
    if match is None:
        return None
    amount, growth = read_value(match["amount"]), read_value(match["growth"])
    is_pair = amount.kind is growth.kind is CellKind.NUMBER and amount.unit != "%" and not amount.is_change
    if not is_pair or growth.unit != "%":
        return None
    return (*match.span("amount"), amount), (*match.span("growth"), growth)


def read_amount(text: str) -> Value:
    """What a cell says, of an amount and its growth the amount."""
    pair = read_pair(text)
    return read_value(text) if pair is None else pair[0][2]


def is_number(words: str) -> bool:
    """Whether a cell holds a number and nothing that is not part of one."""
    return read_value(words).kind is CellKind.NUMBER


def is_unit(words: str) -> bool:
    """Whether words name a unit of measure and nothing else: 亿元, ％, 吨标准煤/万元."""
    tail = _TAIL.match(words)
    unit = match_unit(words, tail.end() if tail else 0)
    return words in _MAGNITUDES or (unit is not None and unit.end == len(words))


def _read_number(plain: str) -> Value | None:
    match = _NUMBER.search(plain)
    if match is None:
        return None
    before = _read_before(plain[: match.start()])
    after = _read_after(plain[match.end() :])
    if before is None or after is None:
        return None
    verb, lead = before
    unit, trail = after
    low = read_numeral(match["low"].replace("，", ","))
    high = read_numeral(match["high"].replace("，", ",")) if match["high"] else None
    if (match["sign"] or "+") not in "+＋":
        low = -low
    if verb["fall"]:
        low, high = (-low, None) if high is None else (-high, -low)
    bound = Bound.RANGE if high is not None else trail or lead or Bound.EXACT
    return Value(
        kind=CellKind.NUMBER,
        number=low,
        high=high,
        bound=bound,
        unit=unit or (match["low_unit"] or "").replace("％", "%"),
        is_change=bool(verb[0]),
    )


def _read_before(words: str) -> tuple[re.Match[str], Bound | None] | None:
    """The verb and the hedge before a numeral; None where something else stands there."""
    symbol = _SYMBOLS.get(words[-1:])
    words = words[:-1] if symbol else words
    bound, start = bound_before(words, len(words))
    verb = _VERB.fullmatch(words[:start])
    return None if verb is None else (verb, symbol or bound)


def _read_after(words: str) -> tuple[str, Bound | None] | None:
    """The unit and the hedge behind a numeral; None where something else stands there."""
    tail = _TAIL.match(words)
    assert tail is not None  # every part of it may be empty
    unit = match_unit(words, tail.end())
    end = unit.end if unit else tail.end()
    bound, after = bound_after(words, end)
    if after < len(words) or words[:end].endswith(_POINTS):
        return None
    is_more = tail["more"] or tail["many"]
    return tail["magnitude"] + (unit.words if unit else ""), bound or (Bound.MORE_THAN if is_more else None)
