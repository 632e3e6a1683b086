"""The annex is announced (附件说明与附件一致)."""

from taizhang.paper.checks.rules.annex_is_announced import RULE


def test_a_colon_on_the_annex_page_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    做好各项工作。

    附件：2024年主要预期目标

    附件：

    2024年主要预期目标

    指标名称	单位	2023年完成	2024年计划
    地区生产总值	亿元	512.6	540
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["附件："]


def test_another_title_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    做好各项工作。

    附件：2024年主要指标安排

    附件

    2024年主要预期目标

    指标名称	单位	2023年完成	2024年计划
    地区生产总值	亿元	512.6	540
    """
    (finding,) = findings_of(RULE)
    assert "两处不一致" in finding.message


def test_the_standard_form_is_right(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    经济平稳运行。

    二、2024年主要任务

    做好各项工作。

    附件：2024年主要预期目标

    附件

    2024年主要预期目标

    指标名称	单位	2023年完成	2024年计划
    地区生产总值	亿元	512.6	540
    """
    assert findings_of(RULE) == []
