"""Project lists name their version (项目个数写明清单版本)."""

from taizhang.paper.checks.rules.project_lists_name_their_version import RULE


def test_a_list_compared_without_a_version_is_told_once(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区级重大项目45个，总投资596亿元，分别增长21.6%、59.4%。

    二、2024年主要目标和任务

    实施区级重大项目53个，总投资630亿元，分别同比增长17.8%、5.7%。
    """
    (finding,) = findings_of(RULE)
    assert finding.severity.value == "warning"
    assert len(finding.evidence) == 2


def test_a_version_named_is_well(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    按年中调整后的清单，实施区级重大项目45个，总投资596亿元，分别增长21.6%、59.4%。
    """
    assert findings_of(RULE) == []


def test_a_list_that_is_not_compared_needs_none(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    实施区级重大项目45个，总投资596亿元。
    """
    assert findings_of(RULE) == []
