"""Marking (选段): each sentence and cell of a text as a link that begins a comment on it."""

from collections.abc import Iterable

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from taizhang.office.plans.rendering import Piece
from taizhang.office.plans.sayings import Saying


def sayable(found: Iterable[Saying], address: str) -> tuple[Piece, ...]:
    """A link around each; where it leads, ``address`` followed by its span."""
    return tuple(
        Piece(
            each.start,
            each.end,
            format_html(
                '<a class="sayable" id="p-{}" href="{}{}-{}" data-sayable>', each.start, address, each.start, each.end
            ),
            mark_safe("</a>"),
        )
        for each in found
    )
