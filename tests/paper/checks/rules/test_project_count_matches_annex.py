"""The project count matches the annex (项目数与清单一致)."""

from taizhang.paper.checks.rules.project_count_matches_annex import RULE


def test_a_list_of_another_length_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    实施区重大项目3个，总投资12亿元。

    附件

    2024年区重大项目清单

    序号	项目名称	建设地点	总投资（亿元）
    1	东湖产业园	东湖街道	7
    2	南苑物流园	南苑街道	5
    合计			12
    """
    (finding,) = findings_of(RULE)
    assert "正文3个，所附清单2个" in finding.message


def test_a_sum_that_differs_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    实施区重大项目2个，总投资15亿元。

    附件

    2024年区重大项目清单

    序号	项目名称	建设地点	总投资（亿元）
    1	东湖产业园	东湖街道	7
    2	南苑物流园	南苑街道	5
    合计			12
    """
    (finding,) = findings_of(RULE)
    assert "15亿元" in finding.message


def test_count_and_sum_agree(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    实施区重大项目2个，总投资12亿元。

    附件

    2024年区重大项目清单

    序号	项目名称	建设地点	总投资（亿元）
    1	东湖产业园	东湖街道	7
    2	南苑物流园	南苑街道	5
    合计			12
    """
    assert findings_of(RULE) == []


def test_without_a_list_it_can_only_be_asked_for(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    实施区重大项目53个，总投资630亿元。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["53个"]
    assert finding.severity.value == "hint"
