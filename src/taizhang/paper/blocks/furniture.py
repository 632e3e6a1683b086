"""Furniture (页面装饰): page numbers, buttons of web pages and their like, which are no words of the document."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from taizhang.paper.documents.document import Grid, Line

# A line this long is running text: buttons stand above the first and below the last of them.
_LONG_LINE = 60


def without_furniture(text: str, pieces: tuple[Line | Grid, ...]) -> tuple[Line | Grid, ...]:
    """The pieces a reader of the paper would see; the document's text keeps the others."""
    dropped = set(_furniture([_words(text, piece) for piece in pieces]))
    return tuple(piece for index, piece in enumerate(pieces) if index not in dropped) if dropped else pieces


def _words(text: str, piece: Line | Grid) -> str | None:
    """The words of a line; None for a table, which is never furniture."""
    return piece.span.quote(text).strip() if isinstance(piece, Line) else None


def _furniture(lines: Sequence[str | None]) -> Iterator[int]:
    running = [index for index, words in enumerate(lines) if words is None or len(words) > _LONG_LINE]
    first, last = (running[0], running[-1]) if running else (len(lines), -1)
    short = ((index, words) for index, words in enumerate(lines) if words and len(words) <= _LONG_LINE)
    yield from (index for index, words in short if _pattern("anywhere").fullmatch(words))
    for index, words in enumerate(lines[:first]):
        if words and _pattern("head").fullmatch(words):
            yield index
            if _pattern("label").fullmatch(words):
                yield index + 1
    for index, words in enumerate(lines[last + 1 :], last + 1):
        if words and _pattern("tail").fullmatch(words):
            yield from range(index, len(lines))
            return


@cache
def _pattern(group: str) -> re.Pattern[str]:
    data = loads(files("taizhang.paper.blocks").joinpath("furniture.toml").read_text("utf-8"))
    return re.compile("|".join(data[group]))
