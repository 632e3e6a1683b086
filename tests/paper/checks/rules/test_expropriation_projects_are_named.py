"""Projects that need expropriation are named (涉征收项目列名)."""

from taizhang.paper.checks.rules.expropriation_projects_are_named import RULE


def test_works_without_a_name_are_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    加快推进成片开发方案内项目落地。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["成片开发"]


def test_named_works_are_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    实施东岭村、南苑村、西堤片区等3个片区棚户区改造。
    """
    assert findings_of(RULE) == []


def test_a_work_report_is_not_the_plan(findings_of):
    """
    云河区政府工作报告

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    加快推进棚户区改造。
    """
    assert findings_of(RULE) == []
