"""Places (位置): where in a document something stands, in the words a person would use to find it."""

from bisect import bisect_right

from taizhang.paper.outline.section import Section
from taizhang.paper.plan import Plan
from taizhang.paper.spans import Span

_WORDS = {
    "zh": {"annex": "附表", "title": "附表“{}”", "body": "正文", "page": "第{}页 "},
    "en": {"annex": "annex", "title": "annex “{}”", "body": "body", "page": "page {}, "},
}


def describe_place(plan: Plan, span: Span, language: str = "zh") -> str:
    """``一、（二）二是`` or ``附表“…”``, after the page where the format has pages."""
    words = _WORDS[language]
    page = _page(plan, span)
    return (words["page"].format(page) if page else "") + _within(plan, span, language)


def _within(plan: Plan, span: Span, language: str) -> str:
    words = _WORDS[language]
    table = next((table for table in plan.tables if table.span.contains(span)), None)
    if table is not None:
        return words["title"].format(table.title) if table.title else words["annex"]
    return "".join(section_path(plan.outline.sections, span.start)) or words["body"]


def _page(plan: Plan, span: Span) -> int | None:
    pieces = plan.document.pieces
    index = bisect_right(pieces, span.start, key=lambda piece: piece.span.start) - 1
    return pieces[index].page if index >= 0 else None


def section_path(sections: tuple[Section, ...], offset: int) -> list[str]:
    """The markers of the sections around an offset, outermost first."""
    for section in sections:
        if section.span.start <= offset < section.section_end:
            inner = section_path(section.children, offset)
            return [section.marker, *inner] if section.marker else inner
    return []
