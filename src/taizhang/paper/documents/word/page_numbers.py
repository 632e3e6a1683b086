"""Page numbers among the paragraphs of a docx (正文中的页码): left behind where a pdf was turned into a Word file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from taizhang.paper.documents.document import LineRole
from taizhang.paper.documents.text.hard_wraps import begins_anew, page_number
from taizhang.paper.documents.typesetting import LooseLine, LoosePiece

_FEWEST = 3
# A line of running text has some of these …
_MARKS_WITHIN = "，。；"
# … and was cut by the page's end where it does not end in one of these.
_MARKS_AT_END = "。！？；：…”）)"


def without_page_numbers(pieces: Sequence[LoosePiece]) -> Sequence[LoosePiece]:
    """The pieces without page numbers, where there are some that count on; a paragraph they cut in two is one again."""
    numbers = {index: number for index, piece in enumerate(pieces) if (number := _page_number(piece)) is not None}
    counted = list(numbers.values())
    if len(counted) < _FEWEST or any(after <= before for before, after in pairwise(counted)):
        return pieces
    return list(_rejoined(pieces, numbers))


def _page_number(piece: LoosePiece) -> int | None:
    if not isinstance(piece, LooseLine) or piece.role is not LineRole.BODY:
        return None
    return page_number(piece.text)


def _rejoined(pieces: Sequence[LoosePiece], numbers: dict[int, int]) -> Iterator[LoosePiece]:
    """Blank lines and page numbers between two paragraphs become one blank line, or nothing where a paragraph goes on."""
    above: LoosePiece | None = None
    is_parted = False
    for index, piece in enumerate(pieces):
        if index in numbers:
            continue
        if isinstance(piece, LooseLine) and not piece.text.strip():
            is_parted = True
            continue
        goes_on = _goes_on(above, piece)
        if above is not None:
            yield replace(above, is_wrapped=True) if goes_on and isinstance(above, LooseLine) else above
        if is_parted and not goes_on:
            yield LooseLine("")
        above, is_parted = piece, False
    if above is not None:
        yield above


def _goes_on(above: LoosePiece | None, below: LoosePiece) -> bool:
    if not isinstance(above, LooseLine) or above.outline_level is not None or not isinstance(below, LooseLine):
        return False
    words = above.text.rstrip()
    is_cut = any(mark in words for mark in _MARKS_WITHIN) and not words.endswith(tuple(_MARKS_AT_END))
    return is_cut and not begins_anew(below.text.strip())
