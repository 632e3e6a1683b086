"""Alignment (段落对齐): which paragraph of the new text stands for which of the old.

Equal paragraphs first, in order; between them those that have most in common, in order too. Nothing grows faster than the
product of the paragraphs in between, and where even that is too much nothing there is paired.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

ALIKE = 0.3  # share of pairs of characters in common from which two paragraphs are one, changed
MOST_PAIRS = 250_000

Pair = tuple[int | None, int | None]


def align(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Pairs of positions in reading order; None on the side where nothing stands."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, i, until_i, j, until_j in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(range(i, until_i), range(j, until_j), strict=True)
        else:
            yield from _between(old, new, range(i, until_i), range(j, until_j))


def _between(old: Sequence[str], new: Sequence[str], olds: range, news: range) -> Iterator[Pair]:
    pairs = _best(old, new, olds, news) if 0 < len(olds) * len(news) <= MOST_PAIRS else []
    i, j = olds.start, news.start
    for paired_i, paired_j in [*pairs, (olds.stop, news.stop)]:
        yield from ((lost, None) for lost in range(i, paired_i))
        yield from ((None, come) for come in range(j, paired_j))
        if paired_i < olds.stop and paired_j < news.stop:
            yield (paired_i, paired_j)
        i, j = paired_i + 1, paired_j + 1


def _best(old: Sequence[str], new: Sequence[str], olds: range, news: range) -> list[tuple[int, int]]:
    """The pairs in order that have most in common, taken all together."""
    ones, others = [_bigrams(old[i]) for i in olds], [_bigrams(new[j]) for j in news]
    gains = [[_common(one, other) for other in others] for one in ones]
    best = [[0.0] * (len(others) + 1) for _ in range(len(ones) + 1)]
    for i in range(len(ones) - 1, -1, -1):
        row, below, gain = best[i], best[i + 1], gains[i]
        for j in range(len(others) - 1, -1, -1):
            skip = below[j] if below[j] >= row[j + 1] else row[j + 1]
            take = gain[j] + below[j + 1] if gain[j] else 0.0
            row[j] = take if take > skip else skip
    return [(olds[i], news[j]) for i, j in _trace(best, gains)]


def _trace(best: list[list[float]], gains: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(gains) and j < len(gains[0]):
        if gains[i][j] and best[i][j] == gains[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _bigrams(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(max(1, len(text) - 1)))


def _common(one: frozenset[str], other: frozenset[str]) -> float:
    """Share in common; nothing where it is too little to call them one paragraph."""
    share = 2 * len(one & other) / (len(one) + len(other))
    return share if share >= ALIKE else 0.0
