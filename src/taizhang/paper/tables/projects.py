"""Project lists (项目清单): tables whose heads name projects and what is told of each."""

from collections.abc import Sequence
from itertools import pairwise

from taizhang.paper.spans import Span
from taizhang.paper.tables.boxes import Row, boxes_of
from taizhang.paper.tables.layout import Sheet
from taizhang.paper.tables.vocabulary import is_project_head, is_project_trait


def is_project_list(heads: Sequence[str]) -> bool:
    """Whether heads are of a list of projects: one of names, and at least two such as 总投资, 建设地点, 形象进度."""
    names = {head for head in heads if is_project_head(head.rpartition("/")[2])}
    return bool(names) and sum(is_project_trait(head) for head in set(heads) - names) >= 2


def read_records(sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    """The body rows as texts, one a column; what is merged downwards is told again in every row."""
    return tuple(_record(row) for row in sheet.body)


def record_spans(sheet: Sheet) -> tuple[Span, ...]:
    """Where each body row stands; what is merged into it from above stands elsewhere."""
    return tuple(_span(row, above) for above, row in pairwise(((), *sheet.body)))


def _span(row: Row, above: Row) -> Span:
    merged = {id(box) for box in boxes_of(above)}
    own = [box for box in boxes_of(row) if id(box) not in merged] or boxes_of(row)
    return Span(min(box.span.start for box in own), max(box.span.end for box in own))


def _record(row: Row) -> tuple[str, ...]:
    return tuple(
        box.text.strip() if box is not None and (at == 0 or row[at - 1] is not box) else ""
        for at, box in enumerate(row)
    )
