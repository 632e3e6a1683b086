"""Growth targets have bases (增长目标有基数)."""

from taizhang.paper.checks.rules.growth_targets_have_bases import RULE


def test_a_growth_of_what_is_nowhere_given_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    年度技改投资增长10%以上。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["10%"]


def test_a_base_in_the_review_is_enough(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    完成技改投资12.3亿元。

    二、2024年主要任务

    年度技改投资增长10%以上。
    """
    assert findings_of(RULE) == []


def test_prices_have_no_level(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    居民消费价格涨幅2%左右。
    """
    assert findings_of(RULE) == []


def test_a_level_in_the_same_sentence_leads_to_the_base(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    实施市重大项目53个，同比增长47.2%。
    """
    assert findings_of(RULE) == []
