"""Contributions sum up (贡献率、拉动点数之和相符)."""

from taizhang.paper.checks.rules.contributions_sum_up import RULE


def test_pulls_that_miss_the_growth_are_told(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值增长6.1%，第一产业拉动0.1个百分点，第二产业拉动3.0个百分点，第三产业拉动3.9个百分点。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"
    assert finding.verdict.value == "contradictory"
    assert finding.computed == {"各项之和": "7.0个百分点"}


def test_pulls_that_add_up_are_well(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值增长6.1%，第一产业拉动0.1个百分点，第二产业拉动3.0个百分点，第三产业拉动3.0个百分点。
    """
    assert findings_of(RULE) == []


def test_contributions_must_make_a_hundred(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    第一产业贡献率为5.2%，第二产业贡献率为40.3%，第三产业贡献率为64.5%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"


def test_two_of_three_need_not_add_up(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    第二产业贡献率为40.3%，第三产业贡献率为50.5%。
    """
    assert findings_of(RULE) == []
