"""Bands (分段): where in a grid the caption, the head and the body of each table begin."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from taizhang.paper.tables.boxes import Box, Row, printed
from taizhang.paper.tables.cells import is_number
from taizhang.paper.tables.vocabulary import (
    is_growth_head,
    is_label_head,
    is_level_head,
    is_region_head,
    is_serial_head,
)

_DEEPEST_HEAD = 4
# A year or a span of time at the head of a column reads like a number and is none.
_TIME = re.compile(r"(?:19|20)\d\d|.*[年月岁].*")


class Band(NamedTuple):
    """Band (一张表的分段): the rows its caption, its head and its body begin with."""

    caption: int
    head: int
    body: int


def find_bands(rows: Sequence[Row]) -> list[Band]:
    """The tables that stand one under the other in a grid, in order."""
    bands: list[Band] = []
    at = 0
    while at < len(rows):
        if not _opens_head(rows[at], is_first=not bands):
            at += 1
            continue
        floor = bands[-1].body if bands else 0
        head = _head_start(rows, at, floor)
        body = _body_start(rows, at)
        caption = _caption_start(rows, head, floor)
        # Without a caption it is the head of the same table, printed again at the top of a page.
        if not bands or caption < head:
            bands.append(Band(caption if bands else 0, head, body))
        at = body
    return bands


def _opens_head(row: Row, *, is_first: bool) -> bool:
    """Whether a row begins the head of a table: names of columns, no numbers but years."""
    boxes = printed(row)
    if not boxes or any(_is_figure(box) for box in boxes[1:]):
        return False
    name = boxes[0].words
    if boxes[0].left > 0 and is_first and all(is_growth_head(box.words) or is_level_head(box.words) for box in boxes):
        return True
    if len(boxes) < 2:
        return False
    return is_label_head(name) or is_serial_head(name) or is_region_head(name) or is_first


def _is_figure(box: Box) -> bool:
    return is_number(box.text) and _TIME.fullmatch(box.words) is None


def _head_start(rows: Sequence[Row], at: int, floor: int) -> int:
    """The first row that shares a box with the row under it: cells merged downwards belong to one head."""
    while at > floor and any(
        box is not None and box is below for box, below in zip(rows[at - 1], rows[at], strict=True)
    ):
        at -= 1
    return at


def _body_start(rows: Sequence[Row], head: int) -> int:
    """The row after the head: further head rows have no numbers, and nothing new in the first column."""
    at = head + 1
    while at < min(len(rows), head + _DEEPEST_HEAD):
        boxes = printed(rows[at])
        first, above = rows[at][0], rows[head][0]
        is_under = first is None or not first.words or (above is not None and first.words == above.words)
        if not boxes or not is_under or any(map(_is_figure, boxes)):
            break
        at += 1
    return at


def _caption_start(rows: Sequence[Row], head: int, floor: int) -> int:
    """The first of the rows directly above a head that hold one cell of words or none."""
    at = head
    while at > floor and len(printed(rows[at - 1])) <= 1:
        at -= 1
    return at
