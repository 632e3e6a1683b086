"""Similar names (相近名称): names the catalogue does not know, matched by the pairs of characters they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable

# Twice the shared pairs over all pairs of both names (Dice): a character more in a long name is the same thing.
_LEAST_SHARE = (9, 10)


class NameIndex:
    """Name index (名称索引): names that can be asked which of them is most like another."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: list[tuple[str, int]] = []
        self._places: dict[str, list[int]] = defaultdict(list)
        for name in dict.fromkeys(names):
            pairs = _pairs(name)
            for pair in pairs:
                self._places[pair].append(len(self._names))
            self._names.append((name, len(pairs)))

    def nearest(self, name: str) -> str | None:
        """The most similar name, or None where none is similar enough."""
        pairs = _pairs(name)
        shared = Counter(place for pair in pairs for place in self._places.get(pair, ()))
        few, many = _LEAST_SHARE
        close = [
            (2 * count * many - few * (len(pairs) + size), -place)
            for place, count in shared.items()
            for size in (self._names[place][1],)
            if 2 * count * many >= few * (len(pairs) + size)
        ]
        return self._names[-max(close)[1]][0] if close else None


def _pairs(name: str) -> set[str]:
    plain = "".join(mark for mark in name if mark.isalnum() and mark != "的")
    return {plain[at : at + 2] for at in range(len(plain) - 1)} or ({plain} if plain else set())
