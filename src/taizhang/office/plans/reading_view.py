"""Reading view (原文阅读): the document as issued with everything understood marked in it, and the panel of one mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import TextChoices
from django.http import Http404
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from taizhang.office.plans import layout, rendering
from taizhang.office.plans.layout import Heading
from taizhang.office.plans.models import (
    Aspect,
    Modality,
    PlanVersion,
    ReadingState,
    StatementRecord,
    TableCellRecord,
    TableRowRecord,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Choice (筛选项): one kind of mark, its name and how many there are."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class TextPage:
    """Text page (原文页): everything the page of the document shows.

    Attributes:
        body: the document as HTML.
        headings: its outline.
        aspects, modalities: the kinds of marks to choose from.
        marks: how many there are.
    """

    body: SafeString
    headings: tuple[Heading, ...]
    aspects: tuple[Choice, ...]
    modalities: tuple[Choice, ...]
    marks: int


def text_page(version_id: int, lit: tuple[int, int] | None = None) -> TextPage:
    """The page of a version that was read; made once and kept, for what was read never changes.

    Args:
        lit: words to light beside the marks; such a page is made for the occasion.
    """
    if lit:
        return _make_page(version_id, lit)
    key = f"plans.text.{version_id}.{get_language()}"
    page: TextPage | None = cache.get(key)
    if page is None:
        page = _make_page(version_id, None)
        cache.set(key, page, timeout=None)
    return page


def _make_page(version_id: int, lit: tuple[int, int] | None) -> TextPage:
    version = PlanVersion.objects.only("layout", "issuer").filter(id=version_id, state=ReadingState.READ).first()
    if version is None:
        raise Http404
    statements = tuple(StatementRecord.objects.filter(version=version_id))
    cells = tuple(TableCellRecord.objects.filter(row__version=version_id).order_by("start"))
    row_starts = TableRowRecord.objects.filter(version=version_id).values_list("start", flat=True)
    plan_layout = layout.load(version.layout)
    pieces = [*_pieces(statements, cells), *(rendering.lit(plan_layout, *lit) if lit else ())]
    return TextPage(
        body=rendering.render(plan_layout, pieces, row_starts=tuple(row_starts), issuer=version.issuer),
        headings=plan_layout.headings,
        aspects=_choices(Aspect, [each.aspect for each in statements] + [cell.role for cell in cells]),
        modalities=_choices(Modality, [each.modality for each in statements] + [cell.modality for cell in cells]),
        marks=len(statements) + len(cells),
    )


def _pieces(statements: Sequence[StatementRecord], cells: Sequence[TableCellRecord]) -> list[rendering.Piece]:
    sentences = {(each.sentence_start, each.sentence_end) for each in statements}
    return [
        *(rendering.sentence(start, end) for start, end in sentences),
        *rendering.marks(map(_statement_thing, statements)),
        *rendering.marks(_cell_thing(cell) for cell in cells if cell.start < cell.end),
    ]


def _choices(kinds: type[TextChoices], found: Sequence[str]) -> tuple[Choice, ...]:
    return tuple(Choice(kind.value, str(kind.label), found.count(kind.value)) for kind in kinds)


def _statement_thing(record: StatementRecord) -> rendering.MarkedThing:
    url = reverse("plans:statement", args=[record.pk])
    return rendering.MarkedThing(f"s-{record.pk}", record.start, record.end, record.aspect, record.modality, url)


def _cell_thing(record: TableCellRecord) -> rendering.MarkedThing:
    url = reverse("plans:cell", args=[record.pk])
    return rendering.MarkedThing(f"c-{record.pk}", record.start, record.end, record.role, record.modality, url)
