"""Prose (行文): the running text of a plan as one string, for rules that look for words rather than numbers."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taizhang.paper.blocks.block import Paragraph
from taizhang.paper.outline.section import Outline, Part
from taizhang.paper.outline.setting import Zone, zone_at
from taizhang.paper.plan import Plan
from taizhang.paper.spans import Span

PARAGRAPH_MARK = "\n"
SENTENCE_MARKS = "。！？；;" + PARAGRAPH_MARK
CLAUSE_MARKS = SENTENCE_MARKS + "，："
# A finding that gathers places shows so many; their number stands in what was computed.
MOST_PLACES = 30


@dataclass(frozen=True, slots=True)
class Prose:
    """Prose (行文).

    Words are looked for with ``places``, which is much faster than a regular expression of many words.

    Attributes:
        text: the words of every paragraph as they flow, hard line wraps removed, a line break between paragraphs.
        paragraphs: the paragraphs, in order.
        starts: where each begins in ``text``.
        outline: the outline they stand in.
        zones: which years each stretch of the document is about, and whether it reports or plans.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    starts: tuple[int, ...]
    outline: Outline
    zones: tuple[Zone, ...]

    def places(self, *words: str) -> Iterator[tuple[int, int]]:
        """Where any of the words stand, in order; of words within one another only the longest."""
        found = sorted(self._each_place(words), key=lambda place: (place[0], -place[1]))
        reached = 0
        for start, end in found:
            if end > reached:
                yield start, end
                reached = end

    def _each_place(self, words: Iterable[str]) -> Iterator[tuple[int, int]]:
        for word in words:
            start = self.text.find(word)
            while start >= 0:
                yield start, start + len(word)
                start = self.text.find(word, start + len(word))

    def sentence(self, place: int, marks: str = SENTENCE_MARKS) -> tuple[int, int]:
        """The sentence, or the part of one between semicolons, that a place lies in; its last mark left out."""
        index = bisect_right(self.starts, place) - 1
        first = self.starts[index]
        last = first + len(self.paragraphs[index].text)
        start = max(self.text.rfind(mark, first, place) for mark in marks) + 1
        ends = [end for mark in marks if (end := self.text.find(mark, place, last)) >= 0]
        return start or first, min(ends, default=last)

    def clause(self, place: int) -> tuple[int, int]:
        """The clause a place lies in, its last mark left out."""
        return self.sentence(place, CLAUSE_MARKS)

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the document; the words lie in one paragraph."""
        index = bisect_right(self.starts, start) - 1
        paragraph, offset = self.paragraphs[index], self.starts[index]
        return paragraph.locate(start - offset, min(end - offset, len(paragraph.text)))

    def place(self, span: Span) -> int | None:
        """Where words of the document stand in ``text``; None for words of a table."""
        index = bisect_right(self.paragraphs, span.start, key=lambda paragraph: paragraph.span.start) - 1
        if index < 0 or span.start >= self.paragraphs[index].span.end:
            return None
        paragraph = self.paragraphs[index]
        if paragraph.offsets is None:
            return self.starts[index] + span.start - paragraph.span.start
        return self.starts[index] + bisect_right(paragraph.offsets, span.start) - 1

    def part(self, place: int) -> Part:
        """Which of the papers bound together a place lies in."""
        offset = self.span(place, place + 1).start
        roots = self.outline.sections
        index = bisect_right(roots, offset, key=lambda section: section.span.start) - 1
        return roots[index].part if index >= 0 else Part.PLAN

    def sets_targets(self, place: int) -> bool:
        """Whether a place lies where the plan sets out what is to be done."""
        return zone_at(self.zones, self.span(place, place + 1).start).modality == "target"


def write_out(plan: Plan) -> Prose:
    """The running text of a plan."""
    paragraphs = tuple(block for block in plan.outline.blocks if isinstance(block, Paragraph))
    starts: list[int] = []
    length = 0
    for paragraph in paragraphs:
        starts.append(length)
        length += len(paragraph.text) + len(PARAGRAPH_MARK)
    text = PARAGRAPH_MARK.join(one.text for one in paragraphs)
    return Prose(text, paragraphs, tuple(starts), plan.outline, plan.zones)
