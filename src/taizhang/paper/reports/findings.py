"""Findings (疑点输出): what was found, as text for a person and as JSON for scripts (docs/command-line.md)."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from taizhang.paper.checks.finding import Evidence, Finding, Severity
from taizhang.paper.checks.rule import Rule
from taizhang.paper.checks.run import Checked
from taizhang.paper.checks.settings import Suppression
from taizhang.paper.plan import Plan
from taizhang.paper.reports.places import describe_place

SEVERITIES = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"},
}


def findings_as_json(checked: Checked, rules: dict[str, Rule], language: str = "zh") -> str:
    """One object: the findings, those let stand, and the counts."""
    record = {
        "findings": [finding_record(finding, rules, language) for finding in checked.findings],
        "suppressed": [
            {**finding_record(finding, rules, language), "reason": suppression.reason}
            for finding, suppression in checked.suppressed
        ],
        "summary": summary_record(checked),
    }
    return json.dumps(record, ensure_ascii=False, indent=1)


def finding_record(finding: Finding, rules: dict[str, Rule], language: str = "zh") -> dict[str, Any]:
    """A finding with the fields of the contract."""
    rule = rules[finding.code]
    return {
        "code": finding.code,
        "name": rule.name_en if language == "en" else rule.name,
        "severity": finding.severity.value,
        "message": words(finding, language),
        "start": finding.span.start,
        "end": finding.span.end,
        "evidence": [_evidence_record(evidence) for evidence in finding.evidence],
        "computed": dict(finding.computed),
        "verdict": finding.verdict.value if finding.verdict else None,
    }


def summary_record(checked: Checked) -> dict[str, int]:
    """How many of each severity, and how many were let stand."""
    counts = Counter(finding.severity.value for finding in checked.findings)
    return {**{severity.value: counts[severity.value] for severity in Severity}, "suppressed": len(checked.suppressed)}


def findings_as_text(checked: Checked, plan: Plan, language: str = "zh") -> str:
    """Each finding with its place, worst first; then those let stand, with the reason; the counts at the end."""
    order = list(Severity)
    worst_first = sorted(checked.findings, key=lambda finding: (order.index(finding.severity), finding.span))
    return "\n".join([
        *(line for finding in worst_first for line in _lines(finding, plan, language)),
        *(line for finding, suppression in checked.suppressed for line in _let_stand(finding, suppression, language)),
        _total(checked, language),
    ])


def words(finding: Finding, language: str) -> str:
    """The message in the language asked for."""
    return finding.message_en if language == "en" else finding.message


def _lines(finding: Finding, plan: Plan, language: str) -> Iterator[str]:
    mark = SEVERITIES[language][finding.severity]
    yield f"{mark} {finding.code}  {words(finding, language)}"
    for evidence in finding.evidence:
        place = evidence.source or describe_place(plan, evidence.span, language)
        yield f"    “{evidence.quote}”  {place}".replace("\n", "")
    if finding.computed:
        yield "    " + "；".join(f"{name} {value}" for name, value in finding.computed.items())
    yield ""


def _let_stand(finding: Finding, suppression: Suppression, language: str) -> Iterator[str]:
    mark, reason = ("let stand", "reason: ") if language == "en" else ("不计", "理由：")
    yield f"{mark} {finding.code}  {words(finding, language)}"
    yield f"    {reason}{suppression.reason}"
    yield ""


def _total(checked: Checked, language: str) -> str:
    counts = summary_record(checked)
    named = [(SEVERITIES[language][severity], counts[severity.value]) for severity in Severity]
    if language == "en":
        return ", ".join(f"{count} {name}" for name, count in named) + f", {counts['suppressed']} let stand"
    return "、".join(f"{name} {count} 条" for name, count in named) + f"，不计 {counts['suppressed']} 条"


def _evidence_record(evidence: Evidence) -> dict[str, Any]:
    record: dict[str, Any] = {"start": evidence.span.start, "end": evidence.span.end, "quote": evidence.quote}
    return record if evidence.source is None else {**record, "source": evidence.source}
