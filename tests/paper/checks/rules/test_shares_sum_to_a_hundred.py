"""Shares sum to a hundred (构成之和为100)."""

from taizhang.paper.checks.rules.shares_sum_to_a_hundred import RULE


def test_a_structure_beyond_a_hundred_is_an_error(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    三次产业结构为2.5：36.7：63.7。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "error"
    assert finding.verdict.value == "contradictory"
    assert finding.computed == {"合计": "102.9"}


def test_rounding_is_allowed(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    三次产业结构为2.5:36.7:60.7。
    """
    assert findings_of(RULE) == []


def test_a_ratio_of_two_is_no_structure(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    城乡居民收入比为2.1：1。
    """
    assert findings_of(RULE) == []
