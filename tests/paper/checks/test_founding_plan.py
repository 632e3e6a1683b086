"""The founding plan (立项计划), checked: what must be reported, what must not; skipped where ../shared is absent."""

from functools import cache
from pathlib import Path

import pytest

from taizhang.paper.checks.run import check_plan
from taizhang.paper.pipeline import read

PLAN = Path(__file__).parents[3].parent / "shared" / "plans" / "zhangdian-2023.txt"

if not PLAN.exists():
    pytest.skip("needs ../shared/plans", allow_module_level=True)


@cache
def _findings():
    return check_plan(read(PLAN)).findings


def _of(code):
    return [finding for finding in _findings() if finding.code == code]


def _quotes(finding):
    return [evidence.quote for evidence in finding.evidence]


def test_retail_growth_differs_between_text_and_annex():
    (finding,) = _of("C05")
    assert finding.severity.value == "error"
    assert _quotes(finding) == ["0.4%", "1.2"]


def test_the_note_on_revenue_growth_is_lost_in_the_annex():
    (finding,) = _of("C37")
    assert finding.severity.value == "warning"
    assert "留抵退税" in finding.computed["口径"]


def test_the_employment_target_lost_its_modifier_in_the_annex():
    (finding,) = _of("C08")
    assert finding.severity.value == "warning"
    assert finding.computed["正文"] == finding.computed["附表"] + "以上"


@pytest.mark.parametrize("code", ["C06", "C07", "C09", "C40", "C60"])
def test_what_agrees_is_not_reported(code):
    assert _of(code) == []


@pytest.mark.parametrize(
    ("code", "severity", "count"),
    [
        ("C31", "warning", 1),
        ("C31", "hint", 1),
        ("C32", "warning", 2),
        ("C33", "hint", 7),
        ("C34", "hint", 6),
        ("C35", "warning", 1),
        ("C36", "warning", 2),
        ("C38", "hint", 1),
        ("C39", "hint", 5),
        ("C41", "warning", 1),
        ("C54", "warning", 1),
        ("C55", "hint", 1),
        ("C61", "warning", 1),
    ],
)
def test_the_advisories_about_the_annex_are_given(code, severity, count):
    assert sum(finding.severity.value == severity for finding in _of(code)) == count


ARITHMETIC = tuple(f"C{number:02}" for number in (*range(1, 5), *range(10, 21), 22, *range(56, 60)))


def test_the_base_of_the_municipal_projects_is_the_only_error_of_arithmetic():
    (error,) = [finding for code in ARITHMETIC for finding in _of(code) if finding.severity.value == "error"]
    assert (error.code, error.verdict.value) == ("C13", "contradictory")
    assert _quotes(error) == ["47.2％", "53个", "45个", "21.4％", "630亿元", "596亿元"]


def test_the_advisories_of_arithmetic_are_those_of_the_brief():
    told = [(code, [_quotes(finding)[0] for finding in _of(code)]) for code in ARITHMETIC if _of(code)]
    assert told == [
        ("C02", ["57340"]),
        ("C03", ["852.3", "277"]),
        ("C13", ["47.2％"]),
        ("C14", ["37.6％"]),
        ("C15", ["95个", "45个", "32个"]),
        ("C57", ["167.3%"]),
        ("C58", ["1.2"]),
    ]


def test_an_income_target_that_was_cut_off_is_consistent_by_truncation():
    (income,) = _of("C02")
    assert income.verdict.value == "consistent_by_truncation"


def test_a_suggestion_is_left_in_the_issued_text():
    (finding,) = _of("C45")
    assert finding.severity.value == "error"
    assert _quotes(finding) == ["建议为"]


@pytest.mark.parametrize("code", ["C21", "C23", "C24", "C48", "C49", "C51", "C65"])
def test_words_lists_and_form_that_are_right_are_not_reported(code):
    assert _of(code) == []


@pytest.mark.parametrize(
    ("code", "severity", "count"),
    [
        ("C25", "warning", 1),
        ("C26", "warning", 1),
        ("C27", "warning", 1),
        ("C28", "warning", 1),
        ("C29", "warning", 2),
        ("C30", "warning", 1),
        ("C42", "warning", 1),
        ("C43", "hint", 1),
        ("C44", "hint", 1),
        ("C46", "warning", 1),
        ("C47", "hint", 1),
        ("C50", "hint", 1),
        ("C52", "warning", 1),
        ("C53", "hint", 1),
        ("C64", "warning", 1),
        ("C66", "hint", 1),
        ("C67", "hint", 1),
        ("C68", "warning", 1),
    ],
)
def test_words_lists_and_form_give_their_advice(code, severity, count):
    assert [finding.severity.value for finding in _of(code)] == [severity] * count


def test_widths_are_counted():
    (finding,) = _of("C53")
    assert (finding.computed["全角％"], finding.computed["半角%"]) == ("9", "27")
