"""Comment (批注): what is written in the margin about a finding, and where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taizhang.paper.checks.finding import Evidence, Finding
from taizhang.paper.checks.rule import Rule
from taizhang.paper.plan import Plan
from taizhang.paper.reports.explanation import advice_of
from taizhang.paper.reports.findings import SEVERITIES, words
from taizhang.paper.reports.places import describe_place

# A margin is narrow: of longer words the beginning says which are meant.
_LONGEST_QUOTE = 40
_LABELS = {
    "zh": {"about": "所指", "see": "另见", "advice": "怎么办"},
    "en": {"about": "About", "see": "See also", "advice": "What to do"},
}


@dataclass(frozen=True, slots=True)
class Comment:
    """Comment (批注).

    Attributes:
        head: what it is: severity, code and name of the rule.
        lines: what it says, a paragraph each.
    """

    head: str
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        """All it says."""
        return "\n".join((self.head, *self.lines))


def comment_on(finding: Finding, plan: Plan, rules: Mapping[str, Rule], language: str, *, is_exact: bool) -> Comment:
    """The comment about a finding; it quotes the words meant where it cannot stand on exactly them."""
    rule = rules[finding.code]
    name = rule.name_en if language == "en" else rule.name
    head = f"{SEVERITIES[language][finding.severity]} {finding.code} {name}"
    return Comment(head, tuple(_lines(finding, plan, rule, language, is_exact)))


def _lines(finding: Finding, plan: Plan, rule: Rule, language: str, is_exact: bool) -> Iterator[str]:
    labels = _LABELS[language]
    if not is_exact:
        yield f"{labels['about']} “{_shortened(finding.span.quote(plan.document.text))}”"
    yield words(finding, language)
    yield from (f"{name}：{figure}" for name, figure in finding.computed.items())
    for evidence in finding.evidence[1:]:
        yield f"{labels['see']} {_place(evidence, plan, language)}：“{_shortened(evidence.quote)}”"
    advice = advice_of(rule) if language == "zh" else None
    if advice:
        yield f"{labels['advice']}：{advice}"


def _place(evidence: Evidence, plan: Plan, language: str) -> str:
    return evidence.source or describe_place(plan, evidence.span, language)


def _shortened(quote: str) -> str:
    flat = " ".join(quote.split())
    return flat if len(flat) <= _LONGEST_QUOTE else flat[:_LONGEST_QUOTE] + "…"
