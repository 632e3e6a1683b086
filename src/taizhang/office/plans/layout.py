"""Layout (版面): blocks, headings and tables of a document as stored with its version, frozen at the time of reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Text block (自然段): a paragraph as it flows.

    Attributes:
        start, end: where it stands in the document's text.
        text: its words, hard line wraps removed.
        runs: for each unbroken stretch of ``text`` where it begins there and where in the document's text.
        role: ``body``, ``note`` or ``box``.
    """

    start: int
    end: int
    text: str
    runs: tuple[tuple[int, int], ...]
    role: str

    def locate(self, offset: int) -> int:
        """Position in ``text`` of an offset of the document's text; the nearest later one where it was removed."""
        here = 0
        for index, (position, origin) in enumerate(self.runs):
            if origin > offset:
                break
            following = self.runs[index + 1][0] if index + 1 < len(self.runs) else len(self.text)
            here = min(position + offset - origin, following)
        return here


@dataclass(frozen=True, slots=True)
class GridCell:
    """Grid cell (单元格): as laid out; a merged cell stands once."""

    row: int
    column: int
    row_span: int
    column_span: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class GridBlock:
    """Grid block (表): a table as laid out.

    Attributes:
        start, end: from its first cell to its last.
        title: heading printed above it, where no paragraph of its own holds it.
        unit_note: the words 单位：… printed above it.
        cells: in reading order.
    """

    start: int
    end: int
    title: str
    unit_note: str
    cells: tuple[GridCell, ...]

    def rows(self) -> Iterator[tuple[GridCell, ...]]:
        """The cells row by row; a row wholly covered by merged cells is empty."""
        last = max((cell.row for cell in self.cells), default=-1)
        for number in range(last + 1):
            yield tuple(cell for cell in self.cells if cell.row == number)


@dataclass(frozen=True, slots=True)
class Heading:
    """Heading (标题): a section's heading and where the section ends; see ``paper`` for the terms."""

    level: int
    marker: str
    title: str
    start: int
    end: int
    section_end: int
    children: tuple["Heading", ...]

    @property
    def words(self) -> str:
        """Marker and title as they are read."""
        return f"{self.marker}{self.title}"


@dataclass(frozen=True, slots=True)
class Layout:
    """Layout (版面)."""

    blocks: tuple[TextBlock | GridBlock, ...]
    headings: tuple[Heading, ...]


def load(stored: Json) -> Layout:
    """The layout from its stored form, which ``plans.intake`` writes."""
    return Layout(tuple(_block(block) for block in stored.get("blocks", ())), load_headings(stored))


def load_headings(stored: Json) -> tuple[Heading, ...]:
    """The headings alone."""
    return tuple(_heading(heading) for heading in stored.get("headings", ()))


def walk(headings: tuple[Heading, ...]) -> Iterator[Heading]:
    """Every heading, in the order of the document."""
    for heading in headings:
        yield heading
        yield from walk(heading.children)


def path_to(headings: tuple[Heading, ...], offset: int) -> tuple[Heading, ...]:
    """The headings an offset stands under, outermost first."""
    for heading in headings:
        if heading.start <= offset < heading.section_end:
            return (heading, *path_to(heading.children, offset))
    return ()


def page_of(stored: Json, offset: int) -> int | None:
    """The page of the file an offset stands on; None where the format has no pages, or the version was read before they were kept."""
    pages: list[list[int]] = stored.get("pages", [])
    before = [page for start, page in pages if start <= offset]
    return before[-1] if before else None


def _block(stored: Json) -> TextBlock | GridBlock:
    if "cells" in stored:
        cells = tuple(GridCell(*cell) for cell in stored["cells"])
        return GridBlock(stored["start"], stored["end"], stored["title"], stored["unit_note"], cells)
    runs = tuple((position, origin) for position, origin in stored["runs"])
    return TextBlock(stored["start"], stored["end"], stored["text"], runs, stored["role"])


def _heading(stored: Json) -> Heading:
    children = tuple(_heading(child) for child in stored["children"])
    return Heading(**{**stored, "children": children})
