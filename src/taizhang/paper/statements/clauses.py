"""Clauses (分句): sentences and clauses of a flowing paragraph, as stretches of its text."""

import re
from collections.abc import Iterator

_SENTENCE_END = re.compile(r"[。！？!?][”’」）)]*")
_OPENING = "（("
_CIRCUMSTANCE = re.compile(r"在[^，。；在]{2,30}的(?:情况|背景|前提|条件|形势|压力)下")
_CLAUSE_MARK = re.compile(r"（[^（）]{0,80}）|\([^()]{0,80}\)|[，；：;！？。!?]|——|(?<!\d),|(?<!\d):")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph, their final mark included, spaces around them left out."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def clause_marks(text: str) -> list[int]:
    """The offsets of the marks that end a clause: comma, semicolon, colon; 、 joins and does not end.

    A mark in brackets ends nothing: 固定资产投资（不含农户，下同）比上年增长….
    """
    return [match.start() for match in _CLAUSE_MARK.finditer(text) if match[0][0] not in _OPENING]


def circumstances(text: str) -> list[tuple[int, int]]:
    """The stretches that only tell under what circumstances: 在外需下降超3成的情况下."""
    return [match.span() for match in _CIRCUMSTANCE.finditer(text)] if "下" in text else []
