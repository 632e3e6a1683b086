"""Span (原文位置): where in the source something stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Span (原文位置): a half-open stretch of the document's text.

    Attributes:
        start: offset of the first code point, counted from 0.
        end: offset after the last code point; never before ``start``.
    """

    start: int
    end: int

    def quote(self, text: str) -> str:
        """The words that stand there, verbatim (原文)."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end
