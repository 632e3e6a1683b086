"""Plain text (纯文本): txt and markdown, the words left exactly as they are.

Offsets count the code points of the decoded file: line breaks stay as written, only a byte order mark, which belongs
to the encoding, is dropped.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from taizhang.paper.documents.document import Document, Line, Origin
from taizhang.paper.documents.text.decoding import decode
from taizhang.paper.documents.text.hard_wraps import continued_lines
from taizhang.paper.documents.typesetting import demand_short
from taizhang.paper.spans import Span

# The breaks of str.splitlines that a person would call a new line or page; \x1c–\x1e are data, not layout.
_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_MARKDOWN_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+")


def read_text(data: bytes, origin: Origin) -> Document:
    """Read a text file; its ``Document.text`` is the decoded file, unchanged."""
    text, encoding = decode(data, origin.name)
    demand_short(len(text), origin.name)
    spans = tuple(_line_spans(text))
    wrapped = continued_lines([span.quote(text) for span in spans])
    lines = tuple(Line(span, is_wrapped=index in wrapped) for index, span in enumerate(spans))
    if origin.media == "md":
        lines = tuple(_without_hashes(text, line) for line in lines)
    return Document(text, lines, replace(origin, encoding=encoding))


def _line_spans(text: str) -> Iterator[Span]:
    start = 0
    for match in _LINE_BREAK.finditer(text):
        yield Span(start, match.start())
        start = match.end()
    if start < len(text):
        yield Span(start, len(text))


def _without_hashes(text: str, line: Line) -> Line:
    """A heading of markdown as its words and its level."""
    match = _MARKDOWN_HEADING.match(text, line.span.start, line.span.end)
    return replace(line, span=Span(match.end(), line.span.end), outline_level=len(match[1])) if match else line
