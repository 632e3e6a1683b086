"""Growth targets have exact bases (增长目标的基数是准数)."""

from taizhang.paper.checks.rules.growth_targets_have_exact_bases import RULE


def test_a_base_that_is_only_exceeded_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    数字产业加快发展，营收突破50亿元。

    二、2024年主要任务

    数字产业营业收入增长15%以上。
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["15%", "50亿元"]


def test_an_exact_base_is_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    数字产业营业收入达到51.2亿元。

    二、2024年主要任务

    数字产业营业收入增长15%以上。
    """
    assert findings_of(RULE) == []


def test_no_base_at_all_is_another_matter(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    数字产业营业收入增长15%以上。
    """
    assert findings_of(RULE) == []
