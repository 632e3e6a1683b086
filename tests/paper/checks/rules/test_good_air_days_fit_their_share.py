"""Good-air days fit their share (优良天数与优良率相符)."""

from taizhang.paper.checks.rules.good_air_days_fit_their_share import RULE


def test_a_share_that_leaves_too_few_days_is_told(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    空气优良天数达到235天，空气优良天数比例为75%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"
    assert finding.verdict.value == "contradictory"


def test_a_share_of_the_whole_year_is_well(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    空气优良天数达到235天，空气优良天数比例为64.4%。
    """
    assert findings_of(RULE) == []


def test_next_years_target_is_another_matter(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    空气优良天数达到235天。

    二、2024年主要目标和任务

    空气优良天数比例达到75%。
    """
    assert findings_of(RULE) == []
