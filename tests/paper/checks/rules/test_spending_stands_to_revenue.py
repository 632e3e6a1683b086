"""Spending stands to revenue (收支关系心中有数)."""

from taizhang.paper.checks.rules.spending_stands_to_revenue import RULE


def test_growth_targets_are_worked_out(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    一般公共预算收入	亿元	44.9	8.8	——	5.5左右
    一般公共预算支出	亿元	59.8	20	——	1.2
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "hint"
    assert finding.computed == {"收入": "47.4亿元", "支出": "60.5亿元", "差额": "13.1亿元"}


def test_levels_that_are_given_need_no_working_out(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    一般公共预算收入	亿元	44.9	8.8	47.4	5.5左右
    一般公共预算支出	亿元	59.8	20	60.5	1.2
    """
    assert findings_of(RULE) == []


def test_revenue_alone_says_nothing(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    一般公共预算收入	亿元	44.9	8.8	——	5.5左右
    进出口总额	亿元	59.8	20	——	1.2
    """
    assert findings_of(RULE) == []
