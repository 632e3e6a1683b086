"""Inline suppressions (文中不计): findings let stand by a word in the document itself, always with the reason.

In a Word file a comment on the words in question says ``核校 C05：不计，理由……``. In txt and markdown a line of its own says
``核校 C05 不计：理由`` about the paragraph or table above it, bare or as ``<!-- … -->``; within a paragraph the latter
is about that paragraph. Before all words it is about the whole document. Several codes are set apart by 、.
Without a reason nothing is let stand.
"""

import re
from collections.abc import Iterator

from taizhang.paper.checks.settings import Suppression
from taizhang.paper.documents.media import Media
from taizhang.paper.documents.word.places import open_word_text
from taizhang.paper.documents.word.remarks import read_remarks
from taizhang.paper.plan import Plan
from taizhang.paper.spans import Span

_SIGNAL = "核校"
_CODE = r"[Cc]\d{2}"
_DIRECTIVE = (
    rf"{_SIGNAL} *(?P<codes>{_CODE}(?: *[、，,]? *{_CODE})*) *[：:，,]? *不计"
    r" *[：:，,]? *(?:理由 *[：:，,]? *)?(?P<reason>[^\s：:，,].*?)"
)
_REMARK = re.compile(_DIRECTIVE)
_LINE = re.compile(rf"(?:^[ \t]*|<!-- *){_DIRECTIVE}[ \t]*(?:-->|$)", re.MULTILINE)
_PLAIN = frozenset({Media.TXT, Media.MD})


def inline_suppressions(plan: Plan, data: bytes) -> tuple[Suppression, ...]:
    """What the document itself says is to be let stand; ``data`` is the file it was read from.

    Raises:
        PaperError: the file cannot be opened again.
    """
    media = plan.document.origin.media
    if media == Media.DOCX:
        return tuple(_in_remarks(plan, data))
    if media in _PLAIN and _SIGNAL in plan.document.text:
        return tuple(_in_lines(plan))
    return ()


def _in_remarks(plan: Plan, data: bytes) -> Iterator[Suppression]:
    for remark in read_remarks(open_word_text(data, plan.document)):
        if match := _REMARK.fullmatch(" ".join(remark.words.split())):
            yield from _suppressions(match["codes"], match["reason"], remark.span)


def _in_lines(plan: Plan) -> Iterator[Suppression]:
    for match in _LINE.finditer(plan.document.text):
        yield from _suppressions(match["codes"], match["reason"], _meant(plan, match.start(), match.end()))


def _suppressions(codes: str, reason: str, span: Span) -> Iterator[Suppression]:
    for code in re.findall(_CODE, codes):
        yield Suppression(code.upper(), reason, span=span)


def _meant(plan: Plan, start: int, end: int) -> Span:
    """The paragraph a directive stands in, else the paragraph or table above it, else the whole document."""
    words = plan.document.text
    above: Span | None = None
    for block in plan.outline.blocks:
        if block.span.start >= end:
            break
        if block.span.end <= start or words[block.span.start : start].strip() or words[end : block.span.end].strip():
            above = block.span
    return above or Span(0, len(words))
