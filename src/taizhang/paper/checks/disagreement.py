"""Disagreement (文表不一致): how a finding about two numbers of text and annex that differ is told."""

from taizhang.paper.checks.counterparts import Counterpart
from taizhang.paper.checks.finding import Severity, Verdict
from taizhang.paper.checks.rule import Details


def disagreement(pair: Counterpart) -> Details:
    """The figures, what comes of comparing them; milder where one is the other without its tail, or perhaps about a part."""
    is_mild = pair.verdict is Verdict.TRUNCATION or not pair.is_certain
    severity = Severity.WARNING if is_mild else Severity.ERROR
    return {"computed": {"正文": pair.in_text, "附表": pair.in_annex}, "verdict": pair.verdict, "severity": severity}
