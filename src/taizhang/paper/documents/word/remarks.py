"""Remarks in a docx (已有批注): the comments people left in a Word file, each with the words it stands on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from taizhang.paper.documents.word.from_docx import part_tied
from taizhang.paper.documents.word.places import WordText
from taizhang.paper.documents.word.styles import W
from taizhang.paper.documents.word.words import printed
from taizhang.paper.spans import Span

_START, _END, _CALL = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
_ID = f"{W}id"


@dataclass(frozen=True, slots=True)
class Remark:
    """Remark (已有批注): a comment that stands in a Word file.

    Attributes:
        author: who left it, as the file says.
        words: what it says, its paragraphs as lines.
        span: the words it stands on; where it stands on none, its paragraph.
    """

    author: str
    words: str
    span: Span


def read_remarks(word: WordText) -> tuple[Remark, ...]:
    """Every comment that stands somewhere in the text, in the order of the file."""
    part = part_tied(word.package, word.main, "comments")
    if part is None:
        return ()
    written = {comment.get(_ID, ""): comment for comment in part.iterchildren(f"{W}comment")}
    return tuple(
        Remark(written[number].get(f"{W}author", ""), _words(written[number]), Span(min(offsets), max(offsets) + 1))
        for number, offsets in _standing(word)
        if offsets and number in written
    )


def _words(comment: etree._Element) -> str:
    lines = ("".join(map(printed, line.iter())) for line in comment.iter(f"{W}p"))
    return "\n".join(line for line in lines if line)


def _standing(word: WordText) -> Iterator[tuple[str, Sequence[int]]]:
    """For each comment the offsets of the characters it stands on."""
    printing: defaultdict[etree._Element, list[int]] = defaultdict(list)
    for offset, trace in word.traces.items():
        printing[trace.element].append(offset)
    ranges: dict[str, list[int]] = {}
    open_now: set[str] = set()
    for element in word.root.iter():
        number = element.get(_ID, "") if element.tag in {_START, _END, _CALL} else ""
        if element.tag == _START:
            ranges[number] = []
            open_now.add(number)
        elif element.tag == _END:
            open_now.discard(number)
        elif element.tag == _CALL:
            yield number, ranges.get(number) or _around(element, printing)
        elif open_now and element in printing:
            for covering in open_now:
                ranges[covering] += printing[element]


def _around(call: etree._Element, printing: defaultdict[etree._Element, list[int]]) -> list[int]:
    paragraph = next(call.iterancestors(f"{W}p"), None)
    return [] if paragraph is None else [at for element in paragraph.iter() for at in printing.get(element, ())]
