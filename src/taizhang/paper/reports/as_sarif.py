"""As SARIF (SARIF 输出): findings in the exchange format code editors and review tools read (OASIS SARIF 2.1.0)."""

import json
from typing import Any
from urllib.parse import quote

from taizhang.paper.checks.finding import Evidence, Finding, Severity
from taizhang.paper.checks.rule import Rule
from taizhang.paper.checks.run import Checked
from taizhang.paper.plan import Plan
from taizhang.paper.reports.findings import words

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def findings_as_sarif(checked: Checked, plan: Plan, rules: tuple[Rule, ...], version: str, language: str = "zh") -> str:
    """One run of one tool over one document; places as character offsets in code points."""
    shown = [(finding, None) for finding in checked.findings]
    let_stand = [(finding, suppression.reason) for finding, suppression in checked.suppressed]
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules, version, language)},
                "columnKind": "unicodeCodePoints",
                "artifacts": [_artifact(plan)],
                "results": [_result(finding, reason, plan, language) for finding, reason in [*shown, *let_stand]],
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
                "fullDescription": {"text": rule.explanation},
                "defaultConfiguration": {"level": LEVELS[rule.severity]},
            }
            for rule in rules
        ],
    }


def _artifact(plan: Plan) -> dict[str, Any]:
    origin = plan.document.origin
    return {"location": {"uri": _uri(origin.name)}, "hashes": {"sha-256": origin.sha256}, "length": origin.size}


def _result(finding: Finding, reason: str | None, plan: Plan, language: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": words(finding, language)},
        "locations": [_location(finding.evidence[0], plan)] if finding.evidence else [],
        "relatedLocations": [_location(evidence, plan) for evidence in finding.evidence[1:]],
        "properties": {"computed": dict(finding.computed)},
    }
    if reason is not None:
        result["suppressions"] = [{"kind": "external", "justification": reason}]
    return result


def _location(evidence: Evidence, plan: Plan) -> dict[str, Any]:
    start, end = evidence.span.start, evidence.span.end
    region: dict[str, Any] = {"charOffset": start, "charLength": end - start, "snippet": {"text": evidence.quote}}
    if evidence.source is None:
        region["startLine"] = plan.document.text.count("\n", 0, start) + 1
    name = evidence.source or plan.document.origin.name
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(name)}, "region": region}}


def _uri(name: str) -> str:
    return quote(name)
