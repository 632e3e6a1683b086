"""Text and annex set the same target (正文与附表目标一致)."""

from taizhang.paper.checks.rules.text_and_annex_target_agree import RULE


def test_a_target_that_differs_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    固定资产投资增长10%以上。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    固定资产投资	亿元	151.2	8.4	169	12以上
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["10%", "12以上"]
    assert finding.severity.value == "error"


def test_the_same_target_is_not(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    地区生产总值增长6%左右。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    """
    assert findings_of(RULE) == []


def test_last_years_result_is_no_target(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值增长5.8%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	6左右
    """
    assert findings_of(RULE) == []


def test_another_end_of_a_range_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    二、2024年主要预期目标

    地区生产总值增长5.5%—6%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	543	5.5-6.5
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["5.5%—6%", "5.5-6.5"]
