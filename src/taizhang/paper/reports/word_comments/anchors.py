"""Anchors (批注位置): the characters of a Word file that a span of the text points at.

Most stand in the body as they are. A comment cannot stand in a note or a text box (Word allows none there): it goes to the
note's mark, and to the place the box hangs on. An automatic number is nowhere in the file: the words it numbers are taken.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from taizhang.paper.documents.word.places import WordText
from taizhang.paper.documents.word.styles import W
from taizhang.paper.documents.word.traces import Trace
from taizhang.paper.spans import Span

_NOTES = {f"{W}footnote": f"{W}footnoteReference", f"{W}endnote": f"{W}endnoteReference"}
_BOX = f"{W}txbxContent"
_FIRST_WORDS = re.compile(r"[^\s，。；：、,;:]+")

Marks = Mapping[tuple[str, str | None], etree._Element]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Anchor (批注位置): the first and the last character a comment stands on.

    Attributes:
        first, last: the characters.
        is_exact: whether they are the words meant, not the nearest place a comment can stand.
    """

    first: Trace
    last: Trace
    is_exact: bool


def find_anchor(word: WordText, text: str, span: Span, marks: Marks) -> Anchor:
    """Where a comment about a span goes; ``marks`` are those of the notes, from ``note_marks``."""
    offsets = [offset for offset in word.within(span) if not text[offset].isspace()]
    is_whole = len(offsets) == sum(not sign.isspace() for sign in span.quote(text)) > 0
    offsets = offsets or list(_nearest(word, text, span))
    first, last = (_in_body(word.traces[offset], marks) for offset in (offsets[0], offsets[-1]))
    if _path(last.element) < _path(first.element):
        # Notes and boxes stand elsewhere in the file than in the text: the words up to the line's end are enough.
        line = Span(offsets[0], text.find("\n", offsets[0]))
        is_whole, last = False, _in_body(word.traces[word.within(line)[-1]], marks)
    stood_on = (word.traces[offsets[0]].element, word.traces[offsets[-1]].element)
    is_exact = is_whole and stood_on == (first.element, last.element) and not any(map(_is_boxed, stood_on))
    return Anchor(first, last, is_exact)


def _path(element: etree._Element) -> list[int]:
    """Where an element stands in its tree: paths compare as the elements follow each other."""
    around = [element, *element.iterancestors()]
    return [above.index(below) for below, above in pairwise(around)][::-1]


def note_marks(root: etree._Element) -> Marks:
    """The marks in the body that call notes, by kind and number of the note."""
    return {(str(mark.tag), mark.get(f"{W}id")): mark for mark in root.iter(*_NOTES.values())}


def _nearest(word: WordText, text: str, span: Span) -> Sequence[int]:
    """The first words after the span on its line, else the last character before it, else the first of all."""
    position = bisect_left(word.offsets, span.start)
    if position < len(word.offsets):
        start = word.offsets[position]
        following = _FIRST_WORDS.match(text, start)
        if following and (position == 0 or "\n" not in text[span.end : start]):
            return word.within(Span(*following.span()))
    return word.offsets[max(position - 1, 0) :][:1]


def _in_body(trace: Trace, marks: Marks) -> Trace:
    note = next(trace.element.iterancestors(*_NOTES), None)
    if note is None:
        return trace
    mark = marks.get((_NOTES[str(note.tag)], note.get(f"{W}id")))
    return trace if mark is None else Trace(trace.sign, mark, 0)


def _is_boxed(element: etree._Element) -> bool:
    return next(element.iterancestors(_BOX), None) is not None
