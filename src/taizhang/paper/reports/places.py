"""Places (位置): where in a document something stands, in the words a person would use to find it."""

from taizhang.paper.outline.section import Section
from taizhang.paper.plan import Plan
from taizhang.paper.spans import Span


def describe_place(plan: Plan, span: Span) -> str:
    """``一、（二）二是`` or ``附表“…”`` with the page where the format has pages."""
    table = next((table for table in plan.tables if table.span.contains(span)), None)
    if table is not None:
        return f"附表“{table.title}”" if table.title else "附表"
    return "".join(section_path(plan.outline.sections, span.start)) or "正文"


def section_path(sections: tuple[Section, ...], offset: int) -> list[str]:
    """The markers of the sections around an offset, outermost first."""
    for section in sections:
        if section.span.start <= offset < section.section_end:
            inner = section_path(section.children, offset)
            return [section.marker, *inner] if section.marker else inner
    return []
