"""Traces of a docx (字迹): every printed character with the element it comes from, line by line as the reader lays it out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from lxml import etree

from taizhang.paper.documents.document import LineRole
from taizhang.paper.documents.word.from_docx import is_end_struck_out
from taizhang.paper.documents.word.styles import Styles, W
from taizhang.paper.documents.word.tables import place_cells
from taizhang.paper.documents.word.words import Fields, Words, is_running_text, printed, seen, unwrapped


class Trace(NamedTuple):
    """Trace (字迹): one printed character and where the file keeps it.

    Attributes:
        sign: the character.
        element: the element that prints it: running text, or one that is a sign itself (a tab, a symbol).
        at: which character of the element's text it is; 0 for a sign.
    """

    sign: str
    element: etree._Element
    at: int


class TracedLine(NamedTuple):
    """Traced line (带字迹的行): the traces of one line, and what it would be to the story it stands in.

    Attributes:
        traces: one for each character, in order.
        role: body, note or box; None for the words of a table, which are no line of their own.
    """

    traces: tuple[Trace, ...]
    role: LineRole | None


@dataclass(slots=True)
class _TracedWords(Words):
    """The words of a paragraph, each character traced."""

    traces: list[Trace] = field(default_factory=list)

    def put(self, element: etree._Element) -> None:
        if not is_running_text(element):
            self.traces += (Trace(sign, element, 0) for sign in printed(element))
            return
        for index, character in enumerate(element.text or ""):
            if sign := seen(character):
                self.traces.append(Trace(sign, element, index))


@dataclass(slots=True)
class _Story:
    """One run of text, as ``from_docx`` has it; numbers are not counted, for they are nowhere in the file."""

    styles: Styles
    role: LineRole = LineRole.BODY
    fields: Fields = field(default_factory=Fields)
    pending: list[Trace] = field(default_factory=list)


def trace_lines(body: etree._Element, notes: Iterable[etree._Element], styles: Styles) -> Iterator[tuple[Trace, ...]]:
    """The lines of the body, then of the notes, blank ones left out, blanks at their ends too."""
    stories = chain([(body, LineRole.BODY)], ((note, LineRole.NOTE) for note in notes))
    for container, role in stories:
        for line in _read(container, _Story(styles, role)):
            yield line.traces


def _read(container: etree._Element, story: _Story) -> Iterator[TracedLine]:
    yield from _pieces(container, story)
    yield from _lines(story)


def _pieces(container: etree._Element, story: _Story) -> Iterator[TracedLine]:
    for child in container:
        if child.tag == f"{W}p":
            yield from _paragraph(child, story)
        elif child.tag == f"{W}tbl":
            yield from _table(child, story)
        elif (inside := unwrapped(child)) is not None:
            yield from _pieces(inside, story)


def _paragraph(paragraph: etree._Element, story: _Story) -> Iterator[TracedLine]:
    properties = paragraph.find(f"{W}pPr")
    style = story.styles.of_paragraph(properties)
    words = _TracedWords(story.styles, story.fields)
    words.take(paragraph, is_hidden=style is not None and style.is_hidden)
    story.fields.end_paragraph()
    story.pending += words.traces
    if not is_end_struck_out(properties):
        yield from _lines(story)
    for box in words.boxes:
        yield from _read(box, _Story(story.styles, LineRole.BOX))


def _lines(story: _Story) -> Iterator[TracedLine]:
    """What is pending, one line per line break."""
    line: list[Trace] = []
    for trace in story.pending:
        if trace.sign == "\n":
            yield from _trimmed(line, story.role)
            line = []
        else:
            line.append(trace)
    yield from _trimmed(line, story.role)
    story.pending.clear()


def _trimmed(line: list[Trace], role: LineRole) -> Iterator[TracedLine]:
    filled = [position for position, trace in enumerate(line) if not trace.sign.isspace()]
    if filled:
        yield TracedLine(tuple(line[filled[0] : filled[-1] + 1]), role)


def _table(table: etree._Element, story: _Story) -> Iterator[TracedLine]:
    """The lines of the cells, then what stands apart within them: boxes and inner tables."""
    placed = place_cells(table)
    if len(placed) == 1:
        framed = LineRole.BOX if story.role is LineRole.BODY else story.role
        yield from _read(placed[0].content, _Story(story.styles, framed))
        return
    apart: list[TracedLine] = []
    for place in placed:
        for line in _read(place.content, _Story(story.styles, story.role)):
            if line.role is story.role:
                yield line._replace(role=None)
            else:
                apart.append(line)
    yield from apart
