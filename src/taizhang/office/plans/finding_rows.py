"""Finding rows (疑点行): what checking found in a document, as plain frozen values a database can hold and give back."""

from dataclasses import dataclass

from taizhang.paper.checks.finding import Evidence, Finding, Severity, Verdict
from taizhang.paper.spans import Span


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """Evidence row (依据): words a finding rests on; ``source`` names the other document they stand in, else empty."""

    start: int
    end: int
    quote: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Finding row (疑点行): see ``paper.checks.finding`` for the terms; empty where the finding has none.

    Attributes:
        start, end: the words it is anchored on.
        evidence: every place it rests on, the anchor first.
        computed: the arithmetic, name and figure as printed, in order.
    """

    code: str
    severity: str
    message_zh: str
    message_en: str
    start: int
    end: int
    evidence: tuple[EvidenceRow, ...]
    computed: tuple[tuple[str, str], ...]
    verdict: str


def as_row(finding: Finding) -> FindingRow:
    """A finding as plain values."""
    return FindingRow(
        code=finding.code,
        severity=finding.severity.value,
        message_zh=finding.message,
        message_en=finding.message_en,
        start=finding.span.start,
        end=finding.span.end,
        evidence=tuple(
            EvidenceRow(each.span.start, each.span.end, each.quote, each.source or "") for each in finding.evidence
        ),
        computed=tuple(finding.computed.items()),
        verdict=finding.verdict.value if finding.verdict else "",
    )


def as_finding(row: FindingRow) -> Finding:
    """The finding a row was made of."""
    return Finding(
        code=row.code,
        severity=Severity(row.severity),
        message=row.message_zh,
        message_en=row.message_en,
        span=Span(row.start, row.end),
        evidence=tuple(Evidence(Span(each.start, each.end), each.quote, each.source or None) for each in row.evidence),
        computed=dict(row.computed),
        verdict=Verdict(row.verdict) if row.verdict else None,
    )
