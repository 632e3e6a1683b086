"""Places of a docx (字迹对位): the document's text laid over the file it was read from, character by character.

The text holds what the file does not (automatic numbers, tabs between cells) and lacks what the file holds (blank lines,
page numbers); so the two are laid together line by line, each line of the file being the end of a line of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from taizhang.paper.documents.document import Document, Line
from taizhang.paper.documents.packages.ooxml import main_part, parse_part
from taizhang.paper.documents.packages.package import Package, open_package
from taizhang.paper.documents.word.from_docx import notes_of, part_tied
from taizhang.paper.documents.word.styles import W, read_styles
from taizhang.paper.documents.word.traces import Trace, trace_lines
from taizhang.paper.errors import DamagedFileError
from taizhang.paper.spans import Span

# A line of the text the file has no line for is a number standing alone; more than a few in a row never are.
_FARTHEST = 4
_WORDS = re.compile(r"\S(?:[^\n]*\S)?")


@dataclass(frozen=True, slots=True)
class WordText:
    """Word text (Word 文件与文字): a Word file open for writing, and where in it each character of the text stands.

    Attributes:
        package: the file.
        main: name of the part that holds the body.
        root: that part, parsed whole.
        traces: what prints the character, by offset in the document's text.
        offsets: those offsets in order.
    """

    package: Package
    main: str
    root: etree._Element
    traces: Mapping[int, Trace]
    offsets: Sequence[int]

    def within(self, span: Span) -> Sequence[int]:
        """Offsets of the characters of a span that stand in the file."""
        return self.offsets[bisect_left(self.offsets, span.start) : bisect_left(self.offsets, span.end)]


def open_word_text(data: bytes, document: Document) -> WordText:
    """A Word file with the text that was read from it laid over.

    Raises:
        DamagedFileError: it has no body.
    """
    package = open_package(data, document.origin.name, "docx")
    main = main_part(package, "word/document.xml")
    root = parse_part(package, main, is_whole=True)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        raise DamagedFileError(package.name, package.media)
    styles = read_styles(part_tied(package, main, "styles"))
    traces = dict(_laid_over(document, trace_lines(body, notes_of(package, main), styles)))
    return WordText(package, main, root, traces, tuple(traces))


def _laid_over(document: Document, lines: Iterable[Sequence[Trace]]) -> Iterator[tuple[int, Trace]]:
    spans = tuple(_lines_of(document))
    reached = 0
    for line in lines:
        words = "".join(trace.sign for trace in line)
        found = _line_ending_in(words, spans[reached : reached + _FARTHEST], document.text)
        if found is None:
            continue  # a page number, left out of the text
        reached += found + 1
        start = spans[reached - 1].end - len(words)
        yield from enumerate(line, start)


def _line_ending_in(words: str, spans: Sequence[Span], text: str) -> int | None:
    """Which of the lines it is; within a cell a tab is read as a space."""
    as_in_cell = words.replace("\t", " ")
    return next(
        (number for number, span in enumerate(spans) if span.quote(text).endswith((words, as_in_cell))),
        None,
    )


def _lines_of(document: Document) -> Iterator[Span]:
    """Every line of the text, those within cells too, blank ones left out, blanks at their ends too."""
    for piece in document.pieces:
        for part in (piece,) if isinstance(piece, Line) else piece.cells:
            for words in _WORDS.finditer(document.text, part.span.start, part.span.end):
                yield Span(*words.span())
