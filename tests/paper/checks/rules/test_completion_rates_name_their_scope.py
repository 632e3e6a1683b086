"""Completion rates name their scope (完成率写明针对哪一项)."""

from taizhang.paper.checks.rules.completion_rates_name_their_scope import RULE


def test_a_rate_after_two_figures_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    28个过亿元项目签约落地，到位省外资金30亿元，完成年度任务的112%。
    """
    (finding,) = findings_of(RULE)
    assert finding.evidence[0].quote == "112%"


def test_a_rate_after_one_figure_is_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    到位省外资金30亿元，完成年度任务的112%。
    """
    assert findings_of(RULE) == []


def test_a_share_is_no_completion_rate(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    28个项目落地，完成投资30亿元，占全部投资的12%。
    """
    assert findings_of(RULE) == []
