"""Tokens (词元): text cut where a person would say that something else stands there — numbers whole, words whole."""

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

NUMBER = r"[-−]?\d+(?:[.,，]\d+)*(?:[%％‰]|个百分点)?"
TOKEN = re.compile(rf"{NUMBER}|[A-Za-z]+|\s+|.", re.DOTALL)
IS_NUMBER = re.compile(rf"^(?:{NUMBER})$")
# Above this many comparisons the words are not compared one by one: they are another text.
MOST_PRODUCT = 4_000_000
# A run of equal tokens shorter than this between two changes says nothing; it joins them.
SHORTEST_ISLAND = 2


class Part(NamedTuple):
    """Part (片段): words that stand in both, or in one alone.

    Attributes:
        kind: ``same``, ``removed`` or ``added``.
    """

    kind: str
    words: str


class Change(NamedTuple):
    """Change (一处改动): what stood, and what stands there now; one of both may be empty."""

    old: str
    new: str


def tokens(text: str) -> list[str]:
    """The text in pieces that are changed as a whole."""
    return TOKEN.findall(text)


def is_number(word: str) -> bool:
    """Whether the words are one number."""
    return bool(IS_NUMBER.match(word))


def compare_words(old: str, new: str) -> tuple[tuple[Part, ...], tuple[Part, ...], tuple[Change, ...]]:
    """The parts of the old words, those of the new, and each change on its own."""
    if old == new:
        same = (Part("same", old),)
        return same, same, ()
    before, after = tokens(old), tokens(new)
    if len(before) * len(after) > MOST_PRODUCT:
        return (Part("removed", old),), (Part("added", new),), (Change(old, new),)
    old_parts: list[Part] = []
    new_parts: list[Part] = []
    changes: list[Change] = []
    for kind, words, others in _runs(before, after):
        if kind == "same":
            old_parts.append(Part("same", words))
            new_parts.append(Part("same", words))
            continue
        old_parts += [Part("removed", words)] if words else []
        new_parts += [Part("added", others)] if others else []
        changes.append(Change(words, others))
    return tuple(old_parts), tuple(new_parts), tuple(changes)


def _runs(before: list[str], after: list[str]) -> list[tuple[str, str, str]]:
    """Runs of equal and of changed words; islands too short to mean anything are part of the change around them."""
    matched = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    kept = [
        (i, j, size)
        for i, j, size in matched
        if size == 0 or size >= SHORTEST_ISLAND or is_number(before[i]) or i == j == 0 or _ends(i, j, before, after)
    ]
    runs: list[tuple[str, str, str]] = []
    for (i, j, size), (next_i, next_j, _size) in pairwise([(0, 0, 0), *kept]):
        if size:
            runs.append(("same", "".join(before[i : i + size]), ""))
        gone, come = "".join(before[i + size : next_i]), "".join(after[j + size : next_j])
        if gone or come:
            runs.append(("changed", gone, come))
    return runs


def _ends(i: int, j: int, before: list[str], after: list[str]) -> bool:
    """Whether the equal token closes both texts, as a full stop does."""
    return i == len(before) - 1 and j == len(after) - 1
