"""Lines of a table (表行): body rows with their names read and the group rows they stand under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.paper.tables.boxes import Box, boxes_of
from taizhang.paper.tables.captions import is_note
from taizhang.paper.tables.heads import Column, ColumnSort
from taizhang.paper.tables.labels import Label, read_label
from taizhang.paper.tables.layout import Sheet


@dataclass(frozen=True, slots=True)
class TableLine:
    """Line (表行): a body row that is no group row.

    Attributes:
        boxes: its boxes, each once, blank ones too, left to right.
        label: its name, read; the box it stands in is ``name``.
        group: the group row it stands under, as printed, else None.
    """

    boxes: tuple[Box, ...]
    label: Label
    name: Box
    group: str | None


def read_lines(sheet: Sheet, columns: tuple[Column, ...]) -> Iterator[TableLine]:
    """The lines of a sheet in order."""
    sorts = [column.sort for column in columns]
    at = sorts.index(ColumnSort.LABEL)
    rows = [(row, read_label(box.text), box) for row in sheet.body if (box := row[at]) is not None and box.words]
    groups: list[Label] = []
    for number, (row, label, box) in enumerate(rows):
        others = [other for other in boxes_of(row) if other is not box]
        if is_note(box.words) and not any(other.words for other in others):
            return
        following = rows[number + 1][1] if number + 1 < len(rows) else None
        groups = [group for group in groups if _depth(group.marker) < _depth(label.marker, unmarked=9)]
        if not any(other.words for other in others) and _is_group(box, label, following, sorts, others):
            groups = [*(groups if label.marker else ()), label]
            continue
        beside = next(
            (side.words for side, sort in zip(row, sorts, strict=True) if side and sort is ColumnSort.GROUP), ""
        )
        group = groups[-1].text.strip() if groups else beside or None
        yield TableLine(tuple(boxes_of(row)), label, box, group)


def _is_group(box: Box, label: Label, following: Label | None, sorts: list[ColumnSort], others: list[Box]) -> bool:
    """Whether a row of nothing but a name gathers the rows under it, rather than being a row without values."""
    if following is None:
        return False
    if label.marker:
        return _depth(following.marker, unmarked=9) > _depth(label.marker)
    is_wide = box.right - box.left > 1 or not others or any(other.right - other.left > 1 for other in others)
    return is_wide or ColumnSort.UNIT in sorts


def _depth(marker: str | None, *, unmarked: int = -1) -> int:
    """How deep a numbering nests: 一、 then （一） then 1. then （1） then ①."""
    if not marker:
        return unmarked
    return next(depth for depth, style in enumerate(_STYLES) if style.match(marker))


_STYLES = [
    re.compile(style)
    for style in (
        "[一二三四五六七八九十]|[Ⅰ-Ⅻ]",
        "[（(][一二三四五六七八九十]",
        r"\d+[.．、]$",
        r"\d",
        r"[（(]\d",
        "[①-⑳]",
    )
]
