"""Pointing (选段): a document each of whose sentences and cells is a link, to comment on it or to have it certified."""

from collections.abc import Iterable

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from taizhang.office.plans import layout, rendering
from taizhang.office.plans.models import PlanVersion
from taizhang.office.plans.rendering import Piece
from taizhang.office.plans.sayings import Saying, quoted, sayings


def pointable(version_id: int, address: str) -> SafeString:
    """The document, every sentence and cell a link to ``address`` followed by its span."""
    version = PlanVersion.objects.only("text", "layout", "issuer").get(id=version_id)
    laid_out = layout.load(version.layout)
    pieces = _links(sayings(laid_out, version.text), address)
    return rendering.render(laid_out, pieces, row_starts=(), issuer=version.issuer)


def quote_at(version_id: int, span: tuple[int, int]) -> str:
    """The words of a version at a place."""
    text = PlanVersion.objects.values_list("text", flat=True).get(id=version_id)
    return quoted(text, *span)


def _links(found: Iterable[Saying], address: str) -> tuple[Piece, ...]:
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
