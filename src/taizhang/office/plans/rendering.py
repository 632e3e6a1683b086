"""Rendering (呈现原文): blocks as HTML, each statement and table cell marked where it stands."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from taizhang.office.plans.layout import GridBlock, GridCell, Heading, Layout, TextBlock, walk

NUMBER_LIKE = re.compile(r"[+\-−]?\d[\d.,，%％]*|[—–\-]+")
DOCUMENT_NUMBER = re.compile(r"\S{1,20}〔\d{4}〕\d+号")
DATE_LINE = re.compile(
    r"[\d〇○零一二三四五六七八九十]{2,4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Piece (片段): a stretch of text that gets a tag around it.

    Attributes:
        start, end: offsets in the document's text.
        opening, closing: the tags.
    """

    start: int
    end: int
    opening: SafeString
    closing: SafeString


@dataclass(frozen=True, slots=True)
class MarkedThing:
    """Marked thing (标记对象): what stands at a place and where to ask about it.

    Attributes:
        anchor: its id in the page, ``s-12`` or ``c-7``.
        url: the panel that explains it.
    """

    anchor: str
    start: int
    end: int
    aspect: str
    modality: str
    url: str


def mark(thing: MarkedThing, twins: Sequence[str] = ()) -> Piece:
    """The mark of a statement or cell; ``twins`` are the anchors of others that share its very span."""
    anchors = format_html('<span id="{}"></span>' * len(twins), *twins) if twins else ""
    opening = format_html(
        '<a class="mark mark-{} mark-{}" id="{}" href="{}" data-aspect="{}" data-modality="{}">{}',
        thing.aspect,
        thing.modality,
        thing.anchor,
        thing.url,
        thing.aspect,
        thing.modality,
        anchors,
    )
    return Piece(thing.start, thing.end, opening, mark_safe("</a>"))


def marks(things: Iterable[MarkedThing]) -> tuple[Piece, ...]:
    """One mark a span; things that overlap share the mark of the first."""
    groups: list[list[MarkedThing]] = []
    for thing in sorted(things, key=lambda each: (each.start, -each.end)):
        if groups and thing.start < groups[-1][0].end:
            groups[-1].append(thing)
        else:
            groups.append([thing])
    return tuple(mark(first, [twin.anchor for twin in twins]) for first, *twins in groups)


def sentence(start: int, end: int) -> Piece:
    """A sentence that can be lit as a whole."""
    return Piece(start, end, mark_safe('<span class="sentence">'), mark_safe("</span>"))


def lit(layout: Layout, start: int, end: int) -> tuple[Piece, ...]:
    """Words someone was sent to, lit in every block they reach into; the first carries the anchor ``lit``."""
    touched = [block for block in layout.blocks if block.start < end and start < block.end]
    return tuple(
        Piece(
            max(start, block.start),
            min(end, block.end),
            format_html('<span class="lit"{}>', mark_safe(' id="lit"') if number == 0 else ""),
            mark_safe("</span>"),
        )
        for number, block in enumerate(touched)
    )


def render(layout: Layout, pieces: Iterable[Piece], *, row_starts: Sequence[int], issuer: str) -> SafeString:
    """The whole document, in the order it was issued.

    Args:
        pieces: what is to be marked in it.
        row_starts: where the table rows that were understood begin; what stands above the first is a table's head.
        issuer: who signs it.
    """
    headings = tuple(walk(layout.headings))
    given = sorted(pieces, key=_place)
    ordered = sorted([*given, *map(_run_in, headings)], key=_place)
    rows = sorted(row_starts)
    parts, above = [], None
    for block in layout.blocks:
        inside = _within(ordered, block.start, block.end)
        heading = None
        if isinstance(block, GridBlock):
            parts.append(_grid(block, inside, _first_row(rows, block)))
        elif heading := _heading_around(block, headings):
            parts.append(_heading_line(block, _within(given, block.start, block.end), heading))
        else:
            parts.append(_paragraph(block, inside, _manner(block, above, issuer)))
        above = heading
    return mark_safe("\n".join(parts))  # every part is made of escaped words and our own tags


def _place(piece: Piece) -> tuple[int, int]:
    """Outer before inner."""
    return piece.start, -piece.end


def _within(ordered: Sequence[Piece], start: int, end: int) -> Sequence[Piece]:
    first = bisect_left(ordered, start, key=lambda piece: piece.start)
    return ordered[first : bisect_left(ordered, end, lo=first, key=lambda piece: piece.start)]


def _first_row(row_starts: Sequence[int], block: GridBlock) -> int | None:
    first = bisect_left(row_starts, block.start)
    return row_starts[first] if first < len(row_starts) and row_starts[first] < block.end else None


def _heading_around(block: TextBlock, headings: Sequence[Heading]) -> Heading | None:
    """The heading the whole block belongs to, if there is one."""
    last = bisect_left(headings, block.start + 1, key=lambda heading: heading.start) - 1
    return headings[last] if last >= 0 and block.end <= headings[last].end else None


def _paragraph(block: TextBlock, pieces: Sequence[Piece], manner: str) -> SafeString:
    return format_html('<p class="words words-{}">{}</p>', manner, weave(block, pieces))


def _manner(block: TextBlock, above: Heading | None, issuer: str) -> str:
    """How official papers set a line: number in the middle, recipients at the margin, signature at the right."""
    words = re.sub(r"\s", "", block.text)
    if DOCUMENT_NUMBER.fullmatch(words):
        return "number"
    if DATE_LINE.fullmatch(words) or words == issuer:
        return "signature"
    if above and above.level == 0 and words.endswith(("：", ":")):
        return "recipient"
    return block.role


def _heading_line(block: TextBlock, pieces: Sequence[Piece], heading: Heading) -> SafeString:
    level, words = min(heading.level, 4), weave(block, pieces)
    if block.start > heading.start:  # a title set in several lines is one heading and its continuation
        return format_html('<p class="heading heading-{}">{}</p>', level, words)
    return format_html(
        '<h{0} class="heading heading-{1}" id="h-{2}">{3}</h{0}>', level + 2, level, heading.start, words
    )


def _run_in(heading: Heading) -> Piece:
    """A heading that the words under it follow on the same line."""
    opening = format_html(
        '<span class="run-in run-in-{}" id="h-{}" role="heading" aria-level="{}">',
        min(heading.level, 4),
        heading.start,
        min(heading.level, 4) + 2,
    )
    return Piece(heading.start, heading.end, opening, mark_safe("</span>"))


def weave(block: TextBlock, pieces: Sequence[Piece]) -> SafeString:
    """The block's words with the tags of the pieces around them, outer before inner.

    A piece that sticks out of another is cut off where that one ends.
    """
    placed = [replace(piece, start=block.locate(piece.start), end=block.locate(piece.end - 1) + 1) for piece in pieces]
    return mark_safe(_weave(block.text, 0, len(block.text), placed))


def _weave(text: str, start: int, end: int, pieces: Sequence[Piece]) -> str:
    parts: list[str] = []
    here, index = start, 0
    while index < len(pieces):
        piece = pieces[index]
        begin, finish = max(piece.start, here), min(piece.end, end)
        inner = index + 1
        while inner < len(pieces) and pieces[inner].start < finish:
            inner += 1
        parts += [escape(text[here:begin]), piece.opening]
        parts += [_weave(text, begin, finish, pieces[index + 1 : inner]), piece.closing]
        here, index = max(here, finish), inner
    parts.append(escape(text[here:end]))
    return "".join(parts)


def _grid(block: GridBlock, pieces: Sequence[Piece], first_row: int | None) -> SafeString:
    rows = []
    for number, cells in enumerate(block.rows()):
        is_head = number == 0 if first_row is None else all(cell.end <= first_row for cell in cells)
        rows.append(format_html("<tr>{}</tr>", mark_safe("".join(_cell(cell, pieces, is_head) for cell in cells))))
    note = format_html('<p class="unit-note">{}</p>', block.unit_note) if block.unit_note else ""
    title = format_html('<p class="heading heading-4">{}</p>', block.title) if block.title else ""
    return format_html(
        '{}{}<div class="issued-frame" tabindex="0" role="group" id="g-{}"><table class="issued">{}</table></div>',
        title,
        note,
        block.start,
        mark_safe("".join(rows)),
    )


def _cell(cell: GridCell, pieces: Sequence[Piece], is_head: bool) -> SafeString:
    inside = _within(pieces, cell.start, cell.end)
    holder = TextBlock(cell.start, cell.end, cell.text, ((0, cell.start),), "body")
    tag = "th" if is_head else "td"
    kind = "cell-number" if not is_head and (inside or NUMBER_LIKE.fullmatch(cell.text.strip())) else "cell-words"
    spans = _spans(cell)
    return format_html('<{0} class="{1}"{2}>{3}</{0}>', tag, kind, spans, weave(holder, inside))


def _spans(cell: GridCell) -> SafeString:
    rows = format_html(' rowspan="{}"', cell.row_span) if cell.row_span > 1 else ""
    columns = format_html(' colspan="{}"', cell.column_span) if cell.column_span > 1 else ""
    return format_html("{}{}", rows, columns)
