"""Stock targets have current stocks (存量目标有现状数)."""

from taizhang.paper.checks.rules.stock_targets_have_current_stocks import RULE


def test_a_size_to_be_reached_without_the_present_one_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    高新技术企业达到112家。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["112家"]


def test_the_present_size_in_the_review_is_enough(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    高新技术企业98家。

    二、2024年主要任务

    高新技术企业达到112家。
    """
    assert findings_of(RULE) == []


def test_what_is_newly_added_needs_no_stock(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    新增专精特新企业达到20家。
    """
    assert findings_of(RULE) == []
