"""Run (核校): every rule over one case, in the order of the catalogue."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from taizhang.paper.checks.case import Case, build_case
from taizhang.paper.checks.finding import Evidence, Finding
from taizhang.paper.checks.rule import Rule
from taizhang.paper.checks.rules import ALL_RULES
from taizhang.paper.checks.settings import Settings, Suppression
from taizhang.paper.plan import Plan


@dataclass(frozen=True, slots=True)
class Checked:
    """Checked (核校结果): what was found in a document, and what was let stand.

    Attributes:
        findings: by place in the text, then by code.
        suppressed: findings let stand, each with the suppression that says why.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[tuple[Finding, Suppression], ...] = ()


def check_plan(
    plan: Plan,
    against: tuple[Plan, ...] = (),
    settings: Settings | None = None,
    rules: tuple[Rule, ...] = ALL_RULES,
    extra: tuple[Suppression, ...] = (),
) -> Checked:
    """Check a plan, alone or against other papers.

    Args:
        plan: the document read.
        against: last year's plan, the work report: what it must agree with.
        settings: the region's settings; the defaults where None.
        rules: which rules, all by default.
        extra: suppressions written in the document itself.
    """
    case = build_case(plan, against, settings)
    findings = sorted(run_checks(case, rules), key=lambda finding: (finding.span, finding.code))
    return _let_stand(findings, case.settings.suppressions + extra)


def run_checks(case: Case, rules: tuple[Rule, ...] = ALL_RULES) -> Iterable[Finding]:
    """The findings of each rule, at the severity the region has set."""
    for rule in rules:
        severity = case.settings.severity.get(rule.code, rule.severity)
        if severity is None:
            continue
        is_set = rule.code in case.settings.severity
        for finding in rule.check(case):
            yield replace(finding, severity=severity) if is_set else finding


def _let_stand(findings: list[Finding], suppressions: tuple[Suppression, ...]) -> Checked:
    open_findings: list[Finding] = []
    suppressed: list[tuple[Finding, Suppression]] = []
    for finding in findings:
        covering = next((one for one in suppressions if _covers(one, finding)), None)
        if covering is None:
            open_findings.append(finding)
        else:
            suppressed.append((finding, covering))
    return Checked(tuple(open_findings), tuple(suppressed))


def _covers(suppression: Suppression, finding: Finding) -> bool:
    """Whether the finding is of that rule, and rests on the words meant."""
    return suppression.code == finding.code and any(_is_meant(suppression, place) for place in _places(finding))


def _places(finding: Finding) -> tuple[Evidence, ...]:
    return finding.evidence or (Evidence(finding.span, ""),)


def _is_meant(suppression: Suppression, place: Evidence) -> bool:
    if suppression.span is not None and (place.source is not None or not suppression.span.overlaps(place.span)):
        return False
    return suppression.quote is None or suppression.quote in place.quote
