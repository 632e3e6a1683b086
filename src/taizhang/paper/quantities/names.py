"""Names (名称): numerals inside names, dates and numbers of documents, which quantify nothing."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from taizhang.paper.quantities.units import Family

_QUOTED = re.compile(
    r"“[^“”\n]*”|《[^《》\n]*》|「[^「」\n]*」|‘[^‘’\n]*’|\"[^\"\n]*\"|〔[^〕\n]*〕|\[\d{1,3}\]|【\d{1,3}】"
)
_DATES = re.compile(
    r"(?:19|20)\d\d\s?年(?:度?(?=[^来])|)(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?"
    r"|(?:19|20)\d\d(?:[-—–~～至](?:19|20)\d\d\s?(?=学?年)|[-.](?:0?[1-9]|1[0-2])[-.]\d{1,2}(?!\d)|\s?(?=年))"
    r"|\d{1,2}\s?[-—–~～至、]\s?\d{1,2}\s?月(?:份|\d{1,2}\s?日)?|\d{1,2}\s?月(?:份|底|末|初|\s?\d{1,2}\s?日)?"
    r"|(?<![\d.．:：])\d{1,2}[:：]\d\d(?![\d.．:：])|\d{3,4}-\d{7,8}|(?<!\d)1\d{10}(?!\d)"
)


@dataclass(frozen=True, slots=True)
class _Rules:
    indicators: re.Pattern[str]
    before: re.Pattern[str]
    after_digits: re.Pattern[str]
    after_unit: re.Pattern[str]
    after_clock: re.Pattern[str]
    longest_quote: int


@cache
def _rules() -> _Rules:
    data = tomllib.loads(files("taizhang.paper.quantities").joinpath("names.toml").read_text(encoding="utf-8"))
    return _Rules(
        indicators=re.compile("|".join(data["indicators"].values())),
        before=re.compile("|".join(data["before"].values())),
        after_digits=re.compile("|".join(data["after_digits"].values())),
        after_unit=re.compile("|".join(data["after_unit"].values())),
        after_clock=re.compile("|".join(data["after_clock"].values())),
        longest_quote=data["quoted"]["longest"],
    )


def masked_stretches(text: str) -> list[tuple[int, int]]:
    """Stretches of the text in which no numeral counts: short quotations, titles, dates."""
    longest = _rules().longest_quote
    quoted = [
        (m.start(), m.end()) for m in _QUOTED.finditer(text) if m.end() - m.start() <= longest + 2 or m[0][0] == "《"
    ]
    dates = [(m.start(), m.end()) for m in _DATES.finditer(text)]
    return sorted(quoted + dates)


def names_before(text: str, start: int) -> bool:
    """Whether the words before a numeral make it part of a name."""
    lead = text[max(0, start - 6) : start]
    return bool(_rules().before.search(lead)) and not _rules().indicators.search(lead)


def names_after_digits(text: str, end: int) -> bool:
    """Whether the words right after the digits make them part of a name."""
    return bool(_rules().after_digits.match(text[end : end + 6]))


def names_after_unit(text: str, end: int, family: Family = Family.COUNT) -> bool:
    """Whether the words after the unit make the numeral part of a name."""
    rules = _rules()
    after = text[end : end + 12]
    return bool(rules.after_unit.match(after)) or (family is Family.CLOCK and bool(rules.after_clock.match(after)))
