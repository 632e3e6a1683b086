"""Text and annex give the same growth (正文与附表增速一致)."""

from taizhang.paper.checks.rules.text_and_annex_growth_agree import RULE


def test_a_growth_that_differs_between_text_and_annex_is_found(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    社会消费品零售总额同比增长3.4%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    社会消费品零售总额	亿元	218.4	4.6	229.3	5以上
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["3.4%", "4.6"]
    assert finding.severity.value == "error"


def test_a_fall_in_words_equals_a_negative_number(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    外贸进出口总额同比下降7.3%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    进出口总额	亿元	96.2	-7.3	101	5左右
    """
    assert findings_of(RULE) == []


def test_fewer_decimals_are_no_contradiction(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值增长6%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	540	5以上
    """
    assert findings_of(RULE) == []


def test_an_average_over_years_is_not_the_growth_of_one(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    2021至2023年，地区生产总值年均增长4.2%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	540	5以上
    """
    assert findings_of(RULE) == []


def test_a_tail_cut_off_asks_less_than_another_number(findings_of):
    """
    云河区2024年国民经济和社会发展计划

    一、2023年计划执行情况

    地区生产总值增长5%。

    附件：
    2024年主要预期目标

    指标名称	单位	2023年完成	增长%	2024年计划	增长%
    地区生产总值	亿元	512.6	5.8	540	5以上
    """
    (finding,) = findings_of(RULE)
    assert [evidence.quote for evidence in finding.evidence] == ["5%", "5.8"]
    assert finding.severity.value == "warning"
    assert finding.verdict.value == "consistent_by_truncation"
