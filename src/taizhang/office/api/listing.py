"""Listing (分页): how lists are cut into pages."""

from collections.abc import Sequence
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import QuerySet
from ninja import Field, Path, Query, Schema

from taizhang.office.api.words import words as _

Item = TypeVar("Item")
MOST = 500
LARGEST = 2**63 - 1  # what a column of ids or counts can hold

Id = Annotated[int, Path(ge=0, le=LARGEST)]
RowId = Annotated[int, Field(ge=0, le=LARGEST)]
Limit = Annotated[int, Query(ge=1, le=MOST, description=_("一页几条，最多 500 条"))]
Offset = Annotated[int, Query(ge=0, le=1_000_000_000, description=_("从第几条开始，第一条是 0"))]


class Page(Schema, Generic[Item]):
    """Page (一页): ``count`` is how many there are in all."""

    count: int
    items: list[Item]


def page_of(rows: Sequence[Any] | QuerySet[Any], limit: int, offset: int) -> dict[str, Any]:
    """One page of what was found; of a query no more than the page is fetched."""
    count = rows.count() if isinstance(rows, QuerySet) else len(rows)
    return {"count": count, "items": list(rows[offset : offset + limit])}
