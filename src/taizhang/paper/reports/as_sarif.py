"""As SARIF (SARIF 输出): findings in the exchange format code editors and review tools read (OASIS SARIF 2.1.0)."""

import json
from typing import Any
from urllib.parse import quote

from taizhang.paper.checks.finding import Evidence, Finding, Severity
from taizhang.paper.checks.rule import Rule
from taizhang.paper.checks.run import Checked
from taizhang.paper.checks.settings import Suppression
from taizhang.paper.plan import Plan
from taizhang.paper.reports.explanation import explain_rule
from taizhang.paper.reports.findings import words
from taizhang.paper.spans import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def findings_as_sarif(checked: Checked, plan: Plan, rules: tuple[Rule, ...], version: str, language: str = "zh") -> str:
    """One run of one tool over one document; places as line and column and as offset, in code points of its text."""
    shown = [_result(finding, plan, language) for finding in checked.findings]
    let_stand = [
        {**_result(finding, plan, language), "suppressions": [_suppression(suppression)]}
        for finding, suppression in checked.suppressed
    ]
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules, version, language)},
                "columnKind": "unicodeCodePoints",
                "artifacts": [_artifact(plan)],
                "results": [*shown, *let_stand],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1)


def _driver(rules: tuple[Rule, ...], version: str, language: str) -> dict[str, Any]:
    return {
        "name": "taizhang",
        "version": version,
        "rules": [
            {
                "id": rule.code,
                "shortDescription": {"text": rule.name_en if language == "en" else rule.name},
                "help": {"text": rule.explanation.strip(), "markdown": explain_rule(rule, language)},
                "defaultConfiguration": {"level": LEVELS[rule.severity]},
            }
            for rule in rules
        ],
    }


def _artifact(plan: Plan) -> dict[str, Any]:
    origin = plan.document.origin
    return {"location": {"uri": _uri(origin.name)}, "hashes": {"sha-256": origin.sha256}, "length": origin.size}


def _result(finding: Finding, plan: Plan, language: str) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": words(finding, language)},
        "locations": [_location(evidence, plan) for evidence in finding.evidence[:1]],
        "relatedLocations": [_location(evidence, plan) for evidence in finding.evidence[1:]],
        "properties": {
            "computed": dict(finding.computed),
            "verdict": finding.verdict.value if finding.verdict else None,
        },
    }


def _suppression(suppression: Suppression) -> dict[str, str]:
    """One written in the document has its place there; one of the region's settings has none."""
    kind = "external" if suppression.span is None else "inSource"
    return {"kind": kind, "justification": suppression.reason}


def _location(evidence: Evidence, plan: Plan) -> dict[str, Any]:
    span = evidence.span
    region = {"charOffset": span.start, "charLength": span.end - span.start, "snippet": {"text": evidence.quote}}
    if evidence.source is None:
        region |= _lines(span, plan.document.text)
    name = evidence.source or plan.document.origin.name
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(name)}, "region": region}}


def _lines(span: Span, text: str) -> dict[str, int]:
    """Lines and columns counted from 1, the end column after the last character."""
    lines: dict[str, int] = {}
    for end, offset in (("start", span.start), ("end", span.end)):
        lines[f"{end}Line"] = text.count("\n", 0, offset) + 1
        lines[f"{end}Column"] = offset - text.rfind("\n", 0, offset)
    return lines


def _uri(name: str) -> str:
    return quote(name)
