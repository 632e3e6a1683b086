"""Bounds (界限词): the hedge words that touch a numeral, before it and after its unit."""

import tomllib
from functools import cache
from importlib.resources import files

from taizhang.paper.quantities.quantity import Bound

_Words = dict[str, Bound]


@cache
def _lexicon() -> tuple[_Words, _Words, _Words, frozenset[str]]:
    data = tomllib.loads(files("taizhang.paper.quantities").joinpath("bounds.toml").read_text(encoding="utf-8"))
    tables = [
        {word: Bound(bound) for bound, words in data[place].items() for word in words}
        for place in ("before", "before_magnitude", "after")
    ]
    return tables[0], tables[1], tables[2], frozenset(data["not_before"]["words"])


def bound_before(text: str, end: int, *, is_bare: bool = False) -> tuple[Bound | None, int]:
    """The hedge that ends at ``end`` and where it starts; a bare magnitude (上千家) takes a few more words."""
    before, before_magnitude, _, never = _lexicon()
    for length in range(4, 0, -1):
        word = text[max(0, end - length) : end]
        bound = before.get(word) or (before_magnitude.get(word) if is_bare else None)
        if bound is not None:
            lead = text[max(0, end - len(word) - 1) : end]
            return (None, end) if lead in never or lead[-2:] in never else (bound, end - len(word))
    return None, end


def bound_after(text: str, start: int) -> tuple[Bound | None, int]:
    """The hedge that starts at ``start`` and where it ends."""
    _, _, after, _ = _lexicon()
    for length in (3, 2):
        word = text[start : start + length]
        bound = after.get(word)
        if bound is not None:
            return bound, start + len(word)
    return None, start
