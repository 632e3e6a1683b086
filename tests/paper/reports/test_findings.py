"""Findings for a person and for scripts."""

import json

import pytest
from tests.paper.reports.conftest import RULES

from taizhang.paper.checks.finding import Evidence, Finding, Severity, Verdict
from taizhang.paper.checks.run import Checked
from taizhang.paper.checks.settings import Suppression
from taizhang.paper.reports.findings import findings_as_json, findings_as_text
from taizhang.paper.spans import Span

PLAN = "云河区2024年计划\n\n一、2023年情况\n\n社零增长0.4%，进出口下降6.5%。\n"


@pytest.fixture
def paper(read_file):
    return read_file(PLAN.encode(), "计划.txt")


def about(quote, severity=Severity.ERROR, **details):
    span = Span(PLAN.index(quote), PLAN.index(quote) + len(quote))
    return Finding("C05", severity, f"{quote}不一致。", f"{quote} differs.", span, (Evidence(span, quote),), **details)


def test_json_keeps_the_contract():
    elsewhere = Evidence(Span(1, 3), "2%", source="去年.docx")
    finding = about("0.4%", computed={"差": "0.8"}, verdict=Verdict.CONTRADICTORY)
    finding = Finding(*(getattr(finding, name) for name in finding.__slots__[:5]), (*finding.evidence, elsewhere), finding.computed, finding.verdict)  # fmt: skip
    suppressed = ((about("6.5%"), Suppression("C05", "已核实")),)
    record = json.loads(findings_as_json(Checked((finding,), suppressed), RULES))
    assert record["findings"] == [
        {
            "code": "C05",
            "name": "正文与附表增速一致",
            "severity": "error",
            "message": "0.4%不一致。",
            "start": PLAN.index("0.4%"),
            "end": PLAN.index("0.4%") + 4,
            "evidence": [
                {"start": PLAN.index("0.4%"), "end": PLAN.index("0.4%") + 4, "quote": "0.4%"},
                {"start": 1, "end": 3, "quote": "2%", "source": "去年.docx"},
            ],
            "computed": {"差": "0.8"},
            "verdict": "contradictory",
        }
    ]
    assert [(entry["start"], entry["reason"]) for entry in record["suppressed"]] == [(PLAN.index("6.5%"), "已核实")]
    assert record["summary"] == {"error": 1, "warning": 0, "hint": 0, "suppressed": 1}


def test_json_in_english_names_the_rule_and_speaks_english():
    (finding,) = json.loads(findings_as_json(Checked((about("0.4%"),)), RULES, "en"))["findings"]
    assert (finding["name"], finding["message"]) == ("Text and annex give the same growth", "0.4% differs.")


def test_text_has_the_worst_first_each_with_words_and_place(paper):
    checked = Checked((about("0.4%", Severity.HINT), about("6.5%", computed={"差": "0.8"})))
    assert findings_as_text(checked, paper).splitlines() == [
        "错误 C05  6.5%不一致。",
        "    “6.5%”  一、",
        "    差 0.8",
        "",
        "提示 C05  0.4%不一致。",
        "    “0.4%”  一、",
        "",
        "错误 1 条、警告 0 条、提示 1 条，不计 0 条",
    ]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ["不计 C05  0.4%不一致。", "    理由：已核实", "", "错误 0 条、警告 0 条、提示 0 条，不计 1 条"]),
        ("en", ["let stand C05  0.4% differs.", "    reason: 已核实", "", "0 error, 0 warning, 0 hint, 1 let stand"]),
    ],
)
def test_text_tells_what_is_let_stand_and_why(paper, language, lines):
    checked = Checked((), ((about("0.4%"), Suppression("C05", "已核实")),))
    assert findings_as_text(checked, paper, language).splitlines() == lines
