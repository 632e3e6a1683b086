"""Planned investment grows from last year's plan (计划投资的增速比上年计划)."""

from taizhang.paper.checks.rules.planned_investment_grows_from_last_plan import RULE


def test_a_base_found_nowhere_is_told(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区级重大项目45个，总投资596亿元，完成投资119.7亿元。

    二、2024年主要目标和任务

    实施区级重大项目53个，年度计划投资139亿元，分别同比增长17.8%、37.6%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"
    assert finding.verdict.value == "basis_to_be_confirmed"
    assert finding.computed["上年完成"] == "119.7亿元"


def test_last_years_plan_stands_there(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区级重大项目45个，年度计划投资101亿元，完成投资119.7亿元。

    二、2024年主要目标和任务

    实施区级重大项目53个，年度计划投资139亿元，分别同比增长17.8%、37.6%。
    """
    assert findings_of(RULE) == []


def test_plan_against_completion_is_told_even_where_it_fits(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区级重大项目45个，完成投资101亿元。

    二、2024年主要目标和任务

    实施区级重大项目53个，年度计划投资139亿元，分别同比增长17.8%、37.6%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"
    assert "计划与完成口径不同" in finding.message
