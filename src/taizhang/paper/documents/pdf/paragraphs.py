"""Paragraphs (自然段): printed lines read on, over line ends, columns and pages, into whole paragraphs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from taizhang.paper.documents.document import LineRole
from taizhang.paper.documents.pdf.joins import first_word_width, join_all
from taizhang.paper.documents.pdf.lines import PrintedLine
from taizhang.paper.documents.pdf.tables import PrintedTable
from taizhang.paper.documents.typesetting import LooseCell, LooseGrid, LooseLine, LoosePiece

# In heights of the type.
_AIR = 0.5
_INDENT = 1.0
_RIGHT_ALIGNED = 8.0
_CENTRED = 1.5
_OFF_CENTRE = 1.2
# Of the measure: a line with less room than this runs nearly to its end.
_NEARLY_FULL = 0.35
# Shares: of one size to another, of one distance between lines to the usual one.
_OTHER_SIZE = 1.12
_DISPLAY = 1.15
_PARTED = 1.6
_WIDER = 1.12
_USUAL_LEADING = 1.75

# Words set apart on one line: no running text.
_WIDE_GAP = "  "
_SENTENCE_END = re.compile(r"[。！？!?；;：:…][”’」』）)》]*$")
_NEW_START = re.compile(
    r"第[一二三四五六七八九十百\d]+[章节编部]|[（(]?[一二三四五六七八九十]+[、）)．.]|——|\d+[、．.](?!\d)|附件|附表|[（(]\s*20"
)


@dataclass(frozen=True, slots=True)
class Typography:
    """Typography (排版): what is usual in the document.

    Attributes:
        size: height of the body type, in points.
        leading: usual distance of two lines, in heights of their type.
    """

    size: float
    leading: float = _USUAL_LEADING


def read_on(flow: Iterable[PrintedLine | PrintedTable], typography: Typography) -> list[LoosePiece]:
    """The paragraphs and tables of a document; what interrupts a paragraph (note, box, table) is put after it."""
    reading = _Reading(typography)
    for thing in flow:
        if isinstance(thing, PrintedTable):
            reading.take_table(thing)
        elif thing.role is LineRole.BODY:
            reading.take_body(thing)
        else:
            reading.take_aside(thing)
    reading.close_body()
    return reading.pieces


@dataclass(slots=True)
class _Reading:
    """The state of reading on: the paragraph that is open, and what is kept until it closes."""

    typography: Typography
    pieces: list[LoosePiece] = field(default_factory=list)
    body: list[PrintedLine] = field(default_factory=list)
    aside: list[PrintedLine] = field(default_factory=list)
    beside: list[LoosePiece] = field(default_factory=list)

    def take_body(self, line: PrintedLine) -> None:
        self.close_aside()
        if not (self.body and _goes_on(self.body, line, self.typography)):
            self.close_body()
        self.body.append(line)

    def take_aside(self, line: PrintedLine) -> None:
        if not (self.aside and self.aside[-1].role is line.role and _goes_on(self.aside, line, self.typography)):
            self.close_aside()
        self.aside.append(line)

    def take_table(self, table: PrintedTable) -> None:
        self.close_aside()
        if self.body and _is_unfinished(self.body):
            self.beside.append(_grid(table))
        else:
            self.close_body()
            self.pieces.append(_grid(table))

    def close_aside(self) -> None:
        if self.aside:
            self.beside.append(_paragraph(self.aside))
            self.aside = []

    def close_body(self) -> None:
        self.close_aside()
        if self.body:
            self.pieces.append(_paragraph(self.body))
        self.pieces += self.beside
        self.body, self.beside = [], []


def _paragraph(lines: Sequence[PrintedLine]) -> LooseLine:
    words = join_all((line.text, line.room < _AIR) for line in lines)
    return LooseLine(words, lines[0].role, page=lines[0].page)


def _grid(table: PrintedTable) -> LooseGrid:
    cells = (LooseCell(cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells)
    return LooseGrid(tuple(cells), page=table.page)


def _goes_on(lines: Sequence[PrintedLine], line: PrintedLine, typography: Typography) -> bool:
    """Whether a line belongs to the paragraph the lines before it are of."""
    last = lines[-1]
    if max(last.size, line.size) > _OTHER_SIZE * min(last.size, line.size) or _is_parted(lines, line, typography):
        return False
    if _is_centred(line) and (_is_centred(last) or last.room < _AIR):
        return last.page == line.page and _is_display_title(last, line, typography)
    if line.has_leader or last.has_leader:
        return not last.has_leader and line.indent > last.indent + _AIR
    if _is_right_aligned(lines) or _WIDE_GAP in last.text + line.text:
        return False
    if last.room > first_word_width(line.text) + _AIR and not _breaks_off(lines, line):
        return False
    return line.indent < _INDENT or _hangs(lines, line)


def _is_parted(lines: Sequence[PrintedLine], line: PrintedLine, typography: Typography) -> bool:
    """Whether more room is left between two lines of a column than is usual, or than within the paragraph."""
    last = lines[-1]
    distance = _distance(last, line)
    if distance > _PARTED * typography.leading * line.size:
        return True
    within = _distance(lines[-2], last) if len(lines) > 1 else 0
    return 0 < _WIDER * within < distance and _SENTENCE_END.search(last.text) is not None


def _distance(above: PrintedLine, below: PrintedLine) -> float:
    """Distance of two lines of a column, in points; 0 where they stand in different ones."""
    return max(0.0, below.baseline - above.baseline) if above.page == below.page else 0.0


def _is_centred(line: PrintedLine) -> bool:
    return min(line.indent, line.room) > _CENTRED and abs(line.indent - line.room) < _OFF_CENTRE


def _is_display_title(last: PrintedLine, line: PrintedLine, typography: Typography) -> bool:
    """Whether two lines on the middle of the page are one title, or one remark under a title."""
    if last.text.count("（") > last.text.count("）"):
        return True
    is_remark = last.text.startswith("——")
    return (is_remark or line.size > _DISPLAY * typography.size) and _NEW_START.match(line.text) is None


def _breaks_off(lines: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether the last line, though not full, stops within a sentence and the next is not set like a new paragraph."""
    last = lines[-1]
    is_inside = len(lines) > 1 and lines[0].indent >= _INDENT and line.indent < _AIR
    return is_inside and last.room < _NEARLY_FULL * last.width and _SENTENCE_END.search(last.text) is None


def _is_right_aligned(lines: Sequence[PrintedLine]) -> bool:
    return len(lines) == 1 and lines[0].indent > _RIGHT_ALIGNED


def _hangs(lines: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether an indented line goes on a paragraph whose first line stands out to the left."""
    last = lines[-1]
    if _SENTENCE_END.search(last.text):
        return False
    if len(lines) == 1:
        return lines[0].indent < line.indent - _AIR
    return abs(last.indent - line.indent) < _AIR


def _is_unfinished(lines: Sequence[PrintedLine]) -> bool:
    last = lines[-1]
    return last.room < _AIR and not _is_centred(last) and _SENTENCE_END.search(last.text) is None
