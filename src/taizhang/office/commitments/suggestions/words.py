"""Words (用语): the vocabulary of ``words.toml``, read once."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Words:
    """Words (用语), longest first wherever one may be the beginning or end of another; see ``words.toml``."""

    measures: tuple[str, ...]
    other: tuple[str, ...]
    scenes: tuple[re.Pattern[str], ...]
    purposes: tuple[str, ...]
    actions: tuple[str, ...]
    fillers: tuple[str, ...]
    stocks: frozenset[str]
    project_adverbs: tuple[str, ...]
    project_verbs: tuple[str, ...]
    project_completions: tuple[str, ...]
    unnamed: str
    works: tuple[str, ...]
    nouns: tuple[str, ...]
    shortest_name: int


@cache
def words() -> Words:
    """The vocabulary."""
    data = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
    return Words(
        measures=tuple(data["sections"]["measures"]),
        other=tuple(data["sections"]["other"]),
        scenes=tuple(map(re.compile, data["sentences"]["scenes"])),
        purposes=tuple(data["clauses"]["purposes"]),
        actions=_longest_first(data["actions"]["verbs"]),
        fillers=_longest_first(data["actions"]["fillers"]),
        stocks=frozenset(data["actions"]["stocks"]),
        project_adverbs=_longest_first(data["projects"]["adverbs"]),
        project_verbs=_longest_first(data["projects"]["verbs"]),
        project_completions=_longest_first(data["projects"]["completions"]),
        unnamed=data["projects"]["unnamed"],
        works=tuple(data["projects"]["works"]),
        nouns=tuple(data["projects"]["nouns"]),
        shortest_name=data["projects"]["shortest_name"],
    )


def _longest_first(entries: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(entries, key=len, reverse=True))
