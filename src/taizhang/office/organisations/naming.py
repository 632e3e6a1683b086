"""Naming (称谓): names as they are compared, and the shorter forms that documents print for them.

张店区发展和改革局 is 区发展和改革局 and 发展和改革局 among the offices of 张店区; 示例镇人民政府 is 示例镇.
"""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from taizhang.office.organisations.regions import region_names

FILE = Path(__file__).with_name("naming.toml")
REMEMBERED = 20_000  # a registry is asked about many words, each compared with every name
SHORTEST = 2  # one character left of a name says nothing


@dataclass(frozen=True, slots=True)
class NamingRules:
    """Naming rules (称谓规则): what ``naming.toml`` holds."""

    level_words: tuple[str, ...]
    authorities: dict[str, tuple[str, ...]]
    restored: dict[str, str]


def key_of(words: str) -> str:
    """Names that differ only in width, blanks or case are one."""
    return "".join(unicodedata.normalize("NFKC", words).split()).casefold()


@lru_cache(REMEMBERED)
def stem_of(key: str, kind: str, region_code: str) -> str:
    """What is left of a name without its region before and its authority behind."""
    return without_authority(without_region(key, region_code), kind)


@lru_cache(REMEMBERED)
def without_region(key: str, region_code: str) -> str:
    """The name as it is used inside its region."""
    for prefix in region_prefixes(region_code):
        if key.startswith(prefix) and len(key) - len(prefix) >= SHORTEST:
            return key.removeprefix(prefix)
    return key


def without_authority(key: str, kind: str) -> str:
    """The place for the authority that governs it."""
    rules = naming_rules()
    for suffix in rules.authorities.get(kind, ()):
        place = key.removesuffix(suffix)
        if place != key and len(place) >= SHORTEST:
            return place + rules.restored.get(suffix, "")
    return key


@cache
def region_prefixes(region_code: str) -> tuple[str, ...]:
    """What may stand before an office of the region, longest first: 山东省淄博市张店区 … 张店区, 区."""
    names = region_names(region_code)
    if not names:
        return ()
    chains = ["".join(names[start:]) for start in range(len(names))]
    level = names[-1][-1:]
    words = naming_rules().level_words
    return (*chains, level) if level in words else tuple(chains)


@cache
def naming_rules() -> NamingRules:
    """The rules, read once."""
    held = tomllib.loads(FILE.read_text("utf-8"))
    return NamingRules(
        level_words=tuple(held["level_words"]),
        authorities={kind: tuple(listed) for kind, listed in held["authorities"].items()},
        restored=held["restored"],
    )
