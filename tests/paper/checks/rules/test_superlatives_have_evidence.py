"""Superlatives have evidence (首、最、获评有依据)."""

from taizhang.paper.checks.rules.superlatives_have_evidence import RULE


def test_all_claims_make_one_finding(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    全省首家智慧粮仓投入使用，云河古镇获评国家级景区。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["首家", "获评"]


def test_plain_words_are_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    智慧粮仓投入使用。
    """
    assert findings_of(RULE) == []


def test_what_is_aimed_at_claims_nothing_yet(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    争创全省首批示范区。
    """
    assert findings_of(RULE) == []
