"""Clauses (分句): a paragraph taken apart — sentences at 。, clauses at ；, phrases at ，."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What stands between quotation marks or brackets is never taken apart; an opener that nothing closes nearby is an
# ordinary sign.
_WHOLE = r"“[^”]{0,80}”|‘[^’]{0,80}’|《[^》]{0,80}》|（[^）]{0,80}）|\([^)]{0,80}\)"
_SENTENCE = re.compile(rf"(?:{_WHOLE}|[^。！？!?])+[。！？!?]*")
_CLAUSE = re.compile(rf"(?:{_WHOLE}|[^；;])+[；;]?")
_PHRASE = re.compile(rf"(?:{_WHOLE}|[^，,：])+[，,：]?")
_BREAK = re.compile(r"[ \t\u3000]*[\r\n]+[ \t\u3000]*")
_EDGE = "，,：；;。！？!? \t\r\n\u3000"


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Stretch (片段): a half-open stretch of the document's text, blanks at its ends left out."""

    start: int
    end: int

    def contains(self, offset: int) -> bool:
        """Whether the offset lies inside."""
        return self.start <= offset < self.end


def sentences(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The sentences of a paragraph, closing mark included."""
    return _pieces(_SENTENCE, text, start, end)


def clauses(text: str, sentence: Stretch) -> Iterator[Stretch]:
    """The clauses of a sentence, closing mark included."""
    return _pieces(_CLAUSE, text, sentence.start, sentence.end)


def phrases(text: str, clause: Stretch) -> Iterator[Stretch]:
    """The phrases of a clause, closing mark included."""
    return _pieces(_PHRASE, text, clause.start, clause.end)


def read(text: str, stretch: Stretch) -> str:
    """The words of a stretch as they flow: hard line wraps joined."""
    return _BREAK.sub("", text[stretch.start : stretch.end]).strip()


def bare(text: str, stretch: Stretch) -> str:
    """The words of a stretch without the mark that closes it."""
    return read(text, stretch).strip(_EDGE)


def cut(words: str, sentence: Stretch, clause: Stretch) -> tuple[str, str, str] | None:
    """The words of a sentence before, in and after a clause; None where line wraps were joined or a table is meant."""
    start, end = clause.start - sentence.start, clause.end - sentence.start
    if len(words) != sentence.end - sentence.start or start < 0:
        return None
    return words[:start], words[start:end], words[end:]


def _pieces(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Stretch]:
    for match in pattern.finditer(text, start, end):
        piece = match[0]
        if piece.strip(_EDGE):
            first = match.start() + len(piece) - len(piece.lstrip())
            yield Stretch(first, match.end() - (len(piece) - len(piece.rstrip())))
