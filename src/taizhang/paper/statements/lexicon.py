"""Lexicon (词表): the words the grammar of plans is made of, read once from the TOML files beside it."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


class Words:
    """Words (词表): a set of words that can be found where they begin or where they end."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._longest = max(map(len, self._words), default=0)
        # Most places of a text begin and end no word; one look at the character there says so.
        self._firsts = frozenset(word[:1] for word in self._words)
        self._lasts = frozenset(word[-1:] for word in self._words)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def prefix(self, text: str, start: int = 0) -> str:
        """The longest word that begins at ``start``, or an empty one."""
        if text[start : start + 1] not in self._firsts:
            return ""
        for length in range(min(self._longest, len(text) - start), 0, -1):
            word = text[start : start + length]
            if word in self._words:
                return word
        return ""

    def suffix(self, text: str, end: int | None = None) -> str:
        """The longest word that ends at ``end``, or an empty one."""
        end = len(text) if end is None else end
        if text[max(0, end - 1) : end] not in self._lasts:
            return ""
        for length in range(min(self._longest, end), 0, -1):
            word = text[end - length : end]
            if word in self._words:
                return word
        return ""

    def pattern(self) -> str:
        """A regular expression for any of the words, longest first."""
        return "|".join(map(re.escape, sorted(self._words, key=lambda word: (-len(word), word))))


@dataclass(frozen=True, slots=True)
class Predicates:
    """Predicates (谓语词表): see ``predicates.toml``."""

    kinds: dict[str, str]
    words: Words
    never: Words
    nominal: Words
    rank: re.Pattern[str]
    above: re.Pattern[str]
    below: re.Pattern[str]
    pulled_up: re.Pattern[str]
    pulled_down: re.Pattern[str]
    governing: dict[str, str]
    rates: dict[str, str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases (词组词表): see ``phrases.toml``."""

    strong: re.Pattern[str]
    strong_words: Words
    weak: Words
    nominal_suffixes: frozenset[str]
    nominal_heads: Words
    funds: Words
    verbs_of_doing: frozenset[str]
    leading: Words
    leading_patterns: re.Pattern[str]
    keep: Words
    not_after: Words
    but_after: Words
    until: re.Pattern[str]
    works: Words
    owners: Words
    transparent: Words
    relational: Words
    open_relations: Words
    goals: frozenset[str]
    extents: Words
    means: Words
    measures: Words
    same_kinds: frozenset[str]
    collectives: dict[str, list[str]]
    named_verbs: re.Pattern[str]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("taizhang.paper.statements").joinpath(name).read_text(encoding="utf-8"))


@cache
def predicates() -> Predicates:
    """The words between a subject and its number."""
    data = _read("predicates.toml")
    order = ("motion", "plain", "since", "aim", "yoy", "average", "from", "arrival", "fall", "rise")
    kinds = {word: kind for kind in order for word in data[kind]}
    places = data["places"]

    def tail(words: list[str], reach: int, end: str = "") -> re.Pattern[str]:
        """The last of the words, and what stands between it and the number."""
        verb = Words(words).pattern()
        return re.compile(f"(?:{verb})(?:(?!{verb})[^，、；。]){{0,{reach}}}?{end}$")

    rates = data["rates_of_growth"]
    return Predicates(
        governing={verb: kind for kind, verbs in data["governing"].items() for verb in verbs},
        rates={name: sort for sort, names in rates.items() for name in names},
        kinds=kinds,
        words=Words(kinds),
        never=Words(data["never"]),
        nominal=Words(data["nominal"]),
        rank=tail(places["rank_verbs"], 14),
        above=tail(places["above"], 14),
        below=tail(places["below"], 14),
        pulled_up=tail(places["pulled_up"], 20, "(?:增长|增速|上升|上涨)?"),
        pulled_down=tail(places["pulled_down"], 20, "(?:增长|增速|下降)?"),
    )


@cache
def phrases() -> Phrases:
    """The words a noun phrase begins and ends with."""
    data = _read("phrases.toml")
    verbs, leading, noun = data["verbs"], data["leading"], data["noun"]
    strong = Words(verbs["strong"])
    spared = Words(noun["but_until"]).pattern()
    return Phrases(
        strong=re.compile(
            f"(?:{Words(leading['keep']).pattern()})|({strong.pattern()})(?![{verbs['nominal_suffixes']}])"
        ),
        strong_words=strong,
        weak=Words(verbs["weak"]),
        nominal_heads=Words(verbs["nominal_heads"]),
        funds=Words(verbs["funds"]),
        verbs_of_doing=frozenset(verbs["of_doing"]),
        nominal_suffixes=frozenset(verbs["nominal_suffixes"]),
        leading=Words(leading["words"]),
        leading_patterns=re.compile("|".join(leading["patterns"])),
        keep=Words(leading["keep"]),
        not_after=Words(noun["not_after"]),
        but_after=Words(noun["but_after"]),
        until=re.compile(
            f"(?:{spared})|({Words(noun['until']).pattern()})(?!{Words(verbs['nominal_heads']).pattern()})"
        ),
        works=Words(noun["works"]),
        owners=Words(data["coordination"]["owners"]),
        transparent=Words(noun["transparent"]),
        open_relations=Words(noun["open_relations"]),
        goals=frozenset(noun["goals"]),
        extents=Words(noun["extents"]),
        means=Words(noun["means"]),
        relational=Words(noun["relational"]),
        named_verbs=re.compile(
            f"(?:{Words(leading['keep']).pattern()})|({strong.pattern()})(?![{verbs['nominal_suffixes']}]|{Words(verbs['nominal_heads']).pattern()})"
        ),
        collectives=data["coordination"]["collectives"],
        same_kinds=frozenset(data["coordination"]["kinds"]),
        measures=Words(data["coordination"]["measures"]),
    )
