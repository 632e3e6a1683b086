"""Owners (责任单位用语): whom the words of a document name as leading and supporting, and by when it says it is due."""

import calendar
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("vocabulary.toml")
BRACKETED = re.compile(r"[（(]([^（）()]{2,200})[）)]")
LONGEST_NAME = 30


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Vocabulary (责任用语): what ``vocabulary.toml`` holds, made into patterns."""

    labels: dict[str, tuple[str, ...]]
    heads: dict[str, tuple[str, ...]]
    ends: dict[str, tuple[int, int]]
    separator: re.Pattern[str]
    filler: re.Pattern[str]
    part: re.Pattern[str]
    leads: re.Pattern[str]
    due: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Owners:
    """Owners (责任单位): as the document writes them.

    Attributes:
        units: the names in their order; the first leads.
        supports: how many of them, from the end, are named as supporting only; without a lead the first still leads.
        leader: 责任领导; deadline: the words of 完成时限.
        quote: the words that say so.
    """

    units: tuple[str, ...] = ()
    leader: str = ""
    deadline: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Deadline (时限): a day, and the words that set it."""

    on: date
    quote: str


def owners_near(text: str, start: int, end: int) -> Owners | None:
    """Who is named for what stands at ``start`` to ``end``: in the rest of its paragraph, or alone in the next one."""
    paragraph_end = _or_end(text.find("\n", end), text)
    following = text[paragraph_end + 1 : _or_end(text.find("\n", paragraph_end + 1), text)].strip()
    places = [text[start:paragraph_end]]
    if re.fullmatch(BRACKETED, following.rstrip("。")):
        places.append(following)
    return next((found for place in places if (found := owners_in(place))), None)


def owners_in(words: str) -> Owners | None:
    """Whom a passage names; None where it names nobody."""
    for bracket in BRACKETED.finditer(words):
        found = _labelled(bracket.group(1), bracket.group())
        if found:
            return found
    match = vocabulary().leads.search(words)
    if match is None:
        return None
    units = (*names_in(match["lead"]), *names_in(match["support"] or ""))
    return Owners(units=units, quote=match.group()) if units else None


def owners_of_row(cells: Mapping[str, str]) -> Owners | None:
    """Whom the columns of an annex name; ``cells`` are its texts by their heads."""
    said = {role: _under(cells, heads) for role, heads in vocabulary().heads.items()}
    units = (*names_in(said["lead"]), *names_in(said["support"]))
    if not units and not said["deadline"]:
        return None
    quote = "；".join(filter(None, (said["lead"], said["support"], said["deadline"])))
    return Owners(units=units, leader=said["leader"], deadline=said["deadline"], quote=quote)


def deadline_in(words: str, year: int) -> Deadline | None:
    """The last day that a sentence sets; None where it sets none. The last one said counts."""
    found = [each for match in vocabulary().due.finditer(words) if (each := _deadline(match, year))]
    return found[-1] if found else None


def names_in(words: str) -> tuple[str, ...]:
    """The names in a list, in their order."""
    known = vocabulary()
    cut = (known.filler.sub("", part).strip() for part in known.separator.split(words))
    return tuple(dict.fromkeys(part for part in cut if 1 < len(part) <= LONGEST_NAME))


@cache
def vocabulary() -> Vocabulary:
    """The words, read once."""
    held = tomllib.loads(FILE.read_text("utf-8"))
    labels = {role: tuple(held[role]) for role in ("lead", "support", "leader", "deadline")}
    every_label = _either([label for listed in labels.values() for label in listed])
    fillers = _either(held["fillers"])
    ends = {words: (month, day) for words, (month, day) in held["ends"].items()}
    unit = r"[^，。；：:（）()由]{2,60}"
    after, support_after = _either(held["leads_after"]), _either(held["supports_after"])
    return Vocabulary(
        labels=labels,
        heads={role: tuple(held[f"{role}_heads"]) for role in labels},
        ends=ends,
        separator=re.compile("|".join(map(re.escape, held["separators"]))),
        filler=re.compile(rf"^(?:{fillers})+|(?:{fillers})+$"),
        part=re.compile(
            rf"(?P<label>{every_label})\s*[：:]\s*(?P<said>.*?)(?=(?:[；;，,]?\s*(?:{every_label})\s*[：:])|$)"
        ),
        leads=re.compile(rf"由(?P<lead>{unit}?)(?:{after})(?:[，,、；](?P<support>{unit}?)(?:{support_after}))?"),
        due=re.compile(
            rf"(?:(?P<year>20\d\d)年)?(?:(?P<part>{_either(ends)})|(?P<month>1[0-2]|0?[1-9])月"
            r"(?:(?P<day>[12]\d|3[01]|0?[1-9])日)?(?:底|末)?)(?:底|末)?(?P<before>之?前)?(?:完成)?"
        ),
    )


def _labelled(inside: str, quote: str) -> Owners | None:
    said = dict.fromkeys(vocabulary().labels, "")
    for part in vocabulary().part.finditer(inside):
        role = next(role for role, labels in vocabulary().labels.items() if part["label"] in labels)
        said[role] = said[role] or part["said"].strip("；;，, ")
    units = (*names_in(said["lead"]), *names_in(said["support"]))
    if not units:
        return None
    return Owners(units=units, leader=said["leader"], deadline=said["deadline"], quote=quote)


def _deadline(match: re.Match[str], year: int) -> Deadline | None:
    """A month or part of the year only sets a deadline where ``before`` or ``end`` is said of it; 全年增长 sets none."""
    words = match.group()
    if not (match["before"] or words.endswith(("底", "末", "内", "完成")) or "日" in words):
        return None
    when = int(match["year"] or year)
    if match["part"]:
        month, day = vocabulary().ends[match["part"]]
    else:
        month = int(match["month"])
        last = calendar.monthrange(when, month)[1]
        day = min(int(match["day"] or last), last)
    return Deadline(date(when, month, day), words)


def _under(cells: Mapping[str, str], heads: Sequence[str]) -> str:
    """What stands under the first column whose head has one of these words."""
    return next((text.strip() for head in heads for column, text in cells.items() if head in column), "")


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _or_end(place: int, text: str) -> int:
    return len(text) if place < 0 else place
