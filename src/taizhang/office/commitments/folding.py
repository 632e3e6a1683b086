"""Folding (检索归一): words as they are searched — one width, one case, no blanks, since Chinese has none to go by."""

import unicodedata
from collections.abc import Iterable

from taizhang.office.plans.intake import catalogue_entry

BETWEEN = "\n"  # no query can reach from one part into the next


def fold(words: str) -> str:
    """Words without what people type differently: width, case, blanks."""
    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


def folded_with_places(words: str) -> tuple[str, tuple[int, ...]]:
    """Folded words, and for each of their characters the place in the original it comes from."""
    pieces = [(piece, place) for place, one in enumerate(words) for piece in fold(one)]
    return "".join(piece for piece, _place in pieces), tuple(place for _piece, place in pieces)


def joined(parts: Iterable[str]) -> str:
    """Parts folded and kept apart."""
    return BETWEEN.join(folded for folded in map(fold, parts) if folded)


def own_words(commitment: object) -> tuple[str, ...]:
    """What a commitment itself is found by; any row with its columns will do, also one of a migration."""
    row: dict[str, object] = vars(commitment)
    entry = catalogue_entry(str(row["indicator"]))
    section = row["section"]
    headings = section if isinstance(section, list) else []
    named = (row["title"], row["subject"], row["sentence"], row["expression"], entry.name if entry else "")
    return tuple(map(str, (*named, *headings)))
