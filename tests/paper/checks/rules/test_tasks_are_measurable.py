"""Tasks are measurable (任务可衡量)."""

from taizhang.paper.checks.rules.tasks_are_measurable import RULE


def test_mostly_loose_tasks_make_one_finding_with_counts(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    积极推进产业转型升级工作。探索建立长效工作机制。建成标准厂房3万平方米以上。
    """
    (finding,) = findings_of(RULE)
    assert finding.computed["任务句数"] == "3"
    assert finding.computed["有数字或时限"] == "1"
    assert finding.computed["推进"] == "1"


def test_mostly_measured_tasks_are_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    积极推进产业转型升级工作。建成标准厂房3万平方米以上。年底前出台长效机制办法。
    """
    assert findings_of(RULE) == []


def test_a_review_has_no_tasks(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    积极推进产业转型升级工作。探索建立长效工作机制。
    """
    assert findings_of(RULE) == []
