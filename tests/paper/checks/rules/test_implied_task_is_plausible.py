"""The task a completion rate implies is plausible (完成率隐含的任务数合理)."""

from taizhang.paper.checks.rules.implied_task_is_plausible import RULE


def test_a_count_must_have_a_whole_task(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    改造老旧小区7个，完成年度任务的130%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"
    assert finding.verdict.value == "contradictory"


def test_a_round_task_is_well(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    到位省外资金52亿元，完成年度任务的118.2%；改造老旧小区6个，完成年度任务的120%。
    """
    assert findings_of(RULE) == []


def test_the_task_is_the_one_last_years_plan_set(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    到位省外资金52亿元，完成年度任务的118.2%。
    """
    words = "云河区2023年国民经济和社会发展计划\n\n二、2023年主要目标和任务\n\n2023年到位省外资金{}亿元。\n"
    (finding,) = findings_of(RULE, against=[read_plan(words.format(50), "上年计划.txt")])
    assert finding.verdict.value == "basis_to_be_confirmed"
    assert findings_of(RULE, against=[read_plan(words.format(44), "上年计划.txt")]) == []
