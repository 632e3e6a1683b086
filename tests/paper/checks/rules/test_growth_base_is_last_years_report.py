"""Growth is reckoned from what was reported last year (增速的基数就是上年报告的数)."""

from taizhang.paper.checks.rules.growth_base_is_last_years_report import RULE


def test_a_list_reckoned_from_another_base_is_one_error(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区级重大项目45个，总投资596亿元，完成投资119.7亿元。

    二、2024年主要目标和任务

    实施区级重大项目53个，总投资630亿元，分别同比增长47.2%、21.4%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "error"
    assert finding.verdict.value == "contradictory"
    assert set(finding.computed) == {"区级重大项目隐含基数", "总投资隐含基数"}
    assert finding.evidence[0].quote == "47.2%"


def test_a_list_reckoned_from_the_report_is_well(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区级重大项目36个，总投资519亿元。

    二、2024年主要目标和任务

    实施区级重大项目53个，总投资630亿元，分别同比增长47.2%、21.4%。
    """
    assert findings_of(RULE) == []


def test_two_lists_that_share_the_word_total_investment_are_two(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区级重大项目36个，总投资519亿元。实施城建项目20个，总投资80亿元。

    二、2024年主要目标和任务

    实施区级重大项目53个，总投资630亿元，分别同比增长47.2%、21.4%。
    """
    assert findings_of(RULE) == []


def test_the_base_may_stand_in_last_years_paper(findings_of, read_plan):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要目标和任务

    实施区级重大项目53个，总投资630亿元，分别同比增长47.2%、21.4%。
    """
    words = "云河区政府工作报告\n\n一、2023年工作回顾\n\n2023年，实施区级重大项目45个，总投资596亿元。\n"
    (finding,) = findings_of(RULE, against=[read_plan(words, "工作报告.txt")])
    assert finding.evidence[-1].source == "工作报告.txt"
