"""Better and worse are worded right (升降方向用词)."""

from taizhang.paper.checks.rules.better_and_worse_are_worded_right import RULE


def test_a_floor_under_what_should_be_low_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    PM2.5平均浓度达到35微克/立方米以上。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["35微克/立方米"]


def test_a_ceiling_is_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    PM2.5平均浓度控制在35微克/立方米以内。
    """
    assert findings_of(RULE) == []


def test_a_fall_of_at_most_so_much_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    万元地区生产总值能耗下降3%以内。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["3%"]


def test_a_fall_of_at_least_so_much_is_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    万元地区生产总值能耗下降3%以上，环境空气质量综合指数改善5%以上。
    """
    assert findings_of(RULE) == []
