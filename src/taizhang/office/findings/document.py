"""Document (原文标记): the document as issued, the words of every finding marked where they stand."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from taizhang.office.findings.models import FindingRecord, Severity
from taizhang.office.plans import layout, rendering
from taizhang.office.plans.layout import GridBlock, Layout
from taizhang.office.plans.models import PlanVersion, TableRowRecord

WORST_FIRST = list(Severity)


@dataclass(frozen=True, slots=True)
class Words:
    """Words (所指的词): one place a finding rests on; ``anchor`` is the id of its beginning in the page."""

    start: int
    end: int
    finding: FindingRecord
    anchor: str
    is_first: bool


def marked_document(version_id: int, findings: Iterable[FindingRecord]) -> SafeString:
    """The whole document of a version with its findings marked."""
    version = PlanVersion.objects.only("layout", "issuer").get(id=version_id)
    starts = TableRowRecord.objects.filter(version=version_id).values_list("start", flat=True)
    plan_layout = layout.load(version.layout)
    words = [each for finding in findings for each in _words(finding)]
    pieces = tuple(_pieces(plan_layout, words))
    return rendering.render(plan_layout, pieces, row_starts=tuple(starts), issuer=version.issuer)


def _words(finding: FindingRecord) -> Iterator[Words]:
    for number, each in enumerate(finding.evidence):
        if not each["source"] and each["start"] < each["end"]:
            yield Words(each["start"], each["end"], finding, f"p-{finding.id}-{number}", number == 0)


def _pieces(plan_layout: Layout, words: Sequence[Words]) -> Iterator[rendering.Piece]:
    """The words cut so that no piece overlaps another or reaches beyond its paragraph or cell."""
    ordered = sorted(words, key=lambda each: each.start)
    longest = max((each.end - each.start for each in ordered), default=0)
    named: set[str] = set()
    for start, end in _holders(plan_layout):
        first = bisect_left(ordered, start - longest, key=lambda each: each.start)
        last = bisect_left(ordered, end, key=lambda each: each.start)
        here = [each for each in ordered[first:last] if each.end > start]
        cuts = sorted({max(start, each.start) for each in here} | {min(end, each.end) for each in here})
        for begin, finish in pairwise(cuts):
            covering = [each for each in here if each.start <= begin and finish <= each.end]
            if covering:
                yield _piece(begin, finish, covering, named)


def _holders(plan_layout: Layout) -> Iterator[tuple[int, int]]:
    for block in plan_layout.blocks:
        if isinstance(block, GridBlock):
            yield from ((cell.start, cell.end) for cell in block.cells)
        else:
            yield block.start, block.end


def _piece(start: int, end: int, covering: Sequence[Words], named: set[str]) -> rendering.Piece:
    """One mark; the worst of the findings it belongs to gives its look, and its code at the end of its anchor."""
    by_weight = sorted(covering, key=lambda each: (WORST_FIRST.index(Severity(each.finding.severity)), -each.start))
    worst = by_weight[0]
    beginning = [each.anchor for each in covering if each.anchor not in named]
    named.update(beginning)
    ends_here = next((each for each in by_weight if each.is_first and each.end == end), None)
    code = format_html(' data-code="{}"', ends_here.finding.code) if ends_here else ""
    opening = format_html(
        '<a class="doubt doubt-{}" href="#f-{}" data-findings="{}" data-places="{}"{}>{}',
        worst.finding.severity,
        worst.finding.id,
        " ".join(dict.fromkeys(str(each.finding.id) for each in by_weight)),
        " ".join(each.anchor for each in covering),
        code,
        format_html_join("", '<span id="{}"></span>', ((anchor,) for anchor in beginning)),
    )
    return rendering.Piece(start, end, opening, mark_safe("</a>"))
