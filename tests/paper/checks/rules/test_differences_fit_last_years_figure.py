"""Differences fit last year's figure (增减额与上年数相符)."""

from taizhang.paper.checks.rules.differences_fit_last_years_figure import RULE


def test_a_difference_that_last_year_does_not_bear_out_is_told(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    空气优良天数达到235天，同比增加12天。
    """
    words = "云河区2023年国民经济和社会发展计划\n\n一、2022年计划执行情况\n\n空气优良天数达到{}天。\n"
    (finding,) = findings_of(RULE, against=[read_plan(words.format(230), "上年计划.txt")])
    assert (finding.severity.value, finding.verdict.value) == ("warning", "basis_to_be_confirmed")
    assert findings_of(RULE, against=[read_plan(words.format(223), "上年计划.txt")]) == []


def test_points_are_taken_from_rates(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    常住人口城镇化率为67.5%，提高1.5个百分点。
    """
    words = "云河区2023年国民经济和社会发展计划\n\n一、2022年计划执行情况\n\n常住人口城镇化率达到{}%。\n"
    (finding,) = findings_of(RULE, against=[read_plan(words.format("64.0"), "上年计划.txt")])
    assert finding.computed["隐含上年数"].startswith("[65.90, 66.10]")
    assert findings_of(RULE, against=[read_plan(words.format("66.0"), "上年计划.txt")]) == []


def test_a_distance_to_another_place_is_no_difference_in_time(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    常住人口城镇化率为67.5%，高于全市1.5个百分点。
    """
    assert findings_of(RULE) == []
