"""Passages of a text (可选文段): the sentences and cells a person may point to, to comment on them or to have them certified."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.office.plans.layout import GridBlock, Heading, Layout, path_to

SENTENCE = re.compile(r"[^。；！？!?]+[。；！？!?]*[”』）)]*")
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Saying:
    """Saying (文段): a sentence or clause of the text, or a cell of a table; offsets in the version's text."""

    start: int
    end: int


def sayings(layout: Layout, text: str) -> tuple[Saying, ...]:
    """Everything that can be pointed to, in the order of the text."""
    found: list[Saying] = []
    for block in layout.blocks:
        if isinstance(block, GridBlock):
            found += (Saying(cell.start, cell.end) for cell in block.cells if text[cell.start : cell.end].strip())
        else:
            found += _sentences(text, block.start, block.end)
    return tuple(found)


def quoted(text: str, start: int, end: int) -> str:
    """The words between two offsets, hard line wraps and tabs removed."""
    words = SPACE.sub(" ", text[start:end]).strip()
    return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", words)


def section_of(headings: tuple[Heading, ...], offset: int) -> tuple[str, ...]:
    """The headings an offset stands under, in their words, outermost first; the title of the paper left out."""
    return tuple(heading.words for heading in path_to(headings, offset) if heading.level > 0)


def _sentences(text: str, start: int, end: int) -> Iterator[Saying]:
    for match in SENTENCE.finditer(text, start, end):
        words = match[0]
        begin = match.start() + len(words) - len(words.lstrip())
        finish = match.end() - (len(words) - len(words.rstrip()))
        if begin < finish:
            yield Saying(begin, finish)
