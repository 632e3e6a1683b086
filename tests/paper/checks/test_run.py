"""Running the checks: order, severities, and what is let stand."""

from dataclasses import replace

import pytest

from taizhang.paper.checks.finding import Evidence, Finding, Severity
from taizhang.paper.checks.rule import Rule
from taizhang.paper.checks.run import check_plan
from taizhang.paper.checks.settings import Settings, Suppression
from taizhang.paper.spans import Span


def rule_about(code, *quotes, severity=Severity.ERROR):
    """A rule that finds fault with certain words, wherever they first stand."""

    def check(case):
        for quote in quotes:
            start = case.text.index(quote)
            span = Span(start, start + len(quote))
            yield Finding(code, severity, quote, quote, span, (Evidence(span, quote),))

    return Rule(code, "规则", "Rule", severity, "规则", check)


@pytest.fixture
def paper(read_plan):
    return read_plan("云河区计划\n\n社零增长0.4%，投资增长9.1%。\n进出口下降6.5%。")


def test_findings_come_by_place_then_by_code(paper):
    rules = (rule_about("C09", "6.5%", "0.4%"), rule_about("C05", "0.4%"))
    found = check_plan(paper, rules=rules).findings
    assert [(finding.code, finding.message) for finding in found] == [("C05", "0.4%"), ("C09", "0.4%"), ("C09", "6.5%")]


def test_a_region_sets_a_severity_or_switches_a_rule_off(paper):
    rules = (rule_about("C05", "0.4%"), rule_about("C09", "6.5%"))
    found = check_plan(paper, settings=Settings(severity={"C05": Severity.HINT, "C09": None}), rules=rules).findings
    assert [(finding.code, finding.severity) for finding in found] == [("C05", Severity.HINT)]


@pytest.mark.parametrize(
    ("suppression", "left"),
    [
        (Suppression("C05", "已核"), []),
        (Suppression("C05", "已核", quote="0.4%"), ["9.1%"]),
        (Suppression("C06", "已核"), ["0.4%", "9.1%"]),
        (Suppression("C05", "已核", span=Span(0, 6)), ["0.4%", "9.1%"]),
        (Suppression("C05", "已核", span=Span(7, 15)), ["9.1%"]),
    ],
)
def test_what_is_let_stand_is_listed_apart_with_its_reason(paper, suppression, left):
    checked = check_plan(paper, rules=(rule_about("C05", "0.4%", "9.1%"),), extra=(suppression,))
    assert [finding.message for finding in checked.findings] == left
    assert len(checked.findings) + len(checked.suppressed) == 2
    assert all(reason is suppression for _, reason in checked.suppressed)


def test_a_suppression_of_the_settings_counts_as_one_of_the_document(paper):
    settings = Settings(suppressions=(Suppression("C05", "已核", quote="0.4%"),))
    checked = check_plan(paper, settings=settings, rules=(rule_about("C05", "0.4%"),))
    assert [suppression.reason for _, suppression in checked.suppressed] == ["已核"]


def test_words_of_another_paper_are_not_let_stand_by_a_place_in_this_one(paper):
    rule = rule_about("C05", "0.4%")

    def check(case):
        for finding in rule.check(case):
            yield replace(finding, evidence=(Evidence(finding.span, "0.4%", source="去年计划.docx"),))

    span = Span(0, len(paper.document.text))
    checked = check_plan(paper, rules=(replace(rule, check=check),), extra=(Suppression("C05", "已核", span=span),))
    assert len(checked.findings) == 1
