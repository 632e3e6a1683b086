"""Rule (规则): one thing that must hold in a plan; a rule is a room of its own under ``rules/``."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypedDict, Unpack

from taizhang.paper.checks.case import Case
from taizhang.paper.checks.finding import Evidence, Finding, Severity, Verdict
from taizhang.paper.spans import Span


@dataclass(frozen=True, slots=True)
class Rule:
    """Rule (规则).

    Attributes:
        code: its code in the catalogue, ``C05`` (domain brief §3.2).
        name, name_en: what must hold, in a few words.
        severity: what a finding of it asks of the drafter, unless the region sets otherwise.
        explanation: the room's docstring: what, why, an example, a counter-example, what to do.
        check: looks at a case and gives the findings.
    """

    code: str
    name: str
    name_en: str
    severity: Severity
    explanation: str
    check: Callable[[Case], Iterable[Finding]]


class Details(TypedDict, total=False):
    """Details (细节): what a finding carries beyond its message.

    Attributes:
        computed: the arithmetic, name → figure as printed.
        severity: where this finding asks more or less than the rule usually does.
        verdict: where figures were compared.
        elsewhere: places in the papers the plan is held against.
    """

    computed: Mapping[str, str]
    severity: Severity
    verdict: Verdict
    elsewhere: tuple[Evidence, ...]


def report(
    rule: Rule, case: Case, spans: tuple[Span, ...], message: tuple[str, str], **details: Unpack[Details]
) -> Finding:
    """A finding of a rule, anchored on the first span; the message in Chinese and in English."""
    here = tuple(Evidence(span, span.quote(case.text)) for span in spans)
    return Finding(
        code=rule.code,
        severity=details.get("severity", rule.severity),
        message=message[0],
        message_en=message[1],
        span=spans[0],
        evidence=here + details.get("elsewhere", ()),
        computed=dict(details.get("computed", {})),
        verdict=details.get("verdict"),
    )
