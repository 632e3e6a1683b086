"""Section and outline (章节、提纲): the headings of a document as a tree."""

from dataclasses import dataclass
from enum import StrEnum

from taizhang.paper.blocks.block import Block
from taizhang.paper.spans import Span


class Part(StrEnum):
    """Part (部分): which of the papers bound together a section belongs to."""

    NOTICE = "notice"  # 印发通知
    PLAN = "plan"  # 计划或报告正文
    ANNEX = "annex"  # 附件


@dataclass(frozen=True, slots=True)
class Section:
    """Section (章节): a heading and the words under it.

    Attributes:
        level: 0 for a title (notice, plan, annex), 1 for 一、, 2 for （一）, 3 for 一是 or 1. …
        marker: the numbering as printed (``一、``, ``（一）``, ``一是``, ``附件：``), else None.
        title: the heading's words without the marker and without the mark that ends it.
        span: the heading itself, marker included.
        title_start: offset where the title's words begin.
        section_end: offset where the section's words end.
        part: notice, plan or annex.
        children: the sections inside it, in order.
    """

    level: int
    marker: str | None
    title: str
    span: Span
    title_start: int
    section_end: int
    part: Part = Part.PLAN
    children: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Front matter (文件要素): what the document says of itself; None where it does not.

    Attributes:
        title: title of the plan (not of the notice around it).
        number: document number (发文字号), as printed.
        issuer: issuing body (发文机关).
        region: administrative region (行政区), full name.
        plan_year: year whose targets it sets, e.g. ``2023``.
        review_year: year whose results it reports, e.g. ``2022``.
    """

    title: str | None = None
    number: str | None = None
    issuer: str | None = None
    region: str | None = None
    plan_year: str | None = None
    review_year: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """Outline (提纲): sections as a tree, the blocks they hold, and the front matter.

    Attributes:
        sections: the roots, in order.
        blocks: every block of the document, in order; furniture (page headers, web-page residue) left out.
        front: what the document says of itself.
    """

    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    front: FrontMatter
