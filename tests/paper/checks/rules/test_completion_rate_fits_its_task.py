"""Completion rate = done ÷ task (完成率等于完成数除以任务数)."""

from taizhang.paper.checks.rules.completion_rate_fits_its_task import RULE


def test_a_rate_that_done_and_task_do_not_give_is_an_error(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    市政道路年度计划投资100亿元，完成投资95亿元，完成年度计划的98%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "error"
    assert finding.verdict.value == "contradictory"
    assert finding.computed["完成率区间"] == "[94.03, 95.98]%"


def test_a_rate_that_fits_is_well(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    市政道路年度计划投资100亿元，完成投资95亿元，完成年度计划的95%。
    """
    assert findings_of(RULE) == []


def test_the_adjusted_task_is_the_one_meant(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    一般公共预算收入年初预算合计127.4亿元，执行中调整为129.2亿元，实际完成139.3亿元，为调整预算的107.8%。
    """
    assert findings_of(RULE) == []


def test_without_a_task_there_is_nothing_to_divide(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    到位省外资金52亿元，完成年度任务的118.2%。
    """
    assert findings_of(RULE) == []
